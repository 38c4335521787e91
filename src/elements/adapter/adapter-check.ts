import {type TimeLimit, TimeLimits} from '../../interaction-api/time-limits.js';
import type {Connection} from '../../interaction-api/transport.js';
import type {Unreachable, UnreachableReason} from './adapter.events.js';

/** Facts that explain why an adapter is not connected. */
export interface CheckedAdapter {
  readonly connection: Connection;
  /** Address of the frame; empty with the simulator. */
  readonly url: string;
  /** Whether a page has loaded in the frame. */
  readonly loaded: boolean;
}

/** Waits until an adapter connects. When the time is over, finds the reason for the missing connection. */
export class AdapterCheck {
  readonly #limits = new TimeLimits();
  #limit: TimeLimit | undefined;
  #milliseconds = 0;
  #wasConnected = false;
  #problem: Unreachable | undefined;

  /** @param onProblem Called when the time is over, and again when the reason changes. */
  constructor(private readonly onProblem: (problem: Unreachable) => void) {}

  /** The reason why the adapter is unreachable; `undefined` while the adapter is connected or still has time. */
  get problem(): Unreachable | undefined {
    return this.#problem;
  }

  /** Starts to wait, or continues. Calls `adapter` to get the facts when the time is over. */
  wait(milliseconds: number, adapter: () => CheckedAdapter): void {
    if (this.#problem) {
      this.#findReason(adapter());
      return;
    }
    if (this.#limit && milliseconds === this.#milliseconds) return;
    this.#limits.clear();
    this.#milliseconds = milliseconds;
    this.#limit = this.#limits.add(milliseconds, () => {
      this.#findReason(adapter());
    });
  }

  /** Stops waiting because the adapter is connected. */
  connected(): void {
    this.stop();
    this.#wasConnected = true;
  }

  /** Stops waiting, without a result. */
  stop(): void {
    this.#limits.clear();
    this.#limit = this.#problem = undefined;
  }

  /** Stops waiting and forgets the adapter, because a new adapter replaces it. */
  reset(): void {
    this.stop();
    this.#wasConnected = false;
  }

  #findReason({connection, url, loaded}: CheckedAdapter): void {
    const reason = this.#reason(connection, loaded);
    if (reason === this.#problem?.reason) return;
    const refused = reason === 'origin-refused' ? connection.origin : undefined;
    this.#problem = {reason, url, ...(refused && {origin: refused})};
    this.onProblem(this.#problem);
  }

  #reason(connection: Connection, loaded: boolean): UnreachableReason {
    if (connection.reason === 'origin-refused') return 'origin-refused';
    if (this.#wasConnected) return 'disconnected';
    return loaded ? 'no-answer' : 'not-loaded';
  }
}
