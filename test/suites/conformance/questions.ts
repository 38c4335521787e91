import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import type {SisterApis} from '../../../src/sdk.js';
import type {Place} from '../../support/places.js';
import {connectApi, type SdkLine} from '../../support/sdk-client.js';
import {turn, until} from '../../support/time.js';

/** A function of the page that answers the adapter. */
export type Answering = (params: unknown) => unknown;

/** How a page answers the questions of an API. */
export interface Questions<Api extends keyof SisterApis> {
  readonly api: Api;
  /** Name of the question on the wire. */
  readonly question: string;
  /** Registers a function for the question. */
  register(api: SisterApis[Api], answering: Answering): void;
  /** The `args` with which the adapter asks; `params` is the argument that the function of the page gets. */
  args(params: unknown): unknown;
}

/** The APIs with functions of the page, with one question each. */
export const QUESTIONS: {readonly [Api in 'crmApi' | 'hookApi' | 'customMethodsApi']: Questions<Api>} = {
  crmApi: {
    api: 'crmApi',
    question: 'search',
    register: (api, answering) => api.registerApi({search: answering as never}),
    args: (params) => params,
  },
  hookApi: {
    api: 'hookApi',
    question: 'beforeDisposition',
    register: (api, answering) => api.registerApi({beforeDisposition: answering as never}),
    args: (params) => params,
  },
  customMethodsApi: {
    api: 'customMethodsApi',
    question: '_callCustomMethod',
    register: (api, answering) => api.registerCustomMethods({getValue: answering}),
    args: (argument) => ({methodName: 'getValue', argument}),
  },
};

const FAILS = new RangeError('no such record');

/** Each row of the table of answers: what the function of the page does, and what the adapter gets. */
const ROWS: readonly [rule: string, answering: Answering, answer: Record<string, unknown>][] = [
  ['a returned object unchanged', () => ({crmObjects: []}), {response: {crmObjects: []}}],
  ['0 unchanged', () => 0, {response: 0}],
  ['false unchanged', () => false, {response: false}],
  ['an empty text unchanged', () => '', {response: ''}],
  ['an empty list unchanged', () => [], {response: []}],
  ['the value of a promise', () => Promise.resolve('later'), {response: 'later'}],
  ['the value of any object with then', () => ({then: (done: Answering) => void done(1)}), {response: 1}],
  ['null if nothing is returned', () => undefined, {response: null}],
  ['null for null', () => null, {response: null}],
  ['null if a promise resolves with nothing', () => Promise.resolve(), {response: null}],
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as a page's code may do it
  ['the text of a rejection unchanged', () => Promise.reject('not found'), {error: 'not found'}],
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as a page's code may do it
  ['the object of a rejection unchanged', () => Promise.reject({code: 7}), {error: {code: 7}}],
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as a page's code may do it
  ['a text for a rejection with nothing', () => Promise.reject(), {error: 'Unknown error'}],
  [
    'the rejection of any object with then',
    () => ({then: (_: unknown, fail: Answering) => void fail('no')}),
    {error: 'no'},
  ],
];

export function describeQuestions(place: Place): void {
  for (const questions of Object.values(QUESTIONS)) describeApiQuestions(place, questions as Questions<'crmApi'>);
}

function describeApiQuestions<Api extends keyof SisterApis>(place: Place, questions: Questions<Api>): void {
  const {api: apiName, question, register, args} = questions;
  const open = (answering: Answering): Promise<SdkLine<Api>> =>
    connectApi(place, apiName, {register: (api) => register(api, answering)});
  const ask = ({adapter}: SdkLine<Api>, params?: unknown): Promise<{response?: unknown; error?: unknown}> =>
    adapter.answerTo(apiName, question, args(params));

  describe(`a question of the adapter to ${apiName} is answered with`, () => {
    for (const [rule, answering, answer] of ROWS) {
      it(rule, async () => {
        const {id, ...content} = (await ask(await open(answering))) as {id: string};
        expect(id).to.be.a('string');
        expect(content).to.deep.equal(answer);
      });
    }

    it('a text that contains the text of a thrown error', async () => {
      const line = await open(() => {
        throw FAILS;
      });
      expect((await ask(line)).error)
        .to.be.a('string')
        .that.contains('no such record');
    });

    it('a text if the page throws a value without a text', async () => {
      const line = await open(() => {
        throw Object.create(null);
      });
      expect((await ask(line)).error).to.be.a('string').that.is.not.empty;
    });

    it('the Error of a rejection, with name and message', async () => {
      const {error} = await ask(await open(() => Promise.reject(FAILS)));
      expect(error).to.include({name: 'RangeError', message: 'no such record'});
    });

    it('an error if the result cannot be cloned', async () => {
      const {error} = await ask(await open(() => ({open: () => undefined})));
      expect(error).to.be.a('string').that.contains(question).and.contains('DataCloneError');
    });

    it('the text of a rejection that cannot be cloned', async () => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as jQuery does
      const {error} = await ask(await open(() => Promise.reject({statusText: 'Not Found', abort: () => undefined})));
      expect(error).to.equal(`${question} failed: Not Found`);
    });

    it('the result of a promise that settles late, and nothing before', async () => {
      let settle: Answering | undefined;
      const line = await open(() => new Promise((resolve) => (settle = resolve)));
      await line.adapter.ask('late#1', apiName, question, args(undefined));
      await until(() => settle, 'the question');
      await turn();
      await line.adapter.sync();
      expect(line.adapter.all('answer')).to.deep.equal([]);

      settle?.('late');

      expect(await line.adapter.receivesAnswers('late#1')).to.deep.equal([{id: 'late#1', response: 'late'}]);
    });

    it('the result, if the verb is get', async () => {
      const line = await open(() => 'got');
      const answer = await line.adapter.answerTo(apiName, question, args(undefined), {verb: 'get'});
      expect(answer).to.have.property('response', 'got');
    });
  });

  describe(`the function of the page for ${apiName}`, () => {
    it('gets the params of the adapter as its only argument', async () => {
      const answering = sinon.spy();
      const params = {interactionType: 'Call', interactionData: {ani: '9250000111', cavs: [1n, new Map([['a', 1]])]}};
      await ask(await open(answering), params);
      expect(answering.args).to.deep.equal([[params]]);
    });

    it('gets one argument, which is undefined, if the adapter sends none', async () => {
      const answering = sinon.spy();
      await ask(await open(answering));
      expect(answering.args).to.deep.equal([[undefined]]);
    });

    it('is not called by a request that has the id of another host', async () => {
      const answering = sinon.spy();
      const {adapter} = await connectApi(place, apiName, {
        register: (api) => register(api, answering),
        options: {hostId: 'HOST1'},
      });
      await adapter.ask('host#1', apiName, question, args(1), {hostId: 'HOST2'});
      await adapter.ask('host#2', apiName, question, args(2), {hostId: 'HOST1'});
      await adapter.ask('host#3', apiName, question, args(3));
      await adapter.receivesAnswers('host#3');
      expect(answering.args).to.deep.equal([[2], [3]]);
      expect(adapter.answers('host#1')).to.deep.equal([]);
    });
  });

  it(`200 questions at once to ${apiName} are all answered, each once`, async () => {
    const answering = async (number: unknown): Promise<unknown> => {
      if (Number(number) % 3 === 0) await turn();
      return number;
    };
    const {adapter} = await open(answering);
    const ids = Array.from({length: 200}, (_, number) => `many#${number}`);
    for (const [number, id] of ids.entries()) void adapter.ask(id, apiName, question, args(number));
    await adapter.receives('answer', ids.length);
    await adapter.sync();
    for (const [number, id] of ids.entries()) {
      expect(adapter.answers(id)).to.deep.equal([{id, response: number}]);
    }
  });
}
