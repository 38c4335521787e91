import type {ReactiveController, ReactiveElement} from 'lit';

/** Keeps the focus in an element. If an update removes the focused node, the first focusable node gets the focus. */
export class FocusKeeper implements ReactiveController {
  #focused: Element | null | undefined;

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.host.shadowRoot?.activeElement;
  }

  hostUpdated(): void {
    if (this.#focused && !this.#focused.isConnected) this.host.focus();
    this.#focused = undefined;
  }
}
