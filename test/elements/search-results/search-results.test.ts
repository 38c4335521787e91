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

async function loaded(at: ResultsStage): Promise<void> {
  await at.element.updateComplete;
  await until(() => !at.element.matches(':state(pending)'), 'the adapter has answered');
  await at.settled();
}

/** In a call, with an adapter that has found something. */
async function show(found: unknown = [ALICE, CASE], template = TAG): Promise<ResultsStage> {
  const at = await stage<Five9SearchResults>(template);
  await at.adapter.reply('getSearchResults', {response: found});
  for (const noun of ['Name', 'RelatedTo']) await at.adapter.reply(`select${noun}Object`, {response: null});
  await talking(at);
  await loaded(at);
  return at;
}

const buttons = ({element}: ResultsStage): HTMLButtonElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('[part=record]'),
];
const texts = (at: ResultsStage): string[] =>
  buttons(at).map(({textContent}) => textContent.replace(/\s+/g, ' ').trim());
const status = ({element}: ResultsStage): string => words(element, 'status');
const asked = ({adapter}: ResultsStage): unknown[] =>
  adapter.requests('getSearchResults').map(({request}) => request.args);
const selected = ({adapter}: ResultsStage): string[] =>
  adapter
    .requests()
    .filter(({request}) => request.attrName.startsWith('select'))
    .map(({request}) => `${request.attrName} ${(request.args as {objectId: string}).objectId}`);

describe('five9-search-results', () => {
  it('lists what was found, with what the CRM tells of it', async () => {
    const at = await show();
    expect(texts(at)).to.deep.equal(['Alice Abernathy Contact', 'Broken microwave Case']);
    expect(words(at.element, 'fields')).to.equal('Priority High Opened 9 November');
    expect(status(at)).to.equal('2 records');
    expect(at.element.records).to.deep.equal([ALICE, CASE]);
    expect(asked(at)[0]).to.deep.equal(CALL);
    expect(at.element.shadowRoot!.querySelector('[href], [src]'), 'no address of the record').to.equal(null);
  });

  describe('opening', () => {
    it('is told to the page, by mouse and by key, and selects nothing', async () => {
      const at = await show();
      const told: ObjectOpenRequest[] = [];
      at.element.addEventListener('five9-object-open', ({detail}) => told.push(detail));
      buttons(at)[0]!.click();
      await press('Tab');
      buttons(at)[0]!.focus();
      await press('Tab');
      await press('Enter');
      await until(() => told.length === 2);
      expect(told).to.deep.equal([
        {...CALL, crmObject: ALICE},
        {...CALL, crmObject: CASE},
      ]);
      await at.settled();
      expect(selected(at)).to.be.empty;
    });

    it('can be prevented and amended by the page', async () => {
      const at = await show();
      const told: string[] = [];
      at.element.addEventListener('five9-object-open', ({detail}) => told.push(detail.crmObject.id));
      at.element.addEventListener('five9-before-object-open', (event) => event.preventDefault(), {once: true});
      expect(await at.element.open(ALICE)).to.be.false;
      at.element.addEventListener('five9-before-object-open', ({detail}) => (detail.crmObject = CASE), {once: true});
      expect(await at.element.open(ALICE)).to.be.true;
      expect(told).to.deep.equal(['456']);
    });

    it('selects as well, with `select`: the person as Name, the thing as Related To, unless the page objects', async () => {
      const at = await show(undefined, html`<five9-search-results select></five9-search-results>`);
      await at.element.open(ALICE);
      await at.element.open(CASE);
      await at.element.open({id: '7', isWho: true, isWhat: true});
      await at.settled();
      const all = [
        'selectNameObject 123',
        'selectRelatedToObject 456',
        'selectNameObject 7',
        'selectRelatedToObject 7',
      ];
      expect(selected(at)).to.deep.equal(all);
      at.element.addEventListener('five9-before-object-select', (event) => event.preventDefault());
      expect(await at.element.open(ALICE)).to.be.true;
      await at.settled();
      expect(selected(at)).to.deep.equal(all);
    });

    it('goes on where the adapter does not select, and says so', async () => {
      const at = await show(undefined, html`<five9-search-results select></five9-search-results>`);
      await at.adapter.reply('selectNameObject', {error: {errorCode: 'Generic', errorMessage: 'Not now.'}});
      expect(await at.element.open(ALICE)).to.be.true;
      await at.settled();
      expect(words(at.element, 'error')).to.equal('Not now.');
      expect(at.errors).to.have.lengthOf(1);
      await expect(at.element).to.be.accessible();
    });

    it('goes on when the interaction is over, and selects nothing then', async () => {
      const at = await show(undefined, html`<five9-search-results select></five9-search-results>`);
      await at.happens('callFinished');
      expect(status(at)).to.equal('Finished');
      expect(texts(at)).to.have.lengthOf(2);
      expect(part(at.element, 'refresh')).to.have.attribute('aria-disabled', 'true');
      expect(await at.element.open(ALICE)).to.be.true;
      await at.settled();
      expect(selected(at)).to.be.empty;
      expect(at.errors).to.be.empty;
    });
  });

  describe('asking', () => {
    it('is done again when the call is accepted, when a record is selected, and by the button; not in between', async () => {
      const at = await stage<Five9SearchResults>(TAG);
      await at.adapter.reply('getSearchResults', {response: []});
      await at.happens('callStarted');
      await until(() => status(at) === 'No records', `not “${status(at)}”`);
      const before = asked(at).length;
      await at.adapter.reply('getSearchResults', {response: [ALICE]});
      await at.happens('callAccepted');
      await until(() => status(at) === '1 record');
      await at.adapter.reply('getSearchResults', {response: [ALICE, CASE]});
      await at.adapter.interactionEvent('objectSelected', {
        interactionType: 'Call',
        interactionData: {interactionId: CALL_ID},
      });
      await until(() => status(at) === '2 records');
      await at.adapter.reply('getSearchResults', {response: [CASE]});
      part(at.element, 'refresh').focus();
      await press('Enter');
      await until(() => status(at) === '1 record');
      await loaded(at);
      expect(asked(at)).to.have.lengthOf(before + 3);
      expect(at.element.shadowRoot!.activeElement).to.equal(part(at.element, 'refresh'));
    });

    it('keeps the focus when the record that had it is found no more', async () => {
      const at = await show();
      buttons(at)[1]!.focus();
      await at.adapter.reply('getSearchResults', {response: [ALICE]});
      expect(await at.element.refresh()).to.be.true;
      await at.settled();
      expect(texts(at)).to.deep.equal(['Alice Abernathy Contact']);
      expect(at.element.shadowRoot!.activeElement).to.equal(part(at.element, 'refresh'));
    });

    it('shows that it goes on, and why there is nothing', async () => {
      const at = await stage<Five9SearchResults>(TAG);
      expect(status(at)).to.equal('No interaction');
      await at.adapter.reply('getSearchResults', {hold: true});
      await talking(at);
      expect(status(at)).to.equal('Loading…');
      expect(at.element.matches(':state(pending)')).to.be.true;
      await expect(at.element).to.be.accessible();
      await at.adapter.reply('getSearchResults', {error: {errorCode: 'NoData', errorMessage: 'The search failed.'}});
      part(at.element, 'refresh').click();
      await until(() => at.errors.length);
      await at.settled();
      expect(words(at.element, 'error')).to.equal('The search failed.');
      await at.drops();
      part(at.element, 'refresh').click();
      await until(() => at.errors.length === 2);
      expect(at.errors[1]!.errorCode).to.equal('NotConnected');
    });
  });

  describe('whatever the adapter answers', () => {
    it('shows names as text', async () => {
      const nasty = '<img src=x onerror=alert(1)>';
      const at = await show([{id: '1', name: nasty, type: nasty, fields: [{displayName: nasty, value: nasty}]}]);
      expect(texts(at)).to.deep.equal([`${nasty} ${nasty}`]);
      expect(words(at.element, 'fields')).to.equal(`${nasty} ${nasty}`);
      expect(at.element.shadowRoot!.querySelector('img')).to.equal(null);
    });

    it('goes on', async () => {
      const at = await show();
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
          await at.adapter.reply('getSearchResults', {response: found});
          expect(await at.element.refresh()).to.be.true;
          await at.element.updateComplete;
          expect(buttons(at)).to.have.lengthOf(at.element.records.length);
        }),
        {numRuns: 40},
      );
      expect(at.errors).to.be.empty;
    });

    it('shows hundreds, and no more of each than can be read', async () => {
      const fields = Array.from({length: 1000}, (_, index) => ({displayName: `${index}`, value: 'x'.repeat(1000)}));
      const at = await show(Array.from({length: 500}, (_, index) => ({id: `${index}`, ...(!index && {fields})})));
      expect(buttons(at)).to.have.lengthOf(500);
      expect(at.element.shadowRoot!.querySelectorAll('dd')).to.have.lengthOf(12);
      expect(words(at.element, 'fields').length).to.be.below(3000);
    });
  });

  describe('life', () => {
    it('leaves nothing behind, however often it is added, moved and removed', async () => {
      const at = await show();
      await comesAndGoes(at);
      await loaded(at);
      expect(texts(at)).to.have.lengthOf(2);
      await isForgotten(at);
    });

    it('is accessible in every look, in 220 px', async () => {
      await expect(await fixture(TAG)).to.be.accessible();
      const at = await show([{...ALICE, name: 'A'.repeat(150)}, CASE]);
      expect(part(at.element, 'list')).to.have.attribute('aria-labelledby', 'label');
      await looksGood(at.element);
      at.element.setAttribute('style', 'inline-size: 220px');
      expect(at.element.scrollWidth).to.be.at.most(220);
    });
  });
});
