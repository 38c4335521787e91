import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {NotImplemented, type SisterApis} from '../../src/sdk.js';
import {atEnd} from '../support/lifecycle.js';
import {inWindow} from '../support/places.js';
import {connectApi, connected, startApiAdapter} from '../support/sdk-client.js';

/** The questions of each API, from the description of the protocol. */
const QUESTIONS: Readonly<Record<'crmApi' | 'hookApi', readonly string[]>> = {
  crmApi: [
    'getAdtConfig',
    'search',
    'screenPop',
    'saveLog',
    'getTodayCallsCount',
    'getTodayChatsCount',
    'getTodayEmailsCount',
    'openMyCallsToday',
    'openMyChatsToday',
    'openMyEmailsToday',
    'enableClickToDial',
    'disableClickToDial',
    'bringAppToFront',
    '_beforeCallFinished',
  ],
  hookApi: [
    'beforeClickToDial',
    'beforeSuggestedNumbers',
    'beforeMakeCall',
    'beforeTransfer',
    'beforeRecord',
    'beforeDisposition',
    'beforeObjectVisited',
    'beforeSearch',
    'afterSearch',
    'beforeScreenPop',
    'afterScreenPop',
    'beforeSaveLog',
    'afterSaveLog',
  ],
};

/** Functions of a page that answer any question. */
type Functions = Record<string, (params?: unknown) => unknown>;

/** Calls `registerApi` with any arguments. */
const registerOn = (api: unknown, ...args: unknown[]): unknown =>
  (api as {registerApi(...given: unknown[]): unknown}).registerApi(...args);

for (const apiName of ['crmApi', 'hookApi'] as const) {
  describe(`${apiName}.registerApi`, () => {
    const names = QUESTIONS[apiName];
    const [first, second] = names as [string, string];
    /** Connects an API; `register` calls `registerApi` in the task in which the API is made. */
    const open = (
      register?: (registerApi: (...args: unknown[]) => unknown) => void,
    ): ReturnType<typeof connectApi<typeof apiName>> =>
      connectApi(inWindow, apiName, {
        register: (api) => register?.((...args) => registerOn(api, ...args)),
      });
    const warnings = (): sinon.SinonStub => sinon.stub(console, 'warn');

    for (const name of names) {
      it(`registers ${name}, which the adapter calls with its params`, async () => {
        const answering = sinon.stub().returns('answered');
        const {adapter} = await open((registerApi) => registerApi({[name]: answering}));
        const answer = await adapter.answerTo(apiName, name, {interactionType: 'Call'});
        expect(answer).to.have.property('response', 'answered');
        expect(answering.args).to.deep.equal([[{interactionType: 'Call'}]]);
      });

      it(`answers ${name} with Not Implemented if the page has not registered it`, async () => {
        const {adapter} = await open();
        expect(await adapter.answerTo(apiName, name)).to.have.property('error', `Not Implemented: ${name}`);
      });
    }

    it('returns nothing', async () => {
      const results: unknown[] = [];
      await open((registerApi) => {
        results.push(
          registerApi({[first]: () => 1}),
          registerApi(second, () => 2),
        );
      });
      expect(results).to.deep.equal([undefined, undefined]);
    });

    it('calls a function with the object as this, also if it is called without its API', async () => {
      const page = {
        figure: 7,
        [first](): number {
          return this.figure;
        },
      };
      const {adapter} = await open((registerApi) => registerApi(page));
      expect(await adapter.answerTo(apiName, first)).to.have.property('response', 7);
    });

    it('registers the methods of an instance of a class', async () => {
      class Page {
        readonly figure = 8;
      }
      Object.defineProperty(Page.prototype, first, {
        value(this: Page) {
          return this.figure;
        },
      });
      const {adapter} = await open((registerApi) => registerApi(new Page()));
      expect(await adapter.answerTo(apiName, first)).to.have.property('response', 8);
    });

    it('registers one function by its name', async () => {
      const {adapter} = await open((registerApi) => registerApi(first, (params: unknown) => params));
      expect(await adapter.answerTo(apiName, first, 5)).to.have.property('response', 5);
    });

    it('merges: a later function replaces the earlier one of the same name, the others stay', async () => {
      const functions: Functions[] = [{[first]: () => 'old', [second]: () => 'kept'}, {[first]: () => 'new'}];
      const {adapter} = await open((registerApi) => functions.forEach((one) => registerApi(one)));
      expect(await adapter.answerTo(apiName, first)).to.have.property('response', 'new');
      expect(await adapter.answerTo(apiName, second)).to.have.property('response', 'kept');
    });

    it('merges also if it is called while the API is connected', async () => {
      const {adapter, api} = await open((registerApi) => registerApi({[first]: () => 'old'}));
      registerOn(api, {[first]: () => 'new', [second]: () => 'late'});
      expect(await adapter.answerTo(apiName, first)).to.have.property('response', 'new');
      expect(await adapter.answerTo(apiName, second)).to.have.property('response', 'late');
    });

    it('keeps the function that was registered, if the page changes its object later', async () => {
      const functions: Functions = {[first]: () => 'registered'};
      const {adapter} = await open((registerApi) => registerApi(functions));
      functions[first] = () => 'changed';
      expect(await adapter.answerTo(apiName, first)).to.have.property('response', 'registered');
    });

    it('skips a value that is no function, and keeps the function before', async () => {
      const {adapter} = await open((registerApi) => {
        registerApi({[first]: () => 'kept'});
        registerApi({[first]: 'no function', [second]: undefined});
      });
      expect(await adapter.answerTo(apiName, first)).to.have.property('response', 'kept');
      expect((await adapter.answerTo(apiName, second)).error).to.contain('Not Implemented');
    });

    it('registers the other functions if a getter of the object throws an error', async () => {
      const errors = sinon.spy();
      const onError = (event: ErrorEvent): void => {
        event.preventDefault();
        errors(event.error);
      };
      addEventListener('error', onError);
      atEnd(() => removeEventListener('error', onError));
      const reportError = sinon.stub(window, 'reportError');
      const {adapter} = await open((registerApi) =>
        registerApi({
          get [first](): never {
            throw new Error('broken getter');
          },
          [second]: () => 'registered',
        }),
      );
      expect(await adapter.answerTo(apiName, second)).to.have.property('response', 'registered');
      expect(reportError.callCount + errors.callCount).to.equal(1);
    });

    it('writes an error to the console for a name without a function, and for no arguments', async () => {
      const error = sinon.stub(console, 'error');
      await open((registerApi) => {
        registerApi(first, 'no function');
        registerApi(first);
        registerApi();
      });
      const texts = error.args.map(([text]) => String(text));
      expect(texts).to.have.lengthOf(3);
      expect(texts[0]).to.contain(`${apiName}.registerApi('${first}', …) needs a function`);
      expect(texts[2]).to.contain(`${apiName}.registerApi needs an object of functions`);
    });

    it('ignores a name that the API does not have, and names it once on the console', async () => {
      const warn = warnings();
      const called = sinon.spy();
      const {adapter} = await open((registerApi) => {
        for (let times = 0; times < 2; times++) registerApi({contactSelected: called, [first]: () => 'answered'});
        registerApi('notify', called);
      });
      expect(await adapter.answerTo(apiName, 'contactSelected')).to.have.property(
        'error',
        'Not Implemented: contactSelected',
      );
      expect(await adapter.answerTo(apiName, 'notify')).to.have.property('error', 'Not Implemented: notify');
      expect(await adapter.answerTo(apiName, first)).to.have.property('response', 'answered');
      expect(called.callCount).to.equal(0);
      const named = warn.args.map(([text]) => /never calls "(\w+)"/.exec(String(text))?.[1]);
      expect(named).to.deep.equal(['contactSelected', 'notify']);
      expect(warn.args[0]?.[0]).to.contain(`${apiName} never calls`).and.to.contain(first);
    });

    it('answers for another name of the same SDK, unless that name has a function of its own', async () => {
      const {sdk, adapter, name} = await open((registerApi) =>
        registerApi({[first]: () => 'first name', [second]: () => 'first name'}),
      );
      const other = sdk[apiName](`${name}b`);
      registerOn(other, {[second]: () => 'other name'});
      const otherAdapter = await inWindow.settle();
      await startApiAdapter(otherAdapter, inWindow, apiName, `${name}b`);
      await connected(other, otherAdapter);

      expect(await otherAdapter.answerTo(apiName, first)).to.have.property('response', 'first name');
      expect(await otherAdapter.answerTo(apiName, second)).to.have.property('response', 'other name');
      expect(await adapter.answerTo(apiName, second)).to.have.property('response', 'first name');
    });

    it('has the names in Methods', async () => {
      const {api} = await open();
      const methods = Object.entries(api.Methods as Record<string, string>);
      expect(methods.map(([, name]) => name)).to.deep.equal(names);
      for (const [key, name] of methods) expect(key.toLowerCase()).to.equal(name.toLowerCase());
      expect(api.Methods).to.have.property(apiName === 'crmApi' ? 'Search' : 'BeforeMakeCall');
    });
  });

  describe(`a responder of ${apiName}`, () => {
    const [first, second] = QUESTIONS[apiName] as [string, string];
    const open = (register: (api: SisterApis[typeof apiName]) => void): ReturnType<typeof connectApi<typeof apiName>> =>
      connectApi(inWindow, apiName, {register});

    it('answers the questions for which the page has registered no function', async () => {
      const {adapter} = await open((api) => {
        api.addResponder((method, params) => [method, params]);
        registerOn(api, {[second]: () => 'page'});
      });
      expect(await adapter.answerTo(apiName, first, 1)).to.have.deep.property('response', [first, 1]);
      expect(await adapter.answerTo(apiName, second)).to.have.property('response', 'page');
      expect(await adapter.answerTo(apiName, 'getNothing')).to.have.property('error', 'Not Implemented: getNothing');
    });

    it('refuses a question with NotImplemented, at once or later', async () => {
      const {adapter} = await open((api) => {
        api.addResponder((method) => {
          if (method === first) throw new NotImplemented(method);
          return Promise.reject(new NotImplemented(method));
        });
      });
      for (const name of [first, second]) {
        expect(await adapter.answerTo(apiName, name)).to.have.property('error', `Not Implemented: ${name}`);
      }
    });

    it('no longer answers when it is removed', async () => {
      const {adapter, api} = await open(() => undefined);
      const remove = api.addResponder(() => 'responder');
      expect(await adapter.answerTo(apiName, first)).to.have.property('response', 'responder');
      remove();
      expect(await adapter.answerTo(apiName, first)).to.have.property('error', `Not Implemented: ${first}`);
    });
  });
}
