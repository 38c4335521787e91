import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {ESLint} from 'eslint';

const root = fileURLToPath(new URL('../../', import.meta.url));

// Leave out the rules that need the compiler's types, because the snippets of this test are not files of the project.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      languageOptions: {parserOptions: {projectService: false, project: null}},
    },
  ],
  ruleFilter: ({ruleId}) =>
    ['lit/ban-attributes', '@typescript-eslint/no-restricted-imports', 'project/plain-words'].includes(ruleId) ||
    (/^no-/.test(ruleId) && ruleId !== 'no-unused-vars'),
});

/**
 * @param {string} file with the code
 * @param {string} code
 */
async function complaints(file, code) {
  const [result] = await eslint.lintText(code, {filePath: `${root}${file}`});
  return result?.messages.map(({ruleId, message}) => ruleId ?? message) ?? [];
}

const IMPORTS = '@typescript-eslint/no-restricted-imports';

describe('imports between the folders of src/ go one way', () => {
  const forbidden = [
    ['interaction-api/x.ts', "import {a} from '../transport/envelope.js';"],
    ['interaction-api/x.ts', "import type {A} from '../service/events.js';"],
    ['sdk/x.ts', "import {a} from '../transport/envelope.js';"],
    ['transport/x.ts', "import {a} from '../service/page.js';"],
    ['transport/x.ts', "export * from '../shared/icons.js';"],
    ['service/x.ts', "import {a} from '../elements/mute/mute.js';"],
    ['service/x.ts', "import {a} from '../shared/icons.js';"],
    ['shared/x.ts', "import {a} from '../transport/envelope.js';"],
    ['shared/x.ts', "import {a} from '../elements/mute/mute.js';"],
    ['locales/de.ts', "import {a} from '../service/page.js';"],
    ['elements/mute/x.ts', "import {a} from '../../simulator/contact-center/clock.js';"],
    ['elements/mute/x.ts', "import type {A} from '../../simulator/contact-center/clock.js';"],
    ['elements/mute/x.ts', "import {a} from '../../simulator.js';"],
    ['elements/console/replay/replay.ts', "import {a} from '../../../simulator/adapter/simulated-adapter.js';"],
    ['elements/console/body.ts', "import type {A} from '../../simulator/adapter/simulated-adapter.js';"],
    ['simulator/adapter/x.ts', "import {a} from '../../transport/adapter-transport.js';"],
    ['simulator/adapter/x.ts', "import {a} from '../../interaction-api/interaction-api.js';"],
    ['simulator/adapter/x.ts', "import {a} from '../../shared/icons.js';"],
    ['simulator/element/x.ts', "import {a} from '../../service/page.js';"],
  ];
  for (const [file, code] of /** @type {[string, string][]} */ (forbidden)) {
    it(`refuses in ${file}: ${code}`, async () => {
      assert.deepEqual(await complaints(`src/${file}`, code), [IMPORTS]);
    });
  }

  const allowed = [
    ['interaction-api/x.ts', "import {a} from './errors.js';"],
    ['transport/x.ts', "import {a} from '../interaction-api/errors.js';"],
    ['service/x.ts', "import {a} from '../transport/adapter-transport.js';"],
    ['shared/x.ts', "import type {A} from '../transport/envelope.js';"],
    ['shared/x.ts', "import {VERSION} from '../version.js';"],
    ['elements/mute/x.ts', "import {a} from '../../shared/five9-element.js';"],
    ['elements/panel/x.ts', "import {a} from '../mute/mute.js';"],
    ['elements/console/replay/replay.ts', "import type {A} from '../../../simulator/adapter/simulated-adapter.js';"],
    ['simulator/adapter/x.ts', "import {a} from '../../transport/envelope.js';"],
    ['simulator/adapter/x.ts', "import type {A} from '../../interaction-api/types.js';"],
    ['simulator/element/x.ts', "import {a} from '../../shared/five9-element.js';"],
    ['cdn/x.ts', "import {a} from '../simulator/element/define.js';"],
  ];
  for (const [file, code] of /** @type {[string, string][]} */ (allowed)) {
    it(`allows in ${file}: ${code}`, async () => {
      assert.deepEqual(await complaints(`src/${file}`, code), []);
    });
  }

  it('forbids globals of the page in code that also runs without a page', async () => {
    assert.deepEqual(await complaints('src/interaction-api/x.ts', 'document.title;'), ['no-restricted-globals']);
    assert.deepEqual(await complaints('src/transport/x.ts', 'document.title;'), []);
  });
});

describe('no string may become markup, code or inline style', () => {
  const refused = {
    'no-restricted-properties': [
      'element.innerHTML = words;',
      'element.insertAdjacentHTML(where, words);',
      'document.write(words);',
    ],
    'no-eval': ['eval(words);'],
    'no-new-func': ['new Function(words);'],
    [IMPORTS]: [
      "import {unsafeHTML} from 'lit/directives/unsafe-html.js';",
      "import {unsafeSVG} from 'lit/directives/unsafe-svg.js';",
      "import {unsafeStatic} from 'lit/static-html.js';",
      "import {styleMap} from 'lit/directives/style-map.js';",
    ],
    'no-restricted-syntax': ["import('lit/static-html.js');"],
    'lit/ban-attributes': ['html`<b style="color: red">no</b>`;', 'html`<b style=${words}>no</b>`;'],
  };
  for (const [rule, snippets] of Object.entries(refused)) {
    for (const code of snippets) {
      it(`refuses ${code}`, async () => {
        assert.deepEqual(await complaints('src/elements/mute/x.ts', code), [rule]);
      });
    }
  }
});

describe('property tests', () => {
  it('must import fast-check from the module that sets the seed', async () => {
    const code = "import fc from 'fast-check';";
    assert.deepEqual(await complaints('test/service/x.test.ts', code), [IMPORTS]);
    assert.deepEqual(await complaints('test/support/check.ts', code), []);
  });
});

describe('comments and test names use plain words', () => {
  const WORDS = 'project/plain-words';
  for (const code of [
    '// Told once.',
    '/* Anew, and for whom. */',
    '/** Says good-bye. */',
    "it('tells the page', run);",
    'describe(`what ${name} hears`, run);',
  ]) {
    it(`refuses ${code}`, async () => {
      const found = await complaints('scripts/x.mjs', code);
      assert.ok(found.length > 0);
      assert.deepEqual(new Set(found), new Set([WORDS]));
    });
  }

  for (const code of [
    '// Reported once.',
    '// `told` is a name, and "told" is a text.',
    "tell('told');",
    '// A teller, and a thermometer.',
  ]) {
    it(`allows ${code}`, async () => {
      assert.deepEqual(await complaints('scripts/x.mjs', code), []);
    });
  }
});
