import {html, nothing} from 'lit';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {notLoaded} from '../../shared/words/not-loaded.js';
import type {ConsoleBody} from './body.js';

/**
 * For developers: calls any method of the Interaction API, including REST, and shows every event. Records a session to
 * a JSON file, with numbers and names replaced, and replays a recording through the simulator, for example to reproduce
 * a bug.
 *
 * The console is loaded on demand, from `console.js` in the folder of the bundle. The console uses the service of a
 * `five9-provider scoped` around the console, else the service of the page.
 *
 * - **Calls** are real: `click2dial` dials, `setDisposition` finishes the interaction.
 * - **The log** shows the SDK's events (unknown ones included), all requests of the page, the WebSocket events whose ids are given, changes of the connection, and
 *   the actions and errors of elements. It keeps a thousand entries.
 * - **A recording** has the events that the page received and the requests that it sent, with their answers. Its format is that of `Recording`, version 1.
 * - **A replay** replaces the adapter, so it needs a page or a `five9-provider scoped` without an adapter. Events are sent in the recorded order and at the recorded times,
 *   and requests get the recorded answers.
 *
 * @summary Calls methods, shows events, records and replays a session.
 * @tag five9-console
 * @fires {Five9ErrorEvent} five9-error - A call failed, a recording could not be read, a replay was stopped by an error, or the console could not be loaded.
 * @csspart form - The fields of a method.
 * @csspart result - The result or the error of a call.
 * @csspart events - The log.
 * @csspart event - An entry of the log.
 * @csspart retry - The button that loads the console again.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of buttons.
 * @cssprop [--five9-on-accent] - Colour of the text on buttons.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of secondary text.
 * @cssprop [--five9-line] - Colour of lines.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate pending - The console is loading.
 * @cssstate error - An error is shown.
 */
export class Five9Console extends Five9Element {
  static override styles = [...Five9Element.styles, controlStyles];

  #body: ConsoleBody | undefined;
  #loading: Promise<unknown> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#loading) this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#body?.update();
  }

  override render() {
    const isNotLoaded = this.error && !this.#body;
    return html`${this.renderError()}${
      isNotLoaded ? html`<button part="retry" @click=${this.#load}>Try again</button>` : nothing
    }`;
  }

  protected override updated(): void {
    this.#body?.update();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#loading;
    return super.getUpdateComplete();
  }

  #load(): void {
    this.#loading = this.run(async () => {
      const {ConsoleBody: Body} = await import('./body.js').catch(notLoaded('The console'));
      this.#body = new Body(this, {
        show: (error) => this.fail(error),
        clear: () => this.clearError(),
      });
    });
  }
}
