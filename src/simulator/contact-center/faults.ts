import {ApiErrorCode} from '../../interaction-api/errors.js';
import type {Agent} from './agent.js';
import {expect, expectTexts} from './command.js';
import {CommandError, Refusal} from './errors.js';
import type {CenterContext} from './center-context.js';

/**
 * A fault that the command `inject` adds. `method` is the method to which the fault applies. Default: all methods,
 * except the methods that the SDK calls by itself. `times` is the number of requests to which the fault applies.
 * Default: 1.
 */
export type Fault =
  /** Every answer is delayed by `ms` milliseconds. 0 ends the fault. */
  | {fault: 'latency'; ms: number}
  /** The request is carried out, but it gets no answer. */
  | {fault: 'lost-reply'; method?: string; times?: number}
  /** The request is refused. */
  | {fault: 'error'; method?: string; errorCode?: keyof typeof ApiErrorCode; errorMessage?: string; times?: number}
  /** The adapter closes its connections. With `silent`, the adapter sends no `disconnect` message. */
  | {fault: 'drop-link'; silent?: boolean}
  | {fault: 'restore-link'}
  /** The agent's session ends, and the agent must log in again. */
  | {fault: 'expire-session'}
  /** The login state changes to `SELECT_STATION`, so requests that need the state `WORKING` are refused. */
  | {fault: 'not-in-working-state'}
  /** Ends all faults. The agent's login state stays unchanged. */
  | {fault: 'clear'};

type OneShot = Extract<Fault, {fault: 'error' | 'lost-reply'}> & {times: number};

/** Methods that the SDK calls by itself. A fault without `method` does not apply to these methods. */
const INTERNAL = ['getApplicationContext', 'updateWebSocketSubscriptions'];

/** Returns a copy of the fault. If `times` is missing, `times` of the copy is 1. */
function oneShotOf(fault: Omit<OneShot, 'times'> & {times?: number}): OneShot {
  const {times = 1} = fault;
  expect(typeof times === 'number' && times >= 1, 'times must be a number from 1.');
  return {...fault, times};
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
  function use(kind: OneShot['fault'], method: string): OneShot | undefined {
    const hit = oneShots.find(
      (it) => it.fault === kind && (it.method === method || (!it.method && !INTERNAL.includes(method))),
    );
    if (!hit) return undefined;
    stream.change(() => {
      hit.times -= 1;
      if (hit.times <= 0) oneShots = oneShots.filter((it) => it !== hit);
    });
    return hit;
  }

  return {
    clear,
    state: () => ({latency, link, faults: oneShots}),
    link: () => link,

    inject(given: Fault): void {
      switch (given.fault) {
        case 'latency':
          expect(typeof given.ms === 'number' && given.ms >= 0, 'ms must be a number from 0.');
          latency = given.ms;
          break;
        case 'error':
        case 'lost-reply':
          expectTexts(given, 'method', 'errorMessage', 'errorCode');
          oneShots.push(oneShotOf(given));
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
      const error = use('error', method) as Extract<Fault, {fault: 'error'}> | undefined;
      if (error) throw new Refusal(error.errorCode ?? ApiErrorCode.Generic, error.errorMessage ?? 'An injected fault.');
      const result = carryOut();
      if (use('lost-reply', method)) await new Promise(() => lost?.());
      return result;
    },
  };
}
