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

/** In a call, with an adapter that mutes and unmutes. */
async function inCall(template?: Parameters<typeof show>[0]): Promise<MuteStage> {
  const at = await show(template);
  await at.adapter.reply('mute', {response: null});
  await at.adapter.reply('unmute', {response: null});
  await talking(at);
  return at;
}

const button = ({element}: MuteStage): HTMLButtonElement => part(element, 'button') as HTMLButtonElement;
const status = ({element}: MuteStage): string => words(element, 'status');
const pressed = (at: MuteStage): string | null => button(at).getAttribute('aria-pressed');
const asked = ({adapter}: MuteStage): string[] =>
  adapter
    .requests()
    .map(({request}) => request.attrName)
    .filter((name) => /mute/.test(name));

describe('five9-mute', () => {
  beforeEach(() => {
    // The same call id in each test.
    mutedCalls().set(CALL_ID, false);
  });

  describe('a press', () => {
    it('mutes, the next one unmutes', async () => {
      const at = await inCall();
      expect(pressed(at)).to.equal('false');
      button(at).click();
      await until(() => at.element.muted);
      await at.settled();
      expect(pressed(at)).to.equal('true');
      expect(status(at)).to.equal('Muted');
      expect(at.element.matches(':state(muted)')).to.be.true;
      button(at).click();
      await until(() => !at.element.muted);
      await at.settled();
      expect(pressed(at)).to.equal('false');
      expect(status(at)).to.equal('');
      expect(at.element.matches(':state(muted)')).to.be.false;
      expect(asked(at)).to.deep.equal(['mute', 'unmute']);
    });

    it('shows nothing before the adapter has done so', async () => {
      const at = await inCall();
      await at.adapter.reply('mute', {hold: true});
      button(at).click();
      await at.adapter.hearsRequest('mute');
      await at.settled();
      expect(pressed(at)).to.equal('false');
      expect(at.element.matches(':state(pending)')).to.be.true;
      button(at).click();
      await at.settled();
      expect(asked(at), 'once').to.deep.equal(['mute']);
      await at.adapter.release();
      await until(() => at.element.muted);
      await at.settled();
      expect(pressed(at)).to.equal('true');
      expect(at.element.matches(':state(pending)')).to.be.false;
    });

    it('may be by Enter and by the space bar, in one stop of the Tab key', async () => {
      const at = await inCall();
      const before = document.createElement('button');
      at.element.before(before);
      before.focus();
      await press('Tab');
      expect(at.element.shadowRoot!.activeElement).to.equal(button(at));
      await press('Enter');
      await until(() => at.element.muted);
      await press('Space');
      await until(() => !at.element.muted);
      expect(at.element.shadowRoot!.activeElement, 'it keeps the focus').to.equal(button(at));
    });

    it('is one press, however long the key is held', async () => {
      const at = await inCall();
      const held = new KeyboardEvent('keydown', {key: 'Enter', repeat: true, bubbles: true, cancelable: true});
      button(at).dispatchEvent(held);
      expect(held.defaultPrevented).to.be.true;
      const tab = new KeyboardEvent('keydown', {key: 'Tab', repeat: true, bubbles: true, cancelable: true});
      button(at).dispatchEvent(tab);
      expect(tab.defaultPrevented, 'the Tab key goes on').to.be.false;
    });
  });

  describe('toggle()', () => {
    it('does what it is told', async () => {
      const at = await inCall();
      expect(await at.element.toggle(true)).to.be.true;
      expect(await at.element.toggle(true)).to.be.true;
      expect(at.element.muted).to.be.true;
      await at.settled();
      expect(asked(at)).to.deep.equal(['mute', 'mute']);
      expect(await at.element.toggle()).to.be.true;
      expect(at.element.muted).to.be.false;
    });

    it('tells what has become of it, with the call', async () => {
      const at = await inCall();
      const told: MuteChangeEvent['detail'][] = [];
      const hear = ({detail}: MuteChangeEvent): number => told.push(detail);
      document.addEventListener('five9-mute-change', hear);
      await at.element.toggle();
      await at.element.toggle();
      document.removeEventListener('five9-mute-change', hear);
      expect(told).to.deep.equal([
        {muted: true, interactionId: CALL_ID},
        {muted: false, interactionId: CALL_ID},
      ]);
    });
  });

  it('agrees with the other mute tags of the page, also those that come later', async () => {
    const at = await inCall();
    const other = document.createElement('five9-mute');
    at.element.after(other);
    await at.element.toggle();
    await other.updateComplete;
    const later = document.createElement('five9-mute');
    at.element.after(later);
    await later.updateComplete;
    await at.settled();
    for (const one of [at.element, other, later]) expect(part(one, 'button')).to.have.attribute('aria-pressed', 'true');
    await later.toggle();
    await at.settled();
    expect(pressed(at)).to.equal('false');
  });

  describe('which call', () => {
    it('starts unmuted, each', async () => {
      const at = await inCall();
      await at.element.toggle();
      await at.happens('callEnded');
      expect(pressed(at)).to.equal('false');
      await at.happens('callFinished');
      await talking(at, 'B'.repeat(32));
      expect(pressed(at)).to.equal('false');
      expect(status(at)).to.equal('');
    });

    it('is still the call when a chat comes in', async () => {
      const at = await inCall();
      await at.element.toggle();
      await at.happens('chatOffered', {interactionId: 'C'.repeat(32)});
      expect(pressed(at)).to.equal('true');
      expect(await at.element.toggle()).to.be.true;
    });

    it('is the one that it names', async () => {
      const at = await inCall(html`<five9-mute interaction-id=${'D'.repeat(32)}></five9-mute>`);
      expect(at.element.matches(':state(disabled)')).to.be.true;
      at.element.interactionId = CALL_ID;
      await at.settled();
      expect(at.element.matches(':state(disabled)')).to.be.false;
    });

    it('is known to be muted after a refresh of the page', async () => {
      const at = await inCall();
      await at.element.toggle();
      expect(new MutedCalls().has(CALL_ID)).to.be.true;
      await at.element.toggle();
      expect(new MutedCalls().has(CALL_ID)).to.be.false;
    });

    it('is not remembered for ever', () => {
      const calls = new MutedCalls();
      const ids = Array.from({length: 11}, (_, index) => `call${index}`);
      for (const id of ids) calls.set(id, true);
      expect(ids.filter((id) => calls.has(id))).to.deep.equal(ids.slice(1));
      for (const id of ids) calls.set(id, false);
    });
  });

  describe('while there is nothing to mute', () => {
    async function answer(at: MuteStage): Promise<string> {
      expect(at.element.matches(':state(disabled)')).to.be.true;
      expect(button(at)).to.have.attribute('aria-disabled', 'true');
      expect(button(at).disabled, 'it still takes the focus').to.be.false;
      expect(button(at)).to.have.attribute('aria-describedby', part(at.element, 'status').id);
      button(at).click();
      await until(() => at.errors.length);
      await at.settled();
      expect(asked(at)).to.deep.equal([]);
      return `${at.errors[0]!.errorCode} ${at.errors[0]!.method!}: ${words(at.element, 'error')}`;
    }

    it('says that it is not connected', async () => {
      const at = await stage<Five9Mute>(html`<five9-mute></five9-mute>`, {connected: false});
      expect(status(at)).to.equal('Connecting to Five9…');
      expect(await answer(at)).to.match(/^NotConnected mute: .*not connected/);
    });

    it('says that there is no call', async () => {
      const at = await show();
      expect(status(at)).to.equal('No call');
      expect(await answer(at)).to.equal('Generic mute: The microphone can be muted only during a call.');
    });

    it('says so while the call is offered, and takes it back when it is accepted', async () => {
      const at = await show();
      await at.happens('callStarted');
      await answer(at);
      await at.happens('callAccepted');
      expect(words(at.element, 'error')).to.equal('');
      expect(at.element.matches(':state(error)')).to.be.false;
    });

    it('stays muted while the connection is away', async () => {
      const at = await inCall();
      await at.element.toggle();
      await at.drops();
      expect(status(at)).to.equal('The connection to Five9 was lost.');
      expect(at.element.muted).to.be.true;
      await at.returns();
      expect(status(at)).to.equal('Muted');
    });
  });

  it('shows what the adapter says when it refuses, and stays as it was', async () => {
    const at = await inCall();
    await at.adapter.reply('mute', {error: {errorCode: 'Generic', errorMessage: 'Not supported for this station.'}});
    expect(await at.element.toggle()).to.be.false;
    await at.settled();
    expect(words(at.element, 'error')).to.equal('Not supported for this station.');
    expect(part(at.element, 'error')).to.have.attribute('role', 'alert');
    expect(pressed(at)).to.equal('false');
    expect(at.errors).to.have.lengthOf(1);
    expect(at.element.matches(':state(error)')).to.be.true;
  });

  describe('life', () => {
    it('leaves nothing behind, however often it is added, moved and removed', async () => {
      const at = await inCall();
      await at.element.toggle();
      await comesAndGoes(at);
      expect(pressed(at)).to.equal('true');
      await isForgotten(at);
    });

    it('takes the page’s words', async () => {
      const at = await inCall(html`<five9-mute>Stumm</five9-mute>`);
      expect(button(at).textContent.trim(), 'instead of ours').to.equal('Mute');
      expect(at.element.shadowRoot!.querySelector('slot')!.assignedNodes()).to.have.lengthOf(1);
    });
  });

  describe('accessibility', () => {
    it('without a service', async () => {
      await expect(await fixture(html`<five9-mute></five9-mute>`)).to.be.accessible();
    });

    const states: Record<string, (at: MuteStage) => unknown> = {
      idle: (at) => at.happens('callEnded'),
      unmuted: () => undefined,
      muted: (at) => at.element.toggle(),
      'with an error': async (at) => {
        await at.adapter.reply('mute', {error: 'No.'});
        await at.element.toggle();
      },
    };
    for (const [name, make] of Object.entries(states)) {
      it(name, async () => {
        const at = await inCall();
        await make(at);
        await at.settled();
        await expect(at.element).to.be.accessible();
      });
    }

    it('muted, in every look: told by shape and word, not by colour', async () => {
      const at = await inCall();
      await at.element.toggle();
      await at.settled();
      expect(at.element.shadowRoot!.querySelectorAll('path')).to.have.lengthOf(2);
      await looksGood(at.element);
    });
  });
});
