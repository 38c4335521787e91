import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/agent-status/define.js';
import type {Five9AgentStatus} from '../../../src/elements/agent-status/agent-status.js';
import type {Connection} from '../../../src/interaction-api/transport.js';
import {press} from '../../commands.js';
import {turn, until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {part, stage, type Stage, words} from '../../support/stage.js';

type StatusStage = Stage<Five9AgentStatus>;

const TAG = html`<five9-agent-status></five9-agent-status>`;
const AGENT = {agentId: '42', tenantId: 100500, apiBaseURL: 'https://api.example.com'};

/** The adapter answers from its second connection on: what it answers is set while it is away. */
async function show(context: unknown = {response: AGENT}, master: unknown = {response: true}): Promise<StatusStage> {
  const at = await stage<Five9AgentStatus>(TAG);
  await at.drops();
  await at.adapter.reply('getApplicationContext', context as {response: unknown});
  await at.adapter.reply('isMasterPage', master as {response: unknown});
  at.errors.length = 0;
  await at.returns();
  await until(() => !at.element.matches(':state(pending)'), 'the adapter has answered');
  await at.settled();
  return at;
}

const status = ({element}: StatusStage): string => words(element, 'status');
const details = ({element}: StatusStage): string => words(element, 'details');

/** Lets the service have a connection that a test cannot easily bring about. */
async function connection(at: StatusStage, value: Connection): Promise<void> {
  Object.defineProperty(at.service, 'connection', {value, configurable: true});
  at.element.serviceChanged();
  await at.element.updateComplete;
}

describe('five9-agent-status', () => {
  it('tells the connection, the agent, the tenant and the master page', async () => {
    const at = await show();
    expect(status(at)).to.equal('Connected');
    expect(details(at)).to.equal('Agent 42 Tenant 100500 Master page this tab');
    expect(at.element.metadata).to.deep.include({agentId: '42', tenantId: 100500});
    expect(at.element.masterPage).to.be.true;
    expect(at.element.matches(':state(connected)')).to.be.true;
  });

  it('tells when another tab is the master page', async () => {
    expect(details(await show(undefined, {response: false}))).to.equal(
      'Agent 42 Tenant 100500 Master page another tab',
    );
  });

  it('leaves the master page out where Five9 cannot tell', async () => {
    const at = await show(undefined, {error: 'Not Implemented: isMasterPage'});
    expect(details(at)).to.equal('Agent 42 Tenant 100500');
    expect(at.errors).to.be.empty;
  });

  describe('while nobody is logged in', () => {
    it('says what to do, and is right as soon as somebody is', async () => {
      const at = await show({response: {}});
      expect(status(at)).to.equal('Nobody is logged in. Log in to Five9.');
      expect(at.element.matches(':state(logged-out)')).to.be.true;
      expect(getComputedStyle(part(at.element, 'lamp')).backgroundColor, 'no light').to.equal('rgba(0, 0, 0, 0)');
      expect(at.element.shadowRoot!.querySelector('dl')).to.equal(null);
      await at.adapter.reply('getApplicationContext', {response: AGENT});
      await at.adapter.wsEvent('22009', {});
      await until(() => at.element.metadata?.agentId);
      await at.settled();
      expect(status(at)).to.equal('Connected');
      expect(at.element.matches(':state(logged-out)')).to.be.false;
    });
  });

  describe('while there is no connection', () => {
    it('says that it is looking', async () => {
      const at = await stage<Five9AgentStatus>(TAG, {connected: false});
      expect(status(at)).to.equal('Connecting to Five9…');
      expect(at.element.matches(':state(connecting)')).to.be.true;
      expect(at.errors).to.be.empty;
    });

    it('says that it was lost, and forgets who was there', async () => {
      const at = await show();
      await at.drops();
      expect(status(at)).to.match(/^Five9 was closed or is loading anew/);
      expect(at.element.matches(':state(lost)')).to.be.true;
      expect(at.element.metadata).to.equal(undefined);
      expect(at.element.shadowRoot!.querySelector('dl')).to.equal(null);
      await at.returns();
      await until(() => at.element.metadata);
    });

    const reasons: [Connection, RegExp][] = [
      [{status: 'lost', reason: 'adapter-gone'}, /taken out of this page\. Reload/],
      [{status: 'lost', reason: 'closed'}, /Reload the page/],
      [{status: 'unreachable', reason: 'no-answer'}, /not in a window of its own, and log in/],
      [
        {status: 'unreachable', reason: 'origin-refused', origin: 'https://a.example'},
        /^https:\/\/a\.example answered/,
      ],
      [{status: 'connecting', reason: 'settings-changed'}, /^Connecting/],
    ];
    for (const [value, says] of reasons) {
      it(`says what can be done about ${value.status}, ${value.reason!}`, async () => {
        const at = await stage<Five9AgentStatus>(TAG, {connected: false});
        await connection(at, value);
        expect(status(at)).to.match(says);
        expect(at.element.matches(`:state(${value.status})`)).to.be.true;
        expect(part(at.element, 'status')).to.have.attribute('role', 'status');
        await expect(at.element).to.be.accessible();
      });
    }
  });

  it('shows what the adapter says when it does not tell, and asks again by key', async () => {
    const at = await show({error: {errorCode: 'Generic', errorMessage: 'No session.'}});
    expect(words(at.element, 'error')).to.equal('No session.');
    expect(at.errors[0]).to.include({errorCode: 'Generic', errorMessage: 'No session.'});
    await expect(at.element).to.be.accessible();
    await at.adapter.reply('getApplicationContext', {response: AGENT});
    part(at.element, 'retry').focus();
    await press('Enter');
    await until(() => at.element.metadata);
    await at.settled();
    expect(words(at.element, 'error')).to.equal('');
    expect(at.element.shadowRoot!.querySelector('button')).to.equal(null);
  });

  it('asks again when the page is looked at again', async () => {
    const at = await show();
    await at.adapter.reply('isMasterPage', {response: false});
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => at.element.masterPage === false);
  });

  it('takes no answer of a connection that is gone', async () => {
    const at = await show();
    await at.drops();
    await at.adapter.reply('getApplicationContext', {hold: true});
    await at.returns();
    await at.drops();
    await turn();
    await at.settled();
    expect(at.element.metadata).to.equal(undefined);
    expect(at.errors).to.be.empty;
    expect(at.element.matches(':state(pending)')).to.be.false;
  });

  it('shows names as text', async () => {
    const at = await show({response: {agentId: '<img src=x onerror=alert(1)>', tenantId: 1}});
    expect(at.element.shadowRoot!.querySelector('img')).to.equal(null);
    expect(details(at)).to.include('<img');
  });

  it('leaves nothing behind, however often it is added, moved and removed', async () => {
    const at = await show();
    await comesAndGoes(at);
    await until(() => at.element.metadata);
    await isForgotten(at);
  });

  it('is accessible without a service, and in every look', async () => {
    await expect(await fixture(TAG)).to.be.accessible();
    const at = await show();
    await looksGood(at.element);
  });
});
