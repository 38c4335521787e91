import type {InteractionService} from '../../service/interaction-service.js';

/** A claim of an element: the service trusts only the window of this element's frame. */
export class FrameClaim {
  #service: InteractionService | undefined;
  #window: Window | undefined;

  /** @param holder Element whose claim this is. */
  constructor(private readonly holder: object) {}

  /** Service that has accepted the claim. */
  get service(): InteractionService | undefined {
    return this.#service;
  }

  /** Window that the service trusts because of this claim. */
  get window(): Window | undefined {
    return this.#window;
  }

  /** Whether the adapter in the trusted window is connected. */
  get connected(): boolean {
    // Without a window, the connection was made before the claim.
    return this.#window !== undefined && this.#service?.connected === true;
  }

  /** Claims the service before the frame has a window. Returns false if another element's frame is in use. */
  make(service: InteractionService): boolean {
    if (!service.useFrame(this.holder)) return false;
    this.#service = service;
    return true;
  }

  /** Makes the service trust `window`, and look for an adapter in this window. */
  trust(window: Window, origin: string, loaded: boolean): void {
    this.#window = window;
    this.#service?.useFrame(this.holder, {window, origin, loaded});
  }

  /** Ends the claim and the trust. */
  release(): void {
    const service = this.#service;
    this.#service = this.#window = undefined;
    service?.releaseFrame(this.holder);
  }
}
