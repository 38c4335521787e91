import {fileURLToPath} from 'node:url';
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';
import {layerRules} from './scripts/lint/layers.js';
import {unsafeHtmlRules} from './scripts/lint/unsafe-html.js';

const SOURCES = 'src/**/*.ts';
const TESTS = 'test/**/*.ts';
const HELPERS = '**/*.{js,mjs}';

export default defineConfig(
  {ignores: ['dist/', 'cdn/', 'coverage/', 'test-results/']},
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},

  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {projectService: true, tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url))},
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true, allowBoolean: true}],
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', ignoreRestSiblings: true}],
      // Classes are taken by their shape: two copies of the bundle, of two versions perhaps, share one service.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `() => this.close()` in place of a callback that returns nothing reads better than braces around it.
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
    },
  },
  {
    files: [SOURCES, TESTS],
    extends: [wc.configs['flat/recommended'], lit.configs['flat/recommended'], litA11y.configs.recommended],
    settings: {wc: {elementBaseClasses: ['LitElement', 'Five9Element', 'InteractionElement']}},
  },
  {
    files: [SOURCES],
    rules: {
      'no-console': 'error',
      // `@click=${this.toggle}`: Lit calls a handler with the element as `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  ...unsafeHtmlRules,
  ...layerRules,
  {
    files: [TESTS],
    rules: {
      // `expect(x).to.be.true` is a property access to the linter, and an assertion to chai.
      '@typescript-eslint/no-unused-expressions': 'off',
      // open-wc types every `equal` as a promise, for the sake of its own snapshots. `accessible()` does have to be awaited.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {allowForKnownSafeCalls: [{from: 'package', name: 'Equal', package: 'chai'}]},
      ],
      // Functions are taken from objects to be replaced and put back.
      '@typescript-eslint/unbound-method': 'off',
      // A test that finds nothing fails on the spot, which is what it should do.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: [TESTS],
    ignores: ['test/support/check.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {name: 'fast-check', message: 'Import `fc` from test/support/check.js: it sets the seed.'},
      ],
    },
  },
  {
    // tsc checks their types (checkJs); here it is for plain mistakes.
    files: [HELPERS],
    rules: {'no-undef': 'off'},
  },
);
