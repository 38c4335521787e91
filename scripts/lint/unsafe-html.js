/**
 * Rules that forbid to create markup, code and inline styles from strings. With these rules, the bundle works with a
 * strict content security policy and with Trusted Types, and the data of a call can never become HTML.
 */

export const UNSAFE_IMPORTS = [
  {
    regex: '^lit(?:-html)?/(?:directives/unsafe-|static-html|static\\.js)',
    message: 'Markup from strings: pass data to html`` instead.',
  },
  {
    regex: '^lit(?:-html)?/directives/style-map',
    message:
      "Its first render sets a style attribute, which style-src 'self' blocks: set a custom property in updated().",
  },
];

const MARKUP = 'Markup from a string: render with html`` instead.';

/** @type {import('eslint').Linter.Config[]} */
export const unsafeHtmlRules = [
  {
    files: ['src/**/*.ts', 'demo/**/*.{js,mjs,ts}'],
    ignores: ['demo/server/**'],
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment'].map(
          (property) => ({
            property,
            message: MARKUP,
          }),
        ),
        {object: 'document', property: 'write', message: MARKUP},
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', {patterns: UNSAFE_IMPORTS}],
      'lit/ban-attributes': ['error', 'style'],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "ImportExpression[source.type='Literal'][source.value=/^(?:lit\\/directives\\/unsafe|lit\\/static)/]",
          message: MARKUP,
        },
      ],
    },
  },
];
