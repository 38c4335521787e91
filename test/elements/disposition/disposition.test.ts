import {expect, fixture, html} from '@open-wc/testing';
import {Five9Disposition} from '../../../src/elements/disposition/define.js';
import type {BeforeDispositionEvent, DispositionRequest} from '../../../src/elements/disposition/disposition.events.js';
import {press, type} from '../../commands.js';
import type {Five9ErrorEvent} from '../../../src/service/index.js';
import {freshName} from '../../support/client.js';
import {atEnd} from '../../support/lifecycle.js';
import {CALL_ID} from '../../support/samples.js';
import {openRealm} from '../../support/scope.js';
import {freshId, listen, openAdapter, tell} from '../../support/service.js';
import {fakeClock, timersOf, until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {part, stage, type Stage, talking, words} from '../../support/stage.js';

type DispositionStage = Stage<Five9Disposition>;
type Template = ReturnType<typeof html>;

const LIST = [
  {id: '3551', name: 'Sale made', type: 'FINAL', flags: []},
  {id: '3553', name: '<b>Not</b> interested', type: 'FINAL', flags: []},
  {id: '3559', name: 'Busy', type: 'REDIAL', flags: []},
  {id: '3560', name: 'Call back later', type: 'REDIAL', flags: ['ALLOW_SET_REDIAL_TIMER'], timeout: '3600'},
  {id: '3562', name: 'Do not disturb', type: 'DND', flags: 'ALLOW_SET_REACTIVATE_TIMER'},
];
const LONG = Array.from({length: 500}, (_, index) => ({
  id: String(index),
  name: `${['Sale', 'Réclamation', 'Voicemail'][index % 3]!} ${index}`,
}));

/** A picker that is connected; the adapter gives `list` for an interaction. */
async function show(
  template = html`<five9-disposition></five9-disposition>`,
  list: unknown = LIST,
): Promise<DispositionStage> {
  const at = await stage<Five9Disposition>(template);
  await at.adapter.reply('getDispositions', {response: list});
  await at.adapter.reply('setDisposition', {response: null});
  return at;
}

/** A picker in a call, with its list. */
async function inCall(template?: Template, list?: unknown): Promise<DispositionStage> {
  const at = await show(template, list);
  await talking(at);
  await until(() => at.element.dispositions.length);
  await at.settled();
  return at;
}

/** A picker after a call. */
async function afterCall(template?: Template, list?: unknown): Promise<DispositionStage> {
  const at = await inCall(template, list);
  await at.happens('callEnded');
  return at;
}

const shadow = ({element}: DispositionStage): ShadowRoot => element.shadowRoot!;
const select = (at: DispositionStage): HTMLSelectElement => shadow(at).querySelector('select')!;
const input = (at: DispositionStage): HTMLInputElement =>
  shadow(at).querySelector<HTMLInputElement>('[role=combobox]')!;
const button = (at: DispositionStage): HTMLButtonElement => part(at.element, 'button') as HTMLButtonElement;
const status = (at: DispositionStage): string => words(at.element, 'status');
const options = (at: DispositionStage): HTMLElement[] => [...shadow(at).querySelectorAll<HTMLElement>('[role=option]')];
const active = (at: DispositionStage): string | null | undefined => {
  const id = input(at).getAttribute('aria-activedescendant');
  return id ? shadow(at).getElementById(id)?.textContent : undefined;
};

/** Chooses as a user does. */
async function choose(at: DispositionStage, id: string): Promise<void> {
  select(at).value = id;
  select(at).dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  select(at).dispatchEvent(new Event('change', {bubbles: true}));
  await at.settled();
}

const sets = (at: DispositionStage): unknown[] =>
  at.adapter.requests('setDisposition').map(({request}) => request.args);

describe('five9-disposition', () => {
  describe('states', () => {
    it('without an adapter it says so, and a press explains', async () => {
      const at = await stage<Five9Disposition>(html`<five9-disposition></five9-disposition>`, {connected: false});
      expect(status(at)).to.equal('Connecting to Five9…');
      expect(button(at)).to.have.attribute('aria-disabled', 'true');
      expect(button(at).disabled, 'it still takes the focus').to.be.false;
      button(at).click();
      await at.settled();
      expect(at.errors[0]?.errorCode).to.equal('NotConnected');
      expect(words(at.element, 'error')).not.to.equal('');
    });

    it('without an interaction there is nothing to choose, and a press explains', async () => {
      const at = await show();
      expect(status(at)).to.equal('No interaction');
      expect([...select(at).options].map(({value}) => value)).to.deep.equal(['']);
      expect(select(at)).to.have.attribute('aria-disabled', 'true');
      button(at).click();
      await at.settled();
      expect(at.errors[0]).to.include({errorCode: 'Generic', method: 'setDisposition'});
      expect(sets(at)).to.be.empty;
    });

    it('loads the list when the interaction starts, once', async () => {
      const at = await show();
      await at.adapter.reply('getDispositions', {silent: true});
      await at.happens('callStarted');
      expect(status(at)).to.equal('Loading…');
      expect(at.element.matches(':state(pending)')).to.be.true;
      expect(at.element.dispositions).to.be.empty;
      await at.happens('callAccepted');
      await at.happens('callEnded');
      expect(at.adapter.requests('getDispositions')).to.have.lengthOf(1);
      expect(at.adapter.requests('getDispositions')[0]!.request.args).to.deep.equal({
        interactionType: 'Call',
        interactionId: CALL_ID,
      });
    });

    it('shows the list, names as text', async () => {
      const at = await inCall();
      expect([...select(at).options].map(({text}) => text)).to.deep.equal(['Choose…', ...LIST.map(({name}) => name)]);
      expect(status(at)).to.equal('');
      expect(at.element.dispositions).to.deep.equal(LIST);
      expect(at.element.matches(':state(pending)')).to.be.false;
    });

    it('urges when the interaction has ended', async () => {
      const at = await afterCall();
      expect(status(at)).to.equal('Call ended. Set the disposition.');
      expect(at.element.matches(':state(ended)')).to.be.true;
    });

    for (const none of [[], null]) {
      it(`says so when there are none (${JSON.stringify(none)})`, async () => {
        const at = await show(undefined, none);
        await talking(at);
        await until(() => status(at) !== 'Loading…');
        expect(status(at)).to.equal('No dispositions');
      });
    }

    it('is finished where the adapter does not know the interaction', async () => {
      const at = await show();
      await at.adapter.reply('getDispositions', {error: {errorCode: 'InteractionNotFound'}});
      await at.happens('callStarted');
      await until(() => at.errors.length);
      await at.settled();
      expect(status(at)).to.equal('Finished');
      expect(at.element.matches(':state(finished)')).to.be.true;
      expect(shadow(at).querySelector('[part=retry]')).to.be.null;
    });

    it('shows why the list could not be had, and asks again on request', async () => {
      const at = await show();
      await at.adapter.reply(
        'getDispositions',
        {error: {errorCode: 'NoData', errorMessage: 'Not now.'}},
        {response: LIST},
      );
      await at.happens('callStarted');
      await until(() => at.errors.length);
      await at.settled();
      expect(words(at.element, 'error')).to.equal('Not now.');
      expect(at.errors[0]?.errorCode).to.equal('NoData');
      part(at.element, 'retry').focus();
      await press('Enter');
      await until(() => at.element.dispositions.length);
      await at.settled();
      expect(words(at.element, 'error')).to.equal('');
      expect(shadow(at).querySelector('[part=retry]')).to.be.null;
      expect(shadow(at).activeElement, 'the focus is not lost with the button').to.equal(button(at));
    });

    it('asks again by itself when the interaction goes on, or the adapter comes back', async () => {
      const at = await show();
      await at.adapter.reply('getDispositions', {error: 'Not yet.'}, {error: 'Not yet.'}, {response: LIST});
      await at.happens('callStarted');
      await until(() => at.errors.length);
      await at.happens('callAccepted');
      await until(() => at.errors.length === 2);
      await at.drops();
      await at.returns();
      await until(() => at.element.dispositions.length);
    });

    it('keeps list and choice while the connection is lost, and sets nothing then', async () => {
      const at = await inCall();
      await choose(at, '3551');
      await at.drops();
      expect(status(at)).to.equal('The connection to Five9 was lost.');
      expect(at.element.dispositions).to.have.lengthOf(LIST.length);
      expect(await at.element.set()).to.be.false;
      expect(at.errors[0]?.errorCode).to.equal('NotConnected');
      await at.returns();
      expect(at.element.value).to.equal('3551');
      expect(sets(at), 'nothing is set later').to.be.empty;
    });

    it('is right at once when it comes in mid-call', async () => {
      const at = await inCall();
      const late = document.createElement('five9-disposition');
      at.element.after(late);
      await until(() => late.dispositions.length);
      expect(late.interaction?.id).to.equal(CALL_ID);
      expect(at.adapter.requests('getDispositions'), 'asked for once for all').to.have.lengthOf(1);
    });
  });

  describe('setting', () => {
    it('sets what was chosen while talking', async () => {
      const at = await inCall();
      await choose(at, '3551');
      await at.happens('callEnded');
      button(at).click();
      await at.adapter.hearsRequest('setDisposition');
      expect(sets(at)).to.deep.equal([{interactionType: 'Call', interactionId: CALL_ID, dispositionId: '3551'}]);
    });

    it('is pending until the adapter has set it', async () => {
      const at = await afterCall();
      await at.adapter.reply('setDisposition', {hold: true});
      await choose(at, '3551');
      const set = at.element.set();
      await at.adapter.hearsRequest('setDisposition');
      await at.settled();
      expect(status(at)).to.equal('Setting…');
      expect(at.element.matches(':state(pending)')).to.be.true;
      expect(at.element.matches(':state(finished)')).to.be.false;
      await at.adapter.release();
      expect(await set).to.be.true;
      await at.settled();
      expect(status(at)).to.equal('Set: Sale made');
      expect(at.element.matches(':state(finished)')).to.be.true;
    });

    it('sets once at a double click, and not again when it is set', async () => {
      const at = await afterCall();
      await choose(at, '3551');
      button(at).click();
      button(at).click();
      await until(() => status(at) === 'Set: Sale made');
      button(at).click();
      await at.settled();
      expect(sets(at)).to.have.lengthOf(1);
      expect(at.errors).to.be.empty;
    });

    it('sets once, however many pickers show the interaction', async () => {
      const at = await afterCall();
      const other = document.createElement('five9-disposition');
      at.element.after(other);
      await until(() => other.dispositions.length);
      at.element.value = other.value = '3551';
      expect(await Promise.all([at.element.set(), other.set()])).to.deep.equal([true, false]);
      await at.settled();
      expect(sets(at)).to.have.lengthOf(1);
    });

    it('needs a choice', async () => {
      const at = await afterCall();
      button(at).click();
      await at.settled();
      expect(at.errors[0]).to.include({errorCode: 'Generic', errorMessage: 'Choose a disposition.'});
      expect(sets(at)).to.be.empty;
      await choose(at, '3551');
      expect(words(at.element, 'error'), 'said and done').to.equal('');
    });

    it('shows the refusal, and may be tried again', async () => {
      const at = await afterCall();
      await at.adapter.reply('setDisposition', {error: {errorCode: 'Generic', errorMessage: 'No.'}}, {response: null});
      await choose(at, '3551');
      expect(await at.element.set()).to.be.false;
      await at.settled();
      expect(words(at.element, 'error')).to.equal('No.');
      expect(at.element.matches(':state(error)')).to.be.true;
      expect(await at.element.set()).to.be.true;
    });

    it('takes a finished interaction for finished', async () => {
      const at = await afterCall();
      await at.adapter.reply('setDisposition', {error: {errorCode: 'InteractionNotFound'}});
      await choose(at, '3551');
      expect(await at.element.set()).to.be.false;
      await at.settled();
      expect(at.errors[0]?.errorCode).to.equal('InteractionNotFound');
      expect(words(at.element, 'error')).to.equal('This interaction is already finished.');
      expect(status(at), 'not what was chosen here').to.equal('Finished');
      expect(button(at)).to.have.attribute('aria-disabled', 'true');
      button(at).click();
      await at.settled();
      expect(sets(at)).to.have.lengthOf(1);
    });

    it('has nothing to complain of when the end is told before the answer', async () => {
      const at = await afterCall();
      await at.adapter.reply('setDisposition', {hold: true});
      await choose(at, '3551');
      const set = at.element.set();
      await at.adapter.hearsRequest('setDisposition');
      await at.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(status(at)).to.equal('Set: Busy');
      await at.drops();
      expect(await set).to.be.false;
      await at.settled();
      expect(at.errors).to.be.empty;
      expect(words(at.element, 'error')).to.equal('');
    });

    for (const [kind, type, before] of [
      ['chat', 'Chat', ['chatOffered', 'chatAccepted', 'chatEnded']],
      ['email', 'Email', ['emailOffered', 'emailAccepted']],
    ] as const) {
      it(`works in ${type}s`, async () => {
        const at = await show();
        for (const event of before) await at.happens(event);
        await until(() => at.element.dispositions.length);
        if (type === 'Chat') expect(status(at)).to.equal('Chat ended. Set the disposition.');
        at.element.value = '3551';
        expect(await at.element.set()).to.be.true;
        await at.settled();
        expect(at.adapter.requests('setDisposition')[0]?.request.args).to.include({interactionType: type});
        await at.happens(`${kind}Finished`, {}, {dispositionName: 'Sale made'});
        expect(status(at)).to.equal('Set: Sale made');
      });
    }
  });

  describe('events', () => {
    it('asks first and tells afterwards', async () => {
      const at = await afterCall();
      await at.adapter.reply('setDisposition', {hold: true});
      const heard: [string, DispositionRequest][] = [];
      for (const name of ['five9-before-disposition', 'five9-disposition-set'] as const) {
        const listener = (event: CustomEvent<DispositionRequest>): void =>
          void heard.push([event.type, {...event.detail}]);
        document.addEventListener(name, listener);
        atEnd(() => {
          document.removeEventListener(name, listener);
        });
      }
      await choose(at, '3551');
      const detail = {
        dispositionId: '3551',
        timeout: undefined,
        interactionId: CALL_ID,
        interactionType: 'Call',
        disposition: LIST[0],
      };
      const set = at.element.set();
      expect(heard).to.deep.equal([['five9-before-disposition', detail]]);
      await at.adapter.hearsRequest('setDisposition');
      await at.settled();
      expect(heard, 'not before the adapter has set it').to.have.lengthOf(1);
      await at.adapter.release();
      await set;
      expect(heard[1]).to.deep.equal(['five9-disposition-set', detail]);
    });

    it('sets nothing that the page cancels', async () => {
      const at = await afterCall();
      at.element.addEventListener('five9-before-disposition', (event) => event.preventDefault());
      await choose(at, '3551');
      expect(await at.element.set()).to.be.false;
      await at.settled();
      expect(sets(at)).to.be.empty;
      expect(at.errors).to.be.empty;
      expect(button(at), 'it may be tried again').not.to.have.attribute('aria-disabled');
    });

    it('sets what the page makes of it', async () => {
      const at = await afterCall();
      at.element.addEventListener('five9-before-disposition', ({detail}: BeforeDispositionEvent) => {
        detail.dispositionId = '3560';
        detail.timeout = '60';
      });
      const told: DispositionRequest[] = [];
      at.element.addEventListener('five9-disposition-set', ({detail}) => told.push(detail));
      await choose(at, '3551');
      await at.element.set();
      await at.settled();
      expect(sets(at)[0]).to.include({dispositionId: '3560', timeout: '60'});
      expect(told[0]).to.deep.include({dispositionId: '3560', timeout: '60', disposition: LIST[3]});
      expect(at.element.value).to.equal('3560');
      expect(status(at)).to.equal('Set: Call back later');
    });

    it('hears the events of its interaction, the last one included', async () => {
      const at = await inCall();
      const heard: string[] = [];
      for (const name of ['five9-call-ended', 'five9-call-finished'] as const) {
        at.element.addEventListener(name, (event) => heard.push(event.type));
      }
      await at.happens('callEnded');
      await at.happens('callFinished');
      expect(heard).to.deep.equal(['five9-call-ended', 'five9-call-finished']);
    });

    it('emits input and change when the agent chooses, and at nothing else', async () => {
      const at = await inCall(html`<five9-disposition wrap-up-seconds="30"></five9-disposition>`);
      const heard: string[] = [];
      for (const name of ['input', 'change']) {
        at.element.addEventListener(name, (event) => heard.push(`${event.type} ${at.element.value}`));
      }
      at.element.value = '3553';
      await at.settled();
      expect(heard, 'not for what the page does').to.be.empty;
      await choose(at, '3560');
      expect(heard).to.deep.equal(['input 3560', 'change 3560']);
      const timer = part(at.element, 'timer') as HTMLInputElement;
      timer.focus();
      await type('12');
      expect(heard, 'the timer is not the value').to.have.lengthOf(2);
    });
  });

  describe('when the interaction is over', () => {
    it('shows what the adapter says was set', async () => {
      const at = await afterCall();
      await choose(at, '3551');
      await at.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(status(at)).to.equal('Set: Busy');
      expect(at.element.value, 'what was set, not what was chosen').to.equal('3559');
      expect(at.element.matches(':state(finished)')).to.be.true;
      expect(at.element.matches(':state(ended)')).to.be.false;
      expect(select(at)).to.have.attribute('aria-disabled', 'true');
      expect([...select(at).options].map(({value}) => value)).to.deep.equal(['', '3559']);
      button(at).click();
      await at.settled();
      expect(sets(at)).to.be.empty;
      expect(at.errors).to.be.empty;
    });

    it('says that none was set when it was transferred', async () => {
      const at = await inCall();
      await choose(at, '3551');
      await at.happens('callFinished', {}, {dispositionName: ''});
      expect(status(at)).to.equal('Finished, none set');
      expect(at.element.value).to.equal('');
    });

    it('knows a name that is not in the list', async () => {
      const at = await afterCall();
      await at.happens('callFinished', {}, {dispositionName: 'No Disposition'});
      expect(status(at)).to.equal('Set: No Disposition');
    });

    it('forgets what went wrong before', async () => {
      const at = await afterCall();
      button(at).click();
      await at.settled();
      await at.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(words(at.element, 'error')).to.equal('');
    });

    it('has nothing to say about a rejected one', async () => {
      const at = await show();
      await at.happens('callStarted');
      await at.happens('callRejected');
      expect(status(at)).to.equal('No interaction');
    });

    it('starts anew with the next interaction', async () => {
      const at = await afterCall(html`<five9-disposition value="3553"></five9-disposition>`);
      await choose(at, '3551');
      await at.happens('callFinished', {}, {dispositionName: 'Sale made'});
      await talking(at, 'B'.repeat(32));
      await until(() => at.element.dispositions.length);
      expect(at.element.value, 'the default').to.equal('3553');
      expect(status(at)).to.equal('');
      expect(at.adapter.requests('getDispositions')).to.have.lengthOf(2);
    });
  });

  it('keeps the choice for a call while the agent turns to a chat', async () => {
    const at = await inCall();
    await choose(at, '3560');
    const chat = 'C'.repeat(32);
    await at.happens('chatOffered', {interactionId: chat});
    expect(at.element.interaction?.id).to.equal(chat);
    expect(at.element.value, 'not that of the call').to.equal('');
    await at.happens('chatFinished', {interactionId: chat});
    expect(at.element.interaction?.id).to.equal(CALL_ID);
    expect(at.element.value).to.equal('3560');
  });

  it('names one that is not there: acts on none', async () => {
    const at = await inCall();
    at.element.interactionId = 'D'.repeat(32);
    await at.settled();
    expect(status(at)).to.equal('No interaction');
  });

  it('acts on the interaction that it names', async () => {
    const at = await show(html`<five9-disposition interaction-id=${'D'.repeat(32)}></five9-disposition>`);
    await talking(at);
    expect(status(at)).to.equal('No interaction');
    at.element.interactionId = CALL_ID;
    await until(() => at.element.dispositions.length);
  });

  describe('timer', () => {
    const timer = (at: DispositionStage): HTMLInputElement => part(at.element, 'timer') as HTMLInputElement;
    const timed = async (at: DispositionStage, id: string, text: string): Promise<void> => {
      await choose(at, id);
      timer(at).focus();
      await type(text);
      await at.settled();
    };

    it('is there where the disposition allows one, named by what it does', async () => {
      const at = await afterCall();
      for (const [id, name] of [
        ['3551', ''],
        ['3559', ''],
        ['3560', 'Redial after'],
        ['3562', 'Reactivate after'],
      ] as const) {
        await choose(at, id);
        expect(shadow(at).querySelector('[part=timer]')?.parentElement?.textContent.trim() ?? '', id).to.equal(name);
      }
    });

    it('goes by the type where the adapter tells no flags', async () => {
      const at = await afterCall(undefined, [
        {id: '1', name: 'Later', type: 'REDIAL'},
        {id: '2', name: 'Done', type: 'FINAL'},
      ]);
      await choose(at, '1');
      expect(timer(at)).to.exist;
      await choose(at, '2');
      expect(shadow(at).querySelector('[part=timer]')).to.be.null;
    });

    it('goes by the page where the adapter tells nothing', async () => {
      const at = await afterCall(html`<five9-disposition timer-for="2 3"></five9-disposition>`, [
        {id: '3', name: 'Later'},
      ]);
      await choose(at, '3');
      expect(timer(at)).to.exist;
    });

    it('is passed on unchanged', async () => {
      const at = await afterCall();
      await timed(at, '3560', '01:30 h');
      await at.element.set();
      await at.settled();
      expect(sets(at)[0]).to.include({timeout: '01:30 h'});
    });

    it('is left out when it is empty, and does not go to another disposition', async () => {
      const at = await afterCall();
      await timed(at, '3560', '60');
      await choose(at, '3551');
      await at.element.set();
      await at.settled();
      expect(sets(at)[0]).not.to.have.property('timeout');
    });

    it('shows its unit as the page tells it, by attribute or slot', async () => {
      const at = await afterCall(html`<five9-disposition timer-unit="minutes"></five9-disposition>`);
      await choose(at, '3560');
      expect(timer(at).labels![0]!.textContent.replace(/\s+/g, ' ').trim()).to.equal('Redial after minutes');
      const unit = document.createElement('b');
      unit.slot = 'timer-unit';
      unit.textContent = 'hours';
      at.element.append(unit);
      expect(unit.assignedSlot).to.exist;
    });

    it('says so when one is required and missing', async () => {
      const at = await afterCall(html`<five9-disposition timer-required></five9-disposition>`);
      await choose(at, '3560');
      expect(at.element.checkValidity()).to.be.false;
      button(at).click();
      await at.settled();
      expect(at.errors[0]).to.include({
        errorCode: 'Generic',
        errorMessage: 'Enter the time.',
        method: 'setDisposition',
      });
      expect(sets(at)).to.be.empty;
      await timed(at, '3560', '5');
      expect(words(at.element, 'error')).to.equal('');
      expect(at.element.checkValidity()).to.be.true;
      expect(await at.element.set()).to.be.true;
    });

    it('shows what the adapter says when it needs one', async () => {
      const at = await afterCall();
      await at.adapter.reply('setDisposition', {
        error: {errorCode: 'Generic', errorMessage: 'Call back later needs a timeout.'},
      });
      await choose(at, '3560');
      button(at).click();
      await until(() => at.errors.length);
      await at.settled();
      expect(words(at.element, 'error')).to.equal('Call back later needs a timeout.');
      expect(timer(at), 'and leaves it there to be filled').to.exist;
    });
  });

  describe('confirm', () => {
    const asked = (at: DispositionStage): HTMLElement | null => shadow(at).querySelector('[part=confirm]');
    const confirming = async (): Promise<DispositionStage> => {
      const at = await afterCall(html`<five9-disposition confirm></five9-disposition>`);
      await choose(at, '3553');
      button(at).focus();
      await press('Enter');
      await at.settled();
      return at;
    };

    it('asks inline, with the focus on the answer', async () => {
      const at = await confirming();
      expect(sets(at)).to.be.empty;
      expect(asked(at)!.textContent.replace(/\s+/g, ' ').trim()).to.equal('Set “<b>Not</b> interested”? Yes No');
      expect(shadow(at).activeElement?.textContent).to.equal('Yes');
    });

    it('sets at Yes', async () => {
      const at = await confirming();
      await press('Enter');
      await at.adapter.hearsRequest('setDisposition');
      await at.settled();
      expect(asked(at)).to.be.null;
      expect(shadow(at).activeElement).to.equal(button(at));
    });

    for (const answer of ['No', 'Escape']) {
      it(`sets nothing at ${answer}`, async () => {
        const at = await confirming();
        if (answer === 'No') await press('Tab');
        await press(answer === 'No' ? 'Enter' : 'Escape');
        await at.settled();
        expect(asked(at)).to.be.null;
        expect(sets(at)).to.be.empty;
        expect(shadow(at).activeElement).to.equal(button(at));
      });
    }

    it('is not answered by a double click, nor by the Enter key that is held down', async () => {
      const at = await afterCall(html`<five9-disposition confirm></five9-disposition>`);
      await choose(at, '3551');
      button(at).click();
      button(at).click();
      await at.settled();
      const held = new KeyboardEvent('keydown', {key: 'Enter', repeat: true, bubbles: true, cancelable: true});
      shadow(at).activeElement!.dispatchEvent(held);
      expect(held.defaultPrevented).to.be.true;
      button(at).click();
      await at.settled();
      expect(asked(at)).to.exist;
      expect(sets(at)).to.be.empty;
    });

    it('is not asked of a program', async () => {
      const at = await afterCall(html`<five9-disposition confirm></five9-disposition>`);
      at.element.value = '3551';
      expect(await at.element.set()).to.be.true;
    });

    it('is dropped when the interaction is over', async () => {
      const at = await confirming();
      await at.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(asked(at)).to.be.null;
    });
  });

  describe('wrap-up countdown', () => {
    const countdown = (at: DispositionStage): string => words(at.element, 'countdown');
    const template = html`<five9-disposition wrap-up-seconds="90"></five9-disposition>`;

    it('counts from the end of the call', async () => {
      const at = await inCall(template);
      const clock = fakeClock();
      expect(countdown(at)).to.equal('');
      await at.happens('callEnded');
      expect(countdown(at)).to.equal('1:30 left');
      clock.tick(31_000);
      await at.element.updateComplete;
      expect(countdown(at)).to.equal('0:59 left');
      clock.tick(100_000);
      await at.element.updateComplete;
      expect(countdown(at)).to.equal('0:00 left');
      expect(timersOf(clock), 'no timer is left').to.equal(0);
    });

    it('is right for a picker that comes late', async () => {
      const at = await inCall();
      const clock = fakeClock();
      await at.happens('callEnded');
      clock.tick(20_000);
      const late = document.createElement('five9-disposition');
      late.wrapUpSeconds = 60;
      at.element.after(late);
      await late.updateComplete;
      expect(words(late, 'countdown')).to.equal('0:40 left');
    });

    it('is no live region', async () => {
      const at = await afterCall(template);
      expect(part(at.element, 'countdown')).to.have.attribute('role', 'timer');
      expect(part(at.element, 'status').contains(part(at.element, 'countdown'))).to.be.false;
    });

    it('ends with the interaction', async () => {
      const at = await inCall(template);
      const clock = fakeClock();
      await at.happens('callEnded');
      expect(timersOf(clock)).to.equal(1);
      await at.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(countdown(at)).to.equal('');
      expect(timersOf(clock)).to.equal(0);
    });

    it('has one timer, and none while it is not in the page', async () => {
      const at = await inCall(template);
      const clock = fakeClock();
      await at.happens('callEnded');
      const parent = at.element.parentElement!;
      for (let times = 0; times < 5; times++) {
        at.element.remove();
        expect(timersOf(clock)).to.equal(0);
        parent.append(at.element);
        await at.settled();
        expect(timersOf(clock)).to.equal(1);
      }
    });
  });

  describe('combobox', () => {
    const searches = async (at: DispositionStage): Promise<DispositionStage> => {
      await until(() => input(at), 'the combobox is there');
      return at;
    };
    const long = async (template?: Template): Promise<DispositionStage> => searches(await inCall(template, LONG));
    const open = (at: DispositionStage): boolean => input(at).getAttribute('aria-expanded') === 'true';

    it('is there for lists that are longer than the page says', async () => {
      const at = await inCall(html`<five9-disposition combobox-from=${LIST.length}></five9-disposition>`);
      expect(select(at)).to.exist;
      at.element.comboboxFrom--;
      await searches(at);
      expect(select(at)).to.be.null;
    });

    it('leaves the select to whoever is choosing in it, and has what was chosen', async () => {
      const at = await inCall();
      select(at).focus();
      at.element.comboboxFrom = 0;
      await import('../../../src/elements/disposition/combobox.js');
      await at.settled();
      expect(input(at)).to.be.null;
      await choose(at, '3559');
      expect(shadow(at).activeElement).to.equal(select(at));
      await press('Tab');
      await searches(at);
      expect(input(at).value).to.equal('Busy');
      expect(at.element.value).to.equal('3559');
    });

    it('keeps the focus as it goes, and as it comes', async () => {
      const at = await long();
      input(at).focus();
      await at.happens('callFinished');
      expect(shadow(at).activeElement).to.equal(select(at));
      await talking(at, 'B'.repeat(32));
      await searches(at);
      expect(shadow(at).activeElement).to.equal(input(at));
    });

    it('is missed by nobody where it cannot be loaded: the select stays, and that is told once', async () => {
      const name = freshName();
      const adapter = await openAdapter(name);
      await adapter.reply('getDispositions', {response: LIST});
      const {document, load} = await openRealm('/src/elements/disposition/combobox.ts');
      await load('/src/elements/disposition/define.ts');
      await load('/src/elements/provider/define.ts');
      const errors = listen<Five9ErrorEvent>(document, 'five9-error');
      const provider = Object.assign(document.createElement('five9-provider'), {name});
      const element = document.createElement('five9-disposition');
      element.comboboxFrom = 1;
      document.body.append(provider, element);
      await until(() => element.service?.connected, 'connected');
      await adapter.hears('connected');
      await tell({service: element.service!, adapter}, 'callStarted', {interactionId: freshId()});
      await until(() => errors.length, 'told');
      element.requestUpdate();
      await element.updateComplete;
      expect(errors.map(({error}) => error.errorCode)).to.deep.equal(['Generic']);
      expect(errors[0]!.error.cause).to.be.an.instanceOf(
        (document.defaultView as typeof globalThis & Window).TypeError,
      );
      expect(words(element, 'error')).to.contain('could not be loaded');
      const {options: all} = element.shadowRoot!.querySelector('select')!;
      expect([...all].slice(1).map(({text}) => text)).to.deep.equal(LIST.map((one) => one.name));
    });

    it('opens with the arrow keys, at the first, the last or the chosen one', async () => {
      const at = await long();
      input(at).focus();
      expect(open(at), 'not by the focus alone').to.be.false;
      await press('ArrowDown');
      expect(open(at)).to.be.true;
      expect(options(at)).to.have.lengthOf(500);
      expect(active(at)).to.equal('Sale 0');
      await press('Escape');
      await press('ArrowUp');
      expect(active(at)).to.equal('Réclamation 499');
      await press('Escape');
      at.element.value = '7';
      await press('ArrowDown');
      expect(active(at)).to.equal('Réclamation 7');
    });

    it('moves, jumps, and stops at the ends; what is active is in view and not yet chosen', async () => {
      const at = await long();
      input(at).focus();
      await press('ArrowDown');
      for (const [key, there] of [
        ['ArrowUp', 'Sale 0'],
        ['ArrowDown', 'Réclamation 1'],
        ['End', 'Réclamation 499'],
        ['ArrowDown', 'Réclamation 499'],
        ['ArrowUp', 'Sale 498'],
        ['Home', 'Sale 0'],
        ['End', 'Réclamation 499'],
      ] as const) {
        await press(key);
        expect(active(at), key).to.equal(there);
      }
      const list = part(at.element, 'listbox').getBoundingClientRect();
      const {top, bottom} = options(at)[499]!.getBoundingClientRect();
      expect(top >= list.top && bottom <= list.bottom + 1, 'scrolled into view').to.be.true;
      expect(at.element.value).to.equal('');
      expect(shadow(at).querySelector('[aria-selected=true]')).to.be.null;
    });

    it('chooses with Enter', async () => {
      const at = await long();
      const heard: string[] = [];
      for (const name of ['input', 'change']) at.element.addEventListener(name, () => heard.push(name));
      input(at).focus();
      await type('mail 2');
      await press('ArrowDown');
      expect(heard, 'a search is no choice').to.be.empty;
      await press('Enter');
      expect(at.element.value).to.equal('20');
      expect(input(at).value).to.equal('Voicemail 20');
      expect(open(at)).to.be.false;
      expect(heard).to.deep.equal(['input', 'change']);
      await press('ArrowDown');
      expect(options(at)[20]).to.have.attribute('aria-selected', 'true');
    });

    it('finds what is typed, without case and accents, and tells how many', async () => {
      const at = await long();
      input(at).focus();
      await type('RECLAMATION 49');
      expect(options(at).map(({textContent}) => textContent)).to.deep.equal([
        'Réclamation 49',
        'Réclamation 490',
        'Réclamation 493',
        'Réclamation 496',
        'Réclamation 499',
      ]);
      expect(active(at), 'Enter takes the first').to.equal('Réclamation 49');
      expect(status(at)).to.equal('5 matches');
      expect(part(at.element, 'status')).to.have.attribute('role', 'status');
    });

    it('tells that nothing matches, and chooses nothing then', async () => {
      const at = await long();
      input(at).focus();
      await type('zzz');
      expect(open(at)).to.be.false;
      expect(part(at.element, 'listbox').hidden).to.be.true;
      expect(status(at)).to.equal('No matches');
      await press('Enter');
      expect(at.element.value).to.equal('');
    });

    it('closes with Escape, then clears, then leaves Escape to the page', async () => {
      const at = await long();
      at.element.value = '3';
      const heard: string[] = [];
      at.element.addEventListener('keydown', ({key}) => heard.push(key));
      input(at).focus();
      await type('x');
      heard.length = 0;
      await press('Escape');
      expect(open(at)).to.be.false;
      expect(input(at).value, 'what was typed is taken back').to.equal('Sale 3');
      expect(at.element.value).to.equal('3');
      await press('Escape');
      expect(at.element.value).to.equal('');
      expect(input(at).value).to.equal('');
      expect(heard).to.be.empty;
      await press('Escape');
      expect(heard).to.deep.equal(['Escape']);
    });

    it('takes back what was typed when the focus leaves', async () => {
      const at = await long();
      at.element.value = '3';
      input(at).focus();
      await type('voice');
      await press('Tab');
      await at.settled();
      expect(shadow(at).activeElement, 'the list is no stop of the Tab key').to.equal(button(at));
      expect(open(at)).to.be.false;
      expect(input(at).value).to.equal('Sale 3');
    });

    it('opens at a click and chooses by one, and keeps the focus', async () => {
      const at = await long();
      input(at).focus();
      input(at).click();
      await at.settled();
      expect(open(at)).to.be.true;
      const option = options(at)[2]!;
      const down = new MouseEvent('mousedown', {bubbles: true, cancelable: true});
      option.dispatchEvent(down);
      expect(down.defaultPrevented).to.be.true;
      option.click();
      await at.settled();
      expect(at.element.value).to.equal('2');
      expect(shadow(at).activeElement).to.equal(input(at));
    });

    it('keeps input, list and options in one tree, each with its name and role', async () => {
      const at = await long();
      input(at).focus();
      await type('sale 1');
      const list = shadow(at).getElementById(input(at).getAttribute('aria-controls')!)!;
      expect(list).to.have.attribute('role', 'listbox');
      expect(input(at)).to.have.attribute('aria-autocomplete', 'list');
      expect(input(at).labels![0]!.textContent.trim()).to.equal('Disposition');
    });

    it('is closed in the next interaction', async () => {
      const at = await long();
      input(at).focus();
      await type('sale');
      await at.happens('callFinished', {}, {dispositionName: ''});
      await talking(at, 'B'.repeat(32));
      await until(() => at.element.dispositions.length);
      await searches(at);
      expect(options(at)).to.be.empty;
      expect(input(at).value).to.equal('');
    });

    it('shows names as text', async () => {
      const at = await searches(await inCall(html`<five9-disposition combobox-from="0"></five9-disposition>`));
      input(at).focus();
      await press('ArrowDown');
      expect(options(at)[1]!.textContent).to.equal('<b>Not</b> interested');
    });

    it('submits the form with Enter when the list is closed', async () => {
      const at = await long();
      const form = document.createElement('form');
      at.element.replaceWith(form);
      form.append(at.element);
      let submitted = 0;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        submitted++;
      });
      await until(() => at.element.dispositions.length);
      await at.settled();
      input(at).focus();
      await press('ArrowDown');
      await press('Enter');
      expect(submitted).to.equal(0);
      await press('Enter');
      expect(submitted).to.equal(1);
    });

    it('is fluid with 500 entries: a key touches what it changes', async () => {
      const at = await long();
      input(at).focus();
      await press('ArrowDown');
      const changes: MutationRecord[] = [];
      const observer = new MutationObserver((records) => changes.push(...records));
      observer.observe(shadow(at), {subtree: true, childList: true, attributes: true, characterData: true});
      await press('ArrowDown');
      await at.settled();
      observer.disconnect();
      expect(changes.map(({type, attributeName}) => attributeName ?? type).sort()).to.deep.equal([
        'aria-activedescendant',
        'class',
        'class',
      ]);
    });
  });

  describe('form', () => {
    interface InForm extends DispositionStage {
      form: HTMLFormElement;
    }

    async function inForm(template?: Template): Promise<InForm> {
      const at = await inCall(
        template ?? html`<five9-disposition name="result" value="3553" required></five9-disposition>`,
      );
      const form = document.createElement('form');
      at.element.replaceWith(form);
      form.append(at.element);
      await until(() => at.element.dispositions.length);
      await at.settled();
      return {...at, form};
    }

    const data = (form: HTMLFormElement): unknown => Object.fromEntries(new FormData(form));

    it('sends the id under its name, right in the listener of the change', async () => {
      const at = await inForm();
      expect(at.element.form).to.equal(at.form);
      expect(data(at.form)).to.deep.equal({result: '3553'});
      const heard: unknown[] = [];
      at.form.addEventListener('change', () => heard.push(data(at.form)));
      await choose(at, '3551');
      expect(heard).to.deep.equal([{result: '3551'}]);
      at.element.value = '3559';
      expect(data(at.form), 'at once').to.deep.equal({result: '3559'});
      at.element.name = 'other';
      expect(data(at.form)).to.deep.equal({other: '3559'});
    });

    it('is still sent when the disposition is set', async () => {
      const at = await inForm();
      await choose(at, '3551');
      await at.element.set();
      await at.happens('callFinished', {}, {dispositionName: 'Sale made'});
      expect(data(at.form)).to.deep.equal({result: '3551'});
      expect(at.form.checkValidity()).to.be.true;
    });

    it('is required where the page says so', async () => {
      const at = await inForm();
      expect(at.element.validity.valid).to.be.true;
      at.element.value = '';
      expect(at.element.validity.valueMissing).to.be.true;
      expect(at.element.validationMessage).to.equal('Choose a disposition.');
      expect(at.form.checkValidity()).to.be.false;
      at.element.required = false;
      await at.settled();
      expect(at.form.checkValidity()).to.be.true;
    });

    it('takes the focus when the form misses it', async () => {
      const at = await inForm();
      at.element.value = '';
      await at.settled();
      expect(at.form.reportValidity()).to.be.false;
      expect(shadow(at).activeElement).to.equal(select(at));
    });

    it('can be missed, and take the focus, without an interaction too', async () => {
      const at = await show(html`<five9-disposition name="result" required></five9-disposition>`);
      expect(at.element.validity.valueMissing).to.be.true;
      expect(at.element.reportValidity()).to.be.false;
      expect(shadow(at).activeElement).to.equal(select(at));
    });

    it('does not hold a form up when the interaction is over', async () => {
      const at = await inForm();
      await at.happens('callFinished', {}, {dispositionName: ''});
      expect(at.element.value).to.equal('');
      expect(at.form.checkValidity()).to.be.true;
    });

    it('goes back to its default', async () => {
      const at = await inForm();
      await choose(at, '3560');
      const heard: string[] = [];
      at.element.addEventListener('change', () => heard.push('change'));
      at.form.reset();
      await at.settled();
      expect(at.element.value).to.equal('3553');
      expect(select(at).value).to.equal('3553');
      expect(heard).to.be.empty;
    });

    it('is restored by the browser', async () => {
      const at = await inForm();
      at.element.formStateRestoreCallback('3559');
      await at.settled();
      expect(data(at.form)).to.deep.equal({result: '3559'});
      expect(select(at).value).to.equal('3559');
    });

    for (const how of ['attribute', 'property', 'fieldset'] as const) {
      it(`is disabled by ${how}`, async () => {
        const at = await inForm();
        const fieldset = document.createElement('fieldset');
        at.form.append(fieldset);
        fieldset.append(at.element);
        if (how === 'attribute') at.element.setAttribute('disabled', '');
        else if (how === 'property') at.element.disabled = true;
        else fieldset.disabled = true;
        await until(() => at.element.dispositions.length);
        await at.settled();
        expect(at.element.disabled).to.equal(how !== 'fieldset');
        expect(select(at).disabled).to.be.true;
        expect(button(at).disabled).to.be.true;
        expect(data(at.form)).to.deep.equal({});
        expect(at.element.willValidate).to.be.false;
      });
    }

    it('gets the focus from a label of the page', async () => {
      const at = await inForm();
      const label = document.createElement('label');
      at.element.id = 'labelled';
      label.htmlFor = 'labelled';
      at.form.append(label);
      label.click();
      expect(shadow(at).activeElement).to.equal(select(at));
    });
  });

  describe('life', () => {
    it('leaves nothing behind when it comes and goes', async () => {
      await comesAndGoes(await afterCall(html`<five9-disposition wrap-up-seconds="60" confirm></five9-disposition>`));
    });

    it('is forgotten when it is gone', async () => {
      await isForgotten(await inCall());
    });

    it('takes properties that were set before it was defined', async () => {
      const early = document.createElement('five9-early-disposition');
      const given = {value: '3551', name: 'result', disabled: true, required: true, comboboxFrom: 3};
      Object.assign(early, given);
      document.body.append(early);
      customElements.define('five9-early-disposition', class extends Five9Disposition {});
      if (!(early instanceof Five9Disposition)) throw new Error('not upgraded');
      await early.updateComplete;
      expect(early).to.include(given);
      expect(early).to.have.attribute('name', 'result');
      for (const name of Object.keys(given)) expect(Object.hasOwn(early, name), name).to.be.false;
      early.remove();
    });

    it('can be made by a framework: no attributes of its own', () => {
      expect(document.createElement('five9-disposition').getAttributeNames()).to.be.empty;
    });

    it('keeps what was chosen over a move, and while it is out of the page', async () => {
      const at = await inCall();
      await choose(at, '3560');
      const parent = at.element.parentElement!;
      at.element.remove();
      at.element.label = 'Result';
      await at.element.updateComplete;
      parent.prepend(at.element);
      await at.settled();
      expect(at.element.value).to.equal('3560');
      expect(select(at).value).to.equal('3560');
      expect(at.adapter.requests('getDispositions')).to.have.lengthOf(1);
    });
  });

  describe('accessibility', () => {
    it('right to left, in the dark, and in forced colours', async () => {
      const at = await afterCall(html`<five9-disposition wrap-up-seconds="60" confirm></five9-disposition>`);
      await choose(at, '3560');
      button(at).click();
      await at.settled();
      await looksGood(at.element);
    });

    it('without a service', async () => {
      await expect(await fixture(html`<five9-disposition></five9-disposition>`)).to.be.accessible();
    });

    const states: [string, (at: DispositionStage) => unknown, (Template | undefined)?, unknown?][] = [
      ['in a call', () => undefined],
      [
        'after a call',
        (at) => at.happens('callEnded'),
        html`<five9-disposition wrap-up-seconds="60"></five9-disposition>`,
      ],
      ['with a timer', (at) => choose(at, '3560'), html`<five9-disposition timer-unit="s"></five9-disposition>`],
      ['with an error', (at) => at.element.set()],
      ['disabled', ({element}) => (element.disabled = true)],
      ['finished', (at) => at.happens('callFinished', {}, {dispositionName: 'Busy'})],
      [
        'asking',
        async (at) => {
          await choose(at, '3551');
          button(at).click();
        },
        html`<five9-disposition confirm></five9-disposition>`,
      ],
      ['with a long list', () => undefined, undefined, LONG],
      [
        'with a long list, open',
        async (at) => {
          input(at).focus();
          await type('sale 1');
        },
        undefined,
        LONG,
      ],
      [
        'with nothing found',
        async (at) => {
          input(at).focus();
          await type('zzz');
        },
        undefined,
        LONG,
      ],
    ];
    for (const [name, arrange, template, list] of states) {
      it(name, async () => {
        const at = await inCall(template, list);
        await arrange(at);
        await at.settled();
        await expect(at.element).to.be.accessible();
      });
    }

    it('when the list could not be had', async () => {
      const at = await show();
      await at.adapter.reply('getDispositions', {error: 'No.'});
      await at.happens('callStarted');
      await until(() => at.errors.length);
      await at.settled();
      await expect(at.element).to.be.accessible();
    });

    it('has room in 240 px', async () => {
      const at = await afterCall(html`<five9-disposition style="inline-size: 240px"></five9-disposition>`);
      await choose(at, '3560');
      expect(at.element.scrollWidth).to.be.at.most(240);
    });
  });
});
