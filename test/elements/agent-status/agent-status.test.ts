import {expect, fixture, html} from '@open-wc/testing';
import '../../../src/elements/agent-status/define.js';
import type {Five9AgentStatus} from '../../../src/elements/agent-status/agent-status.js';
import type {Connection} from '../../../src/interaction-api/transport.js';
import {press} from '../../commands.js';
import {openApiAdapter} from '../../support/api-adapter.js';
import {turn, until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {part, stage, type Stage, words} from '../../support/stage.js';

type StatusStage = Stage<Five9AgentStatus>;

const TAG = html`<five9-agent-status></five9-agent-status>`;
const AGENT = {agentId: '42', tenantId: 100500, apiBaseURL: 'https://api.example.com'};

/** Shows the element. Sets the answers of the adapter while it is disconnected, so the second connection uses them. */
async function show(context: unknown = {response: AGENT}, master: unknown = {response: true}): Promise<StatusStage> {
  const setup = await stage<Five9AgentStatus>(TAG);
  await setup.drops();
  await setup.adapter.reply('getApplicationContext', context as {response: unknown});
  await setup.adapter.reply('isMasterPage', master as {response: unknown});
  setup.errors.length = 0;
  await setup.returns();
  await until(() => !setup.element.matches(':state(pending)'), 'the adapter has answered');
  await setup.settled();
  return setup;
}

const status = ({element}: StatusStage): string => words(element, 'status');
const details = ({element}: StatusStage): string => words(element, 'details');

/** Gives the service a connection state that a test cannot cause easily. */
async function setConnection(setup: StatusStage, value: Connection): Promise<void> {
  Object.defineProperty(setup.service, 'connection', {value, configurable: true});
  setup.element.serviceChanged();
  await setup.element.updateComplete;
}

describe('five9-agent-status', () => {
  it('shows the connection, the agent, the tenant and the master page', async () => {
    const setup = await show();
    expect(status(setup)).to.equal('Connected');
    expect(details(setup)).to.equal('Agent 42 Tenant 100500 Master page this tab');
    expect(setup.element.metadata).to.deep.include({agentId: '42', tenantId: 100500});
    expect(setup.element.masterPage).to.be.true;
    expect(setup.element.matches(':state(connected)')).to.be.true;
  });

  it('shows that another tab is the master page', async () => {
    expect(details(await show(undefined, {response: false}))).to.equal(
      'Agent 42 Tenant 100500 Master page another tab',
    );
  });

  it('does not show the master page if Five9 does not support isMasterPage', async () => {
    const setup = await show(undefined, {error: 'Not Implemented: isMasterPage'});
    expect(details(setup)).to.equal('Agent 42 Tenant 100500');
    expect(setup.errors).to.be.empty;
  });

  describe('without a logged-in agent', () => {
    it('asks the agent to log in, and changes when the agent has logged in', async () => {
      const setup = await show({response: {}});
      expect(status(setup)).to.equal('Nobody is logged in. Log in to Five9.');
      expect(setup.element.matches(':state(logged-out)')).to.be.true;
      expect(getComputedStyle(part(setup.element, 'lamp')).backgroundColor, 'no light').to.equal('rgba(0, 0, 0, 0)');
      expect(setup.element.shadowRoot!.querySelector('dl')).to.equal(null);
      await setup.adapter.reply('getApplicationContext', {response: AGENT});
      await setup.adapter.wsEvent('22009', {});
      await until(() => setup.element.metadata?.agentId);
      await setup.settled();
      expect(status(setup)).to.equal('Connected');
      expect(setup.element.matches(':state(logged-out)')).to.be.false;
    });
  });

  describe('with an adapter that reports the login', () => {
    /** Shows the element, and an adapter that reports the state of the login. */
    async function showLogin(context?: unknown): Promise<StatusStage & {reports(state: string): Promise<void>}> {
      const setup = await show(context);
      const application = await openApiAdapter('applicationApi', setup.service.settings.name ?? '');
      return {
        ...setup,
        async reports(state) {
          await application.tell('loginStateChanged', {state});
          await until(() => setup.element.loginState === state, `the state ${state}`);
          await until(() => !setup.element.matches(':state(pending)'), 'the adapter has answered');
          await setup.settled();
        },
      };
    }

    for (const [state, step, login] of [
      ['SELECT_STATION', 'Select your station in Five9.', 'station not selected'],
      ['SELECT_SKILLS', 'Select your skills in Five9.', 'skills not selected'],
      ['ACCEPT_NOTICE', 'Accept the notice in Five9.', 'notice not accepted'],
      ['RELOGIN', 'Log in to Five9 again.', 'ended'],
    ] as const) {
      it(`says what to do in the state ${state}`, async () => {
        const setup = await showLogin();
        await setup.reports(state);
        expect(status(setup)).to.equal(step);
        expect(details(setup)).to.equal(`Login ${login} Agent 42 Tenant 100500 Master page this tab`);
        expect(setup.element.matches(':state(logging-in)')).to.be.true;
        await expect(setup.element).to.be.accessible();
      });
    }

    it('says what to do also if the adapter returns no agent yet', async () => {
      const setup = await showLogin({response: {}});
      await setup.reports('SELECT_STATION');
      expect(status(setup)).to.equal('Select your station in Five9.');
      expect(details(setup)).to.equal('Login station not selected');
    });

    it('requests the agent again and shows that the login is complete in the state WORKING', async () => {
      const setup = await showLogin({response: {}});
      await setup.reports('SELECT_SKILLS');
      await setup.adapter.reply('getApplicationContext', {response: AGENT});
      await setup.reports('WORKING');
      expect(status(setup)).to.equal('Connected');
      expect(details(setup)).to.equal('Login complete Agent 42 Tenant 100500 Master page this tab');
      expect(setup.element.matches(':state(logging-in)')).to.be.false;
    });

    it('shows the state of a newer adapter as it is', async () => {
      const setup = await showLogin();
      await setup.reports('toString');
      expect(status(setup)).to.equal('Connected');
      expect(details(setup)).to.equal('Login toString Agent 42 Tenant 100500 Master page this tab');
    });

    it('shows no state after the connection was lost', async () => {
      const setup = await showLogin();
      await setup.reports('SELECT_STATION');
      await setup.drops();
      expect(status(setup)).to.match(/^Five9 was closed or is reloading/);
      expect(setup.element.matches(':state(logging-in)')).to.be.false;
    });
  });

  describe('without a connection', () => {
    it('shows that it is connecting', async () => {
      const setup = await stage<Five9AgentStatus>(TAG, {connected: false});
      expect(status(setup)).to.equal('Connecting to Five9…');
      expect(setup.element.matches(':state(connecting)')).to.be.true;
      expect(setup.errors).to.be.empty;
    });

    it('shows that the connection was lost, and clears the agent', async () => {
      const setup = await show();
      await setup.drops();
      expect(status(setup)).to.match(/^Five9 was closed or is reloading/);
      expect(setup.element.matches(':state(lost)')).to.be.true;
      expect(setup.element.metadata).to.equal(undefined);
      expect(setup.element.shadowRoot!.querySelector('dl')).to.equal(null);
      await setup.returns();
      await until(() => setup.element.metadata);
    });

    const reasons: [Connection, RegExp][] = [
      [{status: 'lost', reason: 'adapter-gone'}, /removed from this page\. Reload/],
      [{status: 'lost', reason: 'closed'}, /Reload the page/],
      [{status: 'unreachable', reason: 'no-answer'}, /not in a window of its own, and log in/],
      [
        {status: 'unreachable', reason: 'origin-refused', origin: 'https://a.example'},
        /^Five9 answered from https:\/\/a\.example, .* Ask your administrator/,
      ],
      [{status: 'unreachable', reason: 'no-sdk'}, /requires the Five9 SDK.* Ask your administrator/],
      [{status: 'connecting', reason: 'settings-changed'}, /^Connecting/],
    ];
    for (const [value, advice] of reasons) {
      it(`shows advice for ${value.status}, ${value.reason!}`, async () => {
        const setup = await stage<Five9AgentStatus>(TAG, {connected: false});
        await setConnection(setup, value);
        expect(status(setup)).to.match(advice);
        expect(setup.element.matches(`:state(${value.status})`)).to.be.true;
        expect(part(setup.element, 'status')).to.have.attribute('role', 'status');
        await expect(setup.element).to.be.accessible();
      });
    }
  });

  it('shows no agent if the SDK answers with nothing', async () => {
    const setup = await show();
    const remove = setup.service.api.intercept(({method}, proceed) => (method === 'getMetadata' ? null : proceed()));
    await setup.drops();
    await setup.returns();
    await until(() => !setup.element.matches(':state(pending)'), 'the SDK has answered');
    expect(setup.element.metadata).to.equal(undefined);
    expect(setup.errors).to.be.empty;
    expect(status(setup)).to.equal('Connected');
    remove();
  });

  it('shows the adapter’s error, and sends the request again by keyboard', async () => {
    const setup = await show({error: {errorCode: 'Generic', errorMessage: 'No session.'}});
    expect(words(setup.element, 'error')).to.equal('No session.');
    expect(setup.errors[0]).to.include({errorCode: 'Generic', errorMessage: 'No session.'});
    await expect(setup.element).to.be.accessible();
    await setup.adapter.reply('getApplicationContext', {response: AGENT});
    part(setup.element, 'retry').focus();
    await press('Enter');
    await until(() => setup.element.metadata);
    await setup.settled();
    expect(words(setup.element, 'error')).to.equal('');
    expect(setup.element.shadowRoot!.querySelector('button')).to.equal(null);
  });

  it('sends the request again when the page becomes visible', async () => {
    const setup = await show();
    await setup.adapter.reply('isMasterPage', {response: false});
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => setup.element.masterPage === false);
  });

  it('ignores the answer of an earlier connection', async () => {
    const setup = await show();
    await setup.drops();
    await setup.adapter.reply('getApplicationContext', {hold: true});
    await setup.returns();
    await setup.drops();
    await turn();
    await setup.settled();
    expect(setup.element.metadata).to.equal(undefined);
    expect(setup.errors).to.be.empty;
    expect(setup.element.matches(':state(pending)')).to.be.false;
  });

  it('shows names as text', async () => {
    const setup = await show({response: {agentId: '<img src=x onerror=alert(1)>', tenantId: 1}});
    expect(setup.element.shadowRoot!.querySelector('img')).to.equal(null);
    expect(details(setup)).to.include('<img');
  });

  it('leaves no listeners or timers after it is added, moved and removed many times', async () => {
    const setup = await show();
    await comesAndGoes(setup);
    await until(() => setup.element.metadata);
    await isForgotten(setup);
  });

  it('is accessible without a service, and in every colour scheme', async () => {
    await expect(await fixture(TAG)).to.be.accessible();
    const setup = await show();
    await looksGood(setup.element);
  });
});
