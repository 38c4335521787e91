import {html, nothing} from 'lit';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {notLoaded} from '../../shared/words/not-loaded.js';
import type {ConsoleBody} from './body.js';

/**
 * For developers: calls any method of the Interaction API, REST included, and shows every event. Records a session to a JSON file, numbers and names scrubbed, and
 * replays one through the simulator: a bug report that runs.
 *
 * What it takes is loaded when there is such a tag, from `console.js` beside the bundle. It acts on the service of its place in the page: that of a
 * `five9-provider scoped` around it, else the page's.
 *
 * - **Calls** are real: `click2dial` dials, `setDisposition` finishes the interaction.
 * - **The log** has the SDK's events, unknown ones included, requests of whatever in the page, WebSocket events whose ids are given, changes of the connection, and
 *   what elements do and fail at. A thousand entries are kept.
 * - **A recording** holds what the page heard and asked, with the answers. The format is that of `Recording`, in version 1.
 * - **A replay** needs a page, or a `five9-provider scoped`, without an adapter; it is one itself. Events come in their order and time, requests get the recorded answers.
 *
 * @summary Calls methods, shows events, records and replays a session.
 * @tag five9-console
 * @fires {Five9ErrorEvent} five9-error - A call failed, a recording could not be read, a replay could not go on, or the console did not load.
 * @csspart form - The fields of a method.
 * @csspart result - What a call came back with.
 * @csspart events - The log.
 * @csspart event - An entry of the log.
 * @csspart retry - Loads the console again.
 * @csspart error - What went wrong, in words.
 * @cssprop [--five9-accent] - Colour of what can be pressed.
 * @cssprop [--five9-on-accent] - Colour of the text on it.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of what is said beside.
 * @cssprop [--five9-line] - Colour of lines.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate pending - It is loaded.
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
    return html`${this.renderError()}${
      this.error && !this.#body ? html`<button part="retry" @click=${this.#load}>Try again</button>` : nothing
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
      this.#body = new Body(this, (cause) => (cause ? this.fail(cause) : this.clearError()));
    });
  }
}
