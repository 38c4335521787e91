import type {LitElement} from 'lit';
import {InteractionApiError} from '../../interaction-api/errors.js';
import {importModule} from '../../shared/load/import-module.js';
import type {Combobox, ComboboxCallbacks} from './combobox.js';

/** The element that shows the combobox. */
export interface ComboboxHost extends LitElement {
  readonly interaction: {readonly id: string} | undefined;
}

/**
 * Loads the combobox when an element needs it for the first time. Before that, the element shows a `<select>`. If the
 * combobox could not be loaded, tries again when the agent goes to the element, and at the next interaction.
 */
export class ComboboxLoader {
  #combobox: Combobox | undefined;
  #isLoading = false;
  /** Whether the last attempt has failed. */
  #hasFailed = false;
  /** Id of the interaction for which the combobox was requested last. */
  #requestedFor: string | undefined;
  /** Whether the error was shown in this interaction. */
  #isReported = false;

  /** @param onError Called if the combobox cannot be loaded, at most once for each interaction. */
  constructor(
    private readonly host: ComboboxHost,
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
    this.#loadIfNeeded();
    // Do not replace the select while it has the focus, because its open list would close. (Check `activeElement`,
    // because in WebKit `:focus` matches no element while another window is active.)
    const isSelectInUse = this.host.shadowRoot?.activeElement?.matches('select:not([aria-disabled])');
    return isSelectInUse ? undefined : this.#combobox;
  }

  #loadIfNeeded(): void {
    const id = this.host.interaction?.id;
    const isOther = id !== this.#requestedFor;
    this.#requestedFor = id;
    if (isOther) this.#isReported = false;
    if (!this.#hasFailed || isOther) void this.#load();
  }

  async #load(): Promise<void> {
    if (this.#combobox || this.#isLoading) return;
    this.#isLoading = true;
    try {
      const {Combobox} = await importModule(() => import('./combobox.js'));
      this.#combobox = new Combobox(this.host, this.callbacks);
      this.host.requestUpdate();
    } catch (cause) {
      this.#hasFailed = true;
      this.host.renderRoot.addEventListener('focusin', () => void this.#load(), {once: true});
      this.#report(cause);
    } finally {
      this.#isLoading = false;
    }
  }

  #report(cause: unknown): void {
    if (this.#isReported) return;
    this.#isReported = true;
    const message = 'The search could not be loaded. The list is complete without it.';
    this.onError(new InteractionApiError('Generic', message, undefined, cause));
  }
}
