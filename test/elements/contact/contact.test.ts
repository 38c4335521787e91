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
  const setup = await stage<Five9Contact>(template);
  await setup.adapter.reply('getCrm', reply);
  return setup;
}

/** Shows the element in a call, and waits for the answer of the adapter. */
async function inCall(...given: Parameters<typeof show>): Promise<ContactStage> {
  const setup = await show(...given);
  await talking(setup);
  await until(() => !setup.element.matches(':state(pending)'), 'the contact is there');
  await setup.settled();
  return setup;
}

const rows = ({element}: ContactStage): string[] =>
  [...element.shadowRoot!.querySelectorAll('dl > div')].map(({textContent}) => textContent.replace(/\s+/g, ' ').trim());
const status = ({element}: ContactStage): string => words(element, 'status');
const sentParams = ({adapter}: ContactStage): unknown[] => adapter.requests('getCrm').map(({request}) => request.args);

describe('five9-contact', () => {
  it('shows the fields of the contact as text, and keeps them when the call has finished', async () => {
    const setup = await inCall();
    const all = ['number1 9250000111', 'first_name <b>Alice</b>', 'Street and no –'];
    expect(rows(setup)).to.deep.equal(all);
    expect(setup.element.shadowRoot!.querySelector('b')).to.equal(null);
    expect(sentParams(setup)[0]).to.deep.equal({interactionId: CALL_ID});
    expect(status(setup)).to.equal('');
    await setup.happens('callEnded');
    await setup.happens('callFinished');
    expect(rows(setup)).to.deep.equal(all);
    expect(status(setup)).to.equal('Finished');
    expect(setup.element.matches(':state(finished)')).to.be.true;
    expect(part(setup.element, 'refresh')).to.have.attribute('aria-disabled', 'true');
    await setup.adapter.reply('getCrm', {silent: true});
    await setup.happens('callStarted', {interactionId: 'B'.repeat(32)});
    expect(rows(setup), 'another call').to.be.empty;
    expect(status(setup)).to.equal('Loading…');
    expect(setup.element.matches(':state(finished)')).to.be.false;
  });

  it('shows only the named fields, in the given order; with commas, names may contain spaces', async () => {
    const setup = await inCall(html`<five9-contact fields="first_name  number1 nickname"></five9-contact>`);
    expect(rows(setup)).to.deep.equal(['first_name <b>Alice</b>', 'number1 9250000111', 'nickname –']);
    setup.element.fields = 'Street and no, number1';
    await setup.settled();
    expect(rows(setup)).to.deep.equal(['Street and no –', 'number1 9250000111']);
  });

  it('shows without an error that there is no contact', async () => {
    const setup = await inCall(TAG, {error: {errorCode: 'NoData'}});
    expect(status(setup)).to.equal('No contact');
    expect(rows(setup)).to.be.empty;
    expect(setup.errors).to.be.empty;
  });

  it('shows once per call that this version of Five9 does not support contacts', async () => {
    const setup = await inCall(TAG, {error: 'Not Implemented: getCrm'});
    await setup.happens('callEnded');
    expect(words(setup.element, 'error')).to.equal('This version of Five9 cannot do that.');
    expect(setup.errors.map(({errorCode}) => errorCode)).to.deep.equal(['NotSupported']);
  });

  it('sends the request again by its button, and shows the result', async () => {
    const setup = await inCall(TAG, {error: 'Busy.'});
    expect(words(setup.element, 'error')).to.equal('Busy.');
    expect(setup.element.matches(':state(error)')).to.be.true;
    await setup.adapter.reply('getCrm', {response: FIELDS});
    part(setup.element, 'refresh').focus();
    await press('Enter');
    await until(() => rows(setup).length);
    expect(words(setup.element, 'error')).to.equal('');
    expect(await setup.element.refresh()).to.be.true;
  });

  it('shows changes of contacts', async () => {
    const setup = await inCall();
    await setup.adapter.reply('getCrm', {response: [{name: 'first_name', value: 'Alicia'}]});
    await setup.adapter.wsEvent('77', {id: '1', fields: {}}, {eventId: '77'});
    await until(() => rows(setup)[0] === 'first_name Alicia');
  });

  for (const nonsense of [null, 'x', [null, 7, {name: {toString: 1}, value: {a: 1}}, {}]]) {
    it(`shows no values for an invalid answer: ${JSON.stringify(nonsense)}`, async () => {
      const setup = await inCall(TAG, {response: nonsense});
      expect(rows(setup).join('')).to.match(/^–*$/);
      expect(setup.errors).to.be.empty;
    });
  }

  it('shows why it cannot request a contact', async () => {
    const setup = await show();
    expect(status(setup)).to.equal('No call');
    expect(await setup.element.refresh()).to.be.false;
    expect(setup.errors[0]).to.include({errorCode: 'Generic', method: 'getCrm'});
    await setup.happens('chatOffered', {interactionId: 'C'.repeat(32)});
    expect(sentParams(setup), 'no request for a chat').to.be.empty;
    await setup.drops();
    expect(status(setup)).to.equal('The connection to Five9 was lost.');
    part(setup.element, 'refresh').click();
    await until(() => setup.errors.length === 2);
    expect(setup.errors[1]!.errorCode).to.equal('NotConnected');
  });

  it('ignores an answer that arrives after the call has finished', async () => {
    const setup = await show(TAG, {hold: true});
    await setup.happens('callStarted');
    await setup.happens('callFinished');
    await setup.adapter.release();
    await until(() => !setup.element.matches(':state(pending)'));
    expect(setup.errors).to.be.empty;
  });

  it('leaves no listeners or timers when it is removed', async () => {
    const setup = await inCall();
    await comesAndGoes(setup);
    await until(() => rows(setup).length === 3);
    await isForgotten(setup);
  });

  it('is accessible, with and without a call', async () => {
    await expect(await fixture(TAG)).to.be.accessible();
    const setup = await inCall();
    await looksGood(setup.element);
    await setup.adapter.reply('getCrm', {error: 'No.'});
    await setup.element.refresh();
    await expect(setup.element).to.be.accessible();
  });
});
