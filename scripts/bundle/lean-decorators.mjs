import MagicString from 'magic-string';

/** @import {Plugin} from 'rollup' */

const LEAN = '\0lean-decorators';
/** esbuild's helper for decorators, which it writes at the head of each file that has one. */
const HELPER = /var __defProp = .*;\nvar __getOwnPropDesc = .*;\nvar __decorateClass = [^]*?\n\};\n/;
/** What esbuild makes of `@property({…}) name`, accessors included. */
const USE = /^__decorateClass\(\[\n {2}(property|state)\(([^]*?)\)\n\], (\w+)\.prototype, "(\w+)", [12]\);\n/gm;
const IMPORT = /^import \{.*\} from ["']lit\/decorators\.js["'];\n/m;

/**
 * Declares all properties of an element at once, in place of a call of Lit's decorators for each: those can be standard decorators too, and esbuild's helper can
 * decorate whatever a decorator may stand at. Fails the build for any other decorator than `@property` and `@state`.
 *
 * @returns {Plugin}
 */
export function leanDecorators() {
  return {
    name: 'lean-decorators',
    resolveId: (id) => (id === LEAN ? id : null),
    load: (id) =>
      id === LEAN
        ? 'export const declare = (element, all) => {for (const name in all) element.createProperty(name, all[name]);};'
        : null,
    transform(code, id) {
      if (!code.includes('__decorateClass = ')) return null;
      const helper = HELPER.exec(code);
      const lits = IMPORT.exec(code);
      if (!helper || !lits) return this.error('The decorator helper is not where it was: has esbuild changed?');
      const magic = new MagicString(code);
      /** @param {RegExpExecArray} match @param {string} text */
      const replace = (match, text) => magic.update(match.index, match.index + match[0].length, text);
      replace(helper, `import {declare} from ${JSON.stringify(LEAN)};\n`);
      replace(lits, '\n');
      const uses = [...code.matchAll(USE)];
      uses.forEach((use, index) => {
        const [, kind, options, element, name] = use;
        const declared = `${name}: ${kind === 'state' ? '{state: true}' : options || '{}'}`;
        const isFirst = uses[index - 1]?.[3] !== element;
        const isLast = uses[index + 1]?.[3] !== element;
        replace(use, `${isFirst ? `declare(${element}, {` : ''}${declared}${isLast ? '});\n' : ', '}`);
      });
      if (/__decorateClass/.test(magic.toString()))
        this.error(`${id} decorates what lean-decorators.mjs does not know.`);
      return {code: magic.toString(), map: magic.generateMap({hires: true})};
    },
  };
}
