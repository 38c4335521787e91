import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Counts down to a point in time. Renders its element each second while the element is in the page and time is left. */
export class CountdownController implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param deadline Returns the end, in ms since the epoch; `undefined` if there is nothing to count. */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly deadline: () => number | undefined,
  ) {
    host.addController(this);
  }

  /** Milliseconds until the deadline, never negative; `undefined` if there is nothing to count. */
  get left(): number | undefined {
    const deadline = this.deadline();
    return deadline === undefined ? undefined : Math.max(0, deadline - Date.now());
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    const {left} = this;
    if (!left || !this.host.isConnected) return;
    // The next update is due when the next whole second has passed.
    this.#timer = setTimeout(() => this.host.requestUpdate(), left % 1000 || 1000);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
