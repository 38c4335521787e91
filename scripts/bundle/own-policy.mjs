/** @import {Plugin} from 'rollup' */

/**
 * Gives our copy of lit-html a Trusted Types policy of its own name. It creates the policy as it loads, and a page with
 * `trusted-types lit-html` that has Lit already would refuse the second one, and our whole file with it. Our own files, and two
 * versions of one, have one policy between them for the same reason: the first makes it, and it stays at `trustedTypes.five9`.
 *
 * @returns {Plugin}
 */
export function ownPolicy() {
  return {
    name: 'own-policy',
    transform(code, id) {
      if (!/\/lit-html\.js$/.test(id)) return null;
      // The names differ in length: this shifts columns of the source map in one line of lit-html, nothing of ours.
      return {
        code: code.replaceAll(/(\w+)\.createPolicy\("lit-html"/g, '$1.five9??=$1.createPolicy("five9-elements"'),
        map: null,
      };
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const hasLitHtml = Object.entries(file.modules).some(([id, {code}]) => code && /\/lit-html\.js$/.test(id));
        const names = [...file.code.matchAll(/(?:\.five9\s*\?\?=\s*\w+)?\.createPolicy\(["'`][^"'`]*/g)].join();
        if (hasLitHtml ? !/^\.five9\s*\?\?=\s*\w+\.createPolicy\(["'`]five9-elements$/.test(names) : names) {
          this.error(`${file.fileName} makes the Trusted Types policies [${names}]: has lit-html changed?`);
        }
      }
    },
  };
}
