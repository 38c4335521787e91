import {transform} from 'esbuild';
import MagicString from 'magic-string';

/** @import {Plugin} from 'rollup' */

/**
 * What terser leaves alone: the text of css`` and html`` literals. Styles go through esbuild's CSS minifier; in templates, a run
 * of white space becomes one space, which shows the same (outside `pre`, of which no template has one).
 *
 * @returns {Plugin}
 */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    transform: {
      // After the TypeScript is gone.
      order: 'post',
      async handler(code) {
        if (!/\b(?:css|html|svg)`/.test(code)) return null;
        const magic = new MagicString(code);
        const styles = [];
        for (const {tag, quasi} of taggedTemplates(this.parse(code))) {
          if (tag === 'css' && quasi.quasis.length === 1) styles.push(...quasi.quasis);
          else if (tag !== 'css')
            for (const {start, end} of quasi.quasis) overwrite(magic, start, end, oneSpace(code.slice(start, end)));
        }
        for (const {start, end, value} of styles) {
          const minified = await transform(value.cooked, {loader: 'css', minify: true, target: 'es2022'});
          overwrite(magic, start, end, minified.code.trim().replace(/[\\`]|\$\{/g, String.raw`\$&`));
        }
        return {code: magic.toString(), map: magic.generateMap({hires: true})};
      },
    },
  };
}

/** @param {string} text */
function oneSpace(text) {
  return text.replace(/\s+/g, ' ');
}

/**
 * @param {MagicString} magic
 * @param {number} start
 * @param {number} end
 * @param {string} text
 */
function overwrite(magic, start, end, text) {
  if (start < end) magic.update(start, end, text);
}

/**
 * Every css`…`, html`…` and svg`…` in a syntax tree.
 *
 * @param {unknown} node
 * @returns {Generator<{tag: string, quasi: {quasis: {start: number, end: number, value: {cooked: string}}[]}}>}
 */
function* taggedTemplates(node) {
  if (Array.isArray(node)) {
    for (const inner of node) yield* taggedTemplates(inner);
  } else if (node !== null && typeof node === 'object') {
    const {type, tag, quasi} = /** @type {any} */ (node);
    if (type === 'TaggedTemplateExpression' && ['css', 'html', 'svg'].includes(tag.name)) yield {tag: tag.name, quasi};
    yield* taggedTemplates(Object.values(node));
  }
}
