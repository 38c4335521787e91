import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Renders an element anew each second, while it is in the page and there is something to count. */
export class TicksController implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly counts: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.host.isConnected || !this.counts()) this.hostDisconnected();
    else this.#timer ??= setInterval(() => this.host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
