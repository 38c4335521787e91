import type {LitElement} from 'lit';
import {InteractionApiError} from '../../interaction-api/errors.js';
import type {Combobox, ComboboxCallbacks} from './combobox.js';

/** Loads the combobox when an element needs it for the first time. Before that, the element shows a `<select>`. */
export class ComboboxLoader {
  #combobox: Combobox | undefined;
  #isRequested = false;

  /** @param onError Called if the combobox cannot be loaded. */
  constructor(
    private readonly host: LitElement,
    private readonly callbacks: ComboboxCallbacks,
    private readonly onError: (error: InteractionApiError) => void,
  ) {}

  /** The combobox; `undefined` until it is loaded. */
  get combobox(): Combobox | undefined {
    return this.#combobox;
  }

  /**
   * Returns the combobox if the element can show it now. If the combobox is not loaded yet, loads it and then renders
   * the element again.
   */
  use(): Combobox | undefined {
    if (!this.#isRequested) {
      this.#isRequested = true;
      void this.#load();
    }
    // Do not replace the select while it has the focus, because its open list would close. (Check `activeElement`,
    // because in WebKit `:focus` matches no element while another window is active.)
    const isSelectInUse = this.host.shadowRoot?.activeElement?.matches('select:not([aria-disabled])');
    return isSelectInUse ? undefined : this.#combobox;
  }

  async #load(): Promise<void> {
    try {
      const {Combobox} = await import('./combobox.js');
      this.#combobox = new Combobox(this.host, this.callbacks);
      this.host.requestUpdate();
    } catch (cause) {
      const message = 'The search could not be loaded. The list is complete without it.';
      this.onError(new InteractionApiError('Generic', message, undefined, cause));
    }
  }
}
