/** The elements that answer the adapter and follow its session, with the simulated adapter. */
import {expect, html} from '@open-wc/testing';
import '../../../src/elements/agent-status/define.js';
import '../../../src/elements/click2dial/define.js';
import '../../../src/elements/custom-component/define.js';
import '../../../src/elements/hooks/define.js';
import type {ControlUse} from '../../../src/elements/custom-component/control.events.js';
import {listen} from '../../support/service.js';
import {simulatedPage, type SimulatedPage} from '../../support/simulated-page.js';
import {part, words} from '../../support/stage.js';
import {until} from '../../support/time.js';

/** Connects a page to an API, and waits until the adapter knows this page. */
async function connected({centre, provider}: SimulatedPage, api: 'hookApi' | 'crmApi' | 'customComponentsApi') {
  provider.service.sdkApi(api);
  await until(() => centre.state().connectedPages[api], `${api} is connected`);
}

describe('five9-hooks, with the simulated adapter,', () => {
  for (const isYes of [true, false]) {
    it(`lets the agent confirm a disposition: ${isYes ? 'Yes sets it' : 'No does not set it'}`, async () => {
      const page = await simulatedPage(html`<five9-hooks></five9-hooks>`);
      const {centre, provider, find} = page;
      await connected(page, 'hookApi');
      find('five9-hooks').addEventListener('five9-hook-before-disposition', (event) => event.confirm('Sure?'));
      const id = centre.offerCall({ani: '9250000111'});
      centre.answer(id);
      centre.hangUp(id, {by: 'customer'});
      const [disposition] = await provider.service.api.getDispositions({interactionType: 'Call', interactionId: id});
      const set = Promise.resolve(centre.dispose(id, disposition!.id)).catch(() => undefined);
      await until(() => centre.state().dialogs.length, 'the adapter asks the agent');
      const [dialog] = centre.state().dialogs;
      expect(dialog!.message).to.equal('Sure?');
      centre.answerDialog(dialog!.id, isYes);
      await set;
      if (isYes) await until(() => provider.service.interaction(id)?.state === 'finished', 'the call is finished');
      else expect(provider.service.interaction(id)?.state).to.equal('ended');
    });
  }

  it('refuses a dial, and the adapter shows the reason', async () => {
    const page = await simulatedPage(
      html`<five9-hooks></five9-hooks><five9-click2dial number="9250000111"></five9-click2dial>`,
    );
    const {centre, find, provider} = page;
    await connected(page, 'hookApi');
    find('five9-hooks').addEventListener('five9-hook-before-make-call', (event) => event.fail('Do not call.'));
    void find('five9-click2dial').dial();
    await until(() => centre.state().messages.length, 'the adapter shows the message');
    expect(centre.state().messages).to.deep.equal(['Do not call.']);
    expect(provider.service.interactions).to.be.empty;
  });

  it('changes the number of a dial', async () => {
    const page = await simulatedPage(
      html`<five9-hooks></five9-hooks><five9-click2dial number="9250000111"></five9-click2dial>`,
    );
    const {find, provider} = page;
    await connected(page, 'hookApi');
    find('five9-hooks').addEventListener('five9-hook-before-click-to-dial', ({detail}) => {
      detail.click2DialData.clickToDialNumber = '9250000222';
    });
    void find('five9-click2dial').dial();
    await until(() => provider.service.current, 'the call has started');
    expect(provider.service.current!.data).to.have.property('number', '9250000222');
  });
});

describe('five9-custom-component, with the simulated adapter,', () => {
  it('is shown by the adapter, and gets the value that the agent types, with the call', async () => {
    const page = await simulatedPage(html`
      <five9-custom-component location="home-panel-top">
        <five9-adt-input name="note" label="Note"></five9-adt-input>
      </five9-custom-component>
    `);
    const {centre, find} = page;
    await until(() => centre.state().customComponents, 'the adapter has the controls');
    const [, callback = ''] = /onchange="(\w+)"/.exec(centre.state().customComponents!)!;
    const id = centre.offerCall({ani: '9250000111'});
    centre.answer(id);
    const events = listen<CustomEvent<ControlUse>>(find('five9-adt-input'), 'change');
    centre.useComponent({callback, name: 'note', value: 'Renewal', interactionId: id});
    await until(() => events.length, 'the event');
    const {name, value, interactionType, interactionData} = events[0]!.detail;
    expect([name, value, interactionType, interactionData?.interactionId]).to.deep.equal([
      'note',
      'Renewal',
      'Call',
      id,
    ]);
  });
});

describe('the session, with the simulated adapter,', () => {
  it('is shown by five9-agent-status, and followed by five9-click2dial', async () => {
    const {centre, find} = await simulatedPage(
      html`<five9-agent-status></five9-agent-status><five9-click2dial number="9250000111"></five9-click2dial>`,
    );
    const isDisabled = (): boolean => part(find('five9-click2dial'), 'button').hasAttribute('aria-disabled');
    await until(() => find('five9-agent-status').loginState === 'WORKING', 'the state is known');
    await until(() => !isDisabled(), 'the agent can dial');
    centre.setLoginState('SELECT_STATION');
    await until(() => words(find('five9-agent-status'), 'status') === 'Select your station in Five9.', 'the step');
    await until(isDisabled, 'the agent cannot dial');
    centre.setLoginState('WORKING');
    await until(() => !isDisabled(), 'the agent can dial again');
  });

  it('lets the agent dial only between two calls, if the page uses the CRM API', async () => {
    const page = await simulatedPage(html`<five9-click2dial number="9250000111"></five9-click2dial>`);
    const {centre, find, provider} = page;
    await connected(page, 'crmApi');
    const {agentSession} = provider.service;
    const isDisabled = (): boolean => part(find('five9-click2dial'), 'button').hasAttribute('aria-disabled');
    const id = centre.offerCall({ani: '9250000111'});
    centre.answer(id);
    await until(() => agentSession.canDial === false, 'the agent cannot dial');
    await until(isDisabled, 'the element is disabled');
    centre.hangUp(id, {by: 'customer'});
    const [disposition] = await provider.service.api.getDispositions({interactionType: 'Call', interactionId: id});
    await centre.dispose(id, disposition!.id);
    await until(() => agentSession.canDial, 'the agent can dial');
    await until(() => !isDisabled(), 'the element is enabled');
  });
});
