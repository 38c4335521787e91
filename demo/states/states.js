/**
 * Shows every element in each of its states. Commands to the contact centre, faults and old SDKs cause the states, as
 * in a real page.
 */
import {loadElements} from '../page/manifest.js';
import {find, fromTemplate} from '../page/template.js';
import {actions} from './actions.js';
import {startControls} from './controls.js';
import {STATES} from './state-list.js';
import {simulateFive9, withoutLink} from './simulated-five9.js';

/** @import {ElementDoc} from '../page/manifest.js' */
/** @import {Setup, State} from './state-list.js' */

const page = find('#states');
/** The template of each cell. @type {Map<HTMLElement, HTMLTemplateElement>} */
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
    const wanted = states?.split(' ') ?? actions[tag]?.states ?? [...STATES.keys()];
    return wanted.map((state) => cell(template, state, variant));
  });
  if (cells.length) find('.cells', copy).replaceChildren(...cells);
  else if (!actions[tag]) find('.cells', copy).replaceChildren(failed(`states.html has no template for ${tag}.`));
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
  if (!words) throw new Error(`The state ${state} of states.html is missing in state-list.js.`);
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
  const action = actions[tag] ?? {};
  const place = find('.place', cell);
  const content = document.importNode(template.content, true);
  const element = find(tag, content);
  if (state.alone) {
    // Stop the event with which the element searches for a service, so that no service is found.
    place.addEventListener('context-request', (event) => event.stopPropagation());
    return place.append(content);
  }
  if (tag === 'five9-simulator') return showSimulator(/** @type {any} */ (element), state, place);

  const five9 = simulateFive9(state.init);
  const provider = /** @type {any} */ (document.createElement('five9-provider'));
  provider.setAttribute('scoped', '');
  provider.setAttribute('name', five9.name);
  // Set no time limit, because a pending request must stay pending.
  provider.setAttribute('request-timeout', '0');
  const sdk = state.sdk?.(five9.contactCenter);
  if (sdk) Object.assign(provider, {sdk, transport: 'crm-sdk'});

  /** @type {Setup} */
  const setup = {
    ...five9,
    tag,
    action,
    element: /** @type {any} */ (element),
    id: '',
    /** Waits until all events so far have arrived and are rendered. */
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
      // Wait a little more, because the adapter sends a second port if the client has sent `asking_connect` twice.
      await setup.settled();
    },
  };
  try {
    await state.before?.(setup);
    provider.append(content);
    place.append(provider);
    await state.enter?.(setup);
  } catch (error) {
    cell.append(failed(error));
  }
}

/**
 * Shows a simulator, which needs no service.
 *
 * @param {HTMLElement & {contactCenter: unknown}} element
 * @param {State} state
 * @param {HTMLElement} place
 */
async function showSimulator(element, state, place) {
  const {contactCenter, close} = simulateFive9(state.init);
  close();
  element.contactCenter = withoutLink(contactCenter);
  place.append(element);
  const setup = {contactCenter, id: '', settled: () => Promise.resolve(), connected: () => Promise.resolve()};
  await state.enter?.(/** @type {any} */ (setup));
}
