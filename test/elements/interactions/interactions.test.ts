import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/interactions/define.js';
import type {Five9Interactions} from '../../../src/elements/interactions/interactions.js';
import {press} from '../../commands.js';
import {CALL_ID} from '../../support/samples.js';
import {fakeClock, timersOf, until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {part, stage, type Stage, talking, words} from '../../support/stage.js';

type ListStage = Stage<Five9Interactions>;

const TAG = html`<five9-interactions></five9-interactions>`;
const CHAT_ID = 'C'.repeat(32);

async function show(): Promise<ListStage> {
  const setup = await stage<Five9Interactions>(TAG);
  await setup.adapter.reply('openInteraction', {response: null});
  return setup;
}

/** Shows a call, and a newer chat, which is the current interaction. */
async function callAndChat(): Promise<ListStage> {
  const setup = await show();
  await talking(setup);
  await setup.happens('chatOffered', {interactionId: CHAT_ID, number: undefined, campaignName: 'Support'});
  return setup;
}

const buttons = ({element}: ListStage): HTMLButtonElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('li button'),
];
const texts = (setup: ListStage): string[] =>
  buttons(setup).map(({textContent}) => textContent.replace(/\s+/g, ' ').trim());
const current = (setup: ListStage): number =>
  buttons(setup).findIndex((button) => button.matches('[aria-current=true]'));
const news = ({element}: ListStage): string => element.shadowRoot!.querySelector('[role=status]')!.textContent.trim();
const opened = ({adapter}: ListStage): unknown[] =>
  adapter.requests('openInteraction').map(({request}) => request.args);

describe('five9-interactions', () => {
  it('shows each live interaction and its state', async () => {
    const setup = await show();
    expect(words(setup.element, 'status')).to.equal('No interactions');
    expect(setup.element.matches(':state(empty)')).to.be.true;
    await setup.happens('callStarted');
    expect(texts(setup)).to.deep.equal(['Call 9250000111 Dialling']);
    expect(words(setup.element, 'status')).to.equal('');
    await setup.happens('callAccepted');
    await setup.happens('chatOffered', {interactionId: CHAT_ID, number: undefined, dnis: undefined});
    expect(texts(setup)).to.deep.equal(['Call 9250000111 On call', 'Chat Outbound Sales Offered']);
    await setup.happens('callEnded');
    expect(texts(setup)[0]).to.equal('Call 9250000111 Ended, waits for its disposition');
    await setup.happens('callFinished');
    expect(texts(setup)).to.deep.equal(['Chat Outbound Sales Offered']);
    await setup.happens('chatRejected', {interactionId: CHAT_ID});
    expect(texts(setup)).to.be.empty;
    expect(setup.element.matches(':state(empty)')).to.be.true;
  });

  it('shows the caller', async () => {
    const setup = await show();
    await setup.happens('callStarted', {callType: 'INBOUND', number: undefined});
    expect(texts(setup)).to.deep.equal(['Call 9255550100 Ringing']);
  });

  it('announces each change once', async () => {
    const setup = await show();
    await setup.happens('callStarted');
    expect(news(setup)).to.equal('Call 9250000111: Dialling');
    await setup.happens('callAccepted');
    expect(news(setup)).to.equal('Call 9250000111: On call');
  });

  it('shows names as text', async () => {
    const setup = await show();
    await setup.happens('callStarted', {number: '<img src=x>'});
    expect(setup.element.shadowRoot!.querySelector('img')).to.equal(null);
    expect(texts(setup)[0]).to.include('<img src=x>');
  });

  describe('timers', () => {
    it('count from the start of the call, and again from its end', async () => {
      const setup = await show();
      const clock = fakeClock();
      await talking(setup);
      const timer = async (): Promise<string> => {
        await setup.element.updateComplete;
        return words(setup.element, 'timer');
      };
      expect(await timer()).to.equal('0:00');
      clock.tick(65_000);
      expect(await timer()).to.equal('1:05');
      expect(part(setup.element, 'timer')).to.have.attribute('datetime', 'PT65S');
      clock.tick(3_600_000);
      expect(await timer()).to.equal('1:01:05');
      await setup.happens('callEnded');
      expect(await timer()).to.equal('0:00');
      clock.tick(2000);
      expect(await timer()).to.equal('0:02');
    });

    it('count on if the clock of the computer is set back', async () => {
      const setup = await show();
      const clock = fakeClock();
      await talking(setup);
      clock.tick(65_000);
      clock.setSystemTime(Date.now() - 3_600_000);
      clock.tick(1000);
      await setup.element.updateComplete;
      expect(words(setup.element, 'timer')).to.equal('1:06');
    });

    it('stop when there is no live interaction', async () => {
      const setup = await show();
      const clock = fakeClock();
      await talking(setup);
      expect(timersOf(clock)).to.be.at.least(1);
      await setup.happens('callFinished');
      expect(timersOf(clock)).to.equal(0);
    });
  });

  describe('opening', () => {
    it('works by a click; the current interaction changes when the adapter has opened it', async () => {
      const setup = await callAndChat();
      expect(current(setup)).to.equal(1);
      await setup.adapter.reply('openInteraction', {hold: true});
      buttons(setup)[0]!.click();
      buttons(setup)[0]!.click();
      await setup.adapter.receivesRequest('openInteraction');
      await setup.settled();
      expect(opened(setup), 'once').to.deep.equal([{interactionType: 'Call', interactionId: CALL_ID}]);
      expect(current(setup)).to.equal(1);
      expect(setup.element.matches(':state(pending)')).to.be.true;
      await setup.adapter.release();
      await until(() => setup.service.current?.id === CALL_ID);
      await setup.settled();
      expect(current(setup)).to.equal(0);
    });

    it('works with Tab and Enter', async () => {
      const setup = await callAndChat();
      const before = document.createElement('button');
      setup.element.before(before);
      before.focus();
      await press('Tab');
      expect(setup.element.shadowRoot!.activeElement).to.equal(buttons(setup)[0]);
      await press('Enter');
      await until(() => setup.service.current?.id === CALL_ID);
      await setup.settled();
      expect(setup.element.shadowRoot!.activeElement, 'it keeps the focus').to.equal(buttons(setup)[0]);
      await press('Tab');
      expect(setup.element.shadowRoot!.activeElement).to.equal(buttons(setup)[1]);
    });

    it('shows the adapter’s error until that interaction has finished', async () => {
      const setup = await callAndChat();
      await setup.adapter.reply('openInteraction', {error: {errorCode: 'Generic', errorMessage: 'Not now.'}});
      expect(await setup.element.open(CALL_ID)).to.be.false;
      await setup.settled();
      expect(words(setup.element, 'error')).to.equal('Not now.');
      expect(setup.errors).to.have.lengthOf(1);
      expect(current(setup)).to.equal(1);
      await expect(setup.element).to.be.accessible();
      await setup.happens('callFinished');
      expect(words(setup.element, 'error')).to.equal('');
    });

    it('is refused for an unknown interaction', async () => {
      const setup = await show();
      expect(await setup.element.open('X')).to.be.false;
      expect(setup.errors[0]).to.include({errorCode: 'InteractionNotFound', method: 'openInteraction'});
      expect(opened(setup)).to.be.empty;
    });
  });

  it('shows that the connection is lost, and a click reports an error', async () => {
    const setup = await callAndChat();
    await setup.drops();
    expect(words(setup.element, 'status')).to.equal('The connection to Five9 was lost.');
    expect(buttons(setup)[0]).to.have.attribute('aria-disabled', 'true');
    buttons(setup)[0]!.click();
    await until(() => setup.errors.length);
    expect(setup.errors[0]!.errorCode).to.equal('NotConnected');
    await expect(setup.element).to.be.accessible();
  });

  it('moves the focus to the next interaction when the focused interaction has finished', async () => {
    const setup = await callAndChat();
    buttons(setup)[0]!.focus();
    await setup.happens('callFinished');
    expect(setup.element.shadowRoot!.activeElement).to.equal(buttons(setup)[0]);
    expect(texts(setup)[0]).to.match(/^Chat/);
  });

  it('keeps the focus when an interaction above has finished, and adds new interactions below', async () => {
    const setup = await callAndChat();
    const chat = buttons(setup)[1]!;
    chat.focus();
    await setup.happens('callFinished');
    expect(setup.element.shadowRoot!.activeElement).to.equal(chat);
    await talking(setup);
    expect(texts(setup)).to.have.lengthOf(2);
    expect(texts(setup)[0]).to.match(/^Chat/);
    expect(buttons(setup)[0]).to.equal(chat);
  });

  it('leaves no listeners or timers after it is added, moved and removed many times', async () => {
    const setup = await callAndChat();
    await comesAndGoes(setup);
    expect(texts(setup)).to.have.lengthOf(2);
    await isForgotten(setup);
  });

  describe('accessibility', () => {
    it('without a service, and before there is an adapter', async () => {
      await expect(await fixture(TAG)).to.be.accessible();
      const setup = await stage<Five9Interactions>(TAG, {connected: false});
      expect(words(setup.element, 'status')).to.equal('Connecting to Five9…');
      await expect(setup.element).to.be.accessible();
    });

    it('without interactions', async () => {
      await expect((await show()).element).to.be.accessible();
    });

    it('with two interactions, in every colour scheme, at a width of 240 px', async () => {
      const setup = await callAndChat();
      expect(part(setup.element, 'list')).to.have.attribute('aria-label', 'Interactions');
      await looksGood(setup.element);
      setup.element.setAttribute('style', 'inline-size: 240px');
      expect(setup.element.scrollWidth).to.be.at.most(240);
    });
  });
});
