/**
 * Holds custom-elements.json against the sources: whatever of an element is public has a description, and what its files draw
 * or style (parts, slots, custom properties, states, events) is documented, and the reverse.
 */
import {readdir, readFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import process from 'node:process';

/** @typedef {{name: string, description?: string}} Entry */
/**
 * @typedef {Record<string, any> & {tagName?: string, name: string}} Declaration
 * @typedef {{path: string, declarations: Declaration[]}} Module
 */

/** Where the public custom properties are read. */
const HOST_STYLES = 'src/shared/styles/host-styles.ts';
const problems = /** @type {string[]} */ ([]);

const {modules} = /** @type {{modules: Module[]}} */ (JSON.parse(await readFile('custom-elements.json', 'utf8')));
const classes = new Map(modules.flatMap(({path, declarations}) => declarations.map((it) => [it.name, {path, it}])));
const hostStyles = await readFile(HOST_STYLES, 'utf8');

const elements = [...classes.values()].filter(({it}) => it.tagName);
for (const {path, it} of elements) {
  checkDescriptions(it);
  await checkAgainstSource(it, path);
}
for (const problem of problems) console.error(problem);
console.log(`${elements.length} elements, ${problems.length} problems in custom-elements.json`);
process.exitCode = elements.length > 0 && problems.length === 0 ? 0 : 1;

/** @param {Declaration} element */
function checkDescriptions(element) {
  if (!element.description) problems.push(`${element.tagName}: the element has no description`);
  for (const kind of ['members', 'attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates']) {
    for (const {name, description} of /** @type {Entry[]} */ (element[kind] ?? [])) {
      if (!description) problems.push(`${element.tagName}: ${kind} "${name}" has no description`);
    }
  }
}

/**
 * @param {Declaration} element
 * @param {string} path
 */
async function checkAgainstSource(element, path) {
  const source = await sourceOf(element, path);
  // Not each element that wears shared styles draws all that they style: their properties may be documented.
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
 * @param {Set<string>} found in the source
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
 * The text of an element's folder, of the classes that it inherits from, and of what it draws by functions that are shared (`render…`).
 *
 * @param {Declaration} element
 * @param {string} path
 * @returns {Promise<string>}
 */
async function sourceOf(element, path) {
  const folder = dirname(path).replace(/^dist/, 'src');
  const texts = [];
  for (const file of await readdir(folder)) {
    if (file.endsWith('.ts')) texts.push(await readFile(`${folder}/${file}`, 'utf8'));
  }
  for (let base = superclassOf(element); base; base = superclassOf(base.it)) {
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
 * The text of the style sheets of src/shared/styles that a source imports.
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
  // A slot whose name is given to a method.
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
 * The shared styles read each public property once, into a private one of their own: `--_x: var(--five9-x, …)`.
 *
 * @param {Iterable<string>} aliases
 */
function publicNames(aliases) {
  const wanted = new Set(aliases);
  const pairs = [...hostStyles.matchAll(/(--_[\w-]+):\s*var\((--five9-[\w-]+)/g)];
  return new Set(pairs.filter(([, alias]) => wanted.has(alias ?? '')).map(([, , name]) => name ?? ''));
}

/**
 * @param {string} source
 * @param {RegExp} pattern whose group holds names between spaces
 * @returns {Set<string>}
 */
function words(source, pattern) {
  return new Set([...source.matchAll(pattern)].flatMap(([, names = '']) => names.trim().split(/\s+/)));
}
