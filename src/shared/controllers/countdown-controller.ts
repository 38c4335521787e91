import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Counts down to a point in time. Updates the element every second, while the element is in the page and the countdown
 * has not ended.
 */
export class CountdownController implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param deadline Returns the end of the countdown, in ms since the epoch; `undefined` without a countdown. */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly deadline: () => number | undefined,
  ) {
    host.addController(this);
  }

  /** Milliseconds until the deadline, never negative; `undefined` without a countdown. */
  get left(): number | undefined {
    const deadline = this.deadline();
    return deadline === undefined ? undefined : Math.max(0, deadline - Date.now());
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
