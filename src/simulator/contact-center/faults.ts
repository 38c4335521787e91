import {ApiErrorCode} from '../../interaction-api/errors.js';
import type {Agent} from './agent.js';
import {expect, expectTexts} from './command.js';
import {CommandError, Refusal} from './errors.js';
import type {CenterContext} from './center-context.js';

/** What can go wrong on demand. Without `method`, the next request is meant whatever its method; `times` is 1 if left out. */
export type Fault =
  /** Every answer takes `ms` longer. 0 ends it. */
  | {fault: 'latency'; ms: number}
  /** The request is carried out, its answer never comes. */
  | {fault: 'lost-reply'; method?: string; times?: number}
  /** The request is refused. */
  | {fault: 'error'; method?: string; errorCode?: keyof typeof ApiErrorCode; errorMessage?: string; times?: number}
  /** The adapter goes away; with `silent` it does not even say so. */
  | {fault: 'drop-link'; silent?: boolean}
  | {fault: 'restore-link'}
  /** The server forgets the session: the agent has to log in again. */
  | {fault: 'expire-session'}
  /** The agent has not got as far as WORKING. */
  | {fault: 'not-in-working-state'}
  /** No more faults. The agent's login stays as it is. */
  | {fault: 'clear'};

type OneShot = Extract<Fault, {fault: 'error' | 'lost-reply'}> & {times: number};

/** Requests that adapter and page make among themselves. Only a fault that names them hits them. */
const INTERNAL = ['getApplicationContext', 'updateWebSocketSubscriptions'];

export type Faults = ReturnType<typeof createFaults>;

/** The faults in force. */
export function createFaults({clock, stream}: CenterContext, agent: Agent) {
  let latency = 0;
  let link: 'up' | 'dropped' | 'dropped silently' = 'up';
  let oneShots: OneShot[] = [];

  function clear(): void {
    latency = 0;
    link = 'up';
    oneShots = [];
  }

  /** The fault of that kind that hits `method`, used up by one. */
  function take(kind: OneShot['fault'], method: string): OneShot | undefined {
    const hit = oneShots.find(
      (it) => it.fault === kind && (it.method === method || (!it.method && !INTERNAL.includes(method))),
    );
    if (!hit) return undefined;
    stream.change(() => {
      if (!--hit.times) oneShots = oneShots.filter((it) => it !== hit);
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
          expect(given.ms >= 0, 'ms must be a number from 0.');
          latency = given.ms;
          break;
        case 'error':
        case 'lost-reply':
          expectTexts(given, 'method', 'errorMessage', 'errorCode');
          expect((given.times ??= 1) > 0, 'times must be a number from 1.');
          oneShots.push(given as OneShot);
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

    /** Carries out a request as well as the faults let it. `lost` is told when its answer will never come. */
    async pass(method: string, carryOut: () => unknown, lost?: () => void): Promise<unknown> {
      if (latency) await new Promise<void>((resolve) => clock.setTimeout(resolve, latency));
      const error = take('error', method) as Extract<Fault, {fault: 'error'}> | undefined;
      if (error) throw new Refusal(error.errorCode ?? ApiErrorCode.Generic, error.errorMessage ?? 'An injected fault.');
      const result = carryOut();
      if (take('lost-reply', method)) await new Promise(() => lost?.());
      return result;
    },
  };
}
