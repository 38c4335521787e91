import {expect, html} from '@open-wc/testing';
import '../../../src/elements/click2dial/define.js';
import '../../../src/elements/dial-links/define.js';
import type {Five9Click2dial} from '../../../src/elements/click2dial/click2dial.js';
import type {Five9DialLinks} from '../../../src/elements/dial-links/dial-links.js';
import {openApiAdapter} from '../../support/api-adapter.js';
import {links} from '../../support/dial-links.js';
import {looksGood} from '../../support/looks.js';
import {listen} from '../../support/service.js';
import {part, stage, type Stage, words} from '../../support/stage.js';
import {until} from '../../support/time.js';

const READY = 'You can dial when you are ready.';

interface DialStage extends Stage<Five9Click2dial> {
  /** Lets the adapter report whether the agent can dial. */
  report(canDial: boolean): Promise<void>;
}

/** Shows the element, and an adapter that reports whether the agent can dial. */
async function show(): Promise<DialStage> {
  const setup = await stage<Five9Click2dial>(html`<five9-click2dial number="9250000111"></five9-click2dial>`);
  // A page that uses the CRM API knows whether the agent can dial.
  setup.service.sdkApi('crmApi');
  const crm = await openApiAdapter('crmApi', setup.service.settings.name ?? '');
  return {
    ...setup,
    async report(canDial) {
      await crm.ask(canDial ? 'enableClickToDial' : 'disableClickToDial');
      await setup.settled();
    },
  };
}

const isDisabled = ({element}: Stage<Element>): boolean => part(element, 'button').hasAttribute('aria-disabled');

describe('five9-click2dial, while the agent cannot dial,', () => {
  it('is not disabled if the adapter reports nothing', async () => {
    const setup = await show();
    expect(isDisabled(setup)).to.equal(false);
    expect(part(setup.element, 'button').hasAttribute('title')).to.equal(false);
  });

  it('is disabled and says why, until the agent can dial', async () => {
    const setup = await show();
    await setup.report(false);
    expect(isDisabled(setup)).to.equal(true);
    const button = part(setup.element, 'button');
    expect(button.title).to.equal(READY);
    expect(setup.element.shadowRoot!.getElementById(button.getAttribute('aria-describedby')!)!.textContent).to.equal(
      READY,
    );
    await looksGood(setup.element);
    await setup.report(true);
    expect(isDisabled(setup)).to.equal(false);
    expect(setup.element.shadowRoot!.textContent).not.to.contain(READY);
  });

  it('follows the state of the login', async () => {
    const setup = await stage<Five9Click2dial>(html`<five9-click2dial number="9250000111"></five9-click2dial>`);
    const application = await openApiAdapter('applicationApi', setup.service.settings.name ?? '');
    for (const [state, expected] of [
      ['SELECT_STATION', true],
      ['WORKING', false],
      ['RELOGIN', true],
    ] as const) {
      await application.tell('loginStateChanged', {state});
      await until(() => setup.service.agentSession.loginState === state, state);
      await setup.settled();
      expect(isDisabled(setup), state).to.equal(expected);
    }
  });

  it('sends nothing, and shows the reason when it is pressed', async () => {
    const setup = await show();
    await setup.report(false);
    const before = listen(setup.element, 'five9-before-dial');
    part(setup.element, 'button').click();
    await setup.settled();
    expect(words(setup.element, 'error')).to.equal(READY);
    expect(setup.errors.map(({method, errorCode}) => [method, errorCode])).to.deep.equal([['click2dial', 'Generic']]);
    expect(before).to.be.empty;
    await setup.adapter.sync();
    expect(setup.adapter.all('event')).to.be.empty;
  });

  it('removes the reason when the agent can dial, and then dials', async () => {
    const setup = await show();
    await setup.report(false);
    expect(await setup.element.dial()).to.equal(undefined);
    await setup.report(true);
    await setup.element.updateComplete;
    expect(words(setup.element, 'error')).to.equal('');
    part(setup.element, 'button').click();
    await setup.adapter.receives('event');
  });
});

describe('five9-dial-links, while the agent cannot dial,', () => {
  it('sends nothing, and shows the reason', async () => {
    const setup = await stage<Five9DialLinks>(html`<five9-dial-links>+1 925 555 0100</five9-dial-links>`);
    setup.service.sdkApi('crmApi');
    const crm = await openApiAdapter('crmApi', setup.service.settings.name ?? '');
    await crm.ask('disableClickToDial');
    await until(() => links(setup.element).length, 'the number is found');
    links(setup.element)[0]!.click();
    await setup.settled();
    expect(setup.errors[0]!.message).to.equal(READY);
    await setup.adapter.sync();
    expect(setup.adapter.all('event')).to.be.empty;
  });
});
