import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/call-variables/define.js';
import type {Five9CallVariables} from '../../../src/elements/call-variables/call-variables.js';
import type {VariablesRequest, VariablesSet} from '../../../src/elements/call-variables/call-variables.events.js';
import type {VariableDefinition} from '../../../src/elements/call-variables/variable.js';
import {press, type} from '../../commands.js';
import {atEnd} from '../../support/lifecycle.js';
import {CALL_ID} from '../../support/samples.js';
import {fakeClock, until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {part, stage, type Stage, talking, words} from '../../support/stage.js';

type VariablesStage = Stage<Five9CallVariables>;
type Template = ReturnType<typeof html>;

const TAG = html`<five9-call-variables></five9-call-variables>`;
const OTHER_CALL = 'B'.repeat(32);
/** Values of the variables in the adapter, by id of the variable. */
const VALUES = {'102': '9250000111', '641': 'hello', '643': '12', '644': '', '212': '<i>Al</i>'};
const NAMES: Record<keyof typeof VALUES, [group: string, name: string]> = {
  '102': ['Call', 'ANI'],
  '641': ['Custom', 'note'],
  '643': ['Custom', 'order.total'],
  '644': ['Custom', 'Best time'],
  '212': ['Customer', 'first_name'],
};

/** The ids in the order in which the adapter lists the variables. */
const IDS = ['102', '641', '643', '644', '212'] as const;
/** The expected rows, in the order of `IDS`. */
const IN_ORDER = ['ANI 9250000111', 'note [hello]', 'order.total [12]', 'Best time []', 'first_name [<i>Al</i>]'];

const cavs = (changes: Partial<typeof VALUES> = {}): object[] =>
  IDS.map((id) => {
    const [group, name] = NAMES[id];
    return {id, group, name, value: changes[id] ?? VALUES[id]};
  });

/** Sets the values that the adapter returns for `getCav` from now on. */
const setAnswer = (setup: VariablesStage, changes?: Partial<typeof VALUES>): Promise<void> =>
  setup.adapter.reply('getCav', {response: cavs(changes)});

async function show(template: Template = TAG): Promise<VariablesStage> {
  const setup = await stage<Five9CallVariables>(template);
  await setAnswer(setup);
  await setup.adapter.reply('setCav', {response: null});
  return setup;
}

/** Shows the element in a call, and waits for its fields. */
async function inCall(template?: Template): Promise<VariablesStage> {
  const setup = await show(template);
  await talking(setup);
  await until(
    () => form(setup) && Object.keys(setup.element.values).length && !setup.element.matches(':state(pending)'),
  );
  await setup.settled();
  return setup;
}

const form = ({element}: VariablesStage): HTMLFormElement | null => element.shadowRoot!.querySelector('form');
/** Returns a line for each variable: name, value (in brackets if editable), and note. */
const rows = ({element}: VariablesStage): string[] =>
  [...element.shadowRoot!.querySelectorAll('dl > div')].map((row) => {
    const input = row.querySelector<HTMLInputElement>('[part=field]');
    const value = input ? `[${input.value}]` : row.querySelector('[part=value]')!.textContent;
    const note = row.querySelector('[part=note]')?.textContent.replace(/\s+/g, ' ').trim();
    return [row.querySelector('dt')!.textContent.trim(), value, note].filter(Boolean).join(' ');
  });
const fieldOf = ({element}: VariablesStage, id: string): HTMLInputElement | null =>
  element.shadowRoot!.querySelector(`[name='${id}']`);
const field = (setup: VariablesStage, id: string): HTMLInputElement => fieldOf(setup, id)!;
const status = ({element}: VariablesStage): string => words(element, 'status');
const sets = ({adapter}: VariablesStage): unknown[] => adapter.requests('setCav').map(({request}) => request.args);

/** Types into a field as a user does. */
async function enter(setup: VariablesStage, id: string, text: string): Promise<void> {
  field(setup, id).focus();
  field(setup, id).select();
  await type(text);
  await setup.settled();
}

/** Presses the save button, and waits until the save has ended. */
async function save(setup: VariablesStage): Promise<void> {
  part(setup.element, 'save').click();
  await setup.settled();
  await until(() => status(setup) !== 'Saving…' && !setup.element.matches(':state(pending)'), 'it is saved or not');
  await setup.settled();
}

/** Returns a list that collects the details of all later events with this name. */
function detailsOf<Detail>(
  {element}: VariablesStage,
  name: 'five9-before-variables' | 'five9-variables-set',
): Detail[] {
  const all: Detail[] = [];
  element.addEventListener(name, (event) => all.push(structuredClone(event.detail) as Detail));
  return all;
}

describe('five9-call-variables', () => {
  describe('content', () => {
    it('shows all variables of the call as text; variables of the groups Call and Agent are read-only', async () => {
      const setup = await inCall();
      expect(rows(setup)).to.deep.equal(IN_ORDER);
      expect(setup.adapter.requests('getCav')[0]!.request.args).to.deep.equal({interactionId: CALL_ID});
      expect(setup.element.values).to.include({'Call.ANI': '9250000111', 'Custom.order.total': '12'});
      expect(status(setup)).to.equal('');
    });

    it('shows only the named variables, in the given order; with commas, names may contain spaces', async () => {
      const setup = await inCall(
        html`<five9-call-variables names="Customer.* Call.ANI Custom.order.total"></five9-call-variables>`,
      );
      expect(rows(setup)).to.deep.equal(['first_name [<i>Al</i>]', 'ANI 9250000111', 'order.total [12]']);
      setup.element.names = 'Custom.Best time, Custom.n*';
      await setup.settled();
      expect(rows(setup)).to.deep.equal(['Best time []', 'note [hello]']);
      setup.element.names = 'Custom.note,custom.Note, Odd.*';
      await setup.settled();
      expect(status(setup)).to.equal('Not in this call: custom.Note, Odd.*');
    });

    it('accepts a list inside an object', async () => {
      const setup = await show();
      await setup.adapter.reply('getCav', {response: {cavs: cavs()}});
      await talking(setup);
      await until(() => rows(setup).length === 5);
    });

    for (const nonsense of [null, 'x', {cavs: 7}, [], [null, 3]]) {
      it(`shows no variables for an invalid answer: ${JSON.stringify(nonsense)}`, async () => {
        const setup = await show();
        await setup.adapter.reply('getCav', {response: nonsense});
        await talking(setup);
        await until(() => status(setup) === 'No variables');
        expect(setup.errors).to.be.empty;
      });
    }

    it('shows full names if two variables have the same name', async () => {
      const setup = await show();
      await setup.adapter.reply('getCav', {
        response: [
          {id: 1, group: 'Call', name: 'number', value: 7},
          {id: 2, group: 'Customer', name: 'number', value: {toString: 1}},
        ],
      });
      await talking(setup);
      await until(() => rows(setup).join() === 'Call.number 7,Customer.number []');
    });

    it('shows the last values as read-only when the call has finished, with the text that was not saved', async () => {
      const setup = await inCall(html`<five9-call-variables names="Custom.note Call.ANI"></five9-call-variables>`);
      await enter(setup, '641', 'too late');
      await setup.happens('callEnded');
      expect(rows(setup)[0], 'in wrap-up it may be edited').to.equal('note [too late]');
      await setup.happens('callFinished');
      expect(rows(setup)).to.deep.equal(['note hello Not saved: too late', 'ANI 9250000111']);
      expect(status(setup)).to.equal('Finished');
      expect(setup.element.values).to.include({'Custom.note': 'hello'});
      expect(setup.element.shadowRoot!.activeElement, 'the keyboard stays').to.equal(part(setup.element, 'refresh'));
      expect(await setup.element.set({'Custom.note': 'x'})).to.be.false;
      expect(sets(setup)).to.be.empty;
    });

    it('shows why there are no variables, and that they are loading', async () => {
      const setup = await show();
      expect(status(setup)).to.equal('No call');
      await setup.adapter.reply('getCav', {silent: true});
      await setup.happens('callStarted');
      expect(status(setup)).to.equal('Loading…');
      await setup.drops();
      expect(status(setup)).to.equal('The connection to Five9 was lost.');
    });
  });

  describe('saving', () => {
    it('sends all typed values in one request on Enter; shows them as saved when the adapter returns them', async () => {
      const setup = await inCall();
      const requests = detailsOf<VariablesRequest>(setup, 'five9-before-variables');
      const dispatched = detailsOf<VariablesSet>(setup, 'five9-variables-set');
      expect(part(setup.element, 'save')).to.have.attribute('aria-disabled', 'true');
      await enter(setup, '643', '13');
      await enter(setup, '641', 'new');
      expect(setup.element.matches(':state(changed)')).to.be.true;
      expect(part(setup.element, 'save')).not.to.have.attribute('aria-disabled');
      expect(sets(setup), 'nothing yet').to.be.empty;
      await setup.adapter.reply('setCav', {hold: true});
      await press('Enter');
      await setup.adapter.receivesRequest('setCav');
      await setup.settled();
      expect(status(setup)).to.equal('Saving…');
      expect(setup.element.matches(':state(pending)')).to.be.true;
      expect(setup.element.values, 'not before the adapter says so').to.include({'Custom.note': 'hello'});
      await press('Enter');
      await setAnswer(setup, {'641': 'new', '643': '13'});
      await setup.adapter.release();
      await until(() => status(setup) === 'Saved');
      expect(sets(setup)).to.have.lengthOf(1);
      const [{cavList}] = sets(setup) as [{cavList: object[]}];
      expect(cavList).to.have.deep.members([
        {id: '641', value: 'new'},
        {id: '643', value: '13'},
      ]);
      const variables = [
        {id: '641', group: 'Custom', name: 'note', value: 'new'},
        {id: '643', group: 'Custom', name: 'order.total', value: '13'},
      ];
      expect(requests).to.deep.equal([{interactionId: CALL_ID, variables}]);
      expect(dispatched).to.deep.equal([{interactionId: CALL_ID, variables, ignored: []}]);
      expect(setup.element.matches(':state(changed)')).to.be.false;
      expect(setup.element.shadowRoot!.activeElement).to.equal(field(setup, '641'));
    });

    for (const [isSaved, value] of [
      [true, 'new'],
      [false, 'hello'],
    ] as const) {
      it(`reports a change whose reply is lost ${isSaved ? 'as saved' : 'as an error'} if Five9 has ${isSaved ? 'saved' : 'not saved'} it`, async () => {
        const setup = await inCall();
        const dispatched = detailsOf<VariablesSet>(setup, 'five9-variables-set');
        await enter(setup, '641', 'new');
        await setup.adapter.reply('setCav', {silent: true});
        await setAnswer(setup, {'641': value});
        const clock = fakeClock();
        await press('Enter');
        await setup.adapter.receivesRequest('setCav');
        await clock.tickAsync(setup.service.api.requestTimeout);
        await until(() => status(setup) !== 'Saving…', 'the change was checked');
        expect(dispatched.map(({variables}) => variables.map(({id}) => id))).to.deep.equal(isSaved ? [['641']] : []);
        expect(setup.errors.map(({errorCode}) => errorCode)).to.deep.equal(isSaved ? [] : ['Timeout']);
      });
    }

    it('shows which value Five9 ignored, and keeps the value in its field', async () => {
      const setup = await inCall();
      const dispatched = detailsOf<VariablesSet>(setup, 'five9-variables-set');
      await enter(setup, '641', 'kept');
      await enter(setup, '643', '14');
      await setAnswer(setup, {'643': '14'});
      await save(setup);
      expect(words(setup.element, 'error')).to.equal(
        'Five9 did not save note: it is not on the layout of the campaign profile.',
      );
      expect(dispatched[0]!.variables.map(({id}) => id)).to.deep.equal(['643']);
      expect(dispatched[0]!.ignored).to.deep.equal([{id: '641', group: 'Custom', name: 'note', value: 'kept'}]);
      expect(setup.errors.map(({method}) => method)).to.deep.equal(['setCav']);
      expect(field(setup, '641').value).to.equal('kept');
      expect(setup.element.matches(':state(changed)')).to.be.true;
      // Report later that Five9 has saved the value.
      await setup.adapter.wsEvent('4', {id: CALL_ID, variables: {'641': 'kept'}});
      await until(() => !setup.element.matches(':state(changed)'));
      expect(words(setup.element, 'error')).to.equal('');
    });

    it('treats a value as saved if Five9 changed its format', async () => {
      const setup = await inCall();
      await enter(setup, '643', '15');
      await setAnswer(setup, {'643': '15.00'});
      await save(setup);
      expect(field(setup, '643').value).to.equal('15.00');
      expect(status(setup)).to.equal('Saved');
    });

    it('keeps the typed values when the adapter refuses; the next attempt can succeed', async () => {
      const setup = await inCall();
      await enter(setup, '641', 'again');
      await setup.adapter.reply('setCav', {error: {errorCode: 'Generic', errorMessage: 'Not now.'}});
      await save(setup);
      expect(words(setup.element, 'error')).to.equal('Not now.');
      expect(field(setup, '641').value).to.equal('again');
      expect(setup.element.values['Custom.note']).to.equal('hello');
      await setup.adapter.reply('setCav', {response: null});
      await setAnswer(setup, {'641': 'again'});
      await save(setup);
      expect(status(setup)).to.equal('Saved');
      expect(words(setup.element, 'error')).to.equal('');
    });

    it('can be prevented or changed by the page', async () => {
      const setup = await inCall();
      setup.element.addEventListener('five9-before-variables', (event) => event.preventDefault(), {once: true});
      await enter(setup, '641', 'x');
      await save(setup);
      expect(sets(setup)).to.be.empty;
      expect(field(setup, '641').value).to.equal('x');
      setup.element.addEventListener(
        'five9-before-variables',
        ({detail}) => {
          detail.variables[0]!.value = 'amended';
          detail.variables.push({id: '', group: 'Custom', name: 'Best time', value: 'noon'});
        },
        {once: true},
      );
      await setAnswer(setup, {'641': 'amended', '644': 'noon'});
      await save(setup);
      expect((sets(setup) as {cavList: object}[])[0]!.cavList).to.deep.equal([
        {id: '641', value: 'amended'},
        {id: '644', value: 'noon'},
      ]);
      expect(rows(setup)).to.include.members(['note [amended]', 'Best time [noon]']);
      setup.element.addEventListener('five9-before-variables', ({detail}) => Object.assign(detail, {variables: 7}), {
        once: true,
      });
      expect(await setup.element.set({'Custom.note': 'y'}), 'nonsense').to.be.false;
      expect(setup.errors).to.have.lengthOf(1);
    });

    it('does not overwrite text that the agent types during the save', async () => {
      const setup = await inCall();
      await enter(setup, '641', 'one');
      await setup.adapter.reply('setCav', {hold: true});
      part(setup.element, 'save').click();
      await setup.adapter.receivesRequest('setCav');
      await enter(setup, '641', 'two');
      await setAnswer(setup, {'641': 'one'});
      await setup.adapter.release();
      await until(() => status(setup) !== 'Saving…');
      await setup.settled();
      expect(field(setup, '641').value).to.equal('two');
      expect(setup.element.values['Custom.note']).to.equal('one');
    });

    it('sends the next request one second after the adapter’s answer', async () => {
      const setup = await inCall();
      const clock = fakeClock();
      await setAnswer(setup, {'641': 'a'});
      const first = setup.element.set({'Custom.note': 'a'});
      const second = setup.element.set({'Custom.note': 'b'});
      expect(await first).to.be.true;
      await clock.tickAsync(999);
      await setup.settled();
      expect(sets(setup)).to.have.lengthOf(1);
      await setAnswer(setup, {'641': 'b'});
      await clock.tickAsync(1);
      expect(await second).to.be.true;
      expect(sets(setup)).to.have.lengthOf(2);
    });
  });

  describe('set()', () => {
    it('sets variables by full name, hidden variables too, and does not send unchanged values', async () => {
      const setup = await inCall(html`<five9-call-variables names="Call.*"></five9-call-variables>`);
      await setAnswer(setup, {'643': '7'});
      expect(await setup.element.set({'Custom.order.total': 7, 'Custom.note': 'hello'})).to.be.true;
      expect(await setup.element.set({'Custom.note': 'hello'})).to.be.true;
      expect(sets(setup)).to.deep.equal([{interactionId: CALL_ID, cavList: [{id: '643', value: '7'}]}]);
    });

    it('shows which variable does not exist', async () => {
      const setup = await inCall();
      expect(await setup.element.set({'Custom.typo': '1'})).to.be.false;
      await setup.settled();
      expect(words(setup.element, 'error')).to.equal('There is no variable Custom.typo.');
    });

    it('does not loop if the page sets the same value in the event listener', async () => {
      const setup = await inCall();
      await setAnswer(setup, {'641': 'echo'});
      setup.element.addEventListener('five9-variables-set', () => void setup.element.set({'Custom.note': 'echo'}));
      expect(await setup.element.set({'Custom.note': 'echo'})).to.be.true;
      await setup.adapter.wsEvent('4', {id: CALL_ID, variables: {'641': 'echo'}});
      await setup.settled();
      expect(sets(setup)).to.have.lengthOf(1);
    });

    it('fails without a call', async () => {
      const setup = await show();
      expect(await setup.element.set({'Custom.note': 'x'})).to.be.false;
      expect(setup.errors[0]).to.include({errorCode: 'Generic', method: 'setCav'});
      await setup.drops();
      expect(await setup.element.set({'Custom.note': 'x'})).to.be.false;
      expect(setup.errors[1]!.errorCode).to.equal('NotConnected');
    });
  });

  describe('typed values', () => {
    it('are reset by Escape, one field at a time, or all by the button', async () => {
      const setup = await inCall();
      const keysOutside: string[] = [];
      const recordKey = ({key}: KeyboardEvent): number => keysOutside.push(key);
      document.addEventListener('keydown', recordKey);
      atEnd(() => document.removeEventListener('keydown', recordKey));
      await enter(setup, '643', '99');
      await enter(setup, '641', 'x');
      keysOutside.length = 0;
      await press('Escape');
      await setup.settled();
      expect([field(setup, '641').value, field(setup, '643').value]).to.deep.equal(['hello', '99']);
      expect(keysOutside, 'the dialog around stays open').to.be.empty;
      await press('Escape');
      expect(keysOutside, 'there was nothing to take back').to.deep.equal(['Escape']);
      part(setup.element, 'revert').focus();
      await press('Enter');
      await setup.settled();
      expect(field(setup, '643').value).to.equal('12');
      expect(setup.element.matches(':state(changed)')).to.be.false;
      expect(setup.element.shadowRoot!.activeElement, 'the keyboard stays').to.not.equal(null);
    });

    it('are not a change if they equal the stored value', async () => {
      const setup = await inCall();
      await enter(setup, '643', '1');
      expect(setup.element.matches(':state(changed)')).to.be.true;
      await type('2');
      await setup.settled();
      expect(setup.element.matches(':state(changed)')).to.be.false;
    });

    it('are discarded when their call has finished and another call is shown', async () => {
      const setup = await inCall();
      await enter(setup, '641', 'typed');
      await talking(setup, OTHER_CALL);
      await setup.happens('callFinished');
      // Start a call with the same id. This can happen after a page refresh, or if a call is transferred back.
      await setup.happens('callFinished', {interactionId: OTHER_CALL});
      await talking(setup);
      await until(() => fieldOf(setup, '641'));
      await setup.settled();
      expect(rows(setup)).to.deep.equal(IN_ORDER);
      expect(setup.element.matches(':state(changed)')).to.equal(false);
    });

    it('are kept when the agent opens another call and returns', async () => {
      const setup = await inCall();
      await enter(setup, '641', 'mine');
      await talking(setup, OTHER_CALL);
      await until(() => fieldOf(setup, '641')?.value === 'hello');
      expect(setup.element.matches(':state(changed)')).to.be.false;
      setup.service.open(CALL_ID);
      await until(() => fieldOf(setup, '641')?.value === 'mine');
    });
  });

  describe('changes by others', () => {
    it('are shown', async () => {
      const setup = await inCall();
      await setup.adapter.wsEvent('4', {id: CALL_ID, variables: {'641': 'theirs', '643': 13, '9': 'x', toString: 'x'}});
      await until(() => field(setup, '641').value === 'theirs');
      expect(field(setup, '643').value).to.equal('13');
      expect(sets(setup)).to.be.empty;
    });

    it('never overwrite the agent’s text, but are shown next to it', async () => {
      const setup = await inCall();
      await enter(setup, '641', 'mine');
      await setup.adapter.wsEvent('4', {id: CALL_ID, variables: {'641': '<b>theirs</b>'}});
      await until(() => status(setup) === 'Changed elsewhere: note');
      await setup.settled();
      expect(field(setup, '641').value).to.equal('mine');
      expect(rows(setup)).to.include('note [mine] Changed elsewhere to <b>theirs</b>');
      expect(field(setup, '641')).to.have.attribute(
        'aria-describedby',
        part(setup.element, 'note').id.replace('n0', 'n' + field(setup, '641').id.slice(1)),
      );
      await press('Escape');
      await setup.settled();
      expect(field(setup, '641').value).to.equal('<b>theirs</b>');
      expect(status(setup)).to.equal('');
    });

    it('of other calls are ignored, and so are invalid changes', async () => {
      const setup = await inCall();
      const nonsense = [
        null,
        'x',
        {},
        {id: CALL_ID},
        {id: CALL_ID, variables: 'x'},
        {id: OTHER_CALL, variables: {'641': 'x'}},
      ];
      for (const payload of nonsense) await setup.adapter.wsEvent('4', payload);
      await setup.settled();
      expect(field(setup, '641').value).to.equal('hello');
      expect(setup.errors).to.be.empty;
    });

    it('are requested when the state of the call changes, and by the button', async () => {
      const setup = await inCall();
      await setAnswer(setup, {'641': 'later'});
      await setup.happens('callEnded');
      await until(() => field(setup, '641').value === 'later');
      await setAnswer(setup, {'641': 'last'});
      part(setup.element, 'refresh').click();
      await until(() => field(setup, '641').value === 'last');
      await setup.adapter.reply('getCav', {error: 'Busy.'});
      expect(await setup.element.refresh()).to.be.false;
      await setup.settled();
      expect(words(setup.element, 'error')).to.equal('Busy.');
      expect(field(setup, '641').value).to.equal('last');
    });
  });

  describe('definitions of variables', () => {
    const DEFINITIONS: VariableDefinition[] = [
      {
        name: 'Custom.order.total',
        type: 'CURRENCY',
        label: 'Order total',
        restrictions: [{type: 'MinValue', value: '0'}],
      },
      {id: '641', restrictions: [{type: 'Set', value: 'hello,bye'}, {type: 'Required'}]},
      {group: 'Custom', name: 'Best time', restrictions: [{type: 'Multiset', value: 'noon,night'}]},
      {id: '212', readOnly: true},
      {id: '102', readOnly: false},
    ];

    it('set labels, editors, and which variables are editable', async () => {
      const setup = await inCall(html`<five9-call-variables .definitions=${DEFINITIONS}></five9-call-variables>`);
      expect(rows(setup)).to.have.members([
        'ANI [9250000111]',
        'note [hello]',
        'Order total [12]',
        'Best time []',
        'first_name <i>Al</i>',
      ]);
      expect(field(setup, '641').localName).to.equal('select');
      expect(field(setup, '643').inputMode).to.equal('decimal');
      const select = field(setup, '641') as unknown as HTMLSelectElement;
      select.focus();
      select.value = 'bye';
      select.dispatchEvent(new Event('change', {bubbles: true}));
      await setup.settled();
      expect(rows(setup)).to.include('note [bye]');
      await press('Escape');
      await setup.settled();
      expect(select.value).to.equal('hello');
      const several = field(setup, '644') as unknown as HTMLSelectElement;
      for (const option of several.options) option.selected = true;
      several.dispatchEvent(new Event('change', {bubbles: true}));
      await setAnswer(setup, {'644': 'noon,night'});
      await save(setup);
      expect(setup.element.values['Custom.Best time']).to.equal('noon,night');
      expect(several.selectedOptions).to.have.lengthOf(2);
    });

    it('are used to check typed values before a request is sent', async () => {
      const setup = await inCall(html`<five9-call-variables .definitions=${DEFINITIONS}></five9-call-variables>`);
      await enter(setup, '643', '-1');
      expect(field(setup, '643'), 'not while typing').to.have.attribute('aria-invalid', 'false');
      part(setup.element, 'save').focus();
      await setup.settled();
      expect(field(setup, '643')).to.have.attribute('aria-invalid', 'true');
      expect(rows(setup)).to.include('Order total [-1] The smallest value is 0.');
      await save(setup);
      expect(words(setup.element, 'error')).to.equal('Order total: The smallest value is 0.');
      expect(setup.element.shadowRoot!.activeElement).to.equal(field(setup, '643'));
      expect(await setup.element.set({'Custom.note': 'odd'})).to.be.false;
      expect(setup.errors[1]!.errorMessage).to.equal('note: Choose from the list.');
      expect(sets(setup)).to.be.empty;
    });

    it('can be overridden by the attribute read-only, for some variables or all', async () => {
      const setup = await inCall(html`<five9-call-variables read-only="Custom.*"></five9-call-variables>`);
      expect(rows(setup).filter((row) => row.endsWith(']'))).to.deep.equal(['first_name [<i>Al</i>]']);
      setup.element.setAttribute('read-only', '');
      await setup.settled();
      expect(rows(setup).filter((row) => row.endsWith(']'))).to.be.empty;
      expect(setup.element.shadowRoot!.querySelector('[part=save]')).to.equal(null);
    });

    it('are requested from REST through the adapter if the page wants them', async () => {
      const setup = await show(html`<five9-call-variables typed></five9-call-variables>`);
      await setup.adapter.reply('getApplicationContext', {response: {tenantId: '4/21', agentId: '1'}});
      const response = JSON.stringify([{id: '641', type: 'BOOLEAN', restrictions: {restrictions: []}}]);
      await setup.adapter.reply('executeRestApiV2', {response: {status: 200, response}});
      await talking(setup);
      await until(() => fieldOf(setup, '641')?.localName === 'select');
      expect(setup.adapter.requests('executeRestApiV2').map(({request}) => request.args)).to.deep.equal([
        {path: '/appsvcs/rs/svc/orgs/4%2F21/call_variables'},
      ]);
    });

    for (const answer of [
      {error: 'No.'},
      {response: {status: 435, response: '{}'}},
      {response: {status: 200, response: '<'}},
    ]) {
      it(`are not needed: the fields work if REST answers ${JSON.stringify(answer)}`, async () => {
        const setup = await show(html`<five9-call-variables typed></five9-call-variables>`);
        await setup.adapter.reply('getApplicationContext', {response: {tenantId: '421', agentId: '1'}});
        await setup.adapter.reply('executeRestApiV2', answer);
        await talking(setup);
        await setup.adapter.receivesRequest('executeRestApiV2');
        await until(() => field(setup, '641'));
        await setup.settled();
        expect(rows(setup)).to.include('note [hello]');
        expect(setup.errors).to.be.empty;
      });
    }
  });

  it('leaves no listeners or timers when it is removed', async () => {
    const setup = await inCall();
    await enter(setup, '641', 'x');
    await comesAndGoes(setup);
    await until(() => fieldOf(setup, '641')?.value === 'x', 'what was typed is still there');
    await isForgotten(setup);
  });

  it('is accessible, with and without a call, with a note and an error', async () => {
    await expect(await fixture(TAG)).to.be.accessible();
    const setup = await inCall(html`<five9-call-variables typed></five9-call-variables>`);
    await enter(setup, '641', 'mine');
    await setup.adapter.wsEvent('4', {id: CALL_ID, variables: {'641': 'theirs'}});
    await setup.adapter.reply('setCav', {error: 'No.'});
    await save(setup);
    await looksGood(setup.element);
    await setup.happens('callFinished');
    await expect(setup.element).to.be.accessible();
  });
});
