import MagicString from 'magic-string';

/** @import {Plugin} from 'rollup' */

const SHARED = '\0decorate';
/** esbuild's helper for decorators, which it writes at the head of each file that has one. */
const HELPER = /var __defProp = .*;\nvar __getOwnPropDesc = .*;\nvar __decorateClass = [^]*?\n\};\n/;

/**
 * One copy of the decorator helper in a bundle, in place of one for each element.
 *
 * @returns {Plugin}
 */
export function shareDecorate() {
  let helper = '';
  return {
    name: 'share-decorate',
    resolveId: (id) => (id === SHARED ? id : null),
    load: (id) => (id === SHARED ? `${helper}export {__decorateClass};` : null),
    transform(code, id) {
      if (id === SHARED || !code.includes('__decorateClass = ')) return null;
      const found = HELPER.exec(code);
      if (!found) return this.error('The decorator helper is not where it was: has esbuild changed?');
      helper = found[0];
      const magic = new MagicString(code);
      magic.update(
        found.index,
        found.index + helper.length,
        `import {__decorateClass} from ${JSON.stringify(SHARED)};\n`,
      );
      return {code: magic.toString(), map: magic.generateMap({hires: true})};
    },
  };
}
