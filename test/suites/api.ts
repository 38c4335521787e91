/**
 * Tests the public behaviour of the Interaction API: methods, errors, events and subscriptions.
 *
 * A harness opens an API that is connected to a far side: a wire adapter (`conformance.ts`), a test double of the official SDK, or
 * the simulator. The harness controls that far side.
 */
import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {type InteractionApi, InteractionApiError} from '../../src/interaction-api.js';
import {CALL_ID, EVENT_SAMPLES} from '../support/samples.js';
import {rejection, until, watch} from '../support/time.js';
import type {Reply} from '../support/wire-adapter.js';
import {
  ANSWERED,
  DOCUMENTED_EVENTS,
  DOCUMENTED_METHODS,
  ERRORS,
  INHERITED_NAMES,
  type MethodCase,
  NOTICES,
} from './methods.js';

/** The far side of an API, with the controls that this suite needs. */
export interface FarSide {
  /** Sets the replies to a documented method: one after the other, and then always the last. */
  answer(method: string, ...replies: Reply[]): Promise<void>;
  /** Waits for a request for a documented method. Returns the parameters of all such requests. */
  asked(method: string): Promise<unknown[]>;
  /** Waits for an event of a method without a reply. Returns the parameters of all such events. */
  received(method: string): Promise<unknown[]>;
  /** Sends an SDK event to the API. */
  emit(name: string, params?: unknown): Promise<void>;
  /** Sends a WebSocket event to the API. */
  emitWs(id: unknown, payload?: unknown, context?: unknown): Promise<void>;
}

/** Opens connected APIs of one kind. */
export interface Harness {
  readonly name: string;
  /** Documented methods that the far side lacks. */
  readonly lacks?: readonly string[];
  /** Whether the far side forwards only the events that it knows. */
  readonly onlyKnownEvents?: boolean;
  open(): Promise<{api: InteractionApi; far: FarSide}>;
}

/** Calls a method of an API by the name of the method. */
export function call(
  api: InteractionApi,
  {method, params}: Pick<MethodCase, 'method' | 'params'>,
  options?: object,
): Promise<unknown> {
  const fn = (api as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[method]!;
  return params ? fn.call(api, params, options) : fn.call(api, options);
}

/** Calls a method that has no reply. */
export function sendNotice(api: InteractionApi, {method, params}: {method: string; params: object}): void {
  (api as unknown as Record<string, (params: object) => void>)[method]!(params);
}

/** Subscribes any object, as a page without types can. */
function subscribeAny(api: InteractionApi, events: object): void {
  api.subscribe(events);
}

/** Replaces `reportError`, for tests in which a callback throws. */
export const reported = (): sinon.SinonStub => sinon.stub(window, 'reportError');

export function describeApi({name, open, lacks = [], onlyKnownEvents = false}: Harness): void {
  describe(`the Interaction API over ${name}`, () => {
    describe('methods', () => {
      it('has the 25 documented methods', async () => {
        const {api} = await open();
        expect(DOCUMENTED_METHODS).to.have.lengthOf(25);
        for (const method of DOCUMENTED_METHODS) expect(api).to.respondTo(method);
      });

      for (const method of lacks.filter((one) => ANSWERED.some((example) => example.method === one))) {
        it(`${method}, which the far side lacks, rejects with NotSupported`, async () => {
          const {api} = await open();

          const error = await rejection(call(api, {method, params: {}}));

          expect(error).to.be.instanceOf(InteractionApiError);
          expect(error).to.include({errorCode: 'NotSupported', method});
        });
      }

      for (const example of ANSWERED) {
        const {method, params, reply, result = reply} = example;
        if (lacks.includes(method)) continue;

        it(`${method} sends its parameters unchanged and resolves with the reply`, async () => {
          const {api, far} = await open();
          await far.answer(method, {response: reply});

          const value = await call(api, example);

          expect(value).to.deep.equal(result);
          const [given] = await far.asked(method);
          if (params) expect(given).to.deep.equal(params);
          else expect(given ?? {}, 'a method without parameters sends none').to.deep.equal({});
        });

        it(`${method} rejects with an InteractionApiError that contains its name`, async () => {
          const {api, far} = await open();
          const sent = {errorCode: 'InteractionNotFound', errorMessage: 'gone', somethingNew: [1]};
          await far.answer(method, {error: sent});

          const error = (await rejection(call(api, example))) as InteractionApiError;

          expect(error).to.be.instanceOf(InteractionApiError).and.to.be.instanceOf(Error);
          expect(error).to.include({errorCode: 'InteractionNotFound', errorMessage: 'gone', method});
          expect(error.cause).to.deep.equal(sent);
          expect(error.message).to.contain('gone');
        });
      }

      it('unmute is the same as unMute', async function () {
        if (lacks.includes('unMute')) this.skip();
        const {api, far} = await open();
        await far.answer('unMute', {response: null});

        await api.unmute();

        expect(await far.asked('unMute')).to.have.lengthOf(1);
      });

      for (const method of ['getSelectedNameObject', 'getSelectedRelatedToObject']) {
        if (lacks.includes(method)) continue;
        it(`${method} resolves with null or undefined for 'None'`, async () => {
          const {api, far} = await open();
          await far.answer(method, {response: null});

          expect(await call(api, {method, params: {interactionType: 'Call', interactionId: CALL_ID}})).to.not.exist;
        });
      }

      for (const {method, params} of NOTICES) {
        if (lacks.includes(method)) {
          it(`${method}, which the far side lacks, throws NotSupported`, async () => {
            const {api} = await open();
            expect(() => sendNotice(api, {method, params}))
              .to.throw(InteractionApiError)
              .with.property('errorCode', 'NotSupported');
          });
          continue;
        }
        it(`${method} sends an event to the far side and returns nothing`, async () => {
          const {api, far} = await open();

          expect((sendNotice as (...args: unknown[]) => unknown)(api, {method, params})).to.equal(undefined);

          expect(await far.received(method)).to.deep.equal([params]);
        });
      }
    });

    describe('errors of every shape become an InteractionApiError', () => {
      for (const {name: shape, sent, errorCode, errorMessage} of ERRORS) {
        it(shape, async () => {
          const {api, far} = await open();
          await far.answer('getCav', {error: sent});

          const error = (await rejection(api.getCav({interactionId: CALL_ID}))) as InteractionApiError;

          expect(error).to.be.instanceOf(InteractionApiError);
          expect(error).to.include({errorCode, method: 'getCav', name: 'InteractionApiError'});
          expect(error.errorMessage).to.be.a('string').that.is.not.empty;
          if (errorMessage) expect(error.errorMessage).to.equal(errorMessage);
          if (sent instanceof Error) expect(error.cause).to.have.property('message', sent.message);
          else expect(error.cause).to.deep.equal(sent);
        });
      }
    });

    describe('interaction events', () => {
      it('are 17 in the documentation', () => {
        expect(DOCUMENTED_EVENTS).to.have.lengthOf(17);
      });

      for (const event of DOCUMENTED_EVENTS) {
        it(`${event} calls the callbacks of objects and of names with its parameters`, async () => {
          const {api, far} = await open();
          const object = {[event]: sinon.spy()};
          const byName = sinon.spy();
          api.subscribe(object);
          api.subscribe(event as 'callStarted', byName);

          await far.emit(event, EVENT_SAMPLES[event]);
          await until(() => byName.called);

          expect(byName.args).to.deep.equal([[EVENT_SAMPLES[event]]]);
          expect(object[event]!.args).to.deep.equal([[EVENT_SAMPLES[event]]]);
          expect(object[event]!.thisValues, 'the object is `this`').to.deep.equal([object]);
        });
      }

      it('objectSelected without a record means None', async () => {
        const {api, far} = await open();
        const callback = sinon.spy();
        api.subscribe('objectSelected', callback);
        const params = {interactionType: 'Call', interactionData: {interactionId: CALL_ID}};

        await far.emit('objectSelected', params);
        await until(() => callback.called);

        expect(callback.args).to.deep.equal([[params]]);
      });

      it('call the function that the object has when the event arrives', async () => {
        const {api, far} = await open();
        const events = {callStarted: sinon.spy()};
        const [before, after] = [events.callStarted, sinon.spy()];
        api.subscribe(events);
        events.callStarted = after;

        await far.emit('callStarted', EVENT_SAMPLES['callStarted']);
        await until(() => after.called);

        expect(before.called).to.equal(false);
      });

      it('call the methods of a class instance', async () => {
        const {api, far} = await open();
        class Page {
          seen: unknown[] = [];
          callEnded(params: unknown): void {
            this.seen.push(params);
          }
        }
        const page = new Page();
        api.subscribe(page);

        await far.emit('callEnded', EVENT_SAMPLES['callEnded']);
        await until(() => page.seen.length);

        expect(page.seen).to.deep.equal([EVENT_SAMPLES['callEnded']]);
      });

      it('reach every subscriber, in the order of the subscriptions', async () => {
        const {api, far} = await open();
        const called: string[] = [];
        api.subscribe({callStarted: () => called.push('first')});
        api.subscribe('callStarted', () => called.push('second'));
        api.subscribe({callStarted: () => called.push('third')});

        await far.emit('callStarted', EVENT_SAMPLES['callStarted']);
        await until(() => called.length >= 3);

        expect(called).to.deep.equal(['first', 'second', 'third']);
      });

      it('arrive in the order in which they were sent', async () => {
        const {api, far} = await open();
        const received: string[] = [];
        api.subscribe(Object.fromEntries(DOCUMENTED_EVENTS.map((event) => [event, () => received.push(event)])));

        for (const event of DOCUMENTED_EVENTS) await far.emit(event, EVENT_SAMPLES[event]);
        await until(() => received.length >= DOCUMENTED_EVENTS.length);

        expect(received).to.deep.equal(DOCUMENTED_EVENTS);
      });

      it('stop after unsubscribe with the same object, or with the same name and function', async () => {
        const {api, far} = await open();
        const gone = {callStarted: sinon.spy()};
        const stays = {callStarted: sinon.spy()};
        const [goneToo, staysToo] = [sinon.spy(), sinon.spy()];
        for (const events of [gone, stays]) api.subscribe(events);
        for (const callback of [goneToo, staysToo]) api.subscribe('callStarted', callback);

        api.unsubscribe(gone);
        api.unsubscribe('callStarted', goneToo);
        await far.emit('callStarted', EVENT_SAMPLES['callStarted']);
        await until(() => staysToo.called);

        expect(gone.callStarted.called || goneToo.called, 'unsubscribed').to.equal(false);
        expect(stays.callStarted.callCount, 'others stay').to.equal(1);
      });

      it('allow a callback to unsubscribe itself or others', async () => {
        const {api, far} = await open();
        const last = sinon.spy();
        const once = {
          callStarted: sinon.spy(() => {
            api.unsubscribe(once);
          }),
        };
        api.subscribe(once);
        api.subscribe('callStarted', last);

        await far.emit('callStarted', EVENT_SAMPLES['callStarted']);
        await far.emit('callStarted', EVENT_SAMPLES['callStarted']);
        await until(() => last.callCount === 2);

        expect(once.callStarted.callCount).to.equal(1);
      });

      it('report the error of a callback, and call the other callbacks', async () => {
        const report = reported();
        const {api, far} = await open();
        const failure = new Error('of the page');
        const after = sinon.spy();
        api.subscribe({
          callStarted: () => {
            throw failure;
          },
        });
        api.subscribe('callStarted', after);
        await far.answer('isMasterPage', {response: true});

        await far.emit('callStarted', EVENT_SAMPLES['callStarted']);
        await until(() => after.called);

        expect(report.args).to.deep.equal([[failure]]);
        expect(await api.isMasterPage(), 'the API still works').to.equal(true);
      });

      it('throw a TypeError for a callback that is not a function', async () => {
        const {api} = await open();
        const subscribe = api.subscribe.bind(api) as (...args: unknown[]) => void;
        for (const args of [['callStarted'], ['callStarted', 'nothing'], [null], [undefined]]) {
          expect(() => subscribe(...args), JSON.stringify(args)).to.throw(TypeError);
        }
      });

      it('ignore members that are not functions', async () => {
        const {api, far} = await open();
        const after = sinon.spy();
        subscribeAny(api, {callStarted: 'a string', callEnded: null});
        api.subscribe('callEnded', after);

        await far.emit('callStarted', EVENT_SAMPLES['callStarted']);
        await far.emit('callEnded', EVENT_SAMPLES['callEnded']);

        await until(() => after.called);
      });

      it('can have unknown names, but never call inherited members of the object', async function () {
        if (onlyKnownEvents) this.skip();
        const {api, far} = await open();
        const after = sinon.spy();
        const unknown = {callTeleported: sinon.spy()};
        subscribeAny(api, unknown);
        api.subscribe('callEnded', after);

        for (const event of [...INHERITED_NAMES, 'callTeleported', '']) await far.emit(event, {a: 1});
        await far.emit('callEnded', EVENT_SAMPLES['callEnded']);
        await until(() => after.called);

        expect(unknown.callTeleported.args).to.deep.equal([[{a: 1}]]);
      });

      it('never call a callback of WebSocket events, and WebSocket events never call their callbacks', async function () {
        if (lacks.includes('subscribeWsEvent')) this.skip();
        const {api, far} = await open();
        const callbacks = {4: sinon.spy(), callStarted: sinon.spy()};
        subscribeAny(api, callbacks);
        const wsCallbacks = {4: sinon.spy(), callStarted: sinon.spy()};
        api.subscribeWsEvent(wsCallbacks);

        await far.emit('callStarted', EVENT_SAMPLES['callStarted']);
        await far.emitWs('4', {}, {});
        await until(() => callbacks.callStarted.called && wsCallbacks[4].called);

        expect(callbacks[4].called || wsCallbacks.callStarted.called).to.equal(false);
      });
    });

    describe('WebSocket events', () => {
      before(function () {
        if (lacks.includes('subscribeWsEvent')) this.skip();
      });

      const payload = {id: CALL_ID, state: 'TALKING', variables: {641: 'x'}};
      const context = {eventId: '4', eventReason: 'CONNECTED'};

      it('call the callbacks of their id with payload and context', async () => {
        const {api, far} = await open();
        const events = {4: sinon.spy(), 5: sinon.spy()};
        const byId = sinon.spy();
        const byNumber = sinon.spy();
        api.subscribeWsEvent(events);
        api.subscribeWsEvent('4', byId);
        api.subscribeWsEvent(4, byNumber);

        await far.emitWs('4', payload, context);
        await until(() => byNumber.called);

        for (const callback of [events[4], byId, byNumber]) expect(callback.args).to.deep.equal([[payload, context]]);
        expect(events[5].called, 'another id').to.equal(false);
      });

      it('stop after unsubscribeWsEvent with the same functions', async () => {
        const {api, far} = await open();
        const [inObject, byId, stays] = [sinon.spy(), sinon.spy(), sinon.spy()];
        api.subscribeWsEvent({4: inObject, 5: inObject});
        api.subscribeWsEvent('4', byId);
        api.subscribeWsEvent('4', stays);

        api.unsubscribeWsEvent({4: inObject});
        api.unsubscribeWsEvent('4', byId);
        await far.emitWs('5', payload, context);
        await far.emitWs('4', payload, context);
        await until(() => stays.called);

        expect(byId.called).to.equal(false);
        expect(inObject.callCount, 'the same function still receives event 5').to.equal(1);
      });

      it('stop for all equal subscriptions of the same id at once', async () => {
        const {api, far} = await open();
        const [twice, stays] = [sinon.spy(), sinon.spy()];
        api.subscribeWsEvent('4', twice);
        api.subscribeWsEvent('4', twice);
        api.subscribeWsEvent('4', stays);
        await far.emitWs('4', payload, context);
        await until(() => stays.called);
        expect(twice.callCount, 'a function that is subscribed twice is called twice').to.equal(2);

        api.unsubscribeWsEvent('5', twice);
        api.unsubscribeWsEvent('4', twice);
        await far.emitWs('4', payload, context);
        await until(() => stays.calledTwice);

        expect(twice.callCount).to.equal(2);
      });

      it('continue if unsubscribeWsEvent gets an unknown function', async () => {
        const {api, far} = await open();
        const stays = sinon.spy();
        api.subscribeWsEvent('4', stays);

        api.unsubscribeWsEvent('4', () => undefined);
        api.unsubscribeWsEvent({4: () => undefined, 99: stays});
        await far.emitWs('4', payload, context);

        await until(() => stays.called);
      });

      it('report the error of a callback, and call the other callbacks', async () => {
        const report = reported();
        const {api, far} = await open();
        const failure = new Error('of the page');
        const after = sinon.spy();
        api.subscribeWsEvent('4', () => {
          throw failure;
        });
        api.subscribeWsEvent('4', after);

        await far.emitWs('4', payload, context);
        await until(() => after.called);

        expect(report.args).to.deep.equal([[failure]]);
      });
    });

    it('resolves each call with its own reply, in any order of the replies', async () => {
      const {api, far} = await open();
      await far.answer('getCav', {silent: true}, {echo: true});

      const first = watch(api.getCav({interactionId: 'first'}));
      const second = await api.getCav({interactionId: 'second'});

      expect(second).to.deep.equal({interactionId: 'second'});
      expect(first.state).to.equal('pending');
    });
  });
}
