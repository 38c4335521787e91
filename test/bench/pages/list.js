/** Compares a long list of `five9-click2dial` with a list of the same element written by hand, without Lit. */
import '/cdn/click2dial.js';
import {median} from './measure.js';

const ROWS = 10_000;
const ROUNDS = 5;

export async function list() {
  customElements.define('bare-click2dial', BareClick2dial);
  const bare = [];
  const ours = [];
  const oursHalf = [];
  for (let round = -2; round < ROUNDS; round++) {
    const times = await oneRound();
    // Do not count the first rounds, in which the engine compiles the code.
    if (round < 0) continue;
    bare.push(times.bare);
    ours.push(times.ours);
    oursHalf.push(times.oursHalf);
  }
  return {
    rows: ROWS,
    bare: median(bare),
    ours: {time: median(ours), ratio: median(ours.map((time, round) => time / bare[round]))},
    oursHalf: {time: median(oursHalf), ratio: median(ours.map((time, round) => time / oursHalf[round]))},
  };
}

async function oneRound() {
  return {
    bare: await timeOf('bare-click2dial', ROWS),
    ours: await timeOf('five9-click2dial', ROWS),
    oursHalf: await timeOf('five9-click2dial', ROWS / 2),
  };
}

async function timeOf(tag, rows) {
  const start = await window.threadTime();
  await show(tag, rows);
  return (await window.threadTime()) - start;
}

async function show(tag, rows) {
  const list = document.createElement('ul');
  const fragment = document.createDocumentFragment();
  for (let i = 0; i < rows; i++) {
    const row = document.createElement('li');
    const number = document.createElement(tag);
    number.setAttribute('number', `(925) 555-${String(i).padStart(4, '0')}`);
    row.append(number);
    fragment.append(row);
  }
  list.append(fragment);
  document.body.append(list);
  await drawn();
  list.remove();
  await drawn();
}

/** Resolves after the next frame, when updates, styles and layout are done. */
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

const sheet = new CSSStyleSheet();
const template = document.createElement('template');

/**
 * An element with the same nodes, attributes and events as `five9-click2dial`, written by hand with as little code as
 * possible.
 */
class BareClick2dial extends HTMLElement {
  static observedAttributes = [
    'number',
    'campaign',
    'record-id',
    'record-type',
    'record-label',
    'record-name',
    'record-kind',
  ];
  #number;

  constructor() {
    super();
    const root = this.attachShadow({mode: 'open', delegatesFocus: true});
    if (!template.content.firstChild) prepare();
    root.adoptedStyleSheets = [sheet];
    root.append(template.content.cloneNode(true));
    this.#number = root.querySelector('bdi');
    root.querySelector('button').addEventListener('click', this);
  }

  connectedCallback() {
    // Request a service, because every element of the package does this when it is connected.
    const request = new Event('context-request', {bubbles: true, composed: true});
    Object.assign(request, {context: 'bare', subscribe: true, callback: () => {}});
    this.dispatchEvent(request);
  }

  attributeChangedCallback(name, _old, value) {
    if (name === 'number') this.#number.textContent = value;
  }

  handleEvent() {}
}

/** Copies the shadow tree and the styles of `five9-click2dial`, so that both lists look the same. */
function prepare() {
  const model = document.createElement('five9-click2dial');
  document.body.append(model);
  model.performUpdate();
  template.content.append(...Array.from(model.shadowRoot.childNodes, (node) => node.cloneNode(true)));
  for (const {cssRules} of model.shadowRoot.adoptedStyleSheets) {
    for (const {cssText} of cssRules) sheet.insertRule(cssText, sheet.cssRules.length);
  }
  model.remove();
}
