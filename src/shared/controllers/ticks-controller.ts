import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Updates an element every second, while it is in the page and shows a running time. */
export class TicksController implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param showsTime Returns whether the element shows a running time now. */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly showsTime: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.host.isConnected && this.showsTime()) {
      this.#timer ??= setInterval(() => this.host.requestUpdate(), 1000);
    } else {
      this.#stop();
    }
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
