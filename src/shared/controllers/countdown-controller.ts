import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {steadyTime} from '../../service/steady-time.js';

/** A countdown. Both times are in milliseconds since the epoch. */
export interface Countdown {
  /** Time at which the countdown began. */
  readonly start: number;
  /** Time at which the countdown ends. */
  readonly deadline: number;
}

/**
 * Counts down to a point in time. Updates the element every second, while the element is in the page and the countdown
 * has not ended.
 *
 * The remaining time does not depend on the time of day, so it stays correct if the computer's clock is set. If the
 * computer sleeps, some browsers stop their steady clock. The countdown then continues after the sleep.
 */
export class CountdownController implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param countdown Returns the countdown, or only its end in milliseconds since the epoch; `undefined` without a
   *   countdown.
   */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly countdown: () => Countdown | number | undefined,
  ) {
    host.addController(this);
  }

  /**
   * Milliseconds until the end, never negative, and never more than the length of the countdown; `undefined` without a
   * countdown.
   */
  get left(): number | undefined {
    const countdown = this.countdown();
    if (countdown === undefined) return undefined;
    if (typeof countdown === 'number') return Math.max(0, steadyTime(countdown) - performance.now());
    const length = countdown.deadline - countdown.start;
    const passed = Math.max(0, performance.now() - steadyTime(countdown.start));
    return Math.max(0, length - passed);
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    const {left} = this;
    if (!left || !this.host.isConnected) return;
    // Update when the number of whole seconds changes.
    this.#timer = setTimeout(() => this.host.requestUpdate(), left % 1000 || 1000);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
