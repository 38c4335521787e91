import type {InteractionService} from '../../service/interaction-service.js';

/**
 * Reserves the adapter's frame of a service for an element. Then only this element may contain the adapter, and the
 * service trusts only the window of this element's frame.
 */
export class FrameClaim {
  #service: InteractionService | undefined;
  #window: Window | undefined;

  /** @param holder The element that reserves the frame. */
  constructor(private readonly holder: object) {}

  /** The service whose frame is reserved; `undefined` if no frame is reserved. */
  get service(): InteractionService | undefined {
    return this.#service;
  }

  /** The window that the service trusts; `undefined` until the frame has a window. */
  get window(): Window | undefined {
    return this.#window;
  }

  /** Whether the adapter in the trusted window is connected. */
  get connected(): boolean {
    // Check the window too, because before the frame has a window, the service may still be connected to another
    // adapter.
    return this.#window !== undefined && this.#service?.connected === true;
  }

  /**
   * Reserves the frame, which does not need a window yet. Returns false if another element has reserved the frame of
   * the service.
   */
  make(service: InteractionService): boolean {
    if (!service.useFrame(this.holder)) return false;
    this.#service = service;
    return true;
  }

  /** Makes the service trust `window` and search for an adapter in it. */
  trust(window: Window, origin: string, loaded: boolean): void {
    this.#window = window;
    this.#service?.useFrame(this.holder, {window, origin, loaded});
  }

  /** Ends the reservation and the trust. */
  release(): void {
    const service = this.#service;
    this.#service = this.#window = undefined;
    service?.releaseFrame(this.holder);
  }
}
