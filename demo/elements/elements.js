/** Shows for each element the documentation from custom-elements.json, and a live demo from a template of this page. */
import {clock, gist, SDK_EVENTS} from '../page/event-words.js';
import {loadElements} from '../page/manifest.js';
import {find, fromTemplate} from '../page/template.js';
import './copy.js';
import {startIndex} from './index-list.js';
import './remote.js';
import {prose} from './prose.js';
import {loadSnippets} from './snippets.js';

/** @import {ElementDoc, Row, Table} from '../page/manifest.js' */

/** Maximum number of events that the page shows for an element. The page shows the latest events. */
const SHOWN_EVENTS = 3;

/**
 * The adapter's origin in the templates. The page replaces it with the real origin, because `npm start` can use another
 * port.
 */
const ADAPTER = 'http://localhost:8001';

const page = find('#elements');
let adapterOrigin = ADAPTER;

try {
  const [elements, snippets, settings] = await Promise.all([loadElements(), loadSnippets(), loadSettings()]);
  ({adapterOrigin} = settings);
  const tags = new Set(elements.map(({tag}) => tag));
  page.replaceChildren(...elements.map((element) => section(element, snippets.get(element.tag), tags)));
  for (const name of new Set([...SDK_EVENTS, ...elements.flatMap(({events}) => events)])) {
    // Listen in the capture phase, because some events do not bubble.
    document.addEventListener(name, onEvent, true);
  }
  startIndex(elements);
  page.removeAttribute('aria-busy');
} catch (error) {
  const words = error instanceof Error ? error.message : String(error);
  page.replaceChildren(fromTemplate('failed', {words}));
  page.removeAttribute('aria-busy');
}

/** @returns {Promise<{adapterOrigin: string}>} */
async function loadSettings() {
  return (await fetch('/demo/settings.json')).json();
}

/**
 * @param {ElementDoc} element
 * @param {string | undefined} snippet
 * @param {ReadonlySet<string>} tags
 */
function section(element, snippet, tags) {
  const {tag, summary, description, module, tables} = element;
  const copy = fromTemplate('element', {tag, summary, snippet: snippet ?? '', module: `import '${module}';`});
  copy.id = tag;
  /** @type {HTMLAnchorElement} */ (find('h2 a', copy)).href = `#${tag}`;
  find('.description', copy).append(...prose(description, tags));
  showDemo(tag, find('.demo', copy));
  copy.append(...tables.map((one) => table(tag, one, tags)));
  return copy;
}

/**
 * @param {string} tag
 * @param {HTMLElement} place
 */
function showDemo(tag, place) {
  place.ariaLabel = `Live: ${tag}`;
  const template = /** @type {HTMLTemplateElement | null} */ (document.querySelector(`template[data-demo=${tag}]`));
  if (!template) return;
  // The section of `five9-simulator` shows a link to the page's simulator, because a second simulator would be a second
  // adapter.
  const {at} = template.dataset;
  const content = document.importNode(template.content, true);
  for (const framed of content.querySelectorAll(`[src^="${ADAPTER}"]`)) {
    framed.setAttribute('src', String(framed.getAttribute('src')).replace(ADAPTER, adapterOrigin));
  }
  place.replaceChildren(at ? fromTemplate(at, {}) : content);
}

/**
 * @param {string} tag
 * @param {Table} table
 * @param {ReadonlySet<string>} tags
 */
function table(tag, {title, head, rows}, tags) {
  const copy = fromTemplate('table', {title, head});
  // Name the element in the label, because the tables of all elements have the same titles.
  find('table', copy).ariaLabel = `${title} of ${tag}`;
  find('tbody', copy).append(...rows.map((one) => row(one, tags)));
  const typed = rows.some(({type, initial}) => type || initial);
  if (!typed) for (const cell of copy.querySelectorAll('.type')) cell.remove();
  return copy;
}

/**
 * @param {Row} row
 * @param {ReadonlySet<string>} tags
 */
function row({name, more = '', type = '', initial, description = ''}, tags) {
  const copy = fromTemplate('row', {name, more, type, initial: initial === undefined ? '' : `= ${initial}`});
  find('.words', copy).append(...prose(description, tags));
  return copy;
}

/** @param {Event} event */
function onEvent(event) {
  if (!(event.target instanceof Element)) return;
  const list = event.target.closest('.element')?.querySelector('.received');
  if (!list || !event.target.closest('.demo')) return;
  const {type, detail} = /** @type {CustomEvent} */ (event);
  list.append(fromTemplate('received', {time: clock.format(Date.now()), name: type, gist: gist(detail)}));
  while (list.childElementCount > SHOWN_EVENTS) list.firstElementChild?.remove();
}
