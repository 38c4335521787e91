import {fileURLToPath} from 'node:url';
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';
import {layerRules} from './scripts/lint/layers.js';
import {plainWordRules} from './scripts/lint/plain-words.js';
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
      // Two copies of the bundle, perhaps of two versions, share one service: its class is known by shape only.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `() => this.close()` is easier to read than the same with braces.
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
  ...plainWordRules,
  {
    files: [TESTS],
    rules: {
      // `expect(x).to.be.true` is a property access to the linter, and an assertion to chai.
      '@typescript-eslint/no-unused-expressions': 'off',
      // open-wc types every `equal` as a promise, because of its snapshots. Only `accessible()` must be awaited.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {allowForKnownSafeCalls: [{from: 'package', name: 'Equal', package: 'chai'}]},
      ],
      // Tests replace methods of objects and restore them.
      '@typescript-eslint/unbound-method': 'off',
      // A missing value makes the test fail at once, as it should.
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
    // tsc knows the globals and checks the types (checkJs).
    files: [HELPERS],
    rules: {'no-undef': 'off'},
  },
);
