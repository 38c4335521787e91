/** Tests elements in a page whose SDK lacks methods that the elements need. */
import {expect, fixture, html} from '@open-wc/testing';
import type {LitElement} from 'lit';
import '../../src/all.js';
import type {InteractionApiError} from '../../src/interaction-api.js';
import {part, words} from '../support/stage.js';
import {freshName} from '../support/client.js';
import {callData, EVENT_SAMPLES} from '../support/samples.js';
import {type Generation, SdkDouble} from '../support/sdk-double.js';
import {until} from '../support/time.js';

const NOT_SUPPORTED = 'This version of Five9 cannot do that.';

async function page(generation: Generation): Promise<{
  sdk: SdkDouble;
  element: <Tag extends keyof HTMLElementTagNameMap>(tag: Tag) => HTMLElementTagNameMap[Tag] & LitElement;
  errors: InteractionApiError[];
  settled: () => Promise<void>;
}> {
  sessionStorage.clear();
  const sdk = new SdkDouble(generation);
  const errors: InteractionApiError[] = [];
  const provider = await fixture<HTMLElementTagNameMap['five9-provider']>(html`
    <five9-provider
      scoped
      name=${freshName()}
      .sdk=${sdk.api}
      @five9-error=${({error}: {error: InteractionApiError}) => errors.push(error)}
    >
      <five9-mute></five9-mute>
      <five9-dtmf-pad></five9-dtmf-pad>
      <five9-interactions></five9-interactions>
      <five9-agent-status></five9-agent-status>
      <five9-object-visited record-id="1"></five9-object-visited>
      <five9-ws-events event-id="4"></five9-ws-events>
    </five9-provider>
  `);
  await until(() => provider.service.connected);
  const settled = async (): Promise<void> => {
    for (const one of provider.querySelectorAll<LitElement>('*')) await one.updateComplete;
  };
  await settled();
  return {
    sdk,
    errors,
    settled,
    element: <Tag extends keyof HTMLElementTagNameMap>(tag: Tag) =>
      provider.querySelector(tag) as HTMLElementTagNameMap[Tag] & LitElement,
  };
}

describe('elements over an SDK like 0.12.0', () => {
  it('show which methods are missing, and call none of them', async () => {
    const {sdk, element, errors, settled} = await page('0.12.0');
    await sdk.emit('callStarted', EVENT_SAMPLES.callStarted);
    await sdk.emit('callAccepted', EVENT_SAMPLES.callAccepted);
    await settled();

    const mute = element('five9-mute');
    expect(words(mute, 'status')).to.equal(NOT_SUPPORTED);
    expect(part(mute, 'button').getAttribute('aria-disabled')).to.equal('true');
    expect(mute.matches(':state(disabled)')).to.equal(true);
    expect(await mute.toggle()).to.equal(false);
    expect(words(mute, 'error')).to.equal(NOT_SUPPORTED);

    const pad = element('five9-dtmf-pad');
    expect(pad.shadowRoot!.textContent).to.contain(NOT_SUPPORTED);
    expect(await pad.send('1')).to.equal(false);
    expect(words(pad, 'error')).to.equal(NOT_SUPPORTED);

    // Expect no error in the agent status, because this element does not call methods that the SDK lacks.
    const status = element('five9-agent-status');
    expect(words(status, 'status')).to.equal('Connected');
    expect(words(status, 'error')).to.equal('');
    expect(words(element('five9-object-visited'), 'error')).to.equal(NOT_SUPPORTED);
    await settled();

    const methods = errors.map(({errorCode, method}) => `${errorCode} ${String(method)}`);
    expect(methods.sort()).to.deep.equal([
      'NotSupported mute',
      'NotSupported objectVisited',
      'NotSupported sendDtmf',
      'NotSupported subscribeWsEvent',
    ]);
  });

  it('open an interaction only in the page if the SDK lacks openInteraction', async () => {
    const {sdk, element, settled, errors} = await page('1.0.10');
    await sdk.emit('callStarted', {callData: callData({interactionId: 'one'})});
    await sdk.emit('callStarted', {callData: callData({interactionId: 'two'})});
    await settled();
    const list = element('five9-interactions');
    expect(list.service!.current!.id).to.equal('two');
    expect(words(list, 'status')).to.contain('in this page only');

    expect(await list.open('one')).to.equal(true);

    expect(list.service!.current!.id).to.equal('one');
    expect(errors.map(({method}) => method)).to.deep.equal(['objectVisited']);
  });
});

describe('elements over an SDK like 1.0.11', () => {
  it('work', async () => {
    const {sdk, element, errors, settled} = await page('1.0.11');
    await sdk.emit('callStarted', EVENT_SAMPLES.callStarted);
    await sdk.emit('callAccepted', EVENT_SAMPLES.callAccepted);
    await settled();

    expect(await element('five9-mute').toggle()).to.equal(true);
    expect(await element('five9-mute').toggle()).to.equal(true);
    expect(await element('five9-dtmf-pad').send('12#')).to.equal(true);

    expect(sdk.all('mute')).to.have.lengthOf(1);
    expect(sdk.all('unmute')).to.have.lengthOf(1);
    expect(sdk.all('sendDtmf')).to.deep.equal([[{char: '12#'}]]);
    expect(sdk.all('objectVisited')).to.have.lengthOf(1);
    expect(errors).to.deep.equal([]);
  });
});

describe('capabilities', () => {
  it('notify listeners when they change, also if the connection stays', async () => {
    const provider = await fixture<HTMLElementTagNameMap['five9-provider']>(html`
      <five9-provider scoped name=${freshName()} .sdk=${new SdkDouble('newest').api}>
        <five9-mute></five9-mute>
      </five9-provider>
    `);
    const {service} = provider;
    await until(() => service.connected);
    const mute = provider.querySelector('five9-mute')!;
    await mute.updateComplete;
    expect(words(mute, 'status')).to.equal('No call');
    expect([...service.capabilities!]).to.include.members(['mute', 'unMute', 'unmute', 'unsubscribe', 'getCrm']);

    provider.sdk = new SdkDouble('0.12.0').api;
    await until(() => !service.supports('mute') && service.connected);
    await mute.updateComplete;

    expect(words(mute, 'status')).to.equal(NOT_SUPPORTED);
    expect([...service.capabilities!].sort()).to.deep.equal([
      'click2dial',
      'getCav',
      'getDispositions',
      'isMasterPage',
      'setCav',
      'setDisposition',
      'subscribe',
      'unsubscribe',
    ]);
  });
});
