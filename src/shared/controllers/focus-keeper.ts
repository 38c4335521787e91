import type {ReactiveController, ReactiveElement} from 'lit';

/** Keeps the keyboard in the element when what has the focus is taken away: it goes on from the first. */
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
