import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {InteractionApiError} from '../../src/sdk.js';
import {inWindow} from '../support/places.js';
import {connectApi, type SdkLine} from '../support/sdk-client.js';
import {rejection} from '../support/time.js';

type Line = SdkLine<'applicationApi'>;

const open = (register?: (api: Line['api']) => void): Promise<Line> =>
  connectApi(inWindow, 'applicationApi', register && {register});

/** Sends an event, and waits until the page has received it. */
async function send({adapter}: Line, name: string, data?: unknown): Promise<void> {
  await adapter.event('applicationApi', name, data);
  await adapter.answerTo('applicationApi', 'nothing');
}

describe('applicationApi.subscribe', () => {
  it('returns nothing, in both forms', async () => {
    const {api} = await open();
    const subscribe = api.subscribe.bind(api) as (...args: unknown[]) => unknown;
    expect(subscribe({})).to.equal(undefined);
    expect(subscribe('error', () => undefined)).to.equal(undefined);
  });

  it('calls the function of the object with the name of the event, and with the object as this', async () => {
    const events = {loginStateChanged: sinon.spy(), error: sinon.spy()};
    const line = await open((api) => api.subscribe(events));
    await send(line, 'loginStateChanged', {state: 'WORKING'});
    expect(events.loginStateChanged.args).to.deep.equal([[{state: 'WORKING'}]]);
    expect(events.loginStateChanged.thisValues).to.deep.equal([events]);
    expect(events.error.callCount).to.equal(0);
  });

  it('calls the function of a name', async () => {
    const changed = sinon.spy();
    const line = await open((api) => api.subscribe(api.Events.LoginStateChanged, changed));
    await send(line, 'loginStateChanged', {state: 'RELOGIN'});
    expect(changed.args).to.deep.equal([[{state: 'RELOGIN'}]]);
  });

  it('adds: each subscription is called, also twice the same', async () => {
    const changed = sinon.spy();
    const line = await open((api) => {
      api.subscribe({loginStateChanged: changed});
      api.subscribe('loginStateChanged', changed);
      api.subscribe('loginStateChanged', changed);
    });
    await send(line, 'loginStateChanged', {state: 'WORKING'});
    expect(changed.callCount).to.equal(3);
  });

  it('calls with one argument, which is undefined, for an event without data', async () => {
    const started = sinon.spy();
    const line = await open((api) => api.subscribe({sessionInitialized: started}));
    await send(line, 'sessionInitialized');
    expect(started.args).to.deep.equal([[undefined]]);
  });

  it('passes only the first element of data that is a list, as the SDK does', async () => {
    const changed = sinon.spy();
    const line = await open((api) => api.subscribe({loginStateChanged: changed}));
    await send(line, 'loginStateChanged', [{state: 'WORKING'}, 2]);
    await send(line, 'loginStateChanged', []);
    expect(changed.args).to.deep.equal([[{state: 'WORKING'}], [undefined]]);
  });

  it('passes an error of the adapter on', async () => {
    const failed = sinon.spy();
    const line = await open((api) => api.subscribe({error: failed}));
    const error = {source: 'hook', errorMessage: 'No answer', context: {hookName: 'beforeMakeCall'}};
    await send(line, 'error', error);
    expect(failed.args).to.deep.equal([[error]]);
  });

  it('accepts a name that does not exist, and names it once on the console', async () => {
    const warn = sinon.stub(console, 'warn');
    const called = sinon.spy();
    const line = await open((api) => {
      for (let times = 0; times < 2; times++) api.subscribe({interactionOpened: called} as never);
      api.subscribe('notify' as never, called);
    });
    await send(line, 'sessionInitialized');
    expect(called.callCount).to.equal(0);
    expect(warn.args.map(([text]) => /never calls "(\w+)"/.exec(String(text))?.[1])).to.deep.equal([
      'interactionOpened',
      'notify',
    ]);
  });

  it('calls the others if a function throws an error, and reports the error', async () => {
    const reported = sinon.stub(window, 'reportError');
    const failure = new Error('broken');
    const changed = sinon.spy();
    const line = await open((api) => {
      api.subscribe('loginStateChanged', () => {
        throw failure;
      });
      api.subscribe('loginStateChanged', changed);
    });
    await send(line, 'loginStateChanged', {state: 'WORKING'});
    expect(changed.callCount).to.equal(1);
    expect(reported.args).to.deep.equal([[failure]]);
  });
});

describe('applicationApi.unsubscribe', () => {
  it('ends the subscription of an object, and of a name', async () => {
    const changed = sinon.spy();
    const kept = sinon.spy();
    const events = {loginStateChanged: changed};
    const line = await open((api) => {
      api.subscribe(events);
      api.subscribe('loginStateChanged', changed);
      api.subscribe('loginStateChanged', kept);
    });
    line.api.unsubscribe(events);
    await send(line, 'loginStateChanged', {state: 'SELECT_STATION'});
    expect(changed.callCount, 'after the end of the object').to.equal(1);
    line.api.unsubscribe('loginStateChanged', changed);
    await send(line, 'loginStateChanged', {state: 'WORKING'});
    expect(changed.callCount, 'after the end of both').to.equal(1);
    expect(kept.callCount).to.equal(2);
  });
});

describe('applicationApi', () => {
  it('has the names of its methods and events', async () => {
    const {api} = await open();
    expect(api.Methods).to.deep.equal({
      GetConfig: 'getConfig',
      ShowErrorMessage: 'showErrorMessage',
      HideErrorMessage: 'hideErrorMessage',
    });
    expect(api.Events).to.deep.equal({
      SessionInitialized: 'sessionInitialized',
      LoginStateChanged: 'loginStateChanged',
      Error: 'error',
    });
  });

  it('rejects a message that cannot be sent with words, and sends nothing', async () => {
    const {api, adapter} = await open();
    const error = await rejection(api.showErrorMessage({msgText: (() => undefined) as never}));
    expect(error).to.be.instanceOf(InteractionApiError).with.property('errorCode', 'Generic');
    await adapter.answerTo('applicationApi', 'nothing');
    expect(adapter.requests()).to.deep.equal([]);
  });
});
