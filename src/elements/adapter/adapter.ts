import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {normalTimeLimit} from '../../interaction-api/time-limits.js';
import {toJson} from '../../interaction-api/to-json.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {importModule} from '../../shared/load/import-module.js';
import {optionalNumber} from '../../shared/parse/optional-number.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {connectionWords} from '../../shared/words/connection-words.js';
import type {ContactCenter} from '../../simulator/contact-center/contact-center.js';
import {AdapterCheck} from './adapter-check.js';
import {adapterWindow, createIframe, createSimulator, type FrameElement} from './adapter-frame.js';
import {AdapterUnreachableEvent, type Unreachable} from './adapter.events.js';
import {adapterUrl, withApis} from './adapter-url.js';
import {styles} from './adapter.styles.js';
import {FrameClaim} from './frame-claim.js';
import {DEFAULT_ALLOW, framePermissions} from './frame-permissions.js';
import {usedApis} from './used-apis.js';

const DEFAULT_SRC = 'https://app.five9.com/clients/integrations/adt.main.html';
const DEFAULT_LABEL = 'Five9';
const DEFAULT_TIMEOUT = 8000;

/**
 * The Five9 adapter (ADT) in its iframe, with the address, the parameters and the permissions that the adapter needs.
 *
 * **Trust.** While the element is in the page, the page accepts messages only from this frame. The origin of the
 * message must be the origin of `src`, or an origin that `adapter-origin` of `five9-provider` allows. (After a login,
 * the frame may contain a page of another Five9 host.) Messages from every other frame are refused, even if they have
 * an allowed origin. When the element is removed, this restriction ends. Inside a `five9-provider scoped`, the element
 * is the adapter of that provider. If a page or a scoped provider has two adapters, the second adapter shows an error,
 * and loads when the first adapter is removed.
 *
 * **Moving.** In Chromium (133 and later), use `moveBefore()` to move this element or an element around it, for example
 * `sidebar.moveBefore(adapter, null)`. The frame, the connection and a live call continue. Other browsers reload the
 * frame, also Firefox, which keeps only frames outside of shadow roots. Every browser reloads the frame if the page moves
 * the element in another way, for example with `append()`, or to another `five9-provider scoped`. After a reload, the
 * element connects again.
 *
 * **Permissions.** `allow` contains the browser features that the adapter may use. Camera and screen sharing are not
 * among them by default. To add them, set
 * `allow="microphone; autoplay; speaker-selection; clipboard-read; clipboard-write; hid; camera; display-capture"`. A
 * feature without a list of origins is allowed for the origin of `src`, and for each origin that `adapter-origin`
 * names, because a login can lead to another host. Browsers accept no wildcard in this list: for the entry
 * `https://*.five9.com`, the known hosts of Five9 are allowed, and for the wildcard of another domain no further host.
 * For other hosts, name them in `adapter-origin`, or in `allow`, for example `allow="microphone *"`.
 *
 * **Sandbox.** Default: no sandbox, because a sandbox blocks features that the softphone's audio, login pages and
 * pop-ups need. Public integrations use `sandbox="allow-scripts allow-forms allow-same-origin allow-popups"`. It is
 * unknown whether the softphone has audio with these values. Without `allow-same-origin` the adapter has no origin, and
 * the page accepts its messages only if `adapter-origin` contains `null`.
 *
 * @summary The Five9 adapter in its iframe; shows the reason when the adapter does not connect.
 * @tag five9-adapter
 * @fires {AdapterUnreachableEvent} five9-adapter-unreachable - The adapter has not connected in time, or the reason for this has changed. The `detail` contains the reason.
 * @fires {Five9ErrorEvent} five9-error - `src` or `idp-login-url` is not an allowed address, there is another adapter, or the simulator could not be loaded.
 * @csspart frame - The iframe; with `simulator`, the simulator.
 * @csspart status - State of the connection as text; empty while connected.
 * @csspart checklist - The possible causes of the problem, in the order in which the user can check them.
 * @csspart retry - The button that reloads the adapter.
 * @csspart error - The error message.
 * @cssprop [--five9-accent] - Colour of buttons.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of disabled controls.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate connecting - The element waits for the adapter, for the first time or after a lost connection.
 * @cssstate connected - The adapter is connected.
 * @cssstate unreachable - The adapter has not connected in time. It may connect later.
 * @cssstate pending - The simulator is loading.
 * @cssstate error - An error is shown instead of the adapter.
 */
export class Five9Adapter extends Five9Element {
  static override styles = [...Five9Element.styles, controlStyles, styles];

  /**
   * Address of the adapter's page: an https address without a password, or a path on the server of this page, for
   * example `/five9/adt.main.html`. The query of the address is kept. A change reloads the frame.
   * @default 'https://app.five9.com/clients/integrations/adt.main.html'
   */
  @property() src: string | null | undefined = DEFAULT_SRC;
  /**
   * Whether the adapter works with a custom CRM. If true, the address of the adapter contains `f9crmapi=true`. The address
   * also contains it if the page has a `five9-crm` when the frame is created.
   */
  @property({type: Boolean}) f9crmapi = false;
  /**
   * Whether the adapter's hooks are enabled. If true, the address of the adapter contains `f9hookapi=true` and
   * `f9hook=true`, because public documents use both names. The address also contains them if the page has a
   * `five9-hooks` when the frame is created. Set this attribute if `five9-hooks` comes later or is in a shadow root,
   * because the element does not reload the frame by itself.
   */
  @property({type: Boolean}) f9hookapi = false;
  /** Height at which the adapter changes its layout, for example `300px`. */
  @property() f9verticalthreshold: string | null | undefined;
  /**
   * Address of the login page of the identity provider, for single sign-on. The adapter receives it as `idpLoginUrl`.
   */
  @property({attribute: 'idp-login-url'}) idpLoginUrl: string | null | undefined;
  /** Value of the iframe's `sandbox` attribute. An empty text is the strictest sandbox. Default: no sandbox. */
  @property() sandbox: string | null | undefined;
  /**
   * Browser features that the adapter may use, as in the `allow` attribute of an iframe. An empty text allows nothing. If
   * this changes after the adapter has loaded, the new value takes effect at the next load of the frame, for example
   * after `reload()`, because a reload would end a live call.
   * @default 'microphone; autoplay; speaker-selection; clipboard-read; clipboard-write; hid'
   */
  @property() allow: string | null | undefined = DEFAULT_ALLOW;
  /**
   * Accessible name of the frame.
   * @default 'Five9'
   */
  @property() label: string | null | undefined = DEFAULT_LABEL;
  /**
   * Milliseconds until the adapter counts as unreachable; 0 for no time limit. An invalid value counts as the default.
   * @default 8000
   */
  @property({converter: optionalNumber}) timeout: number | null | undefined = DEFAULT_TIMEOUT;
  /** Whether a simulated adapter in this page replaces the iframe. Its code is loaded only if this property is true. */
  @property({type: Boolean}) simulator = false;

  /** Texts about the current problem: a sentence about the problem, followed by the possible causes. */
  @state() private checklist: readonly string[] = [];

  #frame: FrameElement | undefined;
  /** Settings of the frame as text. If they change, the element creates a new frame. */
  #frameKey = '';
  #url = '';
  /** Whether a page has loaded in the frame. */
  #loaded = false;
  readonly #claim = new FrameClaim(this);
  readonly #check = new AdapterCheck((problem) => {
    this.#showProblem(problem);
  });

  /** The simulated contact centre; `undefined` until the simulator has loaded. */
  get contactCenter(): ContactCenter | undefined {
    return this.#frame instanceof HTMLIFrameElement ? undefined : this.#frame?.contactCenter;
  }

  /** Reloads the adapter. */
  reload(): void {
    this.#removeFrame();
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#removeFrame();
  }

  override render() {
    const {problem} = this.#check;
    const [sentence, ...causes] = problem ? this.checklist : [];
    return html`<p part="status" role="status">${this.error ? '' : (sentence ?? connectionWords(this.service))}</p>
      ${this.renderError()}
      ${
        problem
          ? html`<ol part="checklist">
                ${causes.map((cause) => html`<li>${cause}</li>`)}
              </ol>
              <button part="retry" @click=${this.reload}>Load again</button>`
          : nothing
      }
      ${this.#frame}`;
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const {service} = this;
    if (this.#claim.service && service !== this.#claim.service) this.#removeFrame();
    if (!service) return;
    this.#updateFrame(service);
    this.#updateCheck(service);
    const {connected} = this.#claim;
    const unreachable = this.#check.problem !== undefined;
    this.setState('connected', connected);
    this.setState('unreachable', unreachable);
    this.setState('connecting', !connected && !unreachable && !this.error);
    if (this.#frame) this.#frame.title = this.label || DEFAULT_LABEL;
    // Change the attribute now, because the adapter may not have loaded yet.
    if (this.#frame instanceof HTMLIFrameElement) this.#frame.allow = this.#permissions(service);
  }

  protected override updated(): void {
    // Wait a microtask, because `#trustFrame` changes the service, and Lit warns if `updated` causes another update.
    if (adapterWindow(this.#frame) !== this.#claim.window) queueMicrotask(() => this.#trustFrame());
  }

  /** Replaces the frame if its settings have changed. */
  #updateFrame(service: InteractionService): void {
    const {simulator, sandbox} = this;
    const {url, refusal} = this.#readSettings(service);
    const key = refusal || toJson([simulator, url, sandbox]);
    if (key === this.#frameKey) return;
    this.#removeFrame();
    this.clearError();
    this.#frameKey = key;
    // Read the elements of the page only for a new frame, because a new address would reload the frame during a call.
    this.#url = url && withApis(url, usedApis(this));
    if (refusal) {
      this.fail(refusal);
      return;
    }
    this.#claim.make(service);
    if (!simulator && document.readyState === 'loading') {
      // Wait for the whole page, because the address depends on its elements.
      this.#frameKey = '';
      document.addEventListener('DOMContentLoaded', this.#onParsed, {once: true});
    } else if (simulator) {
      void this.run(() => this.#loadSimulator(key));
    } else {
      this.#frame = createIframe(this.#url, sandbox, this.#permissions(service), (iframe) => {
        this.#onLoad(iframe);
      });
    }
  }

  /**
   * Returns the address of the frame, and reserves the service's frame for this element. `refusal` is the reason why no
   * frame can be created; empty if a frame can be created.
   */
  #readSettings(service: InteractionService): {url: string; refusal: string} {
    const {f9crmapi, f9hookapi, f9verticalthreshold, idpLoginUrl} = this;
    const address = {src: this.src ?? DEFAULT_SRC, f9crmapi, f9hookapi, f9verticalthreshold, idpLoginUrl};
    try {
      const url = this.simulator ? '' : adapterUrl(address, document.baseURI);
      return {url, refusal: this.#claim.make(service) ? '' : SECOND_ADAPTER};
    } catch (cause) {
      return {url: '', refusal: (cause as Error).message};
    }
  }

  readonly #onParsed = (): void => this.requestUpdate();

  /** Returns the permissions of the frame. */
  #permissions(service: InteractionService): string {
    return framePermissions(this.allow ?? DEFAULT_ALLOW, service.settings.adapterOrigin, new URL(this.#url).origin);
  }

  async #loadSimulator(key: string): Promise<void> {
    const simulator = await createSimulator();
    // Ignore the simulator if the settings have changed while its code was loading.
    if (key === this.#frameKey) this.#frame = simulator;
  }

  #onLoad(iframe: HTMLIFrameElement): void {
    if (iframe !== this.#frame) return;
    this.#loaded = true;
    this.#trustFrame();
  }

  #trustFrame(): void {
    const trusted = adapterWindow(this.#frame);
    if (trusted) this.#claim.trust(trusted, new URL(this.#url || location.href).origin, this.#loaded);
  }

  #removeFrame(): void {
    this.#check.reset();
    this.#frame?.remove();
    this.#frame = undefined;
    this.#frameKey = '';
    this.#loaded = false;
    this.#claim.release();
  }

  #updateCheck(service: InteractionService): void {
    if (this.#claim.connected) {
      this.#check.connected();
    } else if (this.error) {
      this.#check.stop();
    } else {
      this.#check.wait(normalTimeLimit(this.timeout, DEFAULT_TIMEOUT), () => ({
        connection: service.connection,
        url: this.#url,
        loaded: this.#loaded || this.simulator,
      }));
    }
  }

  #showProblem(problem: Unreachable): void {
    this.requestUpdate();
    this.dispatchEvent(new AdapterUnreachableEvent(problem));
    importModule(() => import('./checklist.js')).then(({checklist}) => {
      this.checklist = checklist(problem, location.origin);
    }, reportError);
  }
}

const SECOND_ADAPTER = 'There is another five9-adapter. To use two of them, put a <five9-provider scoped> around each.';
