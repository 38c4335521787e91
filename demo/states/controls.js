/**
 * The controls of the page. They set the shown elements and states, the width and the text size. The address contains
 * these settings.
 */
import {find} from '../page/template.js';

const form = /** @type {HTMLFormElement} */ (find('#controls'));

/**
 * Fills the lists, and applies the settings of the address.
 *
 * @param {string[]} tags
 * @param {Iterable<[name: string, {words: string}]>} states
 */
export function startControls(tags, states) {
  const {element, state} = /** @type {Record<string, any>} */ (form.elements);
  for (const tag of tags) element.add(new Option(tag, tag));
  for (const [name, {words}] of states) state.add(new Option(words, name));
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList || field instanceof HTMLSelectElement) field.value = value;
  }
  form.addEventListener('change', apply);
  apply();
}

function apply() {
  const chosen = Object.fromEntries(new FormData(form));
  Object.assign(document.documentElement.dataset, {width: chosen.width, text: chosen.text});
  for (const cell of document.querySelectorAll('.cell')) {
    const {state} = /** @type {HTMLElement} */ (cell).dataset;
    /** @type {HTMLElement} */ (cell).hidden = Boolean(chosen.state) && state !== chosen.state;
  }
  for (const section of document.querySelectorAll('.states-of')) {
    const other = Boolean(chosen.element) && section.id !== chosen.element;
    /** @type {HTMLElement} */ (section).hidden = other || !section.querySelector('.cell:not([hidden])');
  }
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(chosen)) {
    if (value === find(`[name=${name}]`, form).dataset.usual) address.searchParams.delete(name);
    else address.searchParams.set(name, String(value));
  }
  history.replaceState(null, '', address);
}
