import {ApiErrorCode} from '../../interaction-api/errors.js';
import type {Agent} from './agent.js';
import {CommandError, Refusal} from './errors.js';
import type {Floor} from './floor.js';

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

/** The faults in force. */
export class Faults {
  latency = 0;
  link: 'up' | 'dropped' | 'dropped silently' = 'up';
  oneShots: OneShot[] = [];
  readonly #floor: Floor;
  readonly #agent: Agent;

  constructor(floor: Floor, agent: Agent) {
    this.#floor = floor;
    this.#agent = agent;
  }

  inject(fault: Fault): void {
    switch (fault.fault) {
      case 'latency':
        if (!(fault.ms >= 0)) throw new CommandError('inject: latency needs ms, 0 or more.');
        this.latency = fault.ms;
        break;
      case 'error':
      case 'lost-reply':
        this.oneShots.push({times: 1, ...fault});
        break;
      case 'drop-link':
        this.link = fault.silent ? 'dropped silently' : 'dropped';
        break;
      case 'restore-link':
        this.link = 'up';
        break;
      case 'expire-session':
        this.#agent.setLoginState('RELOGIN');
        break;
      case 'not-in-working-state':
        this.#agent.setLoginState('SELECT_STATION');
        break;
      case 'clear':
        this.clear();
        break;
      default:
        throw new CommandError(
          `inject: there is no fault ${String((fault as Partial<Fault>).fault)}; there are latency, lost-reply, error, drop-link, restore-link, expire-session, not-in-working-state, clear.`,
        );
    }
  }

  clear(): void {
    this.latency = 0;
    this.link = 'up';
    this.oneShots = [];
  }

  /** Carries out a request as well as the faults let it. */
  async pass(method: string, carryOut: () => unknown): Promise<unknown> {
    if (this.latency) await new Promise<void>((resolve) => this.#floor.clock.setTimeout(resolve, this.latency));
    const error = this.#take('error', method);
    if (error?.fault === 'error') {
      throw new Refusal(
        error.errorCode ?? ApiErrorCode.Generic,
        error.errorMessage ?? 'Refused by the simulator on request.',
      );
    }
    const result = await carryOut();
    if (this.#take('lost-reply', method)) await new Promise(() => {});
    return result;
  }

  /** The fault of that kind that hits `method`, used up by one. */
  #take(kind: OneShot['fault'], method: string): OneShot | undefined {
    const found = this.oneShots.find(
      (it) => it.fault === kind && (it.method === method || (!it.method && !INTERNAL.includes(method))),
    );
    if (!found) return undefined;
    this.#floor.stream.change(() => {
      if (!--found.times) this.oneShots = this.oneShots.filter((it) => it !== found);
    });
    return found;
  }
}
