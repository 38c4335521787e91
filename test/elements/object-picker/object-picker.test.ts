import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/object-picker/define.js';
import type {Five9ObjectPicker} from '../../../src/elements/object-picker/object-picker.js';
import type {ObjectSelectRequest} from '../../../src/shared/events/object-select.events.js';
import {press} from '../../commands.js';
import {CALL_ID} from '../../support/samples.js';
import {until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {part, stage, type Stage, talking, words} from '../../support/stage.js';
import {fc} from '../../support/check.js';

type PickerStage = Stage<Five9ObjectPicker>;

const TAG = html`<five9-object-picker kind="related-to"></five9-object-picker>`;
const UMBRELLA = {id: '789', label: 'Account', name: 'Umbrella', isWho: false, isWhat: true};
const MICROWAVE = {id: '456', label: 'Case', name: 'Broken microwave', isWho: false, isWhat: true};
const CALL = {interactionType: 'Call', interactionId: CALL_ID};
const OTHER_ID = 'B'.repeat(32);

interface Adapter {
  list?: unknown;
  selected?: unknown;
}

/** What the adapter answers from now on. */
async function answers(
  {adapter}: PickerStage,
  {list = [UMBRELLA, MICROWAVE], selected = null}: Adapter,
): Promise<void> {
  for (const noun of ['Name', 'RelatedTo']) {
    await adapter.reply(`get${noun}Objects`, {response: list});
    await adapter.reply(`getSelected${noun}Object`, {response: selected});
  }
}

async function loaded(at: PickerStage): Promise<void> {
  await at.element.updateComplete;
  await until(() => !at.element.matches(':state(pending)'), 'the adapter has answered');
  await at.settled();
}

/** In a call, with an adapter that knows two records. */
async function show(adapter: Adapter = {}, template = TAG): Promise<PickerStage> {
  const at = await stage<Five9ObjectPicker>(template);
  await answers(at, adapter);
  for (const noun of ['Name', 'RelatedTo']) await at.adapter.reply(`select${noun}Object`, {response: null});
  await talking(at);
  await loaded(at);
  return at;
}

const field = ({element}: PickerStage): HTMLSelectElement => part(element, 'field') as HTMLSelectElement;
const shown = (at: PickerStage): string => field(at).selectedOptions[0]!.textContent.trim();
const options = (at: PickerStage): string[] => [...field(at).options].map(({textContent}) => textContent.trim());
const status = ({element}: PickerStage): string => words(element, 'status');
const asked = ({adapter}: PickerStage, method: string): unknown[] =>
  adapter.requests(method).map(({request}) => request.args);

/** The agent chooses. */
function choose(at: PickerStage, value: string): void {
  field(at).value = value;
  field(at).dispatchEvent(new Event('change', {bubbles: true}));
}

describe('five9-object-picker', () => {
  it('lists the records of its kind, and shows the one that is selected', async () => {
    const at = await show({selected: MICROWAVE});
    expect(options(at)).to.deep.equal(['None', 'Umbrella · Account', 'Broken microwave · Case']);
    expect(shown(at)).to.equal('Broken microwave · Case');
    expect(at.element.selected).to.deep.equal(MICROWAVE);
    expect(at.element.records).to.deep.equal([UMBRELLA, MICROWAVE]);
    expect(asked(at, 'getRelatedToObjects')[0]).to.deep.equal(CALL);
    expect(asked(at, 'getNameObjects')).to.be.empty;
    expect(field(at)).not.to.have.attribute('aria-disabled');
    expect(status(at)).to.equal('');
  });

  it('asks for people as "Name", with the page’s words', async () => {
    const at = await show({}, html`<five9-object-picker none-label="Niemand"></five9-object-picker>`);
    expect(asked(at, 'getNameObjects')[0]).to.deep.equal(CALL);
    expect(asked(at, 'getRelatedToObjects')).to.be.empty;
    const slot = at.element.shadowRoot!.querySelector('slot')!;
    expect(slot.textContent).to.equal('Name');
    expect(shown(at)).to.equal('Niemand');
    at.element.label = 'Kontakt';
    at.element.kind = 'related-to';
    await loaded(at);
    expect(slot.textContent).to.equal('Kontakt');
    expect(asked(at, 'getRelatedToObjects')).not.to.be.empty;
  });

  it('says what is wrong with a kind that is none, and asks for nothing', async () => {
    for (const kind of ['who', 'constructor', '']) {
      const at = await show({}, html`<five9-object-picker .kind=${kind}></five9-object-picker>`);
      expect(words(at.element, 'error')).to.equal(`kind must be "name" or "related-to", and not "${kind}".`);
      expect(at.errors[0]).to.include({errorCode: 'Generic'});
      expect(field(at)).to.have.attribute('aria-disabled', 'true');
      expect(await at.element.refresh()).to.be.false;
      expect(await at.element.select('789')).to.be.false;
      expect(at.adapter.requests().filter(({request}) => /Object/.test(request.attrName))).to.be.empty;
      await at.settled();
      expect(words(at.element, 'error')).to.match(/^kind must be/);
      at.element.kind = 'name';
      await loaded(at);
      expect(words(at.element, 'error')).to.equal('');
      expect(options(at)).to.have.lengthOf(3);
    }
  });

  describe('choosing', () => {
    it('is pending until the adapter has done so', async () => {
      const at = await show({selected: MICROWAVE});
      await at.adapter.reply('selectRelatedToObject', {hold: true});
      const told: ObjectSelectRequest[] = [];
      at.element.addEventListener('five9-object-select', ({detail}) => told.push(detail));
      choose(at, '789');
      await at.adapter.hearsRequest('selectRelatedToObject');
      await at.settled();
      expect(at.element.selected, 'not before').to.deep.equal(MICROWAVE);
      expect(at.element.matches(':state(pending)')).to.be.true;
      expect(status(at)).to.equal('Selecting…');
      expect(told).to.be.empty;
      await at.adapter.release();
      await loaded(at);
      expect(at.element.selected).to.deep.equal(UMBRELLA);
      expect(shown(at)).to.equal('Umbrella · Account');
      expect(status(at)).to.equal('');
      expect(told).to.deep.equal([{...CALL, kind: 'related-to', objectId: '789', crmObject: UMBRELLA}]);
      expect(asked(at, 'selectRelatedToObject')).to.deep.equal([{...CALL, objectId: '789'}]);
    });

    it('is by real keys', async () => {
      const at = await show();
      field(at).focus();
      await loaded(at);
      await press('u');
      // Firefox and WebKit change a closed list at once, Chromium too; some wait for Enter.
      if (!asked(at, 'selectRelatedToObject').length) await press('Enter');
      await until(() => at.element.selected?.id === '789');
      expect(at.element.shadowRoot!.activeElement, 'it keeps the focus').to.equal(field(at));
    });

    it('takes "None"', async () => {
      const at = await show({selected: UMBRELLA});
      choose(at, '');
      await until(() => !at.element.selected);
      await loaded(at);
      expect(asked(at, 'selectRelatedToObject')).to.deep.equal([{...CALL, objectId: null}]);
    });

    it('goes back where the adapter refuses, and says why', async () => {
      const at = await show({selected: UMBRELLA});
      await at.adapter.reply('selectRelatedToObject', {
        error: {errorCode: 'Generic', errorMessage: 'None is not allowed.'},
      });
      choose(at, '');
      await until(() => at.errors.length);
      await at.settled();
      expect(shown(at)).to.equal('Umbrella · Account');
      expect(at.element.selected).to.deep.equal(UMBRELLA);
      expect(words(at.element, 'error')).to.equal('None is not allowed.');
      await expect(at.element).to.be.accessible();
    });

    it('has no "None" with no-none', async () => {
      const at = await show({}, html`<five9-object-picker no-none></five9-object-picker>`);
      expect(field(at).options[0]!.disabled).to.be.true;
      expect(shown(at), 'there is none yet, and must be').to.equal('Choose…');
    });

    it('shows the last of two', async () => {
      const at = await show();
      await at.adapter.reply('selectRelatedToObject', {hold: true});
      choose(at, '789');
      await at.settled();
      choose(at, '456');
      await at.adapter.hearsRequest('selectRelatedToObject', 2);
      await at.adapter.release([0]);
      await at.settled();
      expect(field(at).value).to.equal('456');
      expect(status(at)).to.equal('Selecting…');
      await at.adapter.release();
      await loaded(at);
      expect(at.element.selected).to.deep.equal(MICROWAVE);
    });

    it('can be prevented and amended by the page', async () => {
      const at = await show({selected: UMBRELLA});
      const prevent = (event: Event): void => event.preventDefault();
      document.addEventListener('five9-before-object-select', prevent, {once: true});
      expect(await at.element.select('456')).to.be.false;
      await at.settled();
      expect(shown(at)).to.equal('Umbrella · Account');
      expect(asked(at, 'selectRelatedToObject')).to.be.empty;
      document.addEventListener('five9-before-object-select', ({detail}) => (detail.objectId = 'X1'), {once: true});
      expect(await at.element.select('456')).to.be.true;
      await loaded(at);
      expect(asked(at, 'selectRelatedToObject')).to.deep.equal([{...CALL, objectId: 'X1'}]);
      expect(shown(at), 'also what is in no list').to.equal('X1');
    });

    it('is refused at once without a connection or an interaction', async () => {
      const at = await show();
      await at.happens('callFinished');
      await at.drops();
      expect(await at.element.select('789')).to.be.false;
      await at.returns();
      const other = await stage<Five9ObjectPicker>(TAG);
      expect(await other.element.select('789')).to.be.false;
      expect([...at.errors, ...other.errors].map(({errorCode, method}) => `${errorCode} ${method!}`)).to.deep.equal([
        'NotConnected selectRelatedToObject',
        'Generic selectRelatedToObject',
      ]);
    });
  });

  describe('following', () => {
    it('shows what was selected in the adapter, "None" too', async () => {
      const at = await show({selected: UMBRELLA});
      const told = async (crmObject?: object): Promise<void> => {
        await answers(at, {selected: crmObject ?? null});
        await at.adapter.interactionEvent('objectSelected', {
          ...(crmObject && {crmObject}),
          interactionType: 'Call',
          interactionData: {interactionId: CALL_ID},
        });
        await until(() => at.element.selected?.id === (crmObject as typeof UMBRELLA | undefined)?.id);
        await loaded(at);
      };
      await told(MICROWAVE);
      expect(shown(at)).to.equal('Broken microwave · Case');
      await told();
      expect(shown(at)).to.equal('None');
      const elsewhere = {id: '1', name: 'Elsewhere'};
      await told(elsewhere);
      expect(shown(at), 'one that is not in the list').to.equal('Elsewhere');
    });

    it('has what was visited meanwhile when the agent comes to the list', async () => {
      const at = await show({list: []});
      expect(status(at)).to.equal('No records yet');
      await answers(at, {});
      field(at).dispatchEvent(new Event('pointerenter'));
      await until(() => at.element.records.length === 2);
      await answers(at, {list: [UMBRELLA]});
      field(at).focus();
      await until(() => at.element.records.length === 1);
      await loaded(at);
      expect(options(at)).to.deep.equal(['None', 'Umbrella · Account']);
      expect(status(at)).to.equal('');
    });

    it('turns with the interaction: nothing of the one is shown at the other', async () => {
      const at = await show({selected: UMBRELLA});
      await at.adapter.reply('selectRelatedToObject', {silent: true});
      choose(at, '456');
      await at.settled();
      await answers(at, {list: [], selected: null});
      await at.happens('chatAccepted', {interactionId: OTHER_ID});
      await until(() =>
        asked(at, 'getRelatedToObjects').some((one) => (one as typeof CALL).interactionId === OTHER_ID),
      );
      await until(() => status(at) === 'No records yet', `not “${status(at)}”`);
      expect(options(at)).to.deep.equal(['None']);
      expect(asked(at, 'getRelatedToObjects').at(-1)).to.deep.equal({interactionType: 'Chat', interactionId: OTHER_ID});
    });

    it('takes no answer that another question has overtaken', async () => {
      const at = await show();
      await at.adapter.reply('getRelatedToObjects', {hold: true});
      void at.element.refresh();
      await at.adapter.hearsRequest('getRelatedToObjects', 2);
      await answers(at, {list: [MICROWAVE]});
      await at.element.refresh();
      await at.adapter.release();
      await loaded(at);
      expect(at.element.records).to.deep.equal([MICROWAVE]);
    });
  });

  describe('while nothing can be chosen', () => {
    it('keeps what was selected to be seen, when the interaction is over and while the connection is away', async () => {
      const at = await show({selected: UMBRELLA});
      await at.drops();
      expect(status(at)).to.equal('The connection to Five9 was lost.');
      expect(shown(at)).to.equal('Umbrella · Account');
      expect(field(at)).to.have.attribute('aria-disabled', 'true');
      expect(field(at)).to.have.attribute('aria-describedby', part(at.element, 'status').id);
      await at.returns();
      await loaded(at);
      expect(field(at)).not.to.have.attribute('aria-disabled');
      await at.happens('callFinished');
      expect(status(at)).to.equal('Finished');
      expect(shown(at)).to.equal('Umbrella · Account');
      expect([...field(at).options].filter(({disabled}) => !disabled)).to.have.lengthOf(1);
      expect(at.element.matches(':state(finished)')).to.be.true;
      expect(at.errors).to.be.empty;
      await looksGood(at.element);
    });

    it('says so where this Five9 has no records, and asks no more', async () => {
      const at = await stage<Five9ObjectPicker>(TAG);
      await at.adapter.reply('getRelatedToObjects', {error: 'Not Implemented: getRelatedToObjects'});
      await talking(at);
      await loaded(at);
      expect(words(at.element, 'error')).to.equal('This version of Five9 cannot do that.');
      expect(field(at)).to.have.attribute('aria-disabled', 'true');
      const before = asked(at, 'getRelatedToObjects').length;
      field(at).focus();
      await at.settled();
      expect(asked(at, 'getRelatedToObjects')).to.have.lengthOf(before);
    });

    it('says so without an error where the SDK in use is too old', async () => {
      const at = await stage<Five9ObjectPicker>(TAG);
      at.service.supports = () => false;
      await talking(at);
      expect(status(at)).to.equal('This version of Five9 cannot do that.');
      expect(asked(at, 'getRelatedToObjects')).to.be.empty;
      expect(at.errors).to.be.empty;
    });

    it('shows why there is no list, and asks again when the agent comes to it', async () => {
      const at = await stage<Five9ObjectPicker>(TAG);
      await answers(at, {});
      await at.adapter.reply('getRelatedToObjects', {error: {errorCode: 'Generic', errorMessage: 'Not now.'}});
      await talking(at);
      await loaded(at);
      expect(words(at.element, 'error')).to.equal('Not now.');
      await answers(at, {});
      field(at).focus();
      await until(() => at.element.records.length);
      await loaded(at);
      expect(words(at.element, 'error')).to.equal('');
    });
  });

  describe('whatever the adapter answers', () => {
    it('shows names as text, and no more of them than fits', async () => {
      const long = 'x'.repeat(1_000_000);
      const at = await show({
        list: [{id: '1', name: '<b onclick=alert(1)>'}, {id: '2', name: long, label: null}, {id: '3'}],
      });
      expect(options(at)).to.deep.equal(['None', '<b onclick=alert(1)>', `${'x'.repeat(200)}…`, '3']);
      expect(field(at).querySelector('b')).to.equal(null);
    });

    it('goes on', async () => {
      const at = await show();
      const record = fc.record(
        {id: fc.oneof(fc.string(), fc.jsonValue()), name: fc.jsonValue(), label: fc.jsonValue(), type: fc.jsonValue()},
        {requiredKeys: []},
      );
      const answer = fc.oneof(fc.jsonValue(), fc.array(fc.oneof(record, fc.jsonValue())));
      await fc.assert(
        fc.asyncProperty(answer, fc.oneof(record, fc.jsonValue()), async (list, selected) => {
          await answers(at, {list, selected});
          expect(await at.element.refresh()).to.be.true;
          await at.element.updateComplete;
          expect(field(at).selectedOptions).to.have.lengthOf(1);
          expect(options(at).every(Boolean), 'each has words').to.be.true;
        }),
        {numRuns: 40, examples: [[[{id: ' '}], {}]]},
      );
      expect(at.errors).to.be.empty;
    });

    it('shows hundreds', async () => {
      const list = Array.from({length: 500}, (_, index) => ({id: `${index}`, name: `Record ${index}`}));
      const at = await show({list, selected: list[499]});
      expect(shown(at)).to.equal('Record 499');
      expect(options(at)).to.have.lengthOf(501);
    });
  });

  describe('life', () => {
    it('leaves nothing behind, however often it is added, moved and removed', async () => {
      const at = await show({selected: UMBRELLA});
      await comesAndGoes(at);
      await loaded(at);
      expect(shown(at)).to.equal('Umbrella · Account');
      await isForgotten(at);
    });

    it('is accessible in every state and look, in 200 px', async () => {
      await expect(await fixture(TAG)).to.be.accessible();
      const idle = await stage<Five9ObjectPicker>(TAG);
      expect(status(idle)).to.equal('No interaction');
      await expect(idle.element).to.be.accessible();
      const at = await show({selected: {...UMBRELLA, name: 'A'.repeat(150)}});
      await looksGood(at.element);
      at.element.setAttribute('style', 'inline-size: 200px');
      expect(at.element.scrollWidth).to.be.at.most(200);
    });
  });
});
