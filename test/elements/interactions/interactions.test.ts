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
  const at = await stage<Five9Interactions>(TAG);
  await at.adapter.reply('openInteraction', {response: null});
  return at;
}

/** A call, and a chat that came in meanwhile and is the current one. */
async function callAndChat(): Promise<ListStage> {
  const at = await show();
  await talking(at);
  await at.happens('chatOffered', {interactionId: CHAT_ID, number: undefined, campaignName: 'Support'});
  return at;
}

const buttons = ({element}: ListStage): HTMLButtonElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('li button'),
];
const texts = (at: ListStage): string[] => buttons(at).map(({textContent}) => textContent.replace(/\s+/g, ' ').trim());
const current = (at: ListStage): number => buttons(at).findIndex((one) => one.matches('[aria-current=true]'));
const news = ({element}: ListStage): string => element.shadowRoot!.querySelector('[role=status]')!.textContent.trim();
const opened = ({adapter}: ListStage): unknown[] =>
  adapter.requests('openInteraction').map(({request}) => request.args);

describe('five9-interactions', () => {
  it('shows each live interaction, and how far it has come', async () => {
    const at = await show();
    expect(words(at.element, 'status')).to.equal('No interactions');
    expect(at.element.matches(':state(empty)')).to.be.true;
    await at.happens('callStarted');
    expect(texts(at)).to.deep.equal(['Call 9250000111 Dialling']);
    expect(words(at.element, 'status')).to.equal('');
    await at.happens('callAccepted');
    await at.happens('chatOffered', {interactionId: CHAT_ID, number: undefined, dnis: undefined});
    expect(texts(at)).to.deep.equal(['Call 9250000111 On call', 'Chat Outbound Sales Offered']);
    await at.happens('callEnded');
    expect(texts(at)[0]).to.equal('Call 9250000111 Ended, waits for its disposition');
    await at.happens('callFinished');
    expect(texts(at)).to.deep.equal(['Chat Outbound Sales Offered']);
    await at.happens('chatRejected', {interactionId: CHAT_ID});
    expect(texts(at)).to.be.empty;
    expect(at.element.matches(':state(empty)')).to.be.true;
  });

  it('shows who calls', async () => {
    const at = await show();
    await at.happens('callStarted', {callType: 'INBOUND', number: undefined});
    expect(texts(at)).to.deep.equal(['Call 9255550100 Ringing']);
  });

  it('announces each change once', async () => {
    const at = await show();
    await at.happens('callStarted');
    expect(news(at)).to.equal('Call 9250000111: Dialling');
    await at.happens('callAccepted');
    expect(news(at)).to.equal('Call 9250000111: On call');
  });

  it('shows names as text', async () => {
    const at = await show();
    await at.happens('callStarted', {number: '<img src=x>'});
    expect(at.element.shadowRoot!.querySelector('img')).to.equal(null);
    expect(texts(at)[0]).to.include('<img src=x>');
  });

  describe('timers', () => {
    it('count from the start, and anew from the end', async () => {
      const at = await show();
      const clock = fakeClock();
      await talking(at);
      const timer = async (): Promise<string> => {
        await at.element.updateComplete;
        return words(at.element, 'timer');
      };
      expect(await timer()).to.equal('0:00');
      clock.tick(65_000);
      expect(await timer()).to.equal('1:05');
      expect(part(at.element, 'timer')).to.have.attribute('datetime', 'PT65S');
      clock.tick(3_600_000);
      expect(await timer()).to.equal('1:01:05');
      await at.happens('callEnded');
      expect(await timer()).to.equal('0:00');
      clock.tick(2000);
      expect(await timer()).to.equal('0:02');
    });

    it('stand still while there is nothing to count', async () => {
      const at = await show();
      const clock = fakeClock();
      await talking(at);
      expect(timersOf(clock)).to.be.at.least(1);
      await at.happens('callFinished');
      expect(timersOf(clock)).to.equal(0);
    });
  });

  describe('opening', () => {
    it('is by a press; the current one changes when the adapter has opened it', async () => {
      const at = await callAndChat();
      expect(current(at)).to.equal(1);
      await at.adapter.reply('openInteraction', {hold: true});
      buttons(at)[0]!.click();
      buttons(at)[0]!.click();
      await at.adapter.hearsRequest('openInteraction');
      await at.settled();
      expect(opened(at), 'once').to.deep.equal([{interactionType: 'Call', interactionId: CALL_ID}]);
      expect(current(at)).to.equal(1);
      expect(at.element.matches(':state(pending)')).to.be.true;
      await at.adapter.release();
      await until(() => at.service.current?.id === CALL_ID);
      await at.settled();
      expect(current(at)).to.equal(0);
    });

    it('is by Tab and Enter', async () => {
      const at = await callAndChat();
      const before = document.createElement('button');
      at.element.before(before);
      before.focus();
      await press('Tab');
      expect(at.element.shadowRoot!.activeElement).to.equal(buttons(at)[0]);
      await press('Enter');
      await until(() => at.service.current?.id === CALL_ID);
      await at.settled();
      expect(at.element.shadowRoot!.activeElement, 'it keeps the focus').to.equal(buttons(at)[0]);
      await press('Tab');
      expect(at.element.shadowRoot!.activeElement).to.equal(buttons(at)[1]);
    });

    it('shows what the adapter says when it refuses, until that interaction is over', async () => {
      const at = await callAndChat();
      await at.adapter.reply('openInteraction', {error: {errorCode: 'Generic', errorMessage: 'Not now.'}});
      expect(await at.element.open(CALL_ID)).to.be.false;
      await at.settled();
      expect(words(at.element, 'error')).to.equal('Not now.');
      expect(at.errors).to.have.lengthOf(1);
      expect(current(at)).to.equal(1);
      await expect(at.element).to.be.accessible();
      await at.happens('callFinished');
      expect(words(at.element, 'error')).to.equal('');
    });

    it('is refused for one that is not there', async () => {
      const at = await show();
      expect(await at.element.open('X')).to.be.false;
      expect(at.errors[0]).to.include({errorCode: 'InteractionNotFound', method: 'openInteraction'});
      expect(opened(at)).to.be.empty;
    });
  });

  it('says that the connection is away, and a press explains', async () => {
    const at = await callAndChat();
    await at.drops();
    expect(words(at.element, 'status')).to.equal('The connection to Five9 was lost.');
    expect(buttons(at)[0]).to.have.attribute('aria-disabled', 'true');
    buttons(at)[0]!.click();
    await until(() => at.errors.length);
    expect(at.errors[0]!.errorCode).to.equal('NotConnected');
    await expect(at.element).to.be.accessible();
  });

  it('gives the focus on when the interaction that had it is over', async () => {
    const at = await callAndChat();
    buttons(at)[0]!.focus();
    await at.happens('callFinished');
    expect(at.element.shadowRoot!.activeElement).to.equal(buttons(at)[0]);
    expect(texts(at)[0]).to.match(/^Chat/);
  });

  it('leaves the focus where it is when an interaction above is over, and has new ones below', async () => {
    const at = await callAndChat();
    const chat = buttons(at)[1]!;
    chat.focus();
    await at.happens('callFinished');
    expect(at.element.shadowRoot!.activeElement).to.equal(chat);
    await talking(at);
    expect(texts(at)).to.have.lengthOf(2);
    expect(texts(at)[0]).to.match(/^Chat/);
    expect(buttons(at)[0]).to.equal(chat);
  });

  it('leaves nothing behind, however often it is added, moved and removed', async () => {
    const at = await callAndChat();
    await comesAndGoes(at);
    expect(texts(at)).to.have.lengthOf(2);
    await isForgotten(at);
  });

  describe('accessibility', () => {
    it('without a service, and before there is an adapter', async () => {
      await expect(await fixture(TAG)).to.be.accessible();
      const at = await stage<Five9Interactions>(TAG, {connected: false});
      expect(words(at.element, 'status')).to.equal('Connecting to Five9…');
      await expect(at.element).to.be.accessible();
    });

    it('with nothing to show', async () => {
      await expect((await show()).element).to.be.accessible();
    });

    it('with two, in every look, in 240 px', async () => {
      const at = await callAndChat();
      expect(part(at.element, 'list')).to.have.attribute('aria-label', 'Interactions');
      await looksGood(at.element);
      at.element.setAttribute('style', 'inline-size: 240px');
      expect(at.element.scrollWidth).to.be.at.most(240);
    });
  });
});
