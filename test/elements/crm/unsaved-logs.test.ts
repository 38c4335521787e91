/** Logs that were not saved stay in the tab, which several agents may use one after the other. */
import {expect, html} from '@open-wc/testing';
import sinon from 'sinon';
import type {AdapterHandle} from '../../support/adapter-handle.js';
import {channelOf} from '../../support/client.js';
import {CrmServer} from '../../support/crm-server.js';
import {aboutCall, type CrmStage, crmStage} from '../../support/crm-stage.js';
import {inWindow} from '../../support/places.js';
import {until} from '../../support/time.js';

const NOW = 1_790_000_000_000;
const HOUR = 60 * 60 * 1000;

/** A page whose server saves no log. */
interface Page extends CrmStage {
  /** The text about the logs that were not saved. */
  unsaved(): string;
  /** Lets the save of a log fail. */
  fail(subject: string, fields?: object): Promise<void>;
  /** Lets the adapter report the agent. Returns the adapter of the Interaction API. */
  logIn(agentId: string): Promise<AdapterHandle>;
}

async function openPage(): Promise<Page> {
  const server = await CrmServer.start({status: 422});
  const stage = await crmStage(html`<five9-crm log-href=${`${server.address}/log`}></five9-crm>`);
  await stage.settled();
  return {
    ...stage,
    unsaved: () =>
      [...stage.element.shadowRoot!.querySelectorAll('[part=unsaved]')].map(({textContent}) => textContent).join(),
    async fail(subject, fields = {}) {
      await stage.ask('saveLog', aboutCall(fields, {interactionLogData: {subject}}));
      await stage.settled();
    },
    async logIn(agentId) {
      const phone = await inWindow.settle();
      await phone.reply('getApplicationContext', {response: {agentId, tenantId: '7'}});
      await phone.start({channel: channelOf(stage.name), announces: true});
      await phone.receivesRequest('getApplicationContext');
      await phone.sync();
      await stage.settled();
      return phone;
    },
  };
}

/** Opens a page, in which a log of an agent is not saved, and leaves it. */
async function leaveLog(agentId: string, subject: string, fields?: object): Promise<void> {
  const page = await openPage();
  await page.logIn(agentId);
  await page.fail(subject, fields);
  expect(page.unsaved()).to.contain(subject);
  page.element.remove();
}

describe('a log that was not saved', () => {
  it('is shown by the next page as soon as the adapter reports the same agent', async () => {
    await leaveLog('1', 'Renewal of A');
    const {unsaved, logIn} = await openPage();
    expect(unsaved(), 'while the agent is unknown').to.equal('');
    await logIn('1');
    await until(() => unsaved().includes('Renewal of A'), 'the log is shown');
  });

  it('is never shown to another agent of the tab, and stays for its own agent', async () => {
    await leaveLog('1', 'Renewal of A');
    const other = await openPage();
    await other.logIn('2');
    await other.fail('Renewal of B', {interactionId: 'B'});
    expect(other.unsaved()).to.contain('Renewal of B').and.not.to.contain('Renewal of A');
    other.element.remove();
    const {unsaved, logIn} = await openPage();
    await logIn('1');
    await until(() => unsaved(), 'a log is shown');
    expect(unsaved()).to.contain('Renewal of A').and.not.to.contain('Renewal of B');
  });

  it('is kept apart from the log of another agent for the same interaction', async () => {
    await leaveLog('1', 'Part of A', {interactionId: 'X'});
    await leaveLog('2', 'Part of B', {interactionId: 'X'});
    const {unsaved, logIn} = await openPage();
    await logIn('1');
    await until(() => unsaved(), 'a log is shown');
    expect(unsaved()).to.contain('Part of A').and.not.to.contain('Part of B');
  });

  it('disappears when another agent logs in while the page is open', async () => {
    const {unsaved, logIn, fail} = await openPage();
    const phone = await logIn('1');
    await fail('Renewal of A');
    expect(unsaved()).to.contain('Renewal of A');
    await phone.disconnect();
    await phone.stop();
    await logIn('2');
    await until(() => !unsaved(), 'the log is hidden');
  });

  it('is shown to everybody if the adapter does not report the agent', async () => {
    const first = await openPage();
    await first.fail('Renewal');
    first.element.remove();
    const {unsaved, logIn} = await openPage();
    expect(unsaved()).to.contain('Renewal');
    await logIn('1');
    expect(unsaved()).to.contain('Renewal');
  });

  it('is shown by later pages for 12 hours, and is then removed from the tab', async () => {
    const date = sinon.stub(Date, 'now').returns(NOW);
    const first = await openPage();
    await first.fail('Renewal');
    first.element.remove();
    date.returns(NOW + 12 * HOUR - 1);
    const second = await openPage();
    expect(second.unsaved()).to.contain('Renewal');
    second.element.remove();
    date.returns(NOW + 12 * HOUR);
    const {unsaved} = await openPage();
    expect(unsaved()).to.equal('');
    expect(Object.values(sessionStorage).join()).not.to.contain('Renewal');
  });

  it('without an interaction does not replace that of an earlier page', async () => {
    for (const subject of ['First', 'Second']) {
      const page = await openPage();
      await page.fail(subject, {interactionId: undefined});
      page.element.remove();
    }
    const {unsaved} = await openPage();
    expect(unsaved()).to.contain('First').and.to.contain('Second');
  });

  it('leaves nothing in the tab after it was discarded', async () => {
    const {element, fail} = await openPage();
    await fail('Renewal');
    element.shadowRoot!.querySelector<HTMLElement>('[part=discard]')!.click();
    expect(Object.values(sessionStorage).join()).not.to.contain('Renewal');
  });
});
