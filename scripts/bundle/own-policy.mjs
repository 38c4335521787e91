import MagicString from 'magic-string';

/** @import {Plugin} from 'rollup' */

/** Name of the Trusted Types policy of our files. README.md documents this name for page authors, who must allow it. */
const POLICY = 'five9-elements';
const LIT_HTML = /\/lit-html\.js$/;
/** Finds `trustedTypes.createPolicy('lit-html'`, with which lit-html creates its policy when the module loads. */
const LIT_HTML_POLICY = /\b(\w+)\.createPolicy\(\s*(["'])lit-html\2/g;

/**
 * Renames the Trusted Types policy of our copy of lit-html, because a page that loads its own Lit, with the header
 * `trusted-types lit-html`, refuses a second policy with the name `lit-html`. Without a policy, our elements would not
 * be defined.
 *
 * A page may load several of our files, or two versions of one file. The first file creates the policy and stores it in
 * `trustedTypes.five9`. The other files use that policy, so the page's header does not need `'allow-duplicates'`.
 *
 * @returns {Plugin}
 */
export function ownPolicy() {
  return {
    name: 'own-policy',
    transform(code, id) {
      if (!LIT_HTML.test(id)) return null;
      const policies = [...code.matchAll(LIT_HTML_POLICY)];
      if (policies.length !== 1) {
        return this.error(
          `Expected 1 call of createPolicy('lit-html', …) in ${id}, found ${policies.length}. ` +
            'This version of lit-html probably creates its policy differently: look for "createPolicy" in that file, and adapt LIT_HTML_POLICY in scripts/bundle/own-policy.mjs.',
        );
      }
      const result = new MagicString(code);
      for (const {index, 0: text, 1: factory} of policies) {
        result.update(index, index + text.length, `${factory}.five9 ??= ${factory}.createPolicy('${POLICY}'`);
      }
      return {code: result.toString(), map: result.generateMap({hires: true})};
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const foreign = policyNames(this.parse(file.code)).filter((name) => name !== POLICY);
        if (foreign.length === 0) continue;
        this.error(
          `${file.fileName} creates the Trusted Types policy "${foreign.join('", "')}": a page that allows only "${POLICY}" would refuse the file. ` +
            'Look for "createPolicy" in the dependencies of this bundle: there may be a second copy of lit-html, or another library that needs a policy.',
        );
      }
    },
  };
}

/**
 * Returns the names of the policies that the code creates. Leaves out names that are not literals.
 *
 * @param {unknown} node node of a syntax tree
 * @returns {string[]}
 */
function policyNames(node) {
  if (Array.isArray(node)) return node.flatMap(policyNames);
  if (node === null || typeof node !== 'object') return [];
  const inner = Object.values(node).flatMap(policyNames);
  const {type, callee, arguments: args} = /** @type {any} */ (node);
  if (type !== 'CallExpression' || propertyName(callee) !== 'createPolicy') return inner;
  const name = literalText(args[0]);
  return name === undefined ? inner : [name, ...inner];
}

/** @param {any} callee @returns {string | undefined} */
function propertyName({type, computed, property}) {
  if (type !== 'MemberExpression') return undefined;
  return computed ? literalText(property) : property.name;
}

/** @param {any} node @returns {string | undefined} */
function literalText(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return undefined;
}
