import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cp, mkdtemp, readFile, rename, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Everything that the generator and the checks of its result read. */
const COPIED = [
  'README.md',
  'custom-elements-manifest.config.mjs',
  'custom-elements.json',
  'demo',
  'eslint.config.js',
  'package.json',
  '.prettierrc',
  '.prettierignore',
  'scripts',
  'src',
  'test',
  'tsconfig.json',
];
const SOURCES = 'src/elements/call-notes';
const TEST = 'test/elements/call-notes/call-notes.test.ts';

describe('npm run new-element', () => {
  let copy = '';

  before(async () => {
    copy = await mkdtemp(join(tmpdir(), 'five9-elements-new-'));
    for (const path of COPIED) await cp(join(root, path), join(copy, path), {recursive: true});
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
    succeeds('node', 'scripts/new-element.mjs', 'five9-call-notes');
    // Check only the new files, because tsc and the linter need a long time for all files.
    await rename(join(copy, 'tsconfig.json'), join(copy, 'tsconfig.all.json'));
    const config = {extends: './tsconfig.all.json', include: [SOURCES, TEST]};
    await writeFile(join(copy, 'tsconfig.json'), JSON.stringify(config));
  });

  after(() => rm(copy, {recursive: true}));

  /** @param {string[]} command */
  const run = (...command) => {
    const {status, stdout, stderr} = spawnSync('npx', command, {cwd: copy, encoding: 'utf8'});
    return {status, output: stdout + stderr};
  };

  /** @param {string[]} command */
  const succeeds = (...command) => {
    const {status, output} = run(...command);
    assert.equal(status, 0, output);
  };

  it('writes an element and a test that pass the type check', () => {
    succeeds('tsc', '--noEmit');
  });

  it('writes files that the linter and prettier accept', () => {
    succeeds('eslint', '--max-warnings', '0', SOURCES, TEST);
    succeeds(
      'prettier',
      '--check',
      SOURCES,
      TEST,
      'src/index.ts',
      'src/all.ts',
      'demo/elements.html',
      'demo/states.html',
    );
  });

  it('documents all public parts of the element in custom-elements.json', async () => {
    succeeds('node', 'scripts/check-manifest.mjs');
    assert.ok((await readFile(join(copy, 'custom-elements.json'), 'utf8')).includes('"tagName": "five9-call-notes"'));
  });

  it('adds the element to the entries of the package, to the demo pages and to the table of elements', async () => {
    const entries = {
      'src/index.ts': "from './elements/call-notes/call-notes.js';",
      'src/all.ts': "from './elements/call-notes/define.js';",
      'demo/elements.html': '<five9-call-notes></five9-call-notes>',
      'demo/states.html': '<five9-call-notes></five9-call-notes>',
      'README.md': '\n| `<five9-call-notes>` |',
    };
    for (const [path, entry] of Object.entries(entries)) {
      assert.ok((await readFile(join(copy, path), 'utf8')).includes(entry), path);
    }
  });

  it('refuses an element that exists, and a name that is no tag of the package', () => {
    for (const tag of ['five9-call-notes', 'call-notes', 'five9-', 'five9-Call']) {
      const {status, output} = run('node', 'scripts/new-element.mjs', tag);
      assert.equal(status, 1, tag);
      assert.match(output, /Usage: npm run new-element/);
    }
  });
});
