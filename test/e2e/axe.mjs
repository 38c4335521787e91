import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';

/** @import {Page} from 'puppeteer-core' */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Checks that axe finds no problem, in light and dark colours.
 *
 * @param {Page} page
 * @param {{without?: string[]}} [options] rules that the page breaks on purpose
 */
export async function isAccessible(page, {without = []} = {}) {
  // Do not insert a script tag, because the page's content security policy forbids this.
  await page.evaluate(axe);
  for (const scheme of ['light', 'dark']) {
    const rules = Object.fromEntries(without.map((rule) => [rule, {enabled: false}]));
    const violations = await page.evaluate(
      async (name, rules) => {
        document.documentElement.dataset.scheme = name;
        const found = await /** @type {any} */ (globalThis).axe.run(document, {iframes: false, rules});
        return found.violations.map((/** @type {any} */ {id, help, nodes}) => ({
          id,
          help,
          where: nodes.map((/** @type {any} */ {target}) => target.flat().join(' ')),
        }));
      },
      scheme,
      rules,
    );
    assert.deepEqual(violations, [], `in ${scheme}`);
  }
}
