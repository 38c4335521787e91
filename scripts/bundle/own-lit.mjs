import MagicString from 'magic-string';

/** @import {Plugin} from 'rollup' */

/** The modules of Lit that read and write global variables. */
const LIT_MODULE = /\/(?:lit-html|lit-element|reactive-element)\.js$/;
/**
 * Finds code such as `(globalThis.litHtmlVersions ??= []).push('3.3.3')`. If this list has two versions, a development
 * build of Lit on the page prints a warning.
 */
const VERSION_LIST = /\(\w+\.(?:lit|reactive)\w+Versions\s*\?\?=\s*\[\]\)\.push\((["'])[^"']+\1\)/g;
/** Finds code such as `globalThis.litHtmlPolyfillSupport`, a function with which a page can change Lit's classes. */
const GLOBAL_HOOK = /\b\w+\.(?:lit|reactive)\w+(?:Polyfill|Hydrate)Support\b/g;

/**
 * Separates the copy of Lit in our files from a copy that the page loads. After this change, our copy adds no entry to
 * the global lists of versions, and calls no global hook.
 *
 * @returns {Plugin}
 */
export function ownLit() {
  return {
    name: 'own-lit',
    transform(code, id) {
      if (!LIT_MODULE.test(id)) return null;
      const versionLists = [...code.matchAll(VERSION_LIST)];
      const hooks = [...code.matchAll(GLOBAL_HOOK)];
      if (versionLists.length !== 1 || hooks.length === 0) {
        return this.error(
          `Expected 1 entry in a global list of versions and at least 1 global hook in ${id}, found ${versionLists.length} and ${hooks.length}. ` +
            'This version of Lit probably writes them differently: compare the end of that file with VERSION_LIST and GLOBAL_HOOK in scripts/bundle/own-lit.mjs.',
        );
      }
      const result = new MagicString(code);
      for (const {index, 0: text} of [...versionLists, ...hooks]) {
        result.update(index, index + text.length, 'undefined');
      }
      return {code: result.toString(), map: result.generateMap({hires: true})};
    },
  };
}
