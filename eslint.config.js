import {fileURLToPath} from 'node:url';
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import {defineConfig} from 'eslint/config';
import tseslint from 'typescript-eslint';
import {layerRules} from './scripts/lint/layers.js';
import {oldPageRules} from './scripts/lint/old-pages.js';
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
      // A page can load two copies of the bundle, which share one service. Then the service is an instance of the other
      // copy's class, and our code can rely only on its members.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `() => this.close()` is easier to read than `() => { this.close(); }`.
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
      // This is allowed, because Lit calls a handler such as `@click=${this.toggle}` with the element as `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  ...unsafeHtmlRules,
  ...oldPageRules,
  ...layerRules,
  ...plainWordRules,
  {
    files: [TESTS],
    rules: {
      // For the linter, `expect(x).to.be.true` is only a property access. For chai, it is an assertion.
      '@typescript-eslint/no-unused-expressions': 'off',
      // The types of open-wc say that every `equal` returns a promise. Only the promise of `accessible()` must be
      // awaited.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {allowForKnownSafeCalls: [{from: 'package', name: 'Equal', package: 'chai'}]},
      ],
      // Tests replace methods of objects and restore them.
      '@typescript-eslint/unbound-method': 'off',
      // If the value before `!` is missing, the test fails, which is correct.
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
    // tsc also checks these files (`checkJs`), and reports undefined names.
    files: [HELPERS],
    rules: {'no-undef': 'off'},
  },
);
