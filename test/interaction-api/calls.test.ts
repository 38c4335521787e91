import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {type CallHandle, type Connection, InteractionApi, type Transport} from '../../src/interaction-api/index.js';
import {fakeClock, rejection, watch} from '../support/time.js';

/** A transport whose answers the test sends. */
class ManualTransport implements Transport {
  readonly connection: Connection = {status: 'connected'};
  readonly calls: {method: string; params: unknown; handle: CallHandle; answer: (value: unknown) => void}[] = [];
  readonly notified: unknown[][] = [];
  refusal: Error | undefined;

  open(): void {}
  close(): void {}
  watchWsEvents(): void {}

  call(method: string, params: unknown, handle: CallHandle): Promise<unknown> {
    return new Promise((answer) => this.calls.push({method, params, handle, answer}));
  }

  notify(method: string, params: unknown): void {
    if (this.refusal) throw this.refusal;
    this.notified.push([method, params]);
  }
}

function openApi(requestTimeout?: number): {api: InteractionApi; transport: ManualTransport} {
  const transport = new ManualTransport();
  return {api: new InteractionApi(transport, requestTimeout === undefined ? {} : {requestTimeout}), transport};
}

describe('a call of the Interaction API', () => {
  afterEach(() => {
    sinon.restore();
  });

  it('can be made by the name of the method', async () => {
    const {api, transport} = openApi();
    const result = api.call('getCav', {interactionId: '1'});
    transport.calls[0]!.answer([{id: '2'}]);
    expect(await result).to.deep.equal([{id: '2'}]);
    expect(transport.calls[0]).to.deep.include({method: 'getCav', params: {interactionId: '1'}});
  });

  it('by name resolves for a method without an answer when it is sent, and rejects if it cannot be sent', async () => {
    const {api, transport} = openApi();
    await api.call('click2dial', {click2DialData: {clickToDialNumber: '1'}});
    expect(transport.notified).to.deep.equal([['click2dial', {click2DialData: {clickToDialNumber: '1'}}]]);
    transport.refusal = new Error('no adapter');
    expect(await rejection(api.call('click2dial', {}))).to.include({
      errorCode: 'Generic',
      errorMessage: 'no adapter',
      method: 'click2dial',
      cause: transport.refusal,
    });
  });

  it('rejects with an InteractionApiError if an interceptor throws, and resolves with its result, also without a promise', async () => {
    const {api} = openApi();
    const cause = new Error('of the page');
    const remove = api.intercept(() => {
      throw cause;
    });
    expect(await rejection(api.getCav())).to.include({errorCode: 'Generic', method: 'getCav', cause});
    remove();
    api.intercept(() => 'own');
    expect(await api.call('getCav')).to.equal('own');
  });

  it('leaves one timer for a thousand calls that overlap, and none after close', () => {
    const clock = fakeClock();
    const {api} = openApi();
    for (let call = 0; call < 1000; call++) {
      api.getCav({interactionId: '1'}).catch(() => undefined);
      clock.tick(10);
    }
    expect(clock.countTimers()).to.equal(1);
    api.close();
    expect(clock.countTimers()).to.equal(0);
  });

  for (const timeout of [Infinity, 2 ** 31, 2 ** 40, 0]) {
    it(`waits longer than a browser's timer can be: ${timeout} ms`, () => {
      const clock = fakeClock();
      const ofApi = watch(openApi(timeout).api.getCav());
      const ofCall = watch(openApi().api.getCav(undefined, {timeout}));
      clock.tick(120_000);
      expect([ofApi.state, ofCall.state]).to.deep.equal(['pending', 'pending']);
    });
  }

  for (const timeout of [NaN, -1, null, undefined, '5']) {
    it(`has the default limit if its time-out is ${JSON.stringify(timeout)} (${typeof timeout})`, async () => {
      const clock = fakeClock();
      const {api} = openApi(timeout as number);
      expect(api.requestTimeout).to.equal(60_000);
      const call = rejection(api.getCav(undefined, {timeout: timeout as number}));
      clock.tick(60_000);
      expect(await call).to.have.property('errorCode', 'Timeout');
    });
  }

  it('passes through every interceptor, the newest first', async () => {
    const {api, transport} = openApi();
    const order: string[] = [];
    for (const name of ['first', 'second']) {
      api.intercept(({method, params}, proceed) => {
        order.push(`${name} ${method} ${JSON.stringify(params)}`);
        return proceed();
      });
    }
    const result = api.mute();
    transport.calls[0]!.answer(null);
    await result;
    api.objectVisited({crmObject: {id: '1'}});
    expect(order).to.deep.equal([
      'second mute undefined',
      'first mute undefined',
      'second objectVisited {"crmObject":{"id":"1"}}',
      'first objectVisited {"crmObject":{"id":"1"}}',
    ]);
  });

  it('may be answered by an interceptor, until the interceptor is removed', async () => {
    const {api, transport} = openApi();
    const remove = api.intercept(() => Promise.resolve('recorded'));
    expect(await api.isMasterPage()).to.equal('recorded');
    expect(transport.calls).to.have.lengthOf(0);
    remove();
    void api.isMasterPage();
    expect(transport.calls).to.have.lengthOf(1);
  });
});
