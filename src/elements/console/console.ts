import {html, nothing} from 'lit';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {TextKeysController} from '../../shared/controllers/text-keys-controller.js';
import {importModule} from '../../shared/load/import-module.js';
import {notLoaded} from '../../shared/words/not-loaded.js';
import type {ConsoleBody} from './body.js';

/**
 * A console for developers. It calls any method of the APIs of the CRM SDK, including REST, and shows every event. It
 * records a session in a JSON file, in which personal data is replaced if the user does not switch this off. It also
 * replays a recording through a simulated adapter, for example to reproduce a bug.
 *
 * The element loads the code of the console on demand, from `console.js` in the folder of the bundle. The console uses
 * the service of the nearest `five9-provider scoped` around it. Without such a provider, it uses the service of the
 * page.
 *
 * - **API calls** have real effects: `click2dial` dials, and `setDisposition` finishes the interaction.
 *   A method of another API than the Interaction API connects this API; the console does not do this by itself.
 * - **The log** shows the events of the SDK (also unknown events), all requests of the page, the questions of the
 *   adapter with the answers of the page, the WebSocket events with the given ids, changes of the connection, and the
 *   actions and errors of elements. It keeps the newest 1000 entries.
 * - **A recording** contains the events and questions that the page received, and the requests that the page sent, with
 *   their answers. Its format is version 2 of `Recording`.
 * - **A replay** takes the place of the adapter. So it needs a page without an adapter, or a `five9-provider scoped`
 *   without an adapter. The page gets the recorded events in the recorded order and at the recorded times, and its
 *   requests get the recorded answers. The page is asked the recorded questions again, and the log shows each answer
 *   that differs from the recording.
 *
 * @summary Calls methods of the API, shows events, and records and replays sessions.
 * @tag five9-console
 * @fires {Five9ErrorEvent} five9-error - An API call, a recording, a replay or another action failed, or the console could not be loaded.
 * @csspart form - The form with the fields of the selected method.
 * @csspart result - The result or the error of an API call.
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

  constructor() {
    super();
    new TextKeysController(this);
  }

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
      const {ConsoleBody: Body} = await importModule(() => import('./body.js')).catch(notLoaded('The console'));
      this.#body = new Body(this, {
        show: (error) => this.fail(error),
        clear: () => this.clearError(),
      });
    });
  }
}
