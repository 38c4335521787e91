/** @import {Plugin} from 'rollup' */

const LIT = /\/(?:lit-html|lit-element|reactive-element)\.js$/;
/** Where each part of Lit says that it is there: a page with a Lit of its own, in its development build, would warn of two. */
const VERSIONS = /,?\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g;
/** Where each part of Lit lets in what the page has of additions to its own: they would reach into ours. */
const HOOKS = /\b\w+\.(?:lit|reactive)\w+(?:Polyfill|Hydrate)Support\b/g;

/**
 * The Lit in our files and a Lit of the page's own know nothing of each other.
 *
 * @returns {Plugin}
 */
export function ownLit() {
  return {
    name: 'own-lit',
    transform(code, id) {
      if (!LIT.test(id)) return null;
      const [versions, hooks] = [VERSIONS, HOOKS].map((one) => code.match(one)?.length ?? 0);
      if (versions !== 1 || !hooks) return this.error(`Has Lit changed? ${versions} versions, ${hooks} hooks.`);
      // Columns of the source map in the one line of Lit's build, nothing of ours.
      return {code: code.replaceAll(VERSIONS, '').replaceAll(HOOKS, 'undefined'), map: null};
    },
  };
}
