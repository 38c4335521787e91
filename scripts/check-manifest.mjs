/**
 * Compares custom-elements.json with the sources. Every public member of an element must have a description. Every
 * part, slot, custom property, state and event in the element's source must be documented, and every documented name
 * must be in the element's source.
 */
import {readdir, readFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import process from 'node:process';

/** @typedef {{name: string, description?: string, default?: string}} Entry */
/**
 * @typedef {Record<string, any> & {tagName?: string, name: string}} Declaration
 * @typedef {{path: string, declarations: Declaration[]}} Module
 */

/** The style sheet that reads the public custom properties. */
const HOST_STYLES = 'src/shared/styles/host-styles.ts';
const problems = /** @type {string[]} */ ([]);

const {modules} = /** @type {{modules: Module[]}} */ (JSON.parse(await readFile('custom-elements.json', 'utf8')));
const classes = new Map(
  modules.flatMap(({path, declarations}) => declarations.map((declaration) => [declaration.name, {path, declaration}])),
);
const hostStyles = await readFile(HOST_STYLES, 'utf8');

const elements = [...classes.values()].filter(({declaration}) => declaration.tagName);
for (const {path, declaration} of elements) {
  checkDescriptions(declaration);
  await checkAgainstSource(declaration, path);
}
for (const problem of problems) console.error(problem);
console.log(`${elements.length} elements, ${problems.length} problems in custom-elements.json`);
if (problems.length > 0) console.error('Write the JSDoc in the class of the element, then run `npm run analyze`.');
process.exitCode = elements.length > 0 && problems.length === 0 ? 0 : 1;

/** @param {Declaration} element */
function checkDescriptions(element) {
  if (!element.description) problems.push(`${element.tagName}: the element has no description`);
  for (const kind of ['members', 'attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates']) {
    for (const {name, description, default: value} of /** @type {Entry[]} */ (element[kind] ?? [])) {
      if (!description) problems.push(`${element.tagName}: ${kind} "${name}" has no description`);
      // Allow the constant `VERSION`, because its value changes with each release.
      if (/^[A-Z_]+$/.test(value ?? '') && value !== 'VERSION') {
        problems.push(
          `${element.tagName}: the default of "${name}" is the constant ${value}: write its value in @default`,
        );
      }
    }
  }
}

/**
 * @param {Declaration} element
 * @param {string} path
 */
async function checkAgainstSource(element, path) {
  const source = await sourceOf(element, path);
  // An element may use only a part of a shared style sheet, so it need not document every custom property of the sheet.
  const optional = propertiesIn(await sharedStyles(source));

  compare(element, 'cssParts', words(source, /\bpart(?:=|: )["']([^"'$]+)["']/g));
  compare(element, 'slots', slotsIn(source));
  compare(element, 'cssProperties', propertiesIn(source), optional);
  compare(element, 'cssStates', words(source, /:state\(([\w-]+)\)/g), documented(element, 'cssStates'));
  compare(element, 'events', words(source, /static readonly type = '([^']+)'/g), documented(element, 'events'));
}

/**
 * @param {Declaration} element
 * @param {string} kind
 * @param {Set<string>} found names in the source
 * @param {Set<string>} [optional] names that may be documented without being found
 */
function compare(element, kind, found, optional = new Set()) {
  const names = documented(element, kind);
  for (const name of found) {
    if (!names.has(name)) problems.push(`${element.tagName}: ${kind} "${name}" is in the source and not documented`);
  }
  for (const name of names) {
    if (!found.has(name) && !optional.has(name)) {
      problems.push(`${element.tagName}: ${kind} "${name}" is documented and not in the source`);
    }
  }
}

/**
 * @param {Declaration} element
 * @param {string} kind
 */
function documented(element, kind) {
  return new Set(/** @type {Entry[]} */ (element[kind] ?? []).map(({name}) => name));
}

/**
 * Returns the source of an element's folder, of its base classes, and of the shared `render…` functions that it
 * imports.
 *
 * @param {Declaration} element
 * @param {string} path
 * @returns {Promise<string>}
 */
async function sourceOf(element, path) {
  const folder = dirname(path).replace(/^dist/, 'src');
  const texts = [];
  for (const file of await readdir(folder, {recursive: true})) {
    if (file.endsWith('.ts')) texts.push(await readFile(`${folder}/${file}`, 'utf8'));
  }
  for (let base = superclassOf(element); base; base = superclassOf(base.declaration)) {
    texts.push(await readFile(base.path.replace(/^dist\/(.*)\.js$/, 'src/$1.ts'), 'utf8'));
  }
  for (const name of words(
    texts.join('\n'),
    /import \{[^}]*\brender[A-Z][^}]*\} from '[./]+shared\/((?:render|styles)\/[\w-]+)\.js'/g,
  )) {
    texts.push(await readFile(`src/shared/${name}.ts`, 'utf8'));
  }
  return texts.join('\n').replace(/^\s*(?:\/\*)?\*.*$/gm, '');
}

/**
 * Returns the source of the style sheets in src/shared/styles that an element imports.
 *
 * @param {string} source
 * @returns {Promise<string>}
 */
async function sharedStyles(source) {
  const names = words(source, /from '[./]+(?:shared\/)?(?:styles\/)?([\w-]+-styles)\.js'/g);
  const texts = await Promise.all([...names].map((name) => readFile(`src/shared/styles/${name}.ts`, 'utf8')));
  return texts.join('\n');
}

/** @param {Declaration} element */
function superclassOf({superclass}) {
  return classes.get(superclass?.name);
}

/** @param {string} source */
function slotsIn(source) {
  const names = words(source, /<slot[^>]*\bname=["']([^"']+)["']/g);
  // Add the slots whose name is the argument of `#renderSlot`.
  for (const name of words(source, /#renderSlot\('([^']+)'/g)) names.add(name);
  if (/<slot(?![^>]*\bname=)|\('slot'/.test(source)) names.add('');
  return names;
}

/** @param {string} source */
function propertiesIn(source) {
  const own = words(source, /(--five9-[\w-]+)/g);
  return new Set([...own, ...publicNames(words(source, /var\((--_[\w-]+)/g))]);
}

/**
 * Returns the public custom properties that private custom properties read. The shared styles declare each private
 * property in the form `--_x: var(--five9-x, …)`.
 *
 * @param {Iterable<string>} aliases names of private custom properties
 */
function publicNames(aliases) {
  const wanted = new Set(aliases);
  const pairs = [...hostStyles.matchAll(/(--_[\w-]+):\s*var\((--five9-[\w-]+)/g)];
  return new Set(pairs.filter(([, alias]) => wanted.has(alias ?? '')).map(([, , name]) => name ?? ''));
}

/**
 * @param {string} source
 * @param {RegExp} pattern a pattern whose first group is a list of names, separated by spaces
 * @returns {Set<string>}
 */
function words(source, pattern) {
  return new Set([...source.matchAll(pattern)].flatMap(([, names = '']) => names.trim().split(/\s+/)));
}
