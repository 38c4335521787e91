import {html, type LitElement, type TemplateResult} from 'lit';

/** Shows a question with “Yes” and “No” in the element, so that the agent confirms a disposition before it is set. */
export class Confirmation {
  #isOpen = false;

  /**
   * @param button Returns the button that opens the question. The button gets the focus when the question closes.
   * @param onYes Called when the agent presses “Yes”.
   */
  constructor(
    private readonly host: LitElement,
    private readonly button: () => HTMLElement | null,
    private readonly onYes: () => unknown,
  ) {}

  /** Whether the element shows the question, and the agent has not answered yet. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Shows the question, with the focus on “Yes”. */
  open(): void {
    this.#isOpen = true;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      this.host.renderRoot.querySelector<HTMLElement>('[part=confirm] button')?.focus();
    });
  }

  /** Removes the question after the agent has answered. */
  close(): void {
    if (!this.#isOpen) return;
    this.drop();
    // Move the focus to the button that opened the question, because the next update removes the focused button.
    this.button()?.focus();
  }

  /** Removes the question without an answer of the agent, because the interaction has changed or is over. */
  drop(): void {
    this.#isOpen = false;
    this.host.requestUpdate();
  }

  /** @param name Name of the disposition. */
  render(name: string | undefined): TemplateResult {
    return html`<div part="confirm" class="row" role="group" aria-labelledby="ask" @keydown=${this.#onKeyDown}>
      <span id="ask">Set “${name}”?</span>
      <button @click=${this.onYes}>Yes</button>
      <button @click=${this.#onNo}>No</button>
    </div>`;
  }

  readonly #onNo = (): void => this.close();

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // Stop the event, so that Escape does not also close a dialog around the element.
      event.stopPropagation();
      this.close();
    } else if (event.repeat) {
      // Ignore repeated events of the Enter key that opened the question, because this key must not answer the
      // question.
      event.preventDefault();
    }
  };
}
