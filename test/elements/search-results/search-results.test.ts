import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/search-results/define.js';
import type {Five9SearchResults} from '../../../src/elements/search-results/search-results.js';
import type {ObjectOpenRequest} from '../../../src/elements/search-results/search-results.events.js';
import {press} from '../../commands.js';
import {CALL_ID} from '../../support/samples.js';
import {until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {part, stage, type Stage, talking, words} from '../../support/stage.js';
import {fc} from '../../support/check.js';

type ResultsStage = Stage<Five9SearchResults>;

const TAG = html`<five9-search-results></five9-search-results>`;
const ALICE = {id: '123', type: 'Contact', name: 'Alice Abernathy', isWho: true, isWhat: false};
const CASE = {
  id: '456',
  label: 'Case',
  type: 'Case__c',
  name: 'Broken microwave',
  isWho: false,
  isWhat: true,
  fields: [
    {displayName: 'Priority', value: 'High'},
    {displayName: 'Owner', value: ''},
    {displayName: 'Opened', value: '9 November'},
  ],
  metadata: {url: 'javascript:alert(1)'},
};
const CALL = {interactionType: 'Call', interactionId: CALL_ID};

async function loaded(setup: ResultsStage): Promise<void> {
  await setup.element.updateComplete;
  await until(() => !setup.element.matches(':state(pending)'), 'the adapter has answered');
  await setup.settled();
}

/** Shows the element in a call, with an adapter that has found records. */
async function show(found: unknown = [ALICE, CASE], template = TAG): Promise<ResultsStage> {
  const setup = await stage<Five9SearchResults>(template);
  await setup.adapter.reply('getSearchResults', {response: found});
  for (const noun of ['Name', 'RelatedTo']) await setup.adapter.reply(`select${noun}Object`, {response: null});
  await talking(setup);
  await loaded(setup);
  return setup;
}

const buttons = ({element}: ResultsStage): HTMLButtonElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('[part=record]'),
];
const texts = (setup: ResultsStage): string[] =>
  buttons(setup).map(({textContent}) => textContent.replace(/\s+/g, ' ').trim());
const status = ({element}: ResultsStage): string => words(element, 'status');
const sentParams = ({adapter}: ResultsStage): unknown[] =>
  adapter.requests('getSearchResults').map(({request}) => request.args);
const selected = ({adapter}: ResultsStage): string[] =>
  adapter
    .requests()
    .filter(({request}) => request.attrName.startsWith('select'))
    .map(({request}) => `${request.attrName} ${(request.args as {objectId: string}).objectId}`);

describe('five9-search-results', () => {
  it('lists the found records, with their fields from the CRM', async () => {
    const setup = await show();
    expect(texts(setup)).to.deep.equal(['Alice Abernathy Contact', 'Broken microwave Case']);
    expect(words(setup.element, 'fields')).to.equal('Priority High Opened 9 November');
    expect(status(setup)).to.equal('2 records');
    expect(setup.element.records).to.deep.equal([ALICE, CASE]);
    expect(sentParams(setup)[0]).to.deep.equal(CALL);
    expect(setup.element.shadowRoot!.querySelector('[href], [src]'), 'no address of the record').to.equal(null);
  });

  describe('opening a record', () => {
    it('sends an event, by mouse and by keyboard, and does not select the record', async () => {
      const setup = await show();
      const opened: ObjectOpenRequest[] = [];
      setup.element.addEventListener('five9-object-open', ({detail}) => opened.push(detail));
      buttons(setup)[0]!.click();
      await press('Tab');
      buttons(setup)[0]!.focus();
      await press('Tab');
      await press('Enter');
      await until(() => opened.length === 2);
      expect(opened).to.deep.equal([
        {...CALL, crmObject: ALICE},
        {...CALL, crmObject: CASE},
      ]);
      await setup.settled();
      expect(selected(setup)).to.be.empty;
    });

    it('can be prevented or changed by the page', async () => {
      const setup = await show();
      const opened: string[] = [];
      setup.element.addEventListener('five9-object-open', ({detail}) => opened.push(detail.crmObject.id));
      setup.element.addEventListener('five9-before-object-open', (event) => event.preventDefault(), {once: true});
      expect(await setup.element.open(ALICE)).to.be.false;
      setup.element.addEventListener('five9-before-object-open', ({detail}) => (detail.crmObject = CASE), {once: true});
      expect(await setup.element.open(ALICE)).to.be.true;
      expect(opened).to.deep.equal(['456']);
    });

    it('also selects the record if `select` is set: a person as Name, a thing as Related To, unless the page cancels', async () => {
      const setup = await show(undefined, html`<five9-search-results select></five9-search-results>`);
      await setup.element.open(ALICE);
      await setup.element.open(CASE);
      await setup.element.open({id: '7', isWho: true, isWhat: true});
      await setup.settled();
      const all = [
        'selectNameObject 123',
        'selectRelatedToObject 456',
        'selectNameObject 7',
        'selectRelatedToObject 7',
      ];
      expect(selected(setup)).to.deep.equal(all);
      setup.element.addEventListener('five9-before-object-select', (event) => event.preventDefault());
      expect(await setup.element.open(ALICE)).to.be.true;
      await setup.settled();
      expect(selected(setup)).to.deep.equal(all);
    });

    it('works if the adapter refuses the selection, and shows the error', async () => {
      const setup = await show(undefined, html`<five9-search-results select></five9-search-results>`);
      await setup.adapter.reply('selectNameObject', {error: {errorCode: 'Generic', errorMessage: 'Not now.'}});
      expect(await setup.element.open(ALICE)).to.be.true;
      await setup.settled();
      expect(words(setup.element, 'error')).to.equal('Not now.');
      expect(setup.errors).to.have.lengthOf(1);
      await expect(setup.element).to.be.accessible();
    });

    it('works after the interaction has finished, and then selects nothing', async () => {
      const setup = await show(undefined, html`<five9-search-results select></five9-search-results>`);
      await setup.happens('callFinished');
      expect(status(setup)).to.equal('Finished');
      expect(texts(setup)).to.have.lengthOf(2);
      expect(part(setup.element, 'refresh')).to.have.attribute('aria-disabled', 'true');
      expect(await setup.element.open(ALICE)).to.be.true;
      await setup.settled();
      expect(selected(setup)).to.be.empty;
      expect(setup.errors).to.be.empty;
    });
  });

  describe('requesting the results', () => {
    it('happens again when the call is accepted, when a record is selected, and by the button; otherwise not', async () => {
      const setup = await stage<Five9SearchResults>(TAG);
      await setup.adapter.reply('getSearchResults', {response: []});
      await setup.happens('callStarted');
      await until(
        () => status(setup) === 'No records',
        () => `not “${status(setup)}”`,
      );
      const before = sentParams(setup).length;
      await setup.adapter.reply('getSearchResults', {response: [ALICE]});
      await setup.happens('callAccepted');
      await until(() => status(setup) === '1 record');
      await setup.adapter.reply('getSearchResults', {response: [ALICE, CASE]});
      await setup.adapter.interactionEvent('objectSelected', {
        interactionType: 'Call',
        interactionData: {interactionId: CALL_ID},
      });
      await until(() => status(setup) === '2 records');
      await setup.adapter.reply('getSearchResults', {response: [CASE]});
      part(setup.element, 'refresh').focus();
      await press('Enter');
      await until(() => status(setup) === '1 record');
      await loaded(setup);
      expect(sentParams(setup)).to.have.lengthOf(before + 3);
      expect(setup.element.shadowRoot!.activeElement).to.equal(part(setup.element, 'refresh'));
    });

    it('keeps the focus in the element when the focused record is no longer found', async () => {
      const setup = await show();
      buttons(setup)[1]!.focus();
      await setup.adapter.reply('getSearchResults', {response: [ALICE]});
      expect(await setup.element.refresh()).to.be.true;
      await setup.settled();
      expect(texts(setup)).to.deep.equal(['Alice Abernathy Contact']);
      expect(setup.element.shadowRoot!.activeElement).to.equal(part(setup.element, 'refresh'));
    });

    it('shows the state of the request, and why there are no results', async () => {
      const setup = await stage<Five9SearchResults>(TAG);
      expect(status(setup)).to.equal('No interaction');
      await setup.adapter.reply('getSearchResults', {hold: true});
      await talking(setup);
      expect(status(setup)).to.equal('Loading…');
      expect(setup.element.matches(':state(pending)')).to.be.true;
      await expect(setup.element).to.be.accessible();
      await setup.adapter.reply('getSearchResults', {error: {errorCode: 'NoData', errorMessage: 'The search failed.'}});
      part(setup.element, 'refresh').click();
      await until(() => setup.errors.length);
      await setup.settled();
      expect(words(setup.element, 'error')).to.equal('The search failed.');
      await setup.drops();
      part(setup.element, 'refresh').click();
      await until(() => setup.errors.length === 2);
      expect(setup.errors[1]!.errorCode).to.equal('NotConnected');
    });
  });

  describe('unexpected answers of the adapter', () => {
    it('show names as text', async () => {
      const nasty = '<img src=x onerror=alert(1)>';
      const setup = await show([{id: '1', name: nasty, type: nasty, fields: [{displayName: nasty, value: nasty}]}]);
      expect(texts(setup)).to.deep.equal([`${nasty} ${nasty}`]);
      expect(words(setup.element, 'fields')).to.equal(`${nasty} ${nasty}`);
      expect(setup.element.shadowRoot!.querySelector('img')).to.equal(null);
    });

    it('cause no errors', async () => {
      const setup = await show();
      const any = fc.jsonValue();
      const field = fc.record({displayName: any, value: any}, {requiredKeys: []});
      const record = fc.record(
        {
          id: fc.oneof(fc.string(), any),
          name: any,
          label: any,
          type: any,
          fields: fc.oneof(fc.array(fc.oneof(field, any)), any),
        },
        {requiredKeys: ['id']},
      );
      await fc.assert(
        fc.asyncProperty(fc.oneof(any, fc.array(fc.oneof(record, any))), async (found) => {
          await setup.adapter.reply('getSearchResults', {response: found});
          expect(await setup.element.refresh()).to.be.true;
          await setup.element.updateComplete;
          expect(buttons(setup)).to.have.lengthOf(setup.element.records.length);
        }),
        {numRuns: 40},
      );
      expect(setup.errors).to.be.empty;
    });

    it('with hundreds of records are shown, with a limited number of fields', async () => {
      const fields = Array.from({length: 1000}, (_, index) => ({displayName: `${index}`, value: 'x'.repeat(1000)}));
      const setup = await show(Array.from({length: 500}, (_, index) => ({id: `${index}`, ...(!index && {fields})})));
      expect(buttons(setup)).to.have.lengthOf(500);
      expect(setup.element.shadowRoot!.querySelectorAll('dd')).to.have.lengthOf(12);
      expect(words(setup.element, 'fields').length).to.be.below(3000);
    });
  });

  describe('life', () => {
    it('leaves no listeners or timers after it is added, moved and removed many times', async () => {
      const setup = await show();
      await comesAndGoes(setup);
      await loaded(setup);
      expect(texts(setup)).to.have.lengthOf(2);
      await isForgotten(setup);
    });

    it('is accessible in every colour scheme, at a width of 220 px', async () => {
      await expect(await fixture(TAG)).to.be.accessible();
      const setup = await show([{...ALICE, name: 'A'.repeat(150)}, CASE]);
      expect(part(setup.element, 'list')).to.have.attribute('aria-labelledby', 'label');
      await looksGood(setup.element);
      setup.element.setAttribute('style', 'inline-size: 220px');
      expect(setup.element.scrollWidth).to.be.at.most(220);
    });
  });
});
