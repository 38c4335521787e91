import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (/** @type {string} */ path) => readFile(join(root, path), 'utf8');

const pages = [
  ...(await readdir(root)).filter((name) => name.endsWith('.md')),
  ...['docs', 'test', '.changeset'].map((folder) => `${folder}/`),
];
const documents = (
  await Promise.all(
    pages.map(async (path) => {
      if (!path.endsWith('/')) return [path];
      return (await readdir(join(root, path))).filter((name) => name.endsWith('.md')).map((name) => path + name);
    }),
  )
).flat();

/** @typedef {{tagName?: string, attributes?: {name: string}[], members?: {name: string}[]}} Element */

/** Pattern of the paths of folders and files of the repository in a text, with or without backticks. */
const NAMED = /(?<![\w/.-])(?:src|test|docs|demo|scripts|\.ci|\.changeset)\/[\w./*-]*[\w*/]/g;
/** Pattern of the paths of files that the build writes. */
const BUILT = /^(?:cdn|dist)\//;

describe('the documents', () => {
  for (const path of documents) {
    it(`${path} links only to files and headings that exist`, async () => {
      const broken = [];
      for (const [, target = ''] of withoutCode(await read(path)).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        const [file = '', heading] = target.split('#');
        const linked = file ? join(dirname(path), file) : path;
        if (!existsSync(join(root, linked))) broken.push(target);
        else if (heading && !headings(await read(linked)).includes(heading)) broken.push(target);
      }
      assert.deepEqual(broken, []);
    });

    it(`${path} names only files and folders that exist`, async () => {
      const missing = [];
      for (const [name] of withoutExamples(await read(path)).matchAll(NAMED)) {
        if (!BUILT.test(name) && !(await exists(name, path))) missing.push(name);
      }
      assert.deepEqual(missing, []);
    });

    it(`${path} names only scripts that package.json has`, async () => {
      const {scripts} = JSON.parse(await read('package.json'));
      const named = [...(await read(path)).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name);
      assert.deepEqual(
        named.filter((name) => !(name in scripts)),
        [],
      );
    });
  }

  it('the sources cite only sections of docs/ that exist', async () => {
    const sections = [...(await read('docs/FIVE9.md')).matchAll(/^#+ (\d+(?:\.\d+)?)/gm)].map(([, section]) => section);
    let cited = 0;
    for (const file of await readdir(join(root, 'src'), {recursive: true})) {
      if (!file.endsWith('.ts')) continue;
      for (const [text, section = ''] of (await read(`src/${file}`)).matchAll(/FIVE9[^\n\d]{0,25} (\d+(?:\.\d+)?)/g)) {
        assert.ok(sections.includes(section), `src/${file}: ${text}`);
        cited++;
      }
    }
    assert.ok(
      cited > 0,
      'Sources cite docs/FIVE9.md. If they do so in other words now, change the pattern of this test.',
    );
  });

  it('docs/FIVE9.md lists each assumption of the simulator with its option', async () => {
    const register = (await read('docs/FIVE9.md')).split('\n## 11.')[1] ?? '';
    const options = [];
    for (const file of await readdir(join(root, 'src/simulator'), {recursive: true})) {
      if (!file.endsWith('.ts')) continue;
      const source = await read(`src/simulator/${file}`);
      options.push(
        ...[...source.matchAll(/\/\*\*[\s*]*ASSUMPTION: (?:(?!\*\/)[\s\S])*\*\/\s*(\w+)\??: /g)].map(
          ([, name = '']) => name,
        ),
      );
    }
    assert.ok(options.length > 30, `Only ${options.length} options were found.`);
    assert.deepEqual(
      options.filter((name) => !register.includes(`\`${name}\``)),
      [],
    );
  });

  it('the README states the bounds of .size-limit.json', async () => {
    const bounds = JSON.parse(await read('.size-limit.json')).map(
      (/** @type {{path: string, limit: string}} */ {path, limit}) => [path.replace('cdn/', ''), limit],
    );
    const limits = new Map(bounds);
    const rows = [...(await read('README.md')).matchAll(/^\| `([\w.-]+\.js)` \|.*\| ≤ (.+) \|$/gm)];
    assert.ok(rows.length > 5);
    for (const [, file = '', bound] of rows) assert.equal(bound, limits.get(file), file);
  });

  it('the README has a row for each element, and names only attributes and properties that the element has', async () => {
    const readme = await read('README.md');
    const {modules} = /** @type {{modules: {declarations?: Element[]}[]}} */ (
      JSON.parse(await read('custom-elements.json'))
    );
    const elements = modules.flatMap(({declarations = []}) => declarations.filter(({tagName}) => tagName));
    assert.ok(elements.length > 15);
    for (const {tagName, attributes = [], members = []} of elements) {
      const [, row] = new RegExp(`^\\| \`<${tagName}>\` \\|(.*)\\|$`, 'm').exec(readme) ?? [];
      assert.ok(row, `The README has no row for ${tagName}.`);
      const known = new Set([...attributes, ...members].map(({name}) => name));
      const named = [...row.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) =>
        code.replace(/="[^"]*"/g, '').split(' '),
      );
      const unknown = named.filter((name) => /^[a-z0-9-]+$/.test(name) && !known.has(name));
      assert.deepEqual(unknown, [], tagName);
    }
  });
});

/** @param {string} text */
function withoutExamples(text) {
  return text.replace(/^```[\s\S]*?^```/gm, '');
}

/** @param {string} text */
function withoutCode(text) {
  return withoutExamples(text).replace(/`[^`\n]*`/g, '');
}

/** Returns the anchors of a page's headings, as GitHub makes them. @param {string} text */
function headings(text) {
  return [...withoutExamples(text).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

/**
 * Returns whether a file exists in the repository, or in the folder of the page that names it. A name with a star means
 * any file that matches.
 *
 * @param {string} name
 * @param {string} page
 */
async function exists(name, page) {
  for (const base of [root, join(root, dirname(page))]) {
    if (!name.includes('*')) {
      if (existsSync(join(base, name))) return true;
      continue;
    }
    const folder = join(base, name.slice(0, name.indexOf('*')).replace(/[^/]*$/, ''));
    if (existsSync(folder)) return true;
  }
  return false;
}
