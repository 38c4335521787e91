/** Every element in every state that it can be in, each brought there by what brings it there in life: commands, faults, an old SDK. */
import {loadElements} from '../page/manifest.js';
import {find, fromTemplate} from '../page/template.js';
import {acts} from './actions.js';
import {startControls} from './controls.js';
import {STATES} from './state-list.js';
import {behindGlass, makeWorld} from './simulated-five9.js';

/** @import {ElementDoc} from '../page/manifest.js' */
/** @import {Stage, State} from './state-list.js' */

const page = find('#states');
/** What is shown in each cell. @type {Map<HTMLElement, HTMLTemplateElement>} */
const templates = new Map();
await customElements.whenDefined('five9-simulator');

try {
  const elements = await loadElements();
  page.append(...elements.map(section));
  startControls(
    elements.map(({tag}) => tag),
    STATES,
  );
} catch (error) {
  page.append(failed(error));
}
await Promise.all(
  [...templates].map(async ([cell, template]) => {
    await show(cell, template);
    cell.ariaBusy = null;
  }),
);
page.removeAttribute('aria-busy');

/** @param {ElementDoc} element */
function section({tag, summary}) {
  const copy = fromTemplate('section', {tag, summary});
  copy.dataset.tag = tag;
  copy.id = tag;
  /** @type {HTMLAnchorElement} */ (find('h2 a', copy)).href = `/demo/elements.html#${tag}`;
  const shown = /** @type {HTMLTemplateElement[]} */ ([...document.querySelectorAll(`template[data-tag=${tag}]`)]);
  const cells = shown.flatMap((template) => {
    const {states, variant = ''} = template.dataset;
    const wanted = states?.split(' ') ?? acts[tag]?.states ?? [...STATES.keys()];
    return wanted.map((state) => cell(template, state, variant));
  });
  if (cells.length) find('.cells', copy).replaceChildren(...cells);
  else if (!acts[tag]) find('.cells', copy).replaceChildren(failed(`states.html has no template for ${tag}.`));
  return copy;
}

/** @param {unknown} error */
function failed(error) {
  return fromTemplate('failed', {words: error instanceof Error ? error.message : String(error)});
}

/**
 * @param {HTMLTemplateElement} template
 * @param {string} state
 * @param {string} variant
 */
function cell(template, state, variant) {
  const words = variant || STATES.get(state)?.words;
  if (!words) throw new Error(`There is no state ${state}.`);
  const copy = fromTemplate('cell', {words});
  copy.ariaBusy = 'true';
  copy.dataset.state = state;
  copy.dataset.variant = variant;
  templates.set(copy, template);
  return copy;
}

/**
 * Brings the element of a cell into its state.
 *
 * @param {HTMLElement} cell
 * @param {HTMLTemplateElement} template
 */
async function show(cell, template) {
  const {state: name = ''} = cell.dataset;
  const tag = /** @type {HTMLElement} */ (cell.closest('[data-tag]')).dataset.tag ?? '';
  const state = /** @type {State} */ (STATES.get(name));
  const act = acts[tag] ?? {};
  const place = find('.place', cell);
  const content = document.importNode(template.content, true);
  const element = find(tag, content);
  if (state.alone) {
    // Nobody is asked for a service.
    place.addEventListener('context-request', (event) => event.stopPropagation());
    return place.append(content);
  }
  if (tag === 'five9-simulator') return showSimulator(/** @type {any} */ (element), state, place);

  const world = makeWorld(state.init);
  const provider = /** @type {any} */ (document.createElement('five9-provider'));
  provider.setAttribute('scoped', '');
  provider.setAttribute('name', world.name);
  // What is awaited is awaited for ever.
  provider.setAttribute('request-timeout', '0');
  const sdk = state.sdk?.(world.contactCenter);
  if (sdk) Object.assign(provider, {sdk, transport: 'crm-sdk'});

  /** @type {Stage} */
  const stage = {
    ...world,
    tag,
    act,
    element: /** @type {any} */ (element),
    id: '',
    /** Until what was said so far has come, and shows. */
    async settled() {
      for (let round = 0; round < 3; round++) {
        await /** @type {any} */ (element).updateComplete;
        await provider.service.api.isMasterPage().catch(() => undefined);
      }
    },
    async connected() {
      while (!provider.service.connected) {
        await new Promise((resolve) => provider.addEventListener('five9-connection', resolve, {once: true}));
      }
      // It may have asked twice, and gets two ports then.
      await stage.settled();
    },
  };
  try {
    await state.before?.(stage);
    provider.append(content);
    place.append(provider);
    await state.bring?.(stage);
  } catch (error) {
    cell.append(failed(error));
  }
}

/**
 * It is the other side, and needs no service.
 *
 * @param {HTMLElement & {contactCenter: unknown}} element
 * @param {State} state
 * @param {HTMLElement} place
 */
async function showSimulator(element, state, place) {
  const {contactCenter, close} = makeWorld(state.init);
  close();
  element.contactCenter = behindGlass(contactCenter);
  place.append(element);
  const still = {contactCenter, id: '', settled: () => Promise.resolve(), connected: () => Promise.resolve()};
  await state.bring?.(/** @type {any} */ (still));
}
