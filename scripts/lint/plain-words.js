/**
 * Words that are hard to read for people with English as a second language, with advice for each word. The rule reports
 * these words in comments and test names of the files in `PLAIN_FILES`. It does not check code in backticks and texts
 * in double quotes.
 *
 * @type {[pattern: string, instead: string][]}
 */
const HARD_WORDS = [
  ['tells?|told|telling', 'write notify, send, report, return or show'],
  ['hears?|heard|hearers?|hearing', 'write receive, handle, listen or listener'],
  ['whom', 'name the person or the object'],
  ['anew|afresh', 'write again'],
  ['of late', 'write recently'],
  ['now and then', 'write sometimes'],
  ['beside', 'write next to, or in addition to'],
  ['upon', 'write on'],
  ['(?:there|where)(?:of|in|to|by|with|from|upon)', 'name the noun'],
  ['thence|whence|lest|albeit', 'write a second sentence'],
  ['(?:be|is|was|are|were) had', 'write available'],
  ['(?:is|are|was|were) not there', 'write missing'],
  ['as (?:it|they) stands?', 'write unchanged'],
  ['of (?:its|their|his) own accord', 'write by itself'],
  ['for want of', 'write because … is missing'],
  ['good-?byes?', 'name the message or the event'],
  ['off it', 'name the noun'],
];

const HARD = new RegExp(`\\b(?:${HARD_WORDS.map(([pattern]) => `(${pattern})`).join('|')})\\b`, 'gi');
const QUOTED = /`[^`]*`|"[^"]*"|“[^”]*”/g;
const TEST_FUNCTIONS = new Set(['it', 'describe']);

/** @type {import('eslint').Rule.RuleModule} */
const plainWords = {
  meta: {
    type: 'suggestion',
    docs: {description: 'Comments and test names use plain words.'},
    schema: [],
    messages: {hard: '“{{word}}” is hard to read: {{instead}}.'},
  },
  create(context) {
    const {sourceCode} = context;

    /**
     * @param {string} text
     * @param {number} start position of the text in the file
     */
    function check(text, start) {
      const unquoted = text.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
      for (const match of unquoted.matchAll(HARD)) {
        const [word, ...groups] = match;
        const [, instead = ''] = HARD_WORDS[groups.findIndex((group) => group !== undefined)] ?? [];
        const begin = start + match.index;
        context.report({
          loc: {start: sourceCode.getLocFromIndex(begin), end: sourceCode.getLocFromIndex(begin + word.length)},
          messageId: 'hard',
          data: {word, instead},
        });
      }
    }

    return {
      Program() {
        for (const {range} of sourceCode.getAllComments()) {
          if (range) check(sourceCode.text.slice(...range), range[0]);
        }
      },
      CallExpression({callee, arguments: [name]}) {
        if (callee.type !== 'Identifier' || !TEST_FUNCTIONS.has(callee.name) || !name?.range) return;
        // Check the name without its quotation marks.
        const [start, end] = name.range;
        if (name.type === 'Literal' || name.type === 'TemplateLiteral') {
          check(sourceCode.text.slice(start + 1, end - 1), start + 1);
        }
      },
    };
  },
};

/** The files to check. */
export const PLAIN_FILES = [
  '{src,test,demo}/**/*.{js,mjs,ts}',
  'scripts/**/*.{js,mjs}',
  '{eslint,rollup,web-test-runner,custom-elements-manifest}.config.{js,mjs}',
];

/** @type {import('eslint').Linter.Config[]} */
export const plainWordRules = [
  {
    files: PLAIN_FILES,
    // Do not check this file, because it contains the list of hard words.
    ignores: ['scripts/lint/plain-words.js'],
    plugins: {project: {rules: {'plain-words': plainWords}}},
    rules: {'project/plain-words': 'error'},
  },
];
