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

/** Sets the answers of the adapter from now on. */
async function setAnswers(
  {adapter}: PickerStage,
  {list = [UMBRELLA, MICROWAVE], selected = null}: Adapter,
): Promise<void> {
  for (const noun of ['Name', 'RelatedTo']) {
    await adapter.reply(`get${noun}Objects`, {response: list});
    await adapter.reply(`getSelected${noun}Object`, {response: selected});
  }
}

async function loaded(setup: PickerStage): Promise<void> {
  await setup.element.updateComplete;
  await until(() => !setup.element.matches(':state(pending)'), 'the adapter has answered');
  await setup.settled();
}

/** Shows the element in a call, with an adapter that has two records. */
async function show(adapter: Adapter = {}, template = TAG): Promise<PickerStage> {
  const setup = await stage<Five9ObjectPicker>(template);
  await setAnswers(setup, adapter);
  for (const noun of ['Name', 'RelatedTo']) await setup.adapter.reply(`select${noun}Object`, {response: null});
  await talking(setup);
  await loaded(setup);
  return setup;
}

const field = ({element}: PickerStage): HTMLSelectElement => part(element, 'field') as HTMLSelectElement;
const shown = (setup: PickerStage): string => field(setup).selectedOptions[0]!.textContent.trim();
const options = (setup: PickerStage): string[] => [...field(setup).options].map(({textContent}) => textContent.trim());
const status = ({element}: PickerStage): string => words(element, 'status');
const sentParams = ({adapter}: PickerStage, method: string): unknown[] =>
  adapter.requests(method).map(({request}) => request.args);

/** Chooses a record, as the agent does. */
function choose(setup: PickerStage, value: string): void {
  field(setup).value = value;
  field(setup).dispatchEvent(new Event('change', {bubbles: true}));
}

describe('five9-object-picker', () => {
  it('lists the records of its kind, and shows the selected record', async () => {
    const setup = await show({selected: MICROWAVE});
    expect(options(setup)).to.deep.equal(['None', 'Umbrella · Account', 'Broken microwave · Case']);
    expect(shown(setup)).to.equal('Broken microwave · Case');
    expect(setup.element.selected).to.deep.equal(MICROWAVE);
    expect(setup.element.records).to.deep.equal([UMBRELLA, MICROWAVE]);
    expect(sentParams(setup, 'getRelatedToObjects')[0]).to.deep.equal(CALL);
    expect(sentParams(setup, 'getNameObjects')).to.be.empty;
    expect(field(setup)).not.to.have.attribute('aria-disabled');
    expect(status(setup)).to.equal('');
  });

  it('lists people as "Name", with the page’s label for none', async () => {
    const setup = await show({}, html`<five9-object-picker none-label="Niemand"></five9-object-picker>`);
    expect(sentParams(setup, 'getNameObjects')[0]).to.deep.equal(CALL);
    expect(sentParams(setup, 'getRelatedToObjects')).to.be.empty;
    const slot = setup.element.shadowRoot!.querySelector('slot')!;
    expect(slot.textContent).to.equal('Name');
    expect(shown(setup)).to.equal('Niemand');
    setup.element.label = 'Kontakt';
    setup.element.kind = 'related-to';
    await loaded(setup);
    expect(slot.textContent).to.equal('Kontakt');
    expect(sentParams(setup, 'getRelatedToObjects')).not.to.be.empty;
  });

  it('shows an error for an unknown kind, and sends no request', async () => {
    for (const kind of ['who', 'constructor', '']) {
      const setup = await show({}, html`<five9-object-picker .kind=${kind}></five9-object-picker>`);
      expect(words(setup.element, 'error')).to.equal(`kind must be "name" or "related-to", and not "${kind}".`);
      expect(setup.errors[0]).to.include({errorCode: 'Generic'});
      expect(field(setup)).to.have.attribute('aria-disabled', 'true');
      expect(await setup.element.refresh()).to.be.false;
      expect(await setup.element.select('789')).to.be.false;
      expect(setup.adapter.requests().filter(({request}) => /Object/.test(request.attrName))).to.be.empty;
      await setup.settled();
      expect(words(setup.element, 'error')).to.match(/^kind must be/);
      setup.element.kind = 'name';
      await loaded(setup);
      expect(words(setup.element, 'error')).to.equal('');
      expect(options(setup)).to.have.lengthOf(3);
    }
  });

  describe('choosing', () => {
    it('is pending until the adapter has answered', async () => {
      const setup = await show({selected: MICROWAVE});
      await setup.adapter.reply('selectRelatedToObject', {hold: true});
      const dispatched: ObjectSelectRequest[] = [];
      setup.element.addEventListener('five9-object-select', ({detail}) => dispatched.push(detail));
      choose(setup, '789');
      await setup.adapter.receivesRequest('selectRelatedToObject');
      await setup.settled();
      expect(setup.element.selected, 'not before').to.deep.equal(MICROWAVE);
      expect(setup.element.matches(':state(pending)')).to.be.true;
      expect(status(setup)).to.equal('Selecting…');
      expect(dispatched).to.be.empty;
      await setup.adapter.release();
      await loaded(setup);
      expect(setup.element.selected).to.deep.equal(UMBRELLA);
      expect(shown(setup)).to.equal('Umbrella · Account');
      expect(status(setup)).to.equal('');
      expect(dispatched).to.deep.equal([{...CALL, kind: 'related-to', objectId: '789', crmObject: UMBRELLA}]);
      expect(sentParams(setup, 'selectRelatedToObject')).to.deep.equal([{...CALL, objectId: '789'}]);
    });

    it('works with the keyboard', async () => {
      const setup = await show();
      field(setup).focus();
      await loaded(setup);
      await press('u');
      // In most browsers, a typed letter changes the value of a closed `<select>` immediately. In the other browsers,
      // press Enter too.
      if (!sentParams(setup, 'selectRelatedToObject').length) await press('Enter');
      await until(() => setup.element.selected?.id === '789');
      expect(setup.element.shadowRoot!.activeElement, 'it keeps the focus').to.equal(field(setup));
    });

    it('accepts "None"', async () => {
      const setup = await show({selected: UMBRELLA});
      choose(setup, '');
      await until(() => !setup.element.selected);
      await loaded(setup);
      expect(sentParams(setup, 'selectRelatedToObject')).to.deep.equal([{...CALL, objectId: null}]);
    });

    it('is reverted if the adapter refuses, and the element shows the error', async () => {
      const setup = await show({selected: UMBRELLA});
      await setup.adapter.reply('selectRelatedToObject', {
        error: {errorCode: 'Generic', errorMessage: 'None is not allowed.'},
      });
      choose(setup, '');
      await until(() => setup.errors.length);
      await setup.settled();
      expect(shown(setup)).to.equal('Umbrella · Account');
      expect(setup.element.selected).to.deep.equal(UMBRELLA);
      expect(words(setup.element, 'error')).to.equal('None is not allowed.');
      await expect(setup.element).to.be.accessible();
    });

    it('has no "None" with no-none', async () => {
      const setup = await show({}, html`<five9-object-picker no-none></five9-object-picker>`);
      expect(field(setup).options[0]!.disabled).to.be.true;
      expect(shown(setup), 'there is none yet, and must be').to.equal('Choose…');
    });

    it('shows the last of two choices', async () => {
      const setup = await show();
      await setup.adapter.reply('selectRelatedToObject', {hold: true});
      choose(setup, '789');
      await setup.settled();
      choose(setup, '456');
      await setup.adapter.receivesRequest('selectRelatedToObject', 2);
      await setup.adapter.release([0]);
      await setup.settled();
      expect(field(setup).value).to.equal('456');
      expect(status(setup)).to.equal('Selecting…');
      await setup.adapter.release();
      await loaded(setup);
      expect(setup.element.selected).to.deep.equal(MICROWAVE);
    });

    it('can be prevented or changed by the page', async () => {
      const setup = await show({selected: UMBRELLA});
      const prevent = (event: Event): void => event.preventDefault();
      document.addEventListener('five9-before-object-select', prevent, {once: true});
      expect(await setup.element.select('456')).to.be.false;
      await setup.settled();
      expect(shown(setup)).to.equal('Umbrella · Account');
      expect(sentParams(setup, 'selectRelatedToObject')).to.be.empty;
      document.addEventListener('five9-before-object-select', ({detail}) => (detail.objectId = 'X1'), {once: true});
      expect(await setup.element.select('456')).to.be.true;
      await loaded(setup);
      expect(sentParams(setup, 'selectRelatedToObject')).to.deep.equal([{...CALL, objectId: 'X1'}]);
      expect(shown(setup), 'also what is in no list').to.equal('X1');
    });

    it('is refused at once without a connection or an interaction', async () => {
      const setup = await show();
      await setup.happens('callFinished');
      await setup.drops();
      expect(await setup.element.select('789')).to.be.false;
      await setup.returns();
      const other = await stage<Five9ObjectPicker>(TAG);
      expect(await other.element.select('789')).to.be.false;
      expect([...setup.errors, ...other.errors].map(({errorCode, method}) => `${errorCode} ${method!}`)).to.deep.equal([
        'NotConnected selectRelatedToObject',
        'Generic selectRelatedToObject',
      ]);
    });
  });

  describe('changes in the adapter', () => {
    it('show the selected record, or "None"', async () => {
      const setup = await show({selected: UMBRELLA});
      const select = async (crmObject?: object): Promise<void> => {
        await setAnswers(setup, {selected: crmObject ?? null});
        await setup.adapter.interactionEvent('objectSelected', {
          ...(crmObject && {crmObject}),
          interactionType: 'Call',
          interactionData: {interactionId: CALL_ID},
        });
        await until(() => setup.element.selected?.id === (crmObject as typeof UMBRELLA | undefined)?.id);
        await loaded(setup);
      };
      await select(MICROWAVE);
      expect(shown(setup)).to.equal('Broken microwave · Case');
      await select();
      expect(shown(setup)).to.equal('None');
      const elsewhere = {id: '1', name: 'Elsewhere'};
      await select(elsewhere);
      expect(shown(setup), 'one that is not in the list').to.equal('Elsewhere');
    });

    it('are loaded when the agent points at the list or focuses it', async () => {
      const setup = await show({list: []});
      expect(status(setup)).to.equal('No records yet');
      await setAnswers(setup, {});
      field(setup).dispatchEvent(new Event('pointerenter'));
      await until(() => setup.element.records.length === 2);
      await setAnswers(setup, {list: [UMBRELLA]});
      field(setup).focus();
      await until(() => setup.element.records.length === 1);
      await loaded(setup);
      expect(options(setup)).to.deep.equal(['None', 'Umbrella · Account']);
      expect(status(setup)).to.equal('');
    });

    it('of the interaction replace all data of the former interaction', async () => {
      const setup = await show({selected: UMBRELLA});
      await setup.adapter.reply('selectRelatedToObject', {silent: true});
      choose(setup, '456');
      await setup.settled();
      await setAnswers(setup, {list: [], selected: null});
      await setup.happens('chatAccepted', {interactionId: OTHER_ID});
      await until(() =>
        sentParams(setup, 'getRelatedToObjects').some((params) => (params as typeof CALL).interactionId === OTHER_ID),
      );
      await until(
        () => status(setup) === 'No records yet',
        () => `not “${status(setup)}”`,
      );
      expect(options(setup)).to.deep.equal(['None']);
      expect(sentParams(setup, 'getRelatedToObjects').at(-1)).to.deep.equal({
        interactionType: 'Chat',
        interactionId: OTHER_ID,
      });
    });

    it('do not show an old answer after a newer one', async () => {
      const setup = await show();
      await setup.adapter.reply('getRelatedToObjects', {hold: true});
      void setup.element.refresh();
      await setup.adapter.receivesRequest('getRelatedToObjects', 2);
      await setAnswers(setup, {list: [MICROWAVE]});
      await setup.element.refresh();
      await setup.adapter.release();
      await loaded(setup);
      expect(setup.element.records).to.deep.equal([MICROWAVE]);
    });
  });

  describe('when no choice is possible', () => {
    it('still shows the selected record after the interaction has finished, and while the connection is lost', async () => {
      const setup = await show({selected: UMBRELLA});
      await setup.drops();
      expect(status(setup)).to.equal('The connection to Five9 was lost.');
      expect(shown(setup)).to.equal('Umbrella · Account');
      expect(field(setup)).to.have.attribute('aria-disabled', 'true');
      expect(field(setup)).to.have.attribute('aria-describedby', part(setup.element, 'status').id);
      await setup.returns();
      await loaded(setup);
      expect(field(setup)).not.to.have.attribute('aria-disabled');
      await setup.happens('callFinished');
      expect(status(setup)).to.equal('Finished');
      expect(shown(setup)).to.equal('Umbrella · Account');
      expect([...field(setup).options].filter(({disabled}) => !disabled)).to.have.lengthOf(1);
      expect(setup.element.matches(':state(finished)')).to.be.true;
      expect(setup.errors).to.be.empty;
      await looksGood(setup.element);
    });

    it('shows that this version of Five9 has no records, and sends no more requests', async () => {
      const setup = await stage<Five9ObjectPicker>(TAG);
      await setup.adapter.reply('getRelatedToObjects', {error: 'Not Implemented: getRelatedToObjects'});
      await talking(setup);
      await loaded(setup);
      expect(words(setup.element, 'error')).to.equal('This version of Five9 cannot do that.');
      expect(field(setup)).to.have.attribute('aria-disabled', 'true');
      const before = sentParams(setup, 'getRelatedToObjects').length;
      field(setup).focus();
      await setup.settled();
      expect(sentParams(setup, 'getRelatedToObjects')).to.have.lengthOf(before);
    });

    it('shows the same text without an error if the SDK is too old', async () => {
      const setup = await stage<Five9ObjectPicker>(TAG);
      setup.service.supports = () => false;
      await talking(setup);
      expect(status(setup)).to.equal('This version of Five9 cannot do that.');
      expect(sentParams(setup, 'getRelatedToObjects')).to.be.empty;
      expect(setup.errors).to.be.empty;
    });

    it('shows why there is no list, and requests the list again on focus', async () => {
      const setup = await stage<Five9ObjectPicker>(TAG);
      await setAnswers(setup, {});
      await setup.adapter.reply('getRelatedToObjects', {error: {errorCode: 'Generic', errorMessage: 'Not now.'}});
      await talking(setup);
      await loaded(setup);
      expect(words(setup.element, 'error')).to.equal('Not now.');
      await setAnswers(setup, {});
      field(setup).focus();
      await until(() => setup.element.records.length);
      await loaded(setup);
      expect(words(setup.element, 'error')).to.equal('');
    });
  });

  describe('unexpected answers of the adapter', () => {
    it('show names as text, and shorten long names', async () => {
      const long = 'x'.repeat(1_000_000);
      const setup = await show({
        list: [{id: '1', name: '<b onclick=alert(1)>'}, {id: '2', name: long, label: null}, {id: '3'}],
      });
      expect(options(setup)).to.deep.equal(['None', '<b onclick=alert(1)>', `${'x'.repeat(200)}…`, '3']);
      expect(field(setup).querySelector('b')).to.equal(null);
    });

    it('cause no errors', async () => {
      const setup = await show();
      const record = fc.record(
        {id: fc.oneof(fc.string(), fc.jsonValue()), name: fc.jsonValue(), label: fc.jsonValue(), type: fc.jsonValue()},
        {requiredKeys: []},
      );
      const answer = fc.oneof(fc.jsonValue(), fc.array(fc.oneof(record, fc.jsonValue())));
      await fc.assert(
        fc.asyncProperty(answer, fc.oneof(record, fc.jsonValue()), async (list, selected) => {
          await setAnswers(setup, {list, selected});
          expect(await setup.element.refresh()).to.be.true;
          await setup.element.updateComplete;
          expect(field(setup).selectedOptions).to.have.lengthOf(1);
          expect(options(setup).every(Boolean), 'each has words').to.be.true;
        }),
        {numRuns: 40, examples: [[[{id: ' '}], {}]]},
      );
      expect(setup.errors).to.be.empty;
    });

    it('with hundreds of records are shown', async () => {
      const list = Array.from({length: 500}, (_, index) => ({id: `${index}`, name: `Record ${index}`}));
      const setup = await show({list, selected: list[499]});
      expect(shown(setup)).to.equal('Record 499');
      expect(options(setup)).to.have.lengthOf(501);
    });
  });

  describe('life', () => {
    it('leaves no listeners or timers after it is added, moved and removed many times', async () => {
      const setup = await show({selected: UMBRELLA});
      await comesAndGoes(setup);
      await loaded(setup);
      expect(shown(setup)).to.equal('Umbrella · Account');
      await isForgotten(setup);
    });

    it('is accessible in every state and colour scheme, at a width of 200 px', async () => {
      await expect(await fixture(TAG)).to.be.accessible();
      const idle = await stage<Five9ObjectPicker>(TAG);
      expect(status(idle)).to.equal('No interaction');
      await expect(idle.element).to.be.accessible();
      const setup = await show({selected: {...UMBRELLA, name: 'A'.repeat(150)}});
      await looksGood(setup.element);
      setup.element.setAttribute('style', 'inline-size: 200px');
      expect(setup.element.scrollWidth).to.be.at.most(200);
    });
  });
});
