import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/mute/define.js';
import type {Five9Mute} from '../../../src/elements/mute/mute.js';
import type {MuteChangeEvent} from '../../../src/elements/mute/mute.events.js';
import {MutedCalls, mutedCalls} from '../../../src/service/muted-calls.js';
import {press} from '../../commands.js';
import {CALL_ID} from '../../support/samples.js';
import {until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {part, stage, type Stage, talking, words} from '../../support/stage.js';

type MuteStage = Stage<Five9Mute>;

const show = (template = html`<five9-mute></five9-mute>`): Promise<MuteStage> => stage<Five9Mute>(template);

/** Shows the element in a call, with an adapter that mutes and unmutes. */
async function inCall(template?: Parameters<typeof show>[0]): Promise<MuteStage> {
  const setup = await show(template);
  await setup.adapter.reply('mute', {response: null});
  await setup.adapter.reply('unmute', {response: null});
  await talking(setup);
  return setup;
}

const button = ({element}: MuteStage): HTMLButtonElement => part(element, 'button') as HTMLButtonElement;
const status = ({element}: MuteStage): string => words(element, 'status');
const pressed = (setup: MuteStage): string | null => button(setup).getAttribute('aria-pressed');
const sentMethods = ({adapter}: MuteStage): string[] =>
  adapter
    .requests()
    .map(({request}) => request.attrName)
    .filter((name) => /mute/.test(name));

describe('five9-mute', () => {
  beforeEach(() => {
    // Remove the state of the previous test, because all tests use the same call id.
    mutedCalls().set(CALL_ID, false);
  });

  describe('a press', () => {
    it('mutes, and the next press unmutes', async () => {
      const setup = await inCall();
      expect(pressed(setup)).to.equal('false');
      button(setup).click();
      await until(() => setup.element.muted);
      await setup.settled();
      expect(pressed(setup)).to.equal('true');
      expect(status(setup)).to.equal('Muted');
      expect(setup.element.matches(':state(muted)')).to.be.true;
      button(setup).click();
      await until(() => !setup.element.muted);
      await setup.settled();
      expect(pressed(setup)).to.equal('false');
      expect(status(setup)).to.equal('');
      expect(setup.element.matches(':state(muted)')).to.be.false;
      expect(sentMethods(setup)).to.deep.equal(['mute', 'unmute']);
    });

    it('changes the button only after the adapter has answered', async () => {
      const setup = await inCall();
      await setup.adapter.reply('mute', {hold: true});
      button(setup).click();
      await setup.adapter.receivesRequest('mute');
      await setup.settled();
      expect(pressed(setup)).to.equal('false');
      expect(setup.element.matches(':state(pending)')).to.be.true;
      button(setup).click();
      await setup.settled();
      expect(sentMethods(setup), 'once').to.deep.equal(['mute']);
      await setup.adapter.release();
      await until(() => setup.element.muted);
      await setup.settled();
      expect(pressed(setup)).to.equal('true');
      expect(setup.element.matches(':state(pending)')).to.be.false;
    });

    it('works with Enter and the space bar; the element is one Tab stop', async () => {
      const setup = await inCall();
      const before = document.createElement('button');
      setup.element.before(before);
      before.focus();
      await press('Tab');
      expect(setup.element.shadowRoot!.activeElement).to.equal(button(setup));
      await press('Enter');
      await until(() => setup.element.muted);
      await press('Space');
      await until(() => !setup.element.muted);
      expect(setup.element.shadowRoot!.activeElement, 'it keeps the focus').to.equal(button(setup));
    });

    it('counts once while the key is held down', async () => {
      const setup = await inCall();
      const held = new KeyboardEvent('keydown', {key: 'Enter', repeat: true, bubbles: true, cancelable: true});
      button(setup).dispatchEvent(held);
      expect(held.defaultPrevented).to.be.true;
      const tab = new KeyboardEvent('keydown', {key: 'Tab', repeat: true, bubbles: true, cancelable: true});
      button(setup).dispatchEvent(tab);
      expect(tab.defaultPrevented, 'the Tab key goes on').to.be.false;
    });
  });

  describe('toggle()', () => {
    it('mutes for true and unmutes for false', async () => {
      const setup = await inCall();
      expect(await setup.element.toggle(true)).to.be.true;
      expect(await setup.element.toggle(true)).to.be.true;
      expect(setup.element.muted).to.be.true;
      await setup.settled();
      expect(sentMethods(setup)).to.deep.equal(['mute', 'mute']);
      expect(await setup.element.toggle()).to.be.true;
      expect(setup.element.muted).to.be.false;
    });

    it('sends an event with the new state and the call', async () => {
      const setup = await inCall();
      const dispatched: MuteChangeEvent['detail'][] = [];
      const record = ({detail}: MuteChangeEvent): number => dispatched.push(detail);
      document.addEventListener('five9-mute-change', record);
      await setup.element.toggle();
      await setup.element.toggle();
      document.removeEventListener('five9-mute-change', record);
      expect(dispatched).to.deep.equal([
        {muted: true, interactionId: CALL_ID},
        {muted: false, interactionId: CALL_ID},
      ]);
    });
  });

  it('shows the same state as the other mute elements of the page, including elements added later', async () => {
    const setup = await inCall();
    const other = document.createElement('five9-mute');
    setup.element.after(other);
    await setup.element.toggle();
    await other.updateComplete;
    const later = document.createElement('five9-mute');
    setup.element.after(later);
    await later.updateComplete;
    await setup.settled();
    for (const one of [setup.element, other, later])
      expect(part(one, 'button')).to.have.attribute('aria-pressed', 'true');
    await later.toggle();
    await setup.settled();
    expect(pressed(setup)).to.equal('false');
  });

  describe('the call', () => {
    it('starts unmuted', async () => {
      const setup = await inCall();
      await setup.element.toggle();
      await setup.happens('callEnded');
      expect(pressed(setup)).to.equal('false');
      await setup.happens('callFinished');
      await talking(setup, 'B'.repeat(32));
      expect(pressed(setup)).to.equal('false');
      expect(status(setup)).to.equal('');
    });

    it('does not change when a chat arrives', async () => {
      const setup = await inCall();
      await setup.element.toggle();
      await setup.happens('chatOffered', {interactionId: 'C'.repeat(32)});
      expect(pressed(setup)).to.equal('true');
      expect(await setup.element.toggle()).to.be.true;
    });

    it('is set by interaction-id', async () => {
      const setup = await inCall(html`<five9-mute interaction-id=${'D'.repeat(32)}></five9-mute>`);
      expect(setup.element.matches(':state(disabled)')).to.be.true;
      setup.element.interactionId = CALL_ID;
      await setup.settled();
      expect(setup.element.matches(':state(disabled)')).to.be.false;
    });

    it('is unmuted if its id comes again after it is over', async () => {
      const setup = await inCall();
      button(setup).click();
      await until(() => setup.element.muted);
      await setup.happens('callFinished');
      expect(mutedCalls().has(CALL_ID)).to.be.false;
    });

    it('is still muted after a page refresh', async () => {
      const setup = await inCall();
      await setup.element.toggle();
      expect(new MutedCalls().has(CALL_ID)).to.be.true;
      await setup.element.toggle();
      expect(new MutedCalls().has(CALL_ID)).to.be.false;
    });

    it('is forgotten when there are too many newer calls', () => {
      const calls = new MutedCalls();
      const ids = Array.from({length: 11}, (_, index) => `call${index}`);
      for (const id of ids) calls.set(id, true);
      expect(ids.filter((id) => calls.has(id))).to.deep.equal(ids.slice(1));
      for (const id of ids) calls.set(id, false);
    });
  });

  describe('without a call to mute', () => {
    async function answer(setup: MuteStage): Promise<string> {
      expect(setup.element.matches(':state(disabled)')).to.be.true;
      expect(button(setup)).to.have.attribute('aria-disabled', 'true');
      expect(button(setup).disabled, 'it still takes the focus').to.be.false;
      expect(button(setup)).to.have.attribute('aria-describedby', part(setup.element, 'status').id);
      button(setup).click();
      await until(() => setup.errors.length);
      await setup.settled();
      expect(sentMethods(setup)).to.deep.equal([]);
      return `${setup.errors[0]!.errorCode} ${setup.errors[0]!.method!}: ${words(setup.element, 'error')}`;
    }

    it('shows that it is not connected', async () => {
      const setup = await stage<Five9Mute>(html`<five9-mute></five9-mute>`, {connected: false});
      expect(status(setup)).to.equal('Connecting to Five9…');
      expect(await answer(setup)).to.match(/^NotConnected mute: .*not connected/);
    });

    it('shows that there is no call', async () => {
      const setup = await show();
      expect(status(setup)).to.equal('No call');
      expect(await answer(setup)).to.equal('Generic mute: The microphone can be muted only during a call.');
    });

    it('refuses a press while the call is offered, and removes the message when the call is accepted', async () => {
      const setup = await show();
      await setup.happens('callStarted');
      await answer(setup);
      await setup.happens('callAccepted');
      expect(words(setup.element, 'error')).to.equal('');
      expect(setup.element.matches(':state(error)')).to.be.false;
    });

    it('stays muted while the connection is lost', async () => {
      const setup = await inCall();
      await setup.element.toggle();
      await setup.drops();
      expect(status(setup)).to.equal('The connection to Five9 was lost.');
      expect(setup.element.muted).to.be.true;
      await setup.returns();
      expect(status(setup)).to.equal('Muted');
    });
  });

  it('shows the adapter’s error when the adapter refuses, and does not change its state', async () => {
    const setup = await inCall();
    await setup.adapter.reply('mute', {error: {errorCode: 'Generic', errorMessage: 'Not supported for this station.'}});
    expect(await setup.element.toggle()).to.be.false;
    await setup.settled();
    expect(words(setup.element, 'error')).to.equal('Not supported for this station.');
    expect(part(setup.element, 'error')).to.have.attribute('role', 'alert');
    expect(pressed(setup)).to.equal('false');
    expect(setup.errors).to.have.lengthOf(1);
    expect(setup.element.matches(':state(error)')).to.be.true;
  });

  describe('life', () => {
    it('leaves no listeners or timers after it is added, moved and removed many times', async () => {
      const setup = await inCall();
      await setup.element.toggle();
      await comesAndGoes(setup);
      expect(pressed(setup)).to.equal('true');
      await isForgotten(setup);
    });

    it('shows the page’s text', async () => {
      const setup = await inCall(html`<five9-mute>Stumm</five9-mute>`);
      expect(button(setup).textContent.trim(), 'instead of ours').to.equal('Mute');
      expect(setup.element.shadowRoot!.querySelector('slot')!.assignedNodes()).to.have.lengthOf(1);
    });
  });

  describe('accessibility', () => {
    it('without a service', async () => {
      await expect(await fixture(html`<five9-mute></five9-mute>`)).to.be.accessible();
    });

    const states: Record<string, (setup: MuteStage) => unknown> = {
      idle: (setup) => setup.happens('callEnded'),
      unmuted: () => undefined,
      muted: (setup) => setup.element.toggle(),
      'with an error': async (setup) => {
        await setup.adapter.reply('mute', {error: 'No.'});
        await setup.element.toggle();
      },
    };
    for (const [name, make] of Object.entries(states)) {
      it(name, async () => {
        const setup = await inCall();
        await make(setup);
        await setup.settled();
        await expect(setup.element).to.be.accessible();
      });
    }

    it('muted, in every colour scheme: shape and text show the state, not only colour', async () => {
      const setup = await inCall();
      await setup.element.toggle();
      await setup.settled();
      expect(setup.element.shadowRoot!.querySelectorAll('path')).to.have.lengthOf(2);
      await looksGood(setup.element);
    });
  });
});
