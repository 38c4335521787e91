import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/contact/define.js';
import type {Five9Contact} from '../../../src/elements/contact/contact.js';
import {press} from '../../commands.js';
import {CALL_ID} from '../../support/samples.js';
import {until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {part, stage, type Stage, talking, words} from '../../support/stage.js';

type ContactStage = Stage<Five9Contact>;

const FIELDS = [
  {name: 'number1', value: '9250000111'},
  {name: 'first_name', value: '<b>Alice</b>'},
  {name: 'Street and no', value: null},
];
const TAG = html`<five9-contact></five9-contact>`;

async function show(template = TAG, reply: Parameters<ContactStage['adapter']['reply']>[1] = {response: FIELDS}) {
  const at = await stage<Five9Contact>(template);
  await at.adapter.reply('getCrm', reply);
  return at;
}

/** In a call, when the adapter has answered. */
async function inCall(...given: Parameters<typeof show>): Promise<ContactStage> {
  const at = await show(...given);
  await talking(at);
  await until(() => !at.element.matches(':state(pending)'), 'the contact is there');
  await at.settled();
  return at;
}

const rows = ({element}: ContactStage): string[] =>
  [...element.shadowRoot!.querySelectorAll('dl > div')].map(({textContent}) => textContent.replace(/\s+/g, ' ').trim());
const status = ({element}: ContactStage): string => words(element, 'status');
const asked = ({adapter}: ContactStage): unknown[] => adapter.requests('getCrm').map(({request}) => request.args);

describe('five9-contact', () => {
  it('shows the fields of the contact, text as text, and keeps them when the call is over', async () => {
    const at = await inCall();
    const all = ['number1 9250000111', 'first_name <b>Alice</b>', 'Street and no –'];
    expect(rows(at)).to.deep.equal(all);
    expect(at.element.shadowRoot!.querySelector('b')).to.equal(null);
    expect(asked(at)[0]).to.deep.equal({interactionId: CALL_ID});
    expect(status(at)).to.equal('');
    await at.happens('callEnded');
    await at.happens('callFinished');
    expect(rows(at)).to.deep.equal(all);
    expect(status(at)).to.equal('Finished');
    expect(at.element.matches(':state(finished)')).to.be.true;
    expect(part(at.element, 'refresh')).to.have.attribute('aria-disabled', 'true');
    await at.adapter.reply('getCrm', {silent: true});
    await at.happens('callStarted', {interactionId: 'B'.repeat(32)});
    expect(rows(at), 'another call').to.be.empty;
    expect(status(at)).to.equal('Loading…');
    expect(at.element.matches(':state(finished)')).to.be.false;
  });

  it('picks and orders the fields that it names; commas let names have spaces', async () => {
    const at = await inCall(html`<five9-contact fields="first_name  number1 nickname"></five9-contact>`);
    expect(rows(at)).to.deep.equal(['first_name <b>Alice</b>', 'number1 9250000111', 'nickname –']);
    at.element.fields = 'Street and no, number1';
    await at.settled();
    expect(rows(at)).to.deep.equal(['Street and no –', 'number1 9250000111']);
  });

  it('says quietly that there is no contact', async () => {
    const at = await inCall(TAG, {error: {errorCode: 'NoData'}});
    expect(status(at)).to.equal('No contact');
    expect(rows(at)).to.be.empty;
    expect(at.errors).to.be.empty;
  });

  it('says, once for a call, that this Five9 cannot tell it', async () => {
    const at = await inCall(TAG, {error: 'Not Implemented: getCrm'});
    await at.happens('callEnded');
    expect(words(at.element, 'error')).to.equal('This version of Five9 cannot do that.');
    expect(at.errors.map(({errorCode}) => errorCode)).to.deep.equal(['NotSupported']);
  });

  it('asks again by its button, and tells what came of it', async () => {
    const at = await inCall(TAG, {error: 'Busy.'});
    expect(words(at.element, 'error')).to.equal('Busy.');
    expect(at.element.matches(':state(error)')).to.be.true;
    await at.adapter.reply('getCrm', {response: FIELDS});
    part(at.element, 'refresh').focus();
    await press('Enter');
    await until(() => rows(at).length);
    expect(words(at.element, 'error')).to.equal('');
    expect(await at.element.refresh()).to.be.true;
  });

  it('follows the changes of contacts', async () => {
    const at = await inCall();
    await at.adapter.reply('getCrm', {response: [{name: 'first_name', value: 'Alicia'}]});
    await at.adapter.wsEvent('77', {id: '1', fields: {}}, {eventId: '77'});
    await until(() => rows(at)[0] === 'first_name Alicia');
  });

  for (const nonsense of [null, 'x', [null, 7, {name: {toString: 1}, value: {a: 1}}, {}]]) {
    it(`shows nothing of nonsense: ${JSON.stringify(nonsense)}`, async () => {
      const at = await inCall(TAG, {response: nonsense});
      expect(rows(at).join('')).to.match(/^–*$/);
      expect(at.errors).to.be.empty;
    });
  }

  it('says why it has nothing to ask about', async () => {
    const at = await show();
    expect(status(at)).to.equal('No call');
    expect(await at.element.refresh()).to.be.false;
    expect(at.errors[0]).to.include({errorCode: 'Generic', method: 'getCrm'});
    await at.happens('chatOffered', {interactionId: 'C'.repeat(32)});
    expect(asked(at), 'of chats there is none').to.be.empty;
    await at.drops();
    expect(status(at)).to.equal('The connection to Five9 was lost.');
    part(at.element, 'refresh').click();
    await until(() => at.errors.length === 2);
    expect(at.errors[1]!.errorCode).to.equal('NotConnected');
  });

  it('drops what came too late to matter', async () => {
    const at = await show(TAG, {hold: true});
    await at.happens('callStarted');
    await at.happens('callFinished');
    await at.adapter.release();
    await until(() => !at.element.matches(':state(pending)'));
    expect(at.errors).to.be.empty;
  });

  it('leaves nothing behind', async () => {
    const at = await inCall();
    await comesAndGoes(at);
    await until(() => rows(at).length === 3);
    await isForgotten(at);
  });

  it('is accessible, with and without a call', async () => {
    await expect(await fixture(TAG)).to.be.accessible();
    const at = await inCall();
    await looksGood(at.element);
    await at.adapter.reply('getCrm', {error: 'No.'});
    await at.element.refresh();
    await expect(at.element).to.be.accessible();
  });
});
