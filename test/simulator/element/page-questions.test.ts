/** What `<five9-simulator>` shows of the questions to the page, and the controls with which the agent answers. */
import {expect, fixture, html} from '@open-wc/testing';
import {type Five9Simulator} from '../../../src/simulator/element/define.js';
import {press, type} from '../../commands.js';
import {turn} from '../../support/time.js';
import {quietCentre} from '../centre.js';
import {ALICE, type Answers, CASE, type FakePage, hookAnswer, openPage} from '../page.js';

/** Renders a simulator with a page that answers with `answers`. */
async function show(answers: Answers = {}, init = {}) {
  const quiet = quietCentre(init);
  const element = await fixture<Five9Simulator>(html`
    <five9-simulator .contactCenter=${quiet.centre}></five9-simulator>
  `);
  const page = await openPage(quiet.centre, answers);
  const rendered = async (): Promise<void> => {
    await turn();
    await element.updateComplete;
  };
  await rendered();
  return {...quiet, element, page, rendered};
}

const words = (element: Element | null | undefined): string =>
  element?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
const part = ({renderRoot}: Five9Simulator, name: string) => renderRoot.querySelector<HTMLElement>(`[part=${name}]`);
const button = (element: Five9Simulator, name: string): HTMLButtonElement => {
  const buttons = [...element.renderRoot.querySelectorAll('button')];
  const found = buttons.find((it) => words(it).startsWith(name));
  if (!found) throw new Error(`No button ${name}; there are ${buttons.map(words).join(', ')}.`);
  return found;
};
const last = (page: FakePage): string | undefined => page.log.at(-1);

const TEMPLATE = `<adt-components><adt-component location="home-panel-top" label="Note">
  <adt-input name="note" label="Your note" onchange="onNote"></adt-input>
  <adt-btn-group><adt-button name="send" label="<b>Send</b>" class="btnPrimary" onclick="onSend"></adt-button></adt-btn-group>
</adt-component></adt-components>`;

/** Answers that bring every part of the remote control onto the screen. */
const EVERYTHING: Answers = {
  getAdtConfig: {
    providerName: 'Northwind CRM',
    myCallsTodayEnabled: true,
    myChatsTodayEnabled: true,
    myEmailsTodayEnabled: true,
  },
  getTodayCallsCount: 12,
  getTodayChatsCount: 0,
  search: {crmObjects: [{...ALICE, fields: [{displayName: 'Company', value: 'Umbrella'}]}, CASE]},
  screenPop: null,
  saveLog: null,
  getCustomComponents: TEMPLATE,
  beforeTransfer: hookAnswer('Confirmation', {}, {message: 'Is the customer informed?', messageHeader: 'Transfer'}),
};

/** Shows every part of the remote control. */
async function showEverything() {
  const shown = await show(EVERYTHING);
  const {centre, rendered} = shown;
  centre.notify('suggestedNumbers', {suggestedNumbers: [{clickToDialNumber: '9255550161', crmObject: ALICE}]});
  const first = centre.offerCall({ani: '9255550161'});
  centre.answer(first);
  centre.hangUp(first);
  await centre.dispose(first, '3558');
  const id = centre.offerCall({ani: '9250000111'});
  centre.answer(id);
  await centre.requestApi('applicationApi', 'showErrorMessage', {msgText: 'The CRM is slow.'});
  void Promise.resolve(centre.transfer(id)).catch(() => undefined);
  await rendered();
  return {...shown, id};
}

describe('five9-simulator, with a page that answers,', () => {
  it('is accessible', async () => {
    const {element, centre, rendered} = await showEverything();
    for (const name of ['tiles', 'dialog', 'message', 'log', 'records', 'component', 'suggestions', 'questions']) {
      expect(part(element, name), name).to.exist;
    }
    await expect(element).to.be.accessible();
    centre.reset();
    await rendered();
  });

  it('is accessible with the journal of questions and with all forms', async () => {
    const {element} = await show({getAdtConfig: 7, enableClickToDial: () => Promise.reject(new Error('Broken'))});
    for (const details of element.renderRoot.querySelectorAll('details')) details.open = true;
    expect(element.renderRoot.querySelectorAll('.bad')).to.have.lengthOf(2);
    await expect(element).to.be.accessible();
  });

  it('stays within a width of 280 pixels', async () => {
    const {element, centre} = await showEverything();
    for (const details of element.renderRoot.querySelectorAll('details')) details.open = true;
    element.parentElement!.style.inlineSize = '280px';
    expect(element.scrollWidth).to.be.at.most(280);
    centre.reset();
  });

  it('shows the name of the CRM', async () => {
    const {element} = await show({getAdtConfig: {providerName: 'Northwind CRM'}});
    expect(words(element.renderRoot.querySelector('.head'))).to.contain('Robin Ellis for Northwind CRM');
  });

  it('shows the records that the page has found, and pops the record that the agent presses', async () => {
    const {element, centre, page, rendered} = await show({search: {crmObjects: [ALICE, CASE]}, screenPop: null});
    centre.offerCall({ani: '9250000111'});
    await rendered();
    expect(words(part(element, 'records'))).to.equal('2 records found Alice Contact Broken microwave Case');
    button(element, 'Broken microwave').focus();
    await press('Enter');
    await rendered();
    expect(page.paramsOf('screenPop')).to.have.nested.property('[0].crmObject.id', CASE.id);
    expect(button(element, 'Broken microwave')).to.have.attribute('aria-current', 'true');
  });

  for (const [name, search, expected] of [
    ['no record', {crmObjects: []}, 'No record found'],
    ['an error', () => Promise.reject(new Error('No connection')), 'The search failed: No connection'],
    ['a page that does not answer', () => new Promise(() => undefined), 'Searching for records…'],
  ] as const) {
    it(`says it if there is ${name}`, async () => {
      const {element, centre, rendered} = await show({search});
      centre.offerCall({ani: '9250000111'});
      await rendered();
      expect(words(part(element, 'records'))).to.equal(expected);
    });
  }

  it('shows records of any form as text', async () => {
    const crmObjects = [
      {id: 1, name: '<img src=x onerror=alert(1)>', label: {}, fields: [null, {displayName: 'A', value: 'B'}, 7]},
      {id: '2', name: 'x'.repeat(5000), label: 'y', fields: 'none'},
      {id: '3', name: [], isWho: 'yes'},
    ];
    const {element, centre, rendered} = await show({search: {crmObjects}});
    centre.offerCall({ani: '9250000111'});
    await rendered();
    const buttons = [...element.renderRoot.querySelectorAll('.record')].map(words);
    expect(buttons[0]).to.equal('<img src=x onerror=alert(1)> A: B');
    expect(buttons[1]).to.have.length.below(200);
    expect(buttons[2]).to.equal('3');
    expect(element.renderRoot.querySelector('img')).to.equal(null);
  });

  it('shows the figures of the tiles, and opens their lists', async () => {
    const {element, page, rendered} = await show({...EVERYTHING, openMyCallsToday: null});
    expect(words(part(element, 'tiles'))).to.equal('12 Calls today 0 Chats today – E-mails today');
    button(element, '12').focus();
    await press('Enter');
    await rendered();
    expect(last(page)).to.equal('openMyCallsToday');
  });

  it('dials a number that the page suggests', async () => {
    const {element, centre, live, rendered} = await show();
    centre.notify('suggestedNumbers', {suggestedNumbers: [{clickToDialNumber: '9255550161', crmObject: ALICE}]});
    await rendered();
    expect(words(part(element, 'suggestions'))).to.equal('Suggested numbers 9255550161 Alice');
    button(element, '9255550161').click();
    await rendered();
    expect(live()[0]).to.include({number: '9255550161'});
  });

  it('does not move the buttons of the softphone when the page suggests numbers or adds controls', async () => {
    const {element, centre, rendered} = await show({getCustomComponents: TEMPLATE});
    const before = button(element, 'Customer calls').getBoundingClientRect();
    centre.notify('suggestedNumbers', {suggestedNumbers: [{clickToDialNumber: '9255550161', crmObject: ALICE}]});
    await rendered();
    expect(part(element, 'suggestions')).to.not.equal(null);
    expect(button(element, 'Customer calls').getBoundingClientRect().y).to.equal(before.y);
    expect(part(element, 'component')!.getBoundingClientRect().y).to.be.above(before.y);
  });

  it('shows the question of a hook, and acts after Yes', async () => {
    const {element, page, live, rendered} = await show({
      beforeMakeCall: hookAnswer('Confirmation', {}, {message: 'Dial now?', messageHeader: 'Check'}),
    });
    button(element, 'Agent dials').click();
    await rendered();
    expect(words(part(element, 'dialog'))).to.equal('Check Dial now? Yes No');
    expect(live()).to.deep.equal([]);
    button(element, 'Yes').focus();
    await press('Enter');
    await rendered();
    expect(part(element, 'dialog')).to.equal(null);
    expect(live()).to.have.lengthOf(1);
    expect(last(page)).to.not.equal(undefined);
    expect(element.shadowRoot!.activeElement).to.have.attribute('name', 'number');
  });

  it('shows messages until the agent hides them', async () => {
    const {element, centre, rendered} = await show();
    await centre.requestApi('applicationApi', 'showErrorMessage', {msgText: 'The CRM is slow.'});
    await rendered();
    expect(words(part(element, 'message'))).to.equal('The CRM is slow. Hide');
    button(element, 'Hide').click();
    await rendered();
    expect(part(element, 'message')).to.equal(null);
  });

  for (const [logged, saveLog, expected] of [
    ['saved', null, 'Call 9250000111: The log was saved.'],
    ['failed', () => Promise.reject(new Error('Offline')), 'Call 9250000111: The log was not saved.'],
    ['of a page that saves no logs', undefined, ''],
  ] as const) {
    it(`says what has become of a log: ${logged}`, async () => {
      const {element, centre, rendered} = await show({saveLog});
      const id = centre.offerCall({ani: '9250000111'});
      centre.answer(id);
      centre.hangUp(id);
      await centre.dispose(id, '3558');
      await rendered();
      expect(words(part(element, 'log'))).to.equal(expected);
    });
  }

  it('renders own controls as text and controls, and reports their use', async () => {
    const {element, page, rendered} = await show({getCustomComponents: TEMPLATE});
    expect(words(part(element, 'component'))).to.equal('Note home-panel-top Your note <b>Send</b>');
    const input = part(element, 'component')!.querySelector('input')!;
    input.focus();
    await type('7');
    await press('Tab');
    await rendered();
    const uses = (): unknown[] => page.events.filter(({name}) => name === 'componentEvent').map(({data}) => data);
    expect(uses()).to.deep.equal([{callbackName: 'onNote', payload: {name: 'note', value: '7'}}]);
    await press('Enter');
    await rendered();
    expect(uses()[1]).to.deep.equal({callbackName: 'onSend', payload: {name: 'send', value: ''}});
  });

  it('leads the agent through the login', async () => {
    const {element, centre, rendered} = await show({}, {loggedIn: false});
    const states: string[] = [];
    for (let step = 0; step < 3; step++) {
      button(element, 'Next step').click();
      await rendered();
      states.push(centre.state().agent.loginState);
    }
    expect(states).to.deep.equal(['SELECT_STATION', 'SELECT_SKILLS', 'ACCEPT_NOTICE']);
    button(element, 'Log in').click();
    await rendered();
    expect(centre.state().agent.loginState).to.equal('WORKING');
    expect(button(element, 'Log out')).to.exist;
  });

  it('calls a custom method of the page with JSON, and shows the answer', async () => {
    const {element, page, rendered} = await show({_callCustomMethod: ({argument}: {argument: unknown}) => argument});
    const field = (name: string) => element.renderRoot.querySelector<HTMLInputElement>(`[name=${name}]`)!;
    field('methodName').value = 'getValue';
    field('argument').value = '{"a": 1}';
    button(element, 'Call').click();
    await rendered();
    expect(page.paramsOf('_callCustomMethod')).to.deep.equal([{methodName: 'getValue', argument: {a: 1}}]);
    expect(words(part(element, 'answer'))).to.equal('The page answered: {"a":1}');
  });

  it('lists the questions, newest first, with decisions and problems', async () => {
    const {element, centre, rendered} = await show({search: 7, beforeMakeCall: hookAnswer('Cancel')});
    await centre.dial({number: '1'});
    centre.offerCall({ani: '9250000111'});
    await rendered();
    const entries = [...part(element, 'questions')!.children].map(words);
    expect(entries).to.include('beforeMakeCall Cancel');
    expect(entries).to.include('search answered The answer has no list crmObjects.');
    expect(entries.indexOf('beforeMakeCall Cancel')).to.be.above(entries.findIndex((it) => it.startsWith('search')));
  });
});
