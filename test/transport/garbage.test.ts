import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import type {InteractionApiError} from '../../src/interaction-api.js';
import {channelOf, connect, type Line} from '../support/client.js';
import {cloneable, fc} from '../support/check.js';
import {atEnd} from '../support/lifecycle.js';
import {crossOriginFrame, inWindow} from '../support/places.js';
import {CALL_ID} from '../support/samples.js';
import {rejection, turn, watch} from '../support/time.js';

/** Collects the errors that the page reports or logs. */
function recordErrors(): unknown[] {
  const errors: unknown[] = [];
  const onError = ({error}: ErrorEvent): void => void errors.push(error);
  const onRejection = ({reason}: PromiseRejectionEvent): void => void errors.push(reason);
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onRejection);
  const logs = [sinon.stub(console, 'error'), sinon.stub(console, 'warn')];
  for (const log of logs) log.callsFake((...args: unknown[]) => void errors.push(args));
  atEnd(() => {
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
  });
  return errors;
}

/** Connects a client that waits for the answer to an API call. `unchanged` checks that garbage has changed nothing. */
async function busyLine(): Promise<Line & {unchanged: () => Promise<void>; id: string}> {
  const line = await connect(inWindow);
  const {api, adapter, connections, events} = line;
  await adapter.reply('getCav', {silent: true});
  await adapter.reply('isMasterPage', {response: true});
  const cav = watch(api.getCav({interactionId: CALL_ID}));
  const {id} = await adapter.firstRequest('getCav');
  const wsEvents = sinon.spy();
  api.subscribeWsEvent('4', wsEvents);
  await api.isMasterPage();
  const errors = recordErrors();
  const reported = connections.length;
  const prototypes = [Object.prototype, Array.prototype, Function.prototype].map(
    (one) => Object.getOwnPropertyNames(one).length,
  );
  const unchanged = async (): Promise<void> => {
    expect(await api.isMasterPage(), 'it still answers').to.equal(true);
    await turn();
    expect(errors, 'nothing was thrown or logged').to.deep.equal([]);
    expect(connections, 'the connection').to.have.lengthOf(reported);
    expect(events, 'events').to.deep.equal([]);
    expect(wsEvents.args, 'WebSocket events').to.deep.equal([]);
    expect(cav.state, 'the call in flight').to.equal('pending');
    expect(
      [Object.prototype, Array.prototype, Function.prototype].map((one) => Object.getOwnPropertyNames(one).length),
    ).to.deep.equal(prototypes);
  };
  return {...line, unchanged, id};
}

/**
 * Expects a received value to be equal to the sent value. Chai's own comparison fails for objects whose `toString` is
 * not a function.
 */
function same(came: unknown, sent: unknown): void {
  expect(fc.stringify(came)).to.equal(fc.stringify(structuredClone(sent)));
}

/** Returns whether a message on the port, in a valid envelope, has a meaning in the protocol. */
function means(message: unknown): boolean {
  if (typeof message === 'string') return message === 'disconnect' || message.startsWith('connected:');
  if (typeof message !== 'object' || message === null) return false;
  const {communicationError, event} = message as {communicationError?: unknown; event?: Record<string, unknown> | null};
  return (
    Boolean(communicationError) || (event?.['objectId'] === 'interactionApi' && event['name'] === 'interactionEvent')
  );
}

/** Makes envelopes that are nearly valid. `right` has the valid value of each field. */
const nearly = (right: {channel: string; own: string; id: string}): fc.Arbitrary<unknown> => {
  const odd = fc.oneof(cloneable, fc.constantFrom(null, undefined, 0, '', [], {}));
  const message = fc.oneof(
    odd,
    fc.constantFrom('connect', 'connected', 'disconnect ', 'asking_connect', 'DISCONNECT', '__proto__'),
    fc.record(
      {
        id: fc.oneof(
          odd,
          fc.constantFrom(`${right.id} `, right.id.slice(0, -1), [right.id], '__proto__', 'constructor'),
        ),
        response: odd,
        error: odd,
        hostId: odd,
      },
      {requiredKeys: []},
    ),
    fc.record({event: odd}),
    fc.record({
      event: fc.record(
        {
          objectId: fc.oneof(odd, fc.constant('interactionApi')),
          name: fc.oneof(odd, fc.constantFrom('webSocketEvent', 'interactionEvents', 'constructor', '__proto__')),
          data: fc.oneof(odd, fc.record({reason: odd, payload: odd, id: odd, context: odd}, {requiredKeys: []})),
        },
        {requiredKeys: []},
      ),
    }),
    fc.record({request: odd, id: fc.constant(right.id)}),
    // Messages with the id of an unanswered API call, but without a response and an error.
    fc.constant({id: right.id}),
    fc.constant({id: right.id, request: {}, result: 1}),
  );
  return fc.record(
    {
      iframeName: fc.oneof({weight: 6, arbitrary: fc.constant(right.channel)}, odd),
      sender: fc.oneof({weight: 6, arbitrary: fc.constant('master_x-0123456789abcdef')}, odd, fc.constant(right.own)),
      message,
      extra: odd,
    },
    {requiredKeys: []},
  );
};

/** Returns values that are large, deep, or refer to themselves. */
function monsters(): unknown[] {
  let deep: unknown = {};
  for (let depth = 0; depth < 500; depth++) deep = depth % 2 ? [deep] : {message: deep, event: deep};
  const cyclic: Record<string, unknown> = {iframeName: 'x'};
  cyclic['message'] = cyclic;
  cyclic['event'] = [cyclic];
  const wide = Object.fromEntries(Array.from({length: 20_000}, (_, number) => [`key${number}`, number]));
  return [
    deep,
    cyclic,
    wide,
    'x'.repeat(2_000_000),
    new Uint8Array(2_000_000),
    Array.from({length: 50_000}, () => null),
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  ];
}

describe('garbage', () => {
  it('on the window changes nothing, and throws nothing', async function () {
    this.timeout(60_000);
    const {unchanged, name, adapter, id} = await busyLine();
    const {sender} = adapter.all('connected').at(-1)!;
    const garbage = fc.oneof(cloneable, nearly({channel: channelOf(name), own: sender, id}));
    await fc.assert(
      fc.asyncProperty(fc.array(garbage, {minLength: 1, maxLength: 10}), async (messages) => {
        for (const message of messages) postMessage(message, location.origin);
        await turn();
        await unchanged();
      }),
      {numRuns: 300},
    );
  });

  it('on the window, with ports, is never used as an adapter', async function () {
    this.timeout(60_000);
    const {unchanged, name, adapter, id} = await busyLine();
    const {sender} = adapter.all('connected').at(-1)!;
    const isConnect = (data: unknown): boolean => {
      const {iframeName, sender: from, message} = Object(data) as Record<string, unknown>;
      return iframeName === channelOf(name) && message === 'connect' && typeof from === 'string' && from !== sender;
    };
    const garbage = fc
      .oneof(cloneable, nearly({channel: channelOf(name), own: sender, id}))
      .filter((data) => !isConnect(data));
    await fc.assert(
      fc.asyncProperty(fc.array(garbage, {minLength: 1, maxLength: 5}), async (messages) => {
        for (const message of messages) postMessage(message, location.origin, [new MessageChannel().port2]);
        await turn();
        await unchanged();
      }),
      {numRuns: 200},
    );
  });

  it('on the port changes nothing, and throws nothing', async function () {
    this.timeout(60_000);
    const {unchanged, name, adapter, id} = await busyLine();
    const {sender} = adapter.all('connected').at(-1)!;
    const right = {channel: channelOf(name), own: sender, id};
    const harmless = (data: unknown): boolean => {
      const {iframeName, sender: from, message} = Object(data) as Record<string, unknown>;
      return iframeName !== right.channel || typeof from !== 'string' || from === sender || !means(message);
    };
    const garbage = fc.oneof(cloneable, nearly(right)).filter(harmless);
    await fc.assert(
      fc.asyncProperty(fc.array(garbage, {minLength: 1, maxLength: 10}), async (messages) => {
        for (const message of messages) await adapter.raw(message);
        await unchanged();
      }),
      {numRuns: 300},
    );
  });

  it('that is huge, deep, cyclic, or names prototypes changes nothing, on window or port', async function () {
    this.timeout(60_000);
    const {unchanged, adapter, id} = await busyLine();
    for (const monster of monsters()) {
      postMessage(monster, location.origin);
      await adapter.raw(monster);
      await adapter.say(monster);
      await adapter.say({event: monster});
      await adapter.say({event: {objectId: 'interactionApi', name: 'interactionEvent', data: monster}});
      await adapter.say({event: {objectId: 'interactionApi', name: 'webSocketEvent', data: monster}});
      await adapter.say({id: monster, response: 1});
      await adapter.say({id, hostId: monster});
    }
    await unchanged();
    expect(({} as {polluted?: boolean}).polluted).to.equal(undefined);
  });

  it('in answers and events reaches the caller unchanged', async function () {
    this.timeout(60_000);
    const {api, adapter, events} = await connect(inWindow);
    const errors = recordErrors();
    await fc.assert(
      fc.asyncProperty(cloneable, cloneable, async (response, payload) => {
        events.length = 0;
        await adapter.reply('getCav', {response});
        await adapter.interactionEvent('callStarted', payload);

        same(await api.getCav({interactionId: CALL_ID}), response);
        same(events, [{name: 'callStarted', params: payload}]);
      }),
      {numRuns: 200},
    );
    expect(errors).to.deep.equal([]);
  });

  it('as an error becomes an InteractionApiError with a code and a message', async function () {
    this.timeout(60_000);
    const {api, adapter} = await connect(inWindow);
    const codes = ['Generic', 'InteractionNotFound', 'NoData', 'Timeout', 'NotSupported'];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(cloneable, fc.record({errorCode: cloneable, errorMessage: cloneable}, {requiredKeys: []})),
        async (sent) => {
          await adapter.reply('getCav', {error: sent});
          const error = (await rejection(api.getCav({interactionId: CALL_ID}))) as InteractionApiError;
          expect(error.name).to.equal('InteractionApiError');
          expect(error.errorCode).to.be.oneOf(codes);
          expect(error.errorMessage).to.be.a('string').that.is.not.empty;
          same(error.cause, sent);
        },
      ),
      {numRuns: 300},
    );
  });

  it('of a thousand connects from another origin does not stop a call', async () => {
    const {unchanged, api} = await busyLine();
    const intruder = await crossOriginFrame.settle();
    await intruder.start({channel: 'intrx_plugin_', announces: true, portsPerQuestion: 1000});

    expect(await api.isMasterPage()).to.equal(true);
    await intruder.sync();
    await unchanged();
  });
});
