import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {CHANNELS, connectApi, connected, openSdk, SISTER_APIS} from '../support/sdk-client.js';
import {cloneable, fc} from '../support/check.js';
import {freshName} from '../support/client.js';
import {addFrame, inWindow} from '../support/places.js';
import {turn, until} from '../support/time.js';
import {QUESTIONS, type Questions} from '../suites/conformance/questions.js';

/** How the function of the page ends. */
type Ending = 'return' | 'throw' | 'resolve' | 'reject' | 'thenable';

/** One question: how the page answers it, and after which other questions it settles. */
interface Question {
  ending: Ending;
  value: unknown;
  /** Place in the order in which the promises settle. */
  order: number;
}

const question: fc.Arbitrary<Question> = fc.record({
  ending: fc.constantFrom<Ending>('return', 'throw', 'resolve', 'reject', 'thenable'),
  value: cloneable.filter(isCloned),
  order: fc.nat(),
});

/** Returns whether a value survives the way to the adapter: fast-check also makes values that cannot be cloned. */
function isCloned(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}

/** Returns what the adapter gets. */
function expected({ending, value}: Question): unknown {
  if (ending === 'throw') return 'a text';
  const sent: unknown = structuredClone(value);
  return ending === 'reject' ? {error: sent ?? 'Unknown error'} : {response: sent ?? null};
}

/** The promises of a page, which settle in an order that the test chooses. */
class Answers {
  /** Number of questions so far. */
  asked = 0;
  readonly #waiting: {order: number; settle: () => void}[] = [];

  readonly answer = ({ending, value, order}: Question): unknown => {
    this.asked++;
    if (ending === 'return') return value;

    if (ending === 'throw') throw value;
    const settled = new Promise((resolve, reject) => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as a page's code may do it
      this.#waiting.push({order, settle: () => (ending === 'reject' ? reject(value) : resolve(value))});
    });
    if (ending !== 'thenable') return settled;
    return {then: (done: () => void, fail: () => void): void => void settled.then(done, fail)};
  };

  async settleAll(): Promise<void> {
    for (const {settle} of this.#waiting.splice(0).sort((one, other) => one.order - other.order)) {
      settle();
      await turn();
    }
  }
}

describe('the answers to the adapter', () => {
  for (const {api: apiName, question: method, register, args} of Object.values(QUESTIONS) as Questions<'crmApi'>[]) {
    it(`of ${apiName} arrive once for each question, for any value, in any order, over any number of ports`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(question, {minLength: 1, maxLength: 20}),
          fc.integer({min: 1, max: 3}),
          fc.constantFrom('every' as const, 'oldest' as const, 'newest' as const),
          async (questions, portsPerQuestion, sendsOn) => {
            const answers = new Answers();
            const {adapter, api} = await connectApi(inWindow, apiName, {
              register: (made) => register(made, (index) => answers.answer(questions[Number(index)]!)),
              options: {portsPerQuestion, sendsOn},
            });
            await adapter.receives('connected', portsPerQuestion);
            const ids = questions.map((_, index) => `any#${index}`);
            for (const [index, id] of ids.entries()) await adapter.ask(id, apiName, method, args(index));
            await until(() => answers.asked === ids.length, 'all questions');
            await answers.settleAll();
            for (const id of ids) await adapter.receivesAnswers(id);
            await turn();
            for (const [index, id] of ids.entries()) {
              const [{id: answered, ...content}, ...others] = adapter.answers(id) as [{id: string; error?: unknown}];
              expect(others, 'other answers').to.deep.equal([]);
              expect(answered).to.equal(id);
              if (questions[index]!.ending === 'throw') expect(content.error).to.be.a('string');
              // Compare texts, because chai cannot compare every value, for example a Set of objects with an own `toString`.
              else expect(fc.stringify(content)).to.equal(fc.stringify(expected(questions[index]!)));
            }
            api.close();
            await adapter.stop();
          },
        ),
        {numRuns: 40},
      );
    });
  }

  it('come from each client of an adapter, whatever their number and the order in which they settle', async () => {
    const frames = await Promise.all([0, 1, 2].map(() => addFrame('/test/pages/sdk-client.html')));
    const sdks = frames.map(({contentWindow}) => contentWindow!.crmSdk!);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({min: 1, max: sdks.length}),
        fc.array(fc.array(fc.nat({max: 5}), {minLength: 3, maxLength: 3}), {minLength: 1, maxLength: 8}),
        async (count, orders) => {
          const name = freshName();
          const adapter = await inWindow.settle();
          const answers = new Answers();
          const apis = sdks.slice(0, count).map((sdk, client) => {
            const api = sdk.crmApi(name);
            api.registerApi({
              saveLog: (index) =>
                answers.answer({ending: 'resolve', value: client, order: orders[Number(index)]![client]!}),
            });
            return api;
          });
          await adapter.start({channel: CHANNELS.crmApi + name});
          await adapter.receives('connected', count);
          for (const index of orders.keys()) await adapter.ask(`each#${index}`, 'crmApi', 'saveLog', index);
          await until(() => answers.asked === count * orders.length, 'all questions');
          await answers.settleAll();
          for (const index of orders.keys()) {
            const received = await adapter.receivesAnswers(`each#${index}`, count);
            const clients = received.map(({response}) => Number(response)).sort();
            expect(clients).to.deep.equal(apis.map((_, client) => client));
          }
          for (const api of apis) api.close();
          await adapter.stop();
        },
      ),
      {numRuns: 15},
    );
  });

  it('of all APIs are sent at the same time: 200 questions on their channels', async () => {
    const name = freshName();
    const sdk = openSdk();
    const answered = sinon.spy();
    sdk.crmApi(name).registerApi({search: () => Promise.resolve({crmObjects: []})});
    sdk.hookApi(name).registerApi({beforeMakeCall: () => ({status: {statusCode: 'Proceed'}})});
    sdk.customComponentsApi(name).registerCustomComponents({template: '<adt-components/>'});
    sdk.customMethodsApi(name).registerCustomMethods({getValue: (argument: unknown) => argument});
    const asked: Readonly<Record<string, readonly [method: string, args?: unknown]>> = {
      crmApi: ['search'],
      hookApi: ['beforeMakeCall'],
      customComponentsApi: ['getCustomComponents'],
      applicationApi: ['nothing'],
      customMethodsApi: ['_callCustomMethod', {methodName: 'getValue', argument: 1}],
      sfNativeApi: ['nothing'],
    };
    const adapters = await Promise.all(
      SISTER_APIS.map(async (apiName) => {
        const adapter = await inWindow.settle();
        await adapter.start({channel: CHANNELS[apiName] + name});
        await connected(sdk[apiName](name), adapter);
        return {apiName, adapter};
      }),
    );
    const questions = Array.from({length: 200}, (_, number) => adapters[number % adapters.length]!);
    await Promise.all(
      questions.map(async ({apiName, adapter}) => {
        const [method, args] = asked[apiName]!;
        await adapter.answerTo(apiName, method, args);
        answered();
      }),
    );
    expect(answered.callCount).to.equal(200);
    // Every question has got one answer.
    const answers = adapters.map(({adapter}) => adapter.all('answer').length);
    expect(answers.reduce((sum, count) => sum + count)).to.equal(200);
  });
});
