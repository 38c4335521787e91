/** Tests that the keys of text input in the fields of every element do not reach the page, and that all other keys do. */
import {expect, html} from '@open-wc/testing';
import type {LitElement} from 'lit';
import '../../src/all.js';
import '../../src/simulator/element/define.js';
import {press, type} from '../commands.js';
import {listen} from '../support/service.js';
import {stage, talking} from '../support/stage.js';
import {turn, until} from '../support/time.js';
import {everyElement} from './element.js';

const FIELDS = 'input:not([type=checkbox], [type=radio], [type=file]), textarea, select';
const MANY = Array.from({length: 40}, (_, index) => ({id: String(index), name: `Reason ${index}`}));
const REDIAL = [{id: '1', name: 'Call back', type: 'REDIAL', flags: ['ALLOW_SET_REDIAL_TIMER'], timeout: '3600'}];
const RECORD = {id: '7', label: 'Account', name: 'Umbrella', isWho: true, isWhat: true};

/** Elements that need no adapter to show their fields, or that have fields only in a call. */
const tags = (await everyElement())
  .map(({tag}) => tag)
  .filter((tag) => !['five9-adapter', 'five9-provider'].includes(tag));

/** Shows every element during a call. The call has `dispositions`. Returns the fields in all shadow roots, by tag. */
async function fieldsInCall(dispositions: object[]): Promise<Map<string, HTMLElement[]>> {
  const {element, adapter, settled, ...rest} = await stage<LitElement>(
    html`<section><five9-mute></five9-mute></section>`,
  );
  const answers = {
    getDispositions: dispositions,
    getCav: [{id: '1', group: 'Custom', name: 'note', value: 'hello'}],
    getNameObjects: [RECORD],
    getRelatedToObjects: [RECORD],
    getSelectedNameObject: null,
    getSelectedRelatedToObject: null,
    getSearchResults: [RECORD],
    getCrm: [{name: 'first_name', value: 'Al'}],
    getAgentStatus: null,
  };
  for (const [method, response] of Object.entries(answers)) await adapter.reply(method, {response});
  for (const tag of tags) element.append(document.createElement(tag));
  await talking({element, adapter, settled, ...rest});
  const fields = (): Map<string, HTMLElement[]> =>
    new Map(
      [...element.children]
        .map(({localName, shadowRoot}): [string, HTMLElement[]] => [
          localName,
          [...(shadowRoot?.querySelectorAll<HTMLElement>(FIELDS) ?? [])],
        ])
        .filter(([, found]) => found.length),
    );
  const complete = ['five9-call-variables', 'five9-console', 'five9-disposition', 'five9-object-picker'];
  await until(() => complete.every((tag) => fields().has(tag)), 'the elements show their fields');
  await until(
    () =>
      fields()
        .get('five9-disposition')!
        .some((field) => field.matches(dispositions.length === MANY.length ? 'input' : 'select')),
    'the disposition can be chosen',
  );
  return fields();
}

/** Dispatches the events of a key. Returns how many of them reach the page. */
function reachPage(field: Element, key: string, options: KeyboardEventInit = {}): number {
  let count = 0;
  const note = (): void => {
    count++;
  };
  const types = ['keydown', 'keypress', 'keyup'];
  for (const event of types) document.addEventListener(event, note);
  for (const event of types) {
    field.dispatchEvent(new KeyboardEvent(event, {key, bubbles: true, composed: true, cancelable: true, ...options}));
  }
  for (const event of types) document.removeEventListener(event, note);
  return count;
}

/** WebKitGTK cannot create an event with the key AltGr. */
const knowsAltGraph = new KeyboardEvent('keydown', {modifierAltGraph: true}).getModifierState('AltGraph');

const TEXT_KEYS: [string, KeyboardEventInit?][] = [
  ...['d', 'D', '/', '?', ' ', '1', 'ł', '字', '😀', 'Backspace', 'Delete', 'Home', 'Process', 'Dead'].map(
    (key): [string] => [key],
  ),
  ['A', {shiftKey: true}],
  ...(knowsAltGraph
    ? [['@', {ctrlKey: true, altKey: true, modifierAltGraph: true}] as [string, KeyboardEventInit]]
    : []),
  ['Escape', {isComposing: true}],
];
const OTHER_KEYS: [string, KeyboardEventInit?][] = [
  ...['Escape', 'Tab', 'F1', 'F12', 'ContextMenu', 'Shift', 'Control'].map((key): [string] => [key]),
  ['k', {ctrlKey: true}],
  ['k', {metaKey: true}],
  ['k', {altKey: true}],
  ['ArrowLeft', {altKey: true}],
];
const nameOf = ([key, options]: [string, KeyboardEventInit?]): string => `${key} ${JSON.stringify(options ?? {})}`;

describe('a key that is pressed in a field of an element', () => {
  for (const [what, dispositions] of [
    ['a short list', REDIAL],
    ['a long list', MANY],
  ] as const) {
    it(`does not reach the page if it is text, and reaches it otherwise (${what} of dispositions)`, async () => {
      const fields = await fieldsInCall([...dispositions]);
      for (const [tag, found] of fields) {
        for (const field of found) {
          const where = `${tag} ${field.localName}`;
          for (const key of TEXT_KEYS) expect(reachPage(field, ...key), `${where}: ${nameOf(key)}`).to.equal(0);
          for (const key of OTHER_KEYS) expect(reachPage(field, ...key), `${where}: ${nameOf(key)}`).to.equal(3);
        }
      }
      expect([...fields.keys()]).to.include.members(['five9-simulator', 'five9-console']);
    });
  }

  it('does not reach the page if it is Enter in a list', async () => {
    const fields = await fieldsInCall(REDIAL);
    const lists = [...fields.values()].flat().filter((field) => !(field instanceof HTMLInputElement));
    expect(lists.length).to.be.greaterThan(1);
    for (const field of lists) {
      expect(reachPage(field, 'Enter'), field.localName).to.equal(0);
      expect(reachPage(field, 'Enter', {ctrlKey: true}), field.localName).to.equal(3);
    }
  });

  it('writes its text, with a real keyboard', async () => {
    const fields = await fieldsInCall(REDIAL);
    const field = fields.get('five9-call-variables')![0] as HTMLInputElement;
    const keys = listen<KeyboardEvent>(document, 'keydown', 'keypress', 'keyup');
    field.select();
    await type('d/?');
    await press('Backspace');
    expect(field.value).to.equal('d/');
    expect(keys.map(({key}) => key)).to.deep.equal([]);
    await press('F2');
    expect(keys.map(({key}) => key)).to.deep.equal(['F2', 'F2']);
  });

  it('reaches the page from a field of the page in a slot', async () => {
    const {element} = await stage<LitElement>(
      html`<five9-object-picker kind="name"><input slot="label" aria-label="page" /></five9-object-picker>`,
    );
    await element.updateComplete;
    expect(reachPage(element.querySelector('input')!, 'd')).to.equal(3);
  });
});

describe('a key that the keypad uses', () => {
  it('does not reach the page, and every other key does', async () => {
    const setup = await stage<LitElement>(html`<five9-dtmf-pad></five9-dtmf-pad>`);
    await setup.adapter.reply('sendDtmf', {response: null});
    await talking(setup);
    await setup.settled();
    const keys = listen<KeyboardEvent>(document, 'keydown', 'keypress', 'keyup');
    setup.element.focus();
    await press('5');
    await press('ArrowRight');
    await turn();
    expect(keys.map(({key}) => key)).to.deep.equal([]);
    await press('Escape');
    expect(keys.map(({key}) => key)).to.include('Escape');
    expect(setup.adapter.requests('sendDtmf')).to.have.lengthOf(1);
  });
});
