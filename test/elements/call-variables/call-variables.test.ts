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
/** Values by id, as the adapter has them. */
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
/** The rows of the variables in that order. */
const IN_ORDER = ['ANI 9250000111', 'note [hello]', 'order.total [12]', 'Best time []', 'first_name [<i>Al</i>]'];

const cavs = (changes: Partial<typeof VALUES> = {}): object[] =>
  IDS.map((id) => {
    const [group, name] = NAMES[id];
    return {id, group, name, value: changes[id] ?? VALUES[id]};
  });

/** The next answer of the adapter to who reads. */
const tells = (at: VariablesStage, changes?: Partial<typeof VALUES>): Promise<void> =>
  at.adapter.reply('getCav', {response: cavs(changes)});

async function show(template: Template = TAG): Promise<VariablesStage> {
  const at = await stage<Five9CallVariables>(template);
  await tells(at);
  await at.adapter.reply('setCav', {response: null});
  return at;
}

/** In a call, with fields. */
async function inCall(template?: Template): Promise<VariablesStage> {
  const at = await show(template);
  await talking(at);
  await until(() => form(at) && Object.keys(at.element.values).length && !at.element.matches(':state(pending)'));
  await at.settled();
  return at;
}

const form = ({element}: VariablesStage): HTMLFormElement | null => element.shadowRoot!.querySelector('form');
/** Each variable: its name, then its value, in brackets where it may be edited, then what is noted. */
const rows = ({element}: VariablesStage): string[] =>
  [...element.shadowRoot!.querySelectorAll('dl > div')].map((row) => {
    const one = row.querySelector<HTMLInputElement>('[part=field]');
    const value = one ? `[${one.value}]` : row.querySelector('[part=value]')!.textContent;
    const note = row.querySelector('[part=note]')?.textContent.replace(/\s+/g, ' ').trim();
    return [row.querySelector('dt')!.textContent.trim(), value, note].filter(Boolean).join(' ');
  });
const fieldOf = ({element}: VariablesStage, id: string): HTMLInputElement | null =>
  element.shadowRoot!.querySelector(`[name='${id}']`);
const field = (at: VariablesStage, id: string): HTMLInputElement => fieldOf(at, id)!;
const status = ({element}: VariablesStage): string => words(element, 'status');
const sets = ({adapter}: VariablesStage): unknown[] => adapter.requests('setCav').map(({request}) => request.args);

/** Types into a field as a user does. */
async function enter(at: VariablesStage, id: string, text: string): Promise<void> {
  field(at, id).focus();
  field(at, id).select();
  await type(text);
  await at.settled();
}

/** Presses the button, and waits until what it began has ended. */
async function save(at: VariablesStage): Promise<void> {
  part(at.element, 'save').click();
  await at.settled();
  await until(() => status(at) !== 'Saving…' && !at.element.matches(':state(pending)'), 'it is saved or not');
  await at.settled();
}

/** What an event of the element tells from now on. */
function heard<Detail>({element}: VariablesStage, name: 'five9-before-variables' | 'five9-variables-set'): Detail[] {
  const all: Detail[] = [];
  element.addEventListener(name, (event) => all.push(structuredClone(event.detail) as Detail));
  return all;
}

describe('five9-call-variables', () => {
  describe('shows', () => {
    it('all variables of the call, text as text, those of the groups Call and Agent to read only', async () => {
      const at = await inCall();
      expect(rows(at)).to.deep.equal(IN_ORDER);
      expect(at.adapter.requests('getCav')[0]!.request.args).to.deep.equal({interactionId: CALL_ID});
      expect(at.element.values).to.include({'Call.ANI': '9250000111', 'Custom.order.total': '12'});
      expect(status(at)).to.equal('');
    });

    it('those that are named, in that order; commas let names have spaces', async () => {
      const at = await inCall(
        html`<five9-call-variables names="Customer.* Call.ANI Custom.order.total"></five9-call-variables>`,
      );
      expect(rows(at)).to.deep.equal(['first_name [<i>Al</i>]', 'ANI 9250000111', 'order.total [12]']);
      at.element.names = 'Custom.Best time, Custom.n*';
      await at.settled();
      expect(rows(at)).to.deep.equal(['Best time []', 'note [hello]']);
      at.element.names = 'Custom.note,custom.Note, Odd.*';
      await at.settled();
      expect(status(at)).to.equal('Not in this call: custom.Note, Odd.*');
    });

    it('a list that comes wrapped', async () => {
      const at = await show();
      await at.adapter.reply('getCav', {response: {cavs: cavs()}});
      await talking(at);
      await until(() => rows(at).length === 5);
    });

    for (const nonsense of [null, 'x', {cavs: 7}, [], [null, 3]]) {
      it(`nothing of nonsense: ${JSON.stringify(nonsense)}`, async () => {
        const at = await show();
        await at.adapter.reply('getCav', {response: nonsense});
        await talking(at);
        await until(() => status(at) === 'No variables');
        expect(at.errors).to.be.empty;
      });
    }

    it('full names where names alone are the same', async () => {
      const at = await show();
      await at.adapter.reply('getCav', {
        response: [
          {id: 1, group: 'Call', name: 'number', value: 7},
          {id: 2, group: 'Customer', name: 'number', value: {toString: 1}},
        ],
      });
      await talking(at);
      await until(() => rows(at).join() === 'Call.number 7,Customer.number []');
    });

    it('the last values, to read only, when the call is over, and what was typed in vain', async () => {
      const at = await inCall(html`<five9-call-variables names="Custom.note Call.ANI"></five9-call-variables>`);
      await enter(at, '641', 'too late');
      await at.happens('callEnded');
      expect(rows(at)[0], 'in wrap-up it may be edited').to.equal('note [too late]');
      await at.happens('callFinished');
      expect(rows(at)).to.deep.equal(['note hello Not saved: too late', 'ANI 9250000111']);
      expect(status(at)).to.equal('Finished');
      expect(at.element.values).to.include({'Custom.note': 'hello'});
      expect(at.element.shadowRoot!.activeElement, 'the keyboard stays').to.equal(part(at.element, 'refresh'));
      expect(await at.element.set({'Custom.note': 'x'})).to.be.false;
      expect(sets(at)).to.be.empty;
    });

    it('why there is nothing, and that it waits', async () => {
      const at = await show();
      expect(status(at)).to.equal('No call');
      await at.adapter.reply('getCav', {silent: true});
      await at.happens('callStarted');
      expect(status(at)).to.equal('Loading…');
      await at.drops();
      expect(status(at)).to.equal('The connection to Five9 was lost.');
    });
  });

  describe('saving', () => {
    it('sends what was typed, all of it in one request, by Enter; shows it as saved when it is read back', async () => {
      const at = await inCall();
      const asked = heard<VariablesRequest>(at, 'five9-before-variables');
      const told = heard<VariablesSet>(at, 'five9-variables-set');
      expect(part(at.element, 'save')).to.have.attribute('aria-disabled', 'true');
      await enter(at, '643', '13');
      await enter(at, '641', 'new');
      expect(at.element.matches(':state(changed)')).to.be.true;
      expect(part(at.element, 'save')).not.to.have.attribute('aria-disabled');
      expect(sets(at), 'nothing yet').to.be.empty;
      await at.adapter.reply('setCav', {hold: true});
      await press('Enter');
      await at.adapter.hearsRequest('setCav');
      await at.settled();
      expect(status(at)).to.equal('Saving…');
      expect(at.element.matches(':state(pending)')).to.be.true;
      expect(at.element.values, 'not before the adapter says so').to.include({'Custom.note': 'hello'});
      await press('Enter');
      await tells(at, {'641': 'new', '643': '13'});
      await at.adapter.release();
      await until(() => status(at) === 'Saved');
      expect(sets(at)).to.have.lengthOf(1);
      const [{cavList}] = sets(at) as [{cavList: object[]}];
      expect(cavList).to.have.deep.members([
        {id: '641', value: 'new'},
        {id: '643', value: '13'},
      ]);
      const variables = [
        {id: '641', group: 'Custom', name: 'note', value: 'new'},
        {id: '643', group: 'Custom', name: 'order.total', value: '13'},
      ];
      expect(asked).to.deep.equal([{interactionId: CALL_ID, variables}]);
      expect(told).to.deep.equal([{interactionId: CALL_ID, variables, ignored: []}]);
      expect(at.element.matches(':state(changed)')).to.be.false;
      expect(at.element.shadowRoot!.activeElement).to.equal(field(at, '641'));
    });

    it('says what Five9 has ignored, and keeps it typed', async () => {
      const at = await inCall();
      const told = heard<VariablesSet>(at, 'five9-variables-set');
      await enter(at, '641', 'kept');
      await enter(at, '643', '14');
      await tells(at, {'643': '14'});
      await save(at);
      expect(words(at.element, 'error')).to.equal(
        'Five9 did not save note: it is not on the layout of the campaign profile.',
      );
      expect(told[0]!.variables.map(({id}) => id)).to.deep.equal(['643']);
      expect(told[0]!.ignored).to.deep.equal([{id: '641', group: 'Custom', name: 'note', value: 'kept'}]);
      expect(at.errors.map(({method}) => method)).to.deep.equal(['setCav']);
      expect(field(at, '641').value).to.equal('kept');
      expect(at.element.matches(':state(changed)')).to.be.true;
      // It came about after all.
      await at.adapter.wsEvent('4', {id: CALL_ID, variables: {'641': 'kept'}});
      await until(() => !at.element.matches(':state(changed)'));
      expect(words(at.element, 'error')).to.equal('');
    });

    it('takes what Five9 makes of a value for saved', async () => {
      const at = await inCall();
      await enter(at, '643', '15');
      await tells(at, {'643': '15.00'});
      await save(at);
      expect(field(at, '643').value).to.equal('15.00');
      expect(status(at)).to.equal('Saved');
    });

    it('loses nothing that was typed when the adapter refuses; another try may succeed', async () => {
      const at = await inCall();
      await enter(at, '641', 'again');
      await at.adapter.reply('setCav', {error: {errorCode: 'Generic', errorMessage: 'Not now.'}});
      await save(at);
      expect(words(at.element, 'error')).to.equal('Not now.');
      expect(field(at, '641').value).to.equal('again');
      expect(at.element.values['Custom.note']).to.equal('hello');
      await at.adapter.reply('setCav', {response: null});
      await tells(at, {'641': 'again'});
      await save(at);
      expect(status(at)).to.equal('Saved');
      expect(words(at.element, 'error')).to.equal('');
    });

    it('may be prevented or amended by the page', async () => {
      const at = await inCall();
      at.element.addEventListener('five9-before-variables', (event) => event.preventDefault(), {once: true});
      await enter(at, '641', 'x');
      await save(at);
      expect(sets(at)).to.be.empty;
      expect(field(at, '641').value).to.equal('x');
      at.element.addEventListener(
        'five9-before-variables',
        ({detail}) => {
          detail.variables[0]!.value = 'amended';
          detail.variables.push({id: '', group: 'Custom', name: 'Best time', value: 'noon'});
        },
        {once: true},
      );
      await tells(at, {'641': 'amended', '644': 'noon'});
      await save(at);
      expect((sets(at) as {cavList: object}[])[0]!.cavList).to.deep.equal([
        {id: '641', value: 'amended'},
        {id: '644', value: 'noon'},
      ]);
      expect(rows(at)).to.include.members(['note [amended]', 'Best time [noon]']);
      at.element.addEventListener('five9-before-variables', ({detail}) => Object.assign(detail, {variables: 7}), {
        once: true,
      });
      expect(await at.element.set({'Custom.note': 'y'}), 'nonsense').to.be.false;
      expect(at.errors).to.have.lengthOf(1);
    });

    it('does not overwrite what is typed meanwhile', async () => {
      const at = await inCall();
      await enter(at, '641', 'one');
      await at.adapter.reply('setCav', {hold: true});
      part(at.element, 'save').click();
      await at.adapter.hearsRequest('setCav');
      await enter(at, '641', 'two');
      await tells(at, {'641': 'one'});
      await at.adapter.release();
      await until(() => status(at) !== 'Saving…');
      await at.settled();
      expect(field(at, '641').value).to.equal('two');
      expect(at.element.values['Custom.note']).to.equal('one');
    });

    it('waits for the adapter’s answer, and a second more, before it sends again', async () => {
      const at = await inCall();
      const clock = fakeClock();
      await tells(at, {'641': 'a'});
      const first = at.element.set({'Custom.note': 'a'});
      const second = at.element.set({'Custom.note': 'b'});
      expect(await first).to.be.true;
      await clock.tickAsync(999);
      await at.settled();
      expect(sets(at)).to.have.lengthOf(1);
      await tells(at, {'641': 'b'});
      await clock.tickAsync(1);
      expect(await second).to.be.true;
      expect(sets(at)).to.have.lengthOf(2);
    });
  });

  describe('set()', () => {
    it('sets by full name, also what is not shown, and sends nothing that is so already', async () => {
      const at = await inCall(html`<five9-call-variables names="Call.*"></five9-call-variables>`);
      await tells(at, {'643': '7'});
      expect(await at.element.set({'Custom.order.total': 7, 'Custom.note': 'hello'})).to.be.true;
      expect(await at.element.set({'Custom.note': 'hello'})).to.be.true;
      expect(sets(at)).to.deep.equal([{interactionId: CALL_ID, cavList: [{id: '643', value: '7'}]}]);
    });

    it('says which variable there is not', async () => {
      const at = await inCall();
      expect(await at.element.set({'Custom.typo': '1'})).to.be.false;
      await at.settled();
      expect(words(at.element, 'error')).to.equal('There is no variable Custom.typo.');
    });

    it('goes round and round for no page that sets what it hears', async () => {
      const at = await inCall();
      await tells(at, {'641': 'echo'});
      at.element.addEventListener('five9-variables-set', () => void at.element.set({'Custom.note': 'echo'}));
      expect(await at.element.set({'Custom.note': 'echo'})).to.be.true;
      await at.adapter.wsEvent('4', {id: CALL_ID, variables: {'641': 'echo'}});
      await at.settled();
      expect(sets(at)).to.have.lengthOf(1);
    });

    it('fails without a call', async () => {
      const at = await show();
      expect(await at.element.set({'Custom.note': 'x'})).to.be.false;
      expect(at.errors[0]).to.include({errorCode: 'Generic', method: 'setCav'});
      await at.drops();
      expect(await at.element.set({'Custom.note': 'x'})).to.be.false;
      expect(at.errors[1]!.errorCode).to.equal('NotConnected');
    });
  });

  describe('typing', () => {
    it('is taken back by Escape, field by field, and by the button', async () => {
      const at = await inCall();
      const heardOutside: string[] = [];
      const hear = ({key}: KeyboardEvent): number => heardOutside.push(key);
      document.addEventListener('keydown', hear);
      atEnd(() => document.removeEventListener('keydown', hear));
      await enter(at, '643', '99');
      await enter(at, '641', 'x');
      heardOutside.length = 0;
      await press('Escape');
      await at.settled();
      expect([field(at, '641').value, field(at, '643').value]).to.deep.equal(['hello', '99']);
      expect(heardOutside, 'the dialog around stays open').to.be.empty;
      await press('Escape');
      expect(heardOutside, 'there was nothing to take back').to.deep.equal(['Escape']);
      part(at.element, 'revert').focus();
      await press('Enter');
      await at.settled();
      expect(field(at, '643').value).to.equal('12');
      expect(at.element.matches(':state(changed)')).to.be.false;
      expect(at.element.shadowRoot!.activeElement, 'the keyboard stays').to.not.equal(null);
    });

    it('is no change where it comes back to what was', async () => {
      const at = await inCall();
      await enter(at, '643', '1');
      expect(at.element.matches(':state(changed)')).to.be.true;
      await type('2');
      await at.settled();
      expect(at.element.matches(':state(changed)')).to.be.false;
    });

    it('is forgotten when its call is over and another one is shown', async () => {
      const at = await inCall();
      await enter(at, '641', 'typed');
      await talking(at, OTHER_CALL);
      await at.happens('callFinished');
      // The same id again, as a refresh of the page or a transfer back may bring it.
      await at.happens('callFinished', {interactionId: OTHER_CALL});
      await talking(at);
      await until(() => fieldOf(at, '641'));
      await at.settled();
      expect(rows(at)).to.deep.equal(IN_ORDER);
      expect(at.element.matches(':state(changed)')).to.equal(false);
    });

    it('is kept while the agent turns to another call, and back', async () => {
      const at = await inCall();
      await enter(at, '641', 'mine');
      await talking(at, OTHER_CALL);
      await until(() => fieldOf(at, '641')?.value === 'hello');
      expect(at.element.matches(':state(changed)')).to.be.false;
      at.service.open(CALL_ID);
      await until(() => fieldOf(at, '641')?.value === 'mine');
    });
  });

  describe('changes from elsewhere', () => {
    it('are followed', async () => {
      const at = await inCall();
      await at.adapter.wsEvent('4', {id: CALL_ID, variables: {'641': 'theirs', '643': 13, '9': 'x', toString: 'x'}});
      await until(() => field(at, '641').value === 'theirs');
      expect(field(at, '643').value).to.equal('13');
      expect(sets(at)).to.be.empty;
    });

    it('never overwrite what the agent types, but are told', async () => {
      const at = await inCall();
      await enter(at, '641', 'mine');
      await at.adapter.wsEvent('4', {id: CALL_ID, variables: {'641': '<b>theirs</b>'}});
      await until(() => status(at) === 'Changed elsewhere: note');
      await at.settled();
      expect(field(at, '641').value).to.equal('mine');
      expect(rows(at)).to.include('note [mine] Changed elsewhere to <b>theirs</b>');
      expect(field(at, '641')).to.have.attribute(
        'aria-describedby',
        part(at.element, 'note').id.replace('n0', 'n' + field(at, '641').id.slice(1)),
      );
      await press('Escape');
      await at.settled();
      expect(field(at, '641').value).to.equal('<b>theirs</b>');
      expect(status(at)).to.equal('');
    });

    it('of other calls, or that are none, are of no interest', async () => {
      const at = await inCall();
      const nonsense = [
        null,
        'x',
        {},
        {id: CALL_ID},
        {id: CALL_ID, variables: 'x'},
        {id: OTHER_CALL, variables: {'641': 'x'}},
      ];
      for (const payload of nonsense) await at.adapter.wsEvent('4', payload);
      await at.settled();
      expect(field(at, '641').value).to.equal('hello');
      expect(at.errors).to.be.empty;
    });

    it('are asked for when the call moves on, and by the button', async () => {
      const at = await inCall();
      await tells(at, {'641': 'later'});
      await at.happens('callEnded');
      await until(() => field(at, '641').value === 'later');
      await tells(at, {'641': 'last'});
      part(at.element, 'refresh').click();
      await until(() => field(at, '641').value === 'last');
      await at.adapter.reply('getCav', {error: 'Busy.'});
      expect(await at.element.refresh()).to.be.false;
      await at.settled();
      expect(words(at.element, 'error')).to.equal('Busy.');
      expect(field(at, '641').value).to.equal('last');
    });
  });

  describe('what is known of variables', () => {
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

    it('gives labels, editors, and what may be edited', async () => {
      const at = await inCall(html`<five9-call-variables .definitions=${DEFINITIONS}></five9-call-variables>`);
      expect(rows(at)).to.have.members([
        'ANI [9250000111]',
        'note [hello]',
        'Order total [12]',
        'Best time []',
        'first_name <i>Al</i>',
      ]);
      expect(field(at, '641').localName).to.equal('select');
      expect(field(at, '643').inputMode).to.equal('decimal');
      const select = field(at, '641') as unknown as HTMLSelectElement;
      select.focus();
      select.value = 'bye';
      select.dispatchEvent(new Event('change', {bubbles: true}));
      await at.settled();
      expect(rows(at)).to.include('note [bye]');
      await press('Escape');
      await at.settled();
      expect(select.value).to.equal('hello');
      const several = field(at, '644') as unknown as HTMLSelectElement;
      for (const option of several.options) option.selected = true;
      several.dispatchEvent(new Event('change', {bubbles: true}));
      await tells(at, {'644': 'noon,night'});
      await save(at);
      expect(at.element.values['Custom.Best time']).to.equal('noon,night');
      expect(several.selectedOptions).to.have.lengthOf(2);
    });

    it('is held against what was typed before anything is sent', async () => {
      const at = await inCall(html`<five9-call-variables .definitions=${DEFINITIONS}></five9-call-variables>`);
      await enter(at, '643', '-1');
      expect(field(at, '643'), 'not while typing').to.have.attribute('aria-invalid', 'false');
      part(at.element, 'save').focus();
      await at.settled();
      expect(field(at, '643')).to.have.attribute('aria-invalid', 'true');
      expect(rows(at)).to.include('Order total [-1] At least 0.');
      await save(at);
      expect(words(at.element, 'error')).to.equal('Order total: At least 0.');
      expect(at.element.shadowRoot!.activeElement).to.equal(field(at, '643'));
      expect(await at.element.set({'Custom.note': 'odd'})).to.be.false;
      expect(at.errors[1]!.errorMessage).to.equal('note: Choose from the list.');
      expect(sets(at)).to.be.empty;
    });

    it('may be the attribute’s: some or all to read only', async () => {
      const at = await inCall(html`<five9-call-variables read-only="Custom.*"></five9-call-variables>`);
      expect(rows(at).filter((row) => row.endsWith(']'))).to.deep.equal(['first_name [<i>Al</i>]']);
      at.element.setAttribute('read-only', '');
      await at.settled();
      expect(rows(at).filter((row) => row.endsWith(']'))).to.be.empty;
      expect(at.element.shadowRoot!.querySelector('[part=save]')).to.equal(null);
    });

    it('is asked of REST where the page wants it, through the adapter', async () => {
      const at = await show(html`<five9-call-variables typed></five9-call-variables>`);
      await at.adapter.reply('getApplicationContext', {response: {tenantId: '4/21', agentId: '1'}});
      const response = JSON.stringify([{id: '641', type: 'BOOLEAN', restrictions: {restrictions: []}}]);
      await at.adapter.reply('executeRestApiV2', {response: {status: 200, response}});
      await talking(at);
      await until(() => fieldOf(at, '641')?.localName === 'select');
      expect(at.adapter.requests('executeRestApiV2').map(({request}) => request.args)).to.deep.equal([
        {path: '/appsvcs/rs/svc/orgs/4%2F21/call_variables'},
      ]);
    });

    for (const answer of [
      {error: 'No.'},
      {response: {status: 435, response: '{}'}},
      {response: {status: 200, response: '<'}},
    ]) {
      it(`is done without where REST answers ${JSON.stringify(answer)}`, async () => {
        const at = await show(html`<five9-call-variables typed></five9-call-variables>`);
        await at.adapter.reply('getApplicationContext', {response: {tenantId: '421', agentId: '1'}});
        await at.adapter.reply('executeRestApiV2', answer);
        await talking(at);
        await at.adapter.hearsRequest('executeRestApiV2');
        await until(() => field(at, '641'));
        await at.settled();
        expect(rows(at)).to.include('note [hello]');
        expect(at.errors).to.be.empty;
      });
    }
  });

  it('leaves nothing behind', async () => {
    const at = await inCall();
    await enter(at, '641', 'x');
    await comesAndGoes(at);
    await until(() => fieldOf(at, '641')?.value === 'x', 'what was typed is still there');
    await isForgotten(at);
  });

  it('is accessible, with and without a call, with a note and an error', async () => {
    await expect(await fixture(TAG)).to.be.accessible();
    const at = await inCall(html`<five9-call-variables typed></five9-call-variables>`);
    await enter(at, '641', 'mine');
    await at.adapter.wsEvent('4', {id: CALL_ID, variables: {'641': 'theirs'}});
    await at.adapter.reply('setCav', {error: 'No.'});
    await save(at);
    await looksGood(at.element);
    await at.happens('callFinished');
    await expect(at.element).to.be.accessible();
  });
});
