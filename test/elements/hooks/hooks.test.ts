import {expect, fixture, html} from '@open-wc/testing';
import sinon from 'sinon';
import type {HookEvent} from '../../../src/elements/hooks/hook-event.js';
import type {Five9Hooks} from '../../../src/elements/hooks/hooks.js';
import {HOOK_NAMES} from '../../../src/sdk/index.js';
import {comesAndGoes} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {CALL_ID, callData} from '../../support/samples.js';
import {listen} from '../../support/service.js';
import {talking, words} from '../../support/stage.js';
import {fakeClock, turn, until} from '../../support/time.js';
import {hooksStage, typeOf} from './hooks-stage.js';

const TAG = html`<five9-hooks></five9-hooks>`;
const CALL = {interactionType: 'Call', interactionData: callData()};
const PROCEED = {status: {statusCode: 'Proceed'}};
const CANCEL = {status: {statusCode: 'Cancel'}};
const NUMBER = {click2DialData: {clickToDialNumber: '9250000111'}};

const never = new Promise<never>(() => undefined);

describe('five9-hooks', () => {
  for (const hook of HOOK_NAMES) {
    it(`dispatches ${typeOf(hook)} with the params of ${hook}, bubbling and composed, and proceeds`, async () => {
      const {element, ask} = await hooksStage(TAG);
      const events = listen<HookEvent<typeof hook>>(document, typeOf(hook));
      const params = {...CALL, somethingNew: {kept: true}};
      expect(await ask(hook, params)).to.deep.equal(PROCEED);
      const [event] = events;
      expect(events).to.have.lengthOf(1);
      expect(event!.detail).to.deep.equal(params);
      expect(event!.target).to.equal(element);
      expect([event!.bubbles, event!.composed, event!.cancelable]).to.deep.equal([true, true, true]);
      expect(event!.hook).to.equal(hook);
    });
  }

  it('proceeds if the adapter sends no params', async () => {
    const {ask} = await hooksStage(TAG);
    expect(await ask('beforeRecord')).to.deep.equal(PROCEED);
  });

  it('answers an unknown hook as a page that has not registered it', async () => {
    const {ask} = await hooksStage(TAG);
    expect(String(((await ask('beforeLunch')) as {error: unknown}).error)).to.match(/^Not Implemented: beforeLunch/);
  });

  describe('a listener', () => {
    it('cancels with preventDefault', async () => {
      const {decide} = await hooksStage(TAG);
      expect(await decide('beforeMakeCall', {}, (event) => event.preventDefault())).to.deep.equal(CANCEL);
    });

    it('lets the adapter ask the agent', async () => {
      const {decide} = await hooksStage(TAG);
      expect(await decide('beforeRecord', CALL, (event) => event.confirm('Record?', 'Please confirm'))).to.deep.equal({
        status: {statusCode: 'Confirmation', message: 'Record?', messageHeader: 'Please confirm'},
      });
    });

    it('stops the adapter with a message', async () => {
      const {decide} = await hooksStage(TAG);
      expect(await decide('beforeTransfer', CALL, (event) => event.fail('Not to this queue.'))).to.deep.equal({
        status: {statusCode: 'Error', message: 'Not to this queue.'},
      });
    });

    it('gives other params', async () => {
      const {decide} = await hooksStage(TAG);
      const params = {click2DialData: {clickToDialNumber: '5'}};
      expect(await decide('beforeClickToDial', NUMBER, (event) => event.proceedWith(params))).to.deep.equal({
        status: {statusCode: 'ProceedWithParams'},
        params,
      });
    });

    it('gives the result of the search: a list, a search result, or one record', async () => {
      const {decide} = await hooksStage(TAG);
      const record = {id: '1', label: 'Contact', name: 'Joe', isWho: true, isWhat: false};
      const expected = {status: {statusCode: 'ProceedWithParams'}, searchResults: [record]};
      for (const values of [[record], {crmObjects: [record]}, record]) {
        expect(await decide('beforeSearch', CALL, (event) => event.proceedWith(values))).to.deep.equal(expected);
      }
    });

    it('cannot give values for a hook that takes none', async () => {
      const {decide} = await hooksStage(TAG);
      let error: unknown;
      await decide('beforeMakeCall', {}, (event) => {
        try {
          event.proceedWith({});
        } catch (cause) {
          error = cause;
        }
      });
      expect(error).to.be.instanceOf(TypeError);
    });

    it('decides later with a promise of a decision, of nothing, or of an answer of the Hook API', async () => {
      const {decide} = await hooksStage(TAG);
      const later = async <Value>(value: () => Value): Promise<Value> => {
        await turn();
        return value();
      };
      expect(
        await decide('beforeRecord', CALL, (event) => event.respondWith(later(() => event.cancel()))),
      ).to.deep.equal(CANCEL);
      expect(await decide('beforeRecord', CALL, (event) => event.respondWith(later(() => undefined)))).to.deep.equal(
        PROCEED,
      );
      const raw = {status: {statusCode: 'Error' as const, message: 'No.'}};
      expect(await decide('beforeRecord', CALL, (event) => event.respondWith(later(() => raw)))).to.deep.equal(raw);
    });

    it('decides at once in the function whose promise it passes to respondWith', async () => {
      const {decide} = await hooksStage(TAG);
      // eslint-disable-next-line @typescript-eslint/require-await -- the function decides before its first await
      const check = async (event: HookEvent<'beforeRecord'>): Promise<ReturnType<typeof event.confirm>> =>
        event.confirm('Sure?');
      expect(await decide('beforeRecord', CALL, (event) => event.respondWith(check(event)))).to.deep.equal({
        status: {statusCode: 'Confirmation', message: 'Sure?'},
      });
    });

    it('cannot decide after the event without a promise', async () => {
      const {decide} = await hooksStage(TAG);
      let late: HookEvent<'beforeRecord'> | undefined;
      await decide('beforeRecord', CALL, (event) => {
        late = event;
      });
      for (const act of [
        () => late!.confirm('Sure?'),
        () => late!.fail('No.'),
        () => late!.cancel(),
        () => late!.respondWith(null),
      ]) {
        expect(act).to.throw(DOMException).with.property('name', 'InvalidStateError');
      }
    });

    it('changes the detail, which has the effect of other values', async () => {
      const {decide} = await hooksStage(TAG);
      expect(
        await decide('beforeClickToDial', NUMBER, ({detail}) => {
          detail.click2DialData.preselectedCampaignName = 'Renewals';
        }),
      ).to.deep.equal({
        status: {statusCode: 'ProceedWithParams'},
        params: {click2DialData: {clickToDialNumber: '9250000111', preselectedCampaignName: 'Renewals'}},
      });
      const log = {...CALL, interactionLogData: {subject: 'Call', comments: 'old'}};
      expect(
        await decide('beforeSaveLog', log, ({detail}) => {
          Object.assign(detail.interactionLogData, {comments: 'new', department: 'Sales'});
        }),
      ).to.deep.equal({status: {statusCode: 'ProceedWithParams'}, newFields: {comments: 'new', department: 'Sales'}});
      const found = {searchResults: {crmObjects: [{id: '1'}, {id: '2'}]}};
      expect(
        await decide('afterSearch', found, ({detail}) => {
          (detail.searchResults as {crmObjects: unknown[]}).crmObjects.shift();
        }),
      ).to.deep.equal({status: {statusCode: 'ProceedWithParams'}, searchResults: [{id: '2'}]});
    });

    it('does not empty the search if it changes the parameters of the search', async () => {
      const {decide} = await hooksStage(TAG);
      const error = sinon.stub(console, 'error');
      expect(
        await decide('beforeSearch', {...CALL, interactionSearchData: {}}, ({detail}) => {
          Object.assign(detail, {interactionSearchData: {number: '1'}});
        }),
      ).to.deep.equal(PROCEED);
      expect(String(error.args[0])).to.contain('takes no changes');
    });

    it('gets a report on the console if its change has no effect', async () => {
      const {decide} = await hooksStage(TAG);
      const error = sinon.stub(console, 'error');
      const changing = ({detail}: {detail: object}): void => void Object.assign(detail, {campaignId: '2'});
      expect(await decide('beforeMakeCall', {campaignId: '1'}, changing)).to.deep.equal(PROCEED);
      expect(String(error.args[0])).to.contain('five9-hook-before-make-call');
    });
  });

  describe('several listeners', () => {
    it('have the effect of the strictest decision', async () => {
      const {decide} = await hooksStage(TAG);
      type Event = HookEvent<'beforeClickToDial'>;
      const proceeds = (event: Event): unknown => event.proceedWith({click2DialData: {clickToDialNumber: '5'}});
      const asks = (event: Event): unknown => event.confirm('Sure?');
      const cancels = (event: Event): void => event.preventDefault();
      const fails = (event: Event): unknown => event.fail('No.');
      const codes = async (...listeners: ((event: Event) => unknown)[]): Promise<unknown> =>
        ((await decide('beforeClickToDial', NUMBER, ...listeners)) as typeof PROCEED).status.statusCode;
      expect(await codes(proceeds, asks)).to.equal('Confirmation');
      expect(await codes(asks, proceeds)).to.equal('Confirmation');
      expect(await codes(cancels, asks, proceeds)).to.equal('Cancel');
      expect(await codes(proceeds, fails, cancels)).to.equal('Error');
      expect(await codes(cancels, (event) => event.respondWith(Promise.resolve(null)))).to.equal('Cancel');
    });

    it('keep the values of one of them if another one asks the agent', async () => {
      const {decide} = await hooksStage(TAG);
      const params = {click2DialData: {clickToDialNumber: '5'}};
      expect(
        await decide(
          'beforeClickToDial',
          NUMBER,
          (event) => event.confirm('Sure?'),
          (event) => event.proceedWith(params),
        ),
      ).to.deep.equal({status: {statusCode: 'Confirmation', message: 'Sure?'}, params});
    });

    it('add their fields to a log', async () => {
      const {decide} = await hooksStage(TAG);
      const log = {...CALL, interactionLogData: {subject: 'Call'}};
      expect(
        await decide(
          'beforeSaveLog',
          log,
          (event) => event.proceedWith({department: 'Sales'}),
          (event) => event.proceedWith({region: 'EU'}),
          (event) => event.respondWith(Promise.resolve(null)),
          ({detail}) => void Object.assign(detail.interactionLogData, {subject: 'Renewal'}),
        ),
      ).to.deep.equal({
        status: {statusCode: 'ProceedWithParams'},
        newFields: {department: 'Sales', region: 'EU', subject: 'Renewal'},
      });
    });

    it('cannot both ask the agent, or answer with two promises', async () => {
      const {decide} = await hooksStage(TAG);
      const errors: string[] = [];
      const noting = (act: () => unknown): void => {
        try {
          act();
        } catch (error) {
          errors.push((error as Error).name);
        }
      };
      const answer = await decide(
        'beforeRecord',
        CALL,
        (event) => event.confirm('First?'),
        (event) => noting(() => event.confirm('Second?')),
        (event) => event.respondWith(null),
        (event) => noting(() => event.respondWith(null)),
      );
      expect(errors).to.deep.equal(['InvalidStateError', 'InvalidStateError']);
      expect(answer).to.have.nested.property('status.message', 'First?');
    });
  });

  describe('if the page fails', () => {
    for (const [policy, expected] of [
      [undefined, PROCEED],
      ['proceed', PROCEED],
      ['cancel', CANCEL],
    ] as const) {
      it(`shows and dispatches the error, and answers ${expected.status.statusCode} with on-timeout=${String(policy)}`, async () => {
        const {decide, element, errors} = await hooksStage(TAG);
        element.onTimeout = policy;
        const answer = await decide('beforeDisposition', CALL, (event) =>
          event.respondWith(Promise.reject(new Error('The server is down.'))),
        );
        expect(answer).to.deep.equal(expected);
        expect(errors.map(({method, errorMessage}) => [method, errorMessage])).to.deep.equal([
          ['beforeDisposition', 'The server is down.'],
        ]);
        await element.updateComplete;
        expect(words(element, 'error')).to.equal('The server is down.');
        await looksGood(element);
      });

      it(`answers ${expected.status.statusCode} if it does not decide in time with on-timeout=${String(policy)}`, async () => {
        const {decide, element, errors, hooks} = await hooksStage(TAG);
        await hooks.adapter.receives('connected');
        element.onTimeout = policy;
        element.timeout = 5000;
        const clock = fakeClock();
        let signal: AbortSignal | undefined;
        const answer = decide('beforeDisposition', CALL, (event) => {
          ({signal} = event);
          event.respondWith(never);
        });
        await until(() => signal, 'the page is asked');
        await clock.tickAsync(4999);
        expect(signal!.aborted).to.equal(false);
        await clock.tickAsync(1);
        expect(await answer).to.deep.equal(expected);
        expect(signal!.aborted).to.equal(true);
        expect(errors.map(({errorCode}) => errorCode)).to.deep.equal(['Timeout']);
      });
    }

    it('has ten seconds', async () => {
      const {decide, errors, hooks} = await hooksStage(TAG);
      await hooks.adapter.receives('connected');
      const clock = fakeClock();
      let asked = false;
      const answer = decide('beforeRecord', CALL, (event) => {
        asked = true;
        event.respondWith(never);
      });
      await until(() => asked);
      await clock.tickAsync(9999);
      expect(errors).to.be.empty;
      await clock.tickAsync(1);
      expect(await answer).to.deep.equal(PROCEED);
      expect(errors).to.have.lengthOf(1);
    });

    it('reports an answer that is no decision', async () => {
      const {decide, errors} = await hooksStage(TAG);
      expect(await decide('beforeRecord', CALL, (event) => event.respondWith(true as never))).to.deep.equal(PROCEED);
      expect(errors[0]!.message).to.match(/five9-hook-before-record is no decision/);
    });

    it('keeps the decision of another listener', async () => {
      const {decide} = await hooksStage(TAG);
      const answer = await decide(
        'beforeRecord',
        CALL,
        (event) => event.preventDefault(),
        (event) => event.respondWith(Promise.reject(new Error('No.'))),
      );
      expect(answer).to.deep.equal(CANCEL);
    });

    it('removes the error after the next decision', async () => {
      const {decide, ask, element} = await hooksStage(TAG);
      await decide('beforeRecord', CALL, (event) => event.respondWith(Promise.reject(new Error('No.'))));
      await ask('beforeRecord', CALL);
      await element.updateComplete;
      expect(words(element, 'error')).to.equal('');
    });

    it('names a wrong on-timeout on the console, and proceeds', async () => {
      const {decide, element} = await hooksStage(TAG);
      const error = sinon.stub(console, 'error');
      element.setAttribute('on-timeout', 'block');
      await element.updateComplete;
      expect(String(error.args[0])).to.contain('on-timeout="block"');
      const answer = decide('beforeRecord', CALL, (event) => event.respondWith(Promise.reject(new Error('No.'))));
      expect(await answer).to.deep.equal(PROCEED);
    });
  });

  it('proceeds without an error if the interaction is over before the page decides', async () => {
    const setup = await hooksStage(TAG);
    await talking(setup);
    let signal: AbortSignal | undefined;
    const answer = setup.decide('beforeScreenPop', CALL, (event) => {
      ({signal} = event);
      event.respondWith(never);
    });
    await until(() => signal, 'the page is asked');
    await setup.happens('callFinished', {interactionId: CALL_ID});
    expect(await answer).to.deep.equal(PROCEED);
    expect(signal!.aborted).to.equal(true);
    expect(setup.errors).to.be.empty;
  });

  it('waits for the page if the log is saved after the interaction', async () => {
    const setup = await hooksStage(TAG);
    await talking(setup);
    let save: (() => void) | undefined;
    const params = {...CALL, interactionLogData: {}};
    const answer = setup.decide('beforeSaveLog', params, (event) =>
      event.respondWith(
        new Promise((resolve) => {
          save = () => resolve(event.proceedWith({subject: 'late'}));
        }),
      ),
    );
    await until(() => save, 'the page is asked');
    await setup.happens('callFinished', {interactionId: CALL_ID});
    save!();
    expect(await answer).to.deep.equal({status: {statusCode: 'ProceedWithParams'}, newFields: {subject: 'late'}});
  });

  it('lets a function that the page has registered decide first', async () => {
    const {service, ask, element} = await hooksStage(TAG);
    sinon.stub(console, 'warn');
    const events = listen(element, 'five9-hook-before-record');
    service.sdkApi('hookApi').registerApi({beforeRecord: () => ({status: {statusCode: 'Cancel'}})});
    expect(await ask('beforeRecord', CALL)).to.deep.equal(CANCEL);
    expect(events).to.be.empty;
    expect(await ask('beforeTransfer', CALL)).to.deep.equal(PROCEED);
  });

  it('does not answer while another five9-hooks of the page does, and says so', async () => {
    sinon.stub(console, 'error');
    const setup = await hooksStage(html`<five9-hooks></five9-hooks>`);
    const second = document.createElement('five9-hooks');
    setup.element.after(second);
    await until(() => words(second, 'error').includes('another five9-hooks'), 'the second one reports the first one');
    const events = listen(second, 'five9-hook-before-record');
    await setup.ask('beforeRecord', CALL);
    expect(events).to.be.empty;
    setup.element.remove();
    await until(() => words(second, 'error') === '', 'the second one answers');
    await setup.ask('beforeRecord', CALL);
    expect(events).to.have.lengthOf(1);
  });

  it('no longer answers after it was removed', async () => {
    const {element, ask} = await hooksStage(TAG);
    element.remove();
    expect(String(((await ask('beforeRecord', CALL)) as {error: unknown}).error)).to.match(/^Not Implemented/);
  });

  it('shows no error and delays nothing with an adapter that has no hooks', async () => {
    const clock = fakeClock();
    const element = await fixture<Five9Hooks>(TAG);
    const errors = listen(document, 'five9-error', 'error', 'unhandledrejection');
    await clock.tickAsync(60_000);
    expect(errors).to.be.empty;
    expect(words(element, 'error')).to.equal('');
  });

  it('leaves no listener when it comes and goes', async () => {
    await comesAndGoes(await hooksStage(TAG));
  });
});
