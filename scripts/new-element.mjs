/**
 * `npm run new-element -- five9-something`: writes the files of a new element, and adds it to the lists of all
 * elements. The new files pass the type check, the linter and their own test.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import process from 'node:process';

const TEMPLATES = new URL('new-element/', import.meta.url);

const tag = process.argv[2] ?? '';
const name = tag.replace('five9-', '');
const problem = findProblem();
if (problem) {
  console.error(`${problem}\nUsage: npm run new-element -- five9-something`);
  process.exit(1);
}

const className = name.replace(/(?:^|-)([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const title = `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
const placeholders = {
  TAG: tag,
  NAME: name,
  CLASS: `Five9${className}`,
  TITLE: title,
  EVENT_CLASS: `${className}DoneEvent`,
  EVENT_DETAIL: `${className}Done`,
  EVENT_TYPE: `${tag}-done`,
};

const source = `src/elements/${name}`;
const files = {
  'element.ts.txt': `${source}/${name}.ts`,
  'events.ts.txt': `${source}/${name}.events.ts`,
  'styles.ts.txt': `${source}/${name}.styles.ts`,
  'define.ts.txt': `${source}/define.ts`,
  'test.ts.txt': `test/elements/${name}/${name}.test.ts`,
};

for (const [template, path] of Object.entries(files)) await writeFromTemplate(template, path);
await addEntries();
run('prettier', '--log-level', 'warn', '--write', ...Object.values(files), 'src/index.ts', 'src/all.ts');
run('cem', 'analyze', '--quiet');

console.log(`Written: ${Object.values(files).join(', ')}
Changed: src/index.ts, src/all.ts, demo/elements.html, demo/states.html, README.md, custom-elements.json

Next:
  1. Replace the action of the template, and every TODO.
  2. Name the states that make a difference in demo/states/actions.js.
  3. npm run typecheck && npm run lint && npx web-test-runner --files '${files['test.ts.txt']}'
  4. npm run analyze, whenever the public part of the element changes.
  5. npm run changeset`);

/** @returns {string | undefined} the reason why the element cannot be created */
function findProblem() {
  if (!/^five9(?:-[a-z][a-z0-9]*)+$/.test(tag)) return `"${tag}" is not a tag of this package.`;
  if (existsSync(`src/elements/${name}`)) return `There is an element ${tag} already: src/elements/${name}.`;
  if (!existsSync('src/elements'))
    return 'There is no folder src/elements here: run this in the root of the repository.';
  return undefined;
}

/**
 * @param {string} template
 * @param {string} path
 */
async function writeFromTemplate(template, path) {
  const text = await readFile(new URL(template, TEMPLATES), 'utf8');
  await mkdir(path.slice(0, path.lastIndexOf('/')), {recursive: true});
  await writeFile(
    path,
    text.replace(/\b(?:TAG|NAME|CLASS|TITLE|EVENT_[A-Z]+)\b/g, (placeholder) => {
      return placeholders[/** @type {keyof typeof placeholders} */ (placeholder)];
    }),
  );
}

async function addEntries() {
  const exported = (/** @type {string} */ file) => `export * from './elements/${name}/${file}.js';\n`;
  await insert(
    'src/index.ts',
    /^export .* from '\.\/elements\/([\w-]+)\//gm,
    exported(name) + exported(`${name}.events`),
  );
  // Keep the provider first, because the other elements need its settings.
  await insert('src/all.ts', /^export \* from '\.\/elements\/(?!provider\/)([\w-]+)\//gm, exported('define'));
  const element = `<${tag}></${tag}>`;
  await insert(
    'demo/elements.html',
    /^ *<template data-demo="five9-([\w-]+)"/gm,
    `    <template data-demo="${tag}">\n      ${element}\n    </template>\n\n`,
  );
  await insert(
    'demo/states.html',
    /^ *<template data-tag="five9-([\w-]+)"/gm,
    `    <template data-tag="${tag}">${element}</template>\n\n`,
  );
  await insert('README.md', /^\| `<five9-([\w-]+)>`/gm, `| \`<${tag}>\` | TODO |\n`);
}

/**
 * Inserts a text before the entry of the alphabetically next element, or after the last entry.
 *
 * @param {string} path
 * @param {RegExp} entries pattern of an element's entry; its group is the name of the element
 * @param {string} text
 */
async function insert(path, entries, text) {
  const before = await readFile(path, 'utf8');
  const found = [...before.matchAll(entries)];
  const next = found.find(([, other = '']) => other > name);
  const last = found.at(-1);
  if (!last) throw new Error(`${path} has no entry of an element: ${String(entries)} finds nothing.`);
  const position = next ? next.index : before.indexOf('\n', last.index) + 1;
  await writeFile(path, before.slice(0, position) + text + before.slice(position));
}

/** @param {...string} command */
function run(...command) {
  const {status} = spawnSync('npx', command, {stdio: 'inherit'});
  if (status !== 0) throw new Error(`This command failed: npx ${command.join(' ')}`);
}
