/** A list view full of phone numbers: `five9-click2dial` against the same tag written by hand, without Lit. */
import '/cdn/click2dial.js';
import {compare} from './measure.js';

const ROWS = 10_000;

export async function list() {
  customElements.define('bare-click2dial', BareClick2dial);
  const times = await compare(5, {
    bare: () => show('bare-click2dial', ROWS),
    ours: () => show('five9-click2dial', ROWS),
    oursHalf: () => show('five9-click2dial', ROWS / 2),
  });
  return {...times, rows: ROWS};
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

/** After the next frame: updates, styles and layout are done. */
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

const sheet = new CSSStyleSheet();
const template = document.createElement('template');

/** The same nodes, states and abilities, with the least that a careful person would write by hand. */
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
    // Finds its service as every element of a page with a provider does.
    const request = new Event('context-request', {bubbles: true, composed: true});
    Object.assign(request, {context: 'bare', subscribe: true, callback: () => {}});
    this.dispatchEvent(request);
  }

  attributeChangedCallback(name, _old, value) {
    if (name === 'number') this.#number.textContent = value;
  }

  handleEvent() {}
}

/** Of the other tag's own shadow tree, so that both draw the same. */
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
