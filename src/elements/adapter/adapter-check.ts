import {type TimeLimit, TimeLimits} from '../../interaction-api/time-limits.js';
import type {Connection} from '../../interaction-api/transport.js';
import type {Unreachable, UnreachableReason} from './adapter.events.js';

/** Facts that explain why an adapter is not connected. */
export interface CheckedAdapter {
  readonly connection: Connection;
  /** Address of the frame; empty for the simulator. */
  readonly url: string;
  /** Whether a page has loaded in the frame. */
  readonly loaded: boolean;
}

/** Waits until an adapter connects. If the adapter does not connect in time, finds the reason. */
export class AdapterCheck {
  readonly #limits = new TimeLimits();
  #limit: TimeLimit | undefined;
  #milliseconds = 0;
  #wasConnected = false;
  #problem: Unreachable | undefined;

  /** @param onProblem Called when the time limit is over, and again when the reason changes. */
  constructor(private readonly onProblem: (problem: Unreachable) => void) {}

  /**
   * The reason why the adapter is unreachable; `undefined` while the adapter is connected or the time limit is not
   * over.
   */
  get problem(): Unreachable | undefined {
    return this.#problem;
  }

  /**
   * Starts to wait, or continues to wait. When the time limit is over, calls `adapter` to get the facts, and finds the
   * reason. If the time limit is already over, does this immediately.
   */
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

  /** Stops waiting, and deletes a reason that was already found. */
  stop(): void {
    this.#limits.clear();
    this.#limit = this.#problem = undefined;
  }

  /** Stops waiting, and resets the check for a new adapter. */
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
