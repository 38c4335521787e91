/**
 * Rules for code that must also work in pages whose scripts replace or extend built-in objects. Such a script may run
 * before or after our files.
 */

/** @import {Rule} from 'eslint' */

/** @type {Rule.RuleModule} */
const noReplacedBuiltIns = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      arrayFrom: 'Old frameworks replace Array.from, and ignore its second parameter: write [...list].map(…).',
      stringify: 'Old frameworks add toJSON to arrays: use toJson() of src/interaction-api/to-json.ts.',
    },
  },
  create(context) {
    return {
      MemberExpression(node) {
        const {object, property} = node;
        if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
        const name = `${object.name}.${property.name}`;
        if (name === 'Array.from') context.report({node, messageId: 'arrayFrom'});
        const isTool = /\/src\/(?:simulator|elements\/console)\//.test(context.filename);
        if (name === 'JSON.stringify' && !isTool) context.report({node, messageId: 'stringify'});
      },
    };
  },
};

/** @type {import('eslint').Linter.Config[]} */
export const oldPageRules = [
  {
    files: ['src/**/*.ts'],
    plugins: {pages: {rules: {'no-replaced-built-ins': noReplacedBuiltIns}}},
    rules: {
      'pages/no-replaced-built-ins': 'error',
      'no-restricted-globals': [
        'error',
        {name: 'self', message: 'Scripts of a page use “self” as a variable: use ownWindow of src/transport.'},
      ],
    },
  },
];
