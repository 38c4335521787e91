import {ApiErrorCode} from '../../interaction-api/errors.js';
import type {Agent} from './agent.js';
import {expect, expectTexts} from './command.js';
import {CommandError, Refusal} from './errors.js';
import type {CenterContext} from './center-context.js';

/**
 * A fault that the command `inject` adds. `method` is the request of the page, or the question to the page, to which the
 * fault applies. Default: all methods, except the methods that the SDK calls by itself. `times` is the number of
 * requests or questions to which the fault applies. Default: 1.
 */
export type Fault =
  /** Every answer is delayed by `ms` milliseconds. 0 ends the fault. */
  | {fault: 'latency'; ms: number}
  /** The request is carried out, but it gets no answer. */
  | {fault: 'lost-reply'; method?: string; times?: number}
  /** The request is refused. */
  | {fault: 'error'; method?: string; errorCode?: keyof typeof ApiErrorCode; errorMessage?: string; times?: number}
  /** The adapter asks the page, and uses the answer `ms` milliseconds later. */
  | {fault: 'late-answer'; ms: number; method?: string; times?: number}
  /** The adapter asks the page, but gets no answer. The question ends at its time limit. */
  | {fault: 'lost-answer'; method?: string; times?: number}
  /** The adapter does not ask the page, and acts as if the page had answered with an error. */
  | {fault: 'page-error'; method?: string; errorMessage?: string; times?: number}
  /** The adapter does not ask the page, and acts as if the page had answered `answer`. Default: a useless answer. */
  | {fault: 'rubbish'; method?: string; answer?: unknown; times?: number}
  /** The adapter closes its connections. With `silent`, the adapter sends no `disconnect` message. */
  | {fault: 'drop-link'; silent?: boolean}
  | {fault: 'restore-link'}
  /** The agent's session ends, and the agent must log in again. */
  | {fault: 'expire-session'}
  /** The login state changes to `SELECT_STATION`, so requests that need the state `WORKING` are refused. */
  | {fault: 'not-in-working-state'}
  /** Ends all faults. The agent's login state stays unchanged. */
  | {fault: 'clear'};

/** The faults that apply to a number of requests or questions. */
type OneShotFault = Extract<Fault, {times?: number}>;

type OneShot<Kind extends OneShotFault['fault'] = OneShotFault['fault']> = Extract<OneShotFault, {fault: Kind}> & {
  times: number;
};

/** The default of a useless answer: a value that fits no question. */
const RUBBISH = {
  crmObjects: [null, 7, {id: {}}, {name: 'No id'}],
  screenPopObject: 'none',
  status: {statusCode: 42, message: {}},
  searchResults: 'none',
  params: [],
  newFields: 'none',
};

/** Methods that the SDK calls by itself. A fault without `method` does not apply to these methods. */
const INTERNAL = ['getApplicationContext', 'updateWebSocketSubscriptions'];

/** Returns a copy of the fault. If `times` is missing, `times` of the copy is 1. */
function oneShotOf(fault: OneShotFault): OneShot {
  const {times = 1} = fault;
  expect(typeof times === 'number' && times >= 1, 'times must be a number from 1.');
  return {...fault, times};
}

function expectTime(ms: unknown): void {
  expect(typeof ms === 'number' && ms >= 0, 'ms must be a number from 0.');
}

export type Faults = ReturnType<typeof createFaults>;

/** Creates the object that stores and applies the injected faults. */
export function createFaults({clock, stream}: CenterContext, agent: Agent) {
  let latency = 0;
  let link: 'up' | 'dropped' | 'dropped silently' = 'up';
  let oneShots: OneShot[] = [];

  function clear(): void {
    latency = 0;
    link = 'up';
    oneShots = [];
  }

  /**
   * Returns a fault of this kind that applies to `method`, and reduces its `times` by 1. Returns `undefined` if there
   * is no such fault.
   */
  function use<Kind extends OneShot['fault']>(kind: Kind, method: string): OneShot<Kind> | undefined {
    const hit = oneShots.find(
      (it): it is OneShot<Kind> =>
        it.fault === kind && (it.method === method || (!it.method && !INTERNAL.includes(method))),
    );
    if (!hit) return undefined;
    stream.change(() => {
      hit.times -= 1;
      if (hit.times <= 0) oneShots = oneShots.filter((it) => it !== hit);
    });
    return hit;
  }

  function addOneShot(fault: OneShotFault): void {
    expectTexts(fault, 'method', 'errorMessage', 'errorCode');
    oneShots = [...oneShots, oneShotOf(structuredClone(fault))];
  }

  return {
    clear,
    state: () => ({latency, link, faults: oneShots}),
    link: () => link,

    inject(given: Fault): void {
      switch (given.fault) {
        case 'latency':
          expectTime(given.ms);
          latency = given.ms;
          break;
        case 'late-answer':
          expectTime(given.ms);
          addOneShot(given);
          break;
        case 'error':
        case 'lost-reply':
        case 'lost-answer':
        case 'page-error':
        case 'rubbish':
          addOneShot(given);
          break;
        case 'drop-link':
          link = given.silent ? 'dropped silently' : 'dropped';
          break;
        case 'restore-link':
          link = 'up';
          break;
        case 'expire-session':
          agent.setState('RELOGIN');
          break;
        case 'not-in-working-state':
          agent.setState('SELECT_STATION');
          break;
        case 'clear':
          clear();
          break;
        default:
          throw new CommandError(`there is no fault ${String((given as Partial<Fault>).fault)}.`);
      }
    },

    /**
     * Carries out a request, and applies the injected faults. If a fault suppresses the answer, calls `lost`, and the
     * returned promise never settles.
     */
    async pass(method: string, carryOut: () => unknown, lost?: () => void): Promise<unknown> {
      if (latency) await new Promise<void>((resolve) => clock.setTimeout(resolve, latency));
      const error = use('error', method);
      if (error) throw new Refusal(error.errorCode ?? ApiErrorCode.Generic, error.errorMessage ?? 'An injected fault.');
      const result = carryOut();
      if (use('lost-reply', method)) await new Promise(() => lost?.());
      return result;
    },

    /**
     * Asks the pages, and applies the injected faults. If a fault suppresses the answer, the returned promise never
     * settles.
     *
     * @param send Sends the question. Called at once, if it is called.
     */
    async ask(method: string, send: () => Promise<unknown>): Promise<unknown> {
      const error = use('page-error', method);
      if (error) throw new Error(error.errorMessage ?? 'An injected fault.');
      const rubbish = use('rubbish', method);
      if (rubbish) return structuredClone('answer' in rubbish ? rubbish.answer : RUBBISH);
      const late = use('late-answer', method);
      const isLost = use('lost-answer', method) !== undefined;
      const answer = send();
      if (!late && !isLost) return answer;
      // Wait for the answer first, also if it is an error, because the fault applies to the answer.
      await Promise.allSettled([answer]);
      await new Promise<void>((resolve) => late && !isLost && clock.setTimeout(resolve, late.ms));
      return answer;
    },
  };
}
