import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {connectionWords} from '../../shared/words/connection-words.js';
import {controlStyles} from '../../shared/styles/control-styles.js';
import {Five9Element} from '../../shared/base/five9-element.js';
import {notLoaded} from '../../shared/words/not-loaded.js';
import type {InteractionService} from '../../service/interaction-service.js';
import type {ContactCenter} from '../../simulator/contact-center/contact-center.js';
import type {Five9Simulator} from '../../simulator/element/simulator-element.js';
import {AdapterUnreachableEvent, type Unreachable} from './adapter.events.js';
import {adapterUrl} from './adapter-url.js';
import {styles} from './adapter.styles.js';

/** Those that show no adapter: the next may be able to when one has gone. */
const waiting = new Set<Five9Adapter>();

/**
 * The Five9 adapter (ADT) in its iframe, with the address, parameters and permissions that it needs.
 *
 * **Trust.** While it is in the page, the service believes and asks the window of this frame alone, at the origin of `src` and at those of `adapter-origin` (a
 * login may lead on to another host of Five9). Any other frame, of the same origin too, is a stranger then. Taken out of the page, it takes the trust along.
 * In a `five9-provider scoped` it serves that scope. Of two adapters in one scope the second shows nothing but that, and comes up when the first is gone.
 *
 * **Moving.** Browsers load an iframe anew when it is moved in the document. So this is the one element that should stay where it is.
 *
 * **Sandbox.** None by default: the softphone's audio, log-in pages and pop-ups need what a sandbox takes away. In public use is
 * `sandbox="allow-scripts allow-forms allow-same-origin allow-popups"`; the softphone is not known to have audio then. Without `allow-same-origin` the
 * adapter has no origin, and is believed only where `adapter-origin` names `null`.
 *
 * @summary The Five9 adapter in its iframe; says why when it does not come up.
 * @tag five9-adapter
 * @fires {AdapterUnreachableEvent} five9-adapter-unreachable - The adapter has not connected in time. `detail` has the reason.
 * @fires {Five9ErrorEvent} five9-error - `src` or `idp-login-url` is no address of a page, there is another adapter, or the simulator did not load.
 * @csspart frame - The iframe, or with `simulator` the simulator.
 * @csspart status - The state of the connection, in words; empty while connected.
 * @csspart checklist - What may be wrong, in the order in which it can be checked.
 * @csspart retry - The button that loads the adapter anew.
 * @csspart error - What went wrong, in words.
 * @cssprop [--five9-accent] - Colour of what can be pressed.
 * @cssprop [--five9-danger] - Colour of errors.
 * @cssprop [--five9-muted] - Colour of what cannot be pressed.
 * @cssprop [--five9-line] - Colour of borders.
 * @cssprop [--five9-radius=0.5em] - Radius of corners.
 * @cssstate connecting - The adapter is awaited, for the first time or again.
 * @cssstate connected - The adapter is connected.
 * @cssstate unreachable - It has not connected in time. It may still.
 * @cssstate pending - The simulator is loading.
 * @cssstate error - An error is shown, and no adapter.
 */
export class Five9Adapter extends Five9Element {
  static override styles = [...Five9Element.styles, controlStyles, styles];

  /**
   * Address of the adapter's page: of https, without a password, or a path of the page's own server (`/five9/adt.main.html`). What it has in its query stays.
   * A change loads the frame anew.
   */
  @property() src = 'https://app.five9.com/clients/integrations/adt.main.html';
  /** Asks the adapter to work with a CRM of your own: `f9crmapi=true`. */
  @property({type: Boolean}) f9crmapi = false;
  /** Switches the adapter's hooks on. Public texts do not agree on the name, so both are sent: `f9hookapi=true` and `f9hook=true`. */
  @property({type: Boolean}) f9hookapi = false;
  /** Height at which the adapter changes its layout, as in `300px`. */
  @property() f9verticalthreshold: string | undefined;
  /** Address of the identity provider's login page, for single sign-on: `idpLoginUrl`. */
  @property({attribute: 'idp-login-url'}) idpLoginUrl: string | undefined;
  /** The iframe's `sandbox`; left out, there is none. */
  @property() sandbox: string | undefined;
  /** Name of the frame, for screen readers. */
  @property() label = 'Five9';
  /** Milliseconds until the adapter is taken for unreachable; 0 waits for ever. */
  @property({type: Number}) timeout = 8000;
  /** Uses the simulated adapter, in this page, in place of a frame. It is loaded on demand. */
  @property({type: Boolean}) simulator = false;

  @state() private problem: Unreachable | undefined;
  /** What is wrong, in words, and what to check. */
  @state() private words: string[] = [];

  #frame: HTMLIFrameElement | Five9Simulator | undefined;
  /** What the frame was made of. */
  #made = '';
  #url = '';
  /** The service that believes the frame. */
  #held: InteractionService | undefined;
  #loaded = false;
  #wasConnected = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The simulated contact centre, once the simulator has loaded. */
  get contactCenter(): ContactCenter | undefined {
    return (this.#frame as Partial<Five9Simulator> | undefined)?.contactCenter;
  }

  /** Loads the adapter anew. */
  reload(): void {
    this.#leave();
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  override render() {
    const {problem, error} = this;
    const [words, ...checks] = problem ? this.words : [];
    return html`<p part="status" role="status">${error ? '' : (words ?? connectionWords(this.service))}</p>
      ${this.renderError()}
      ${
        problem
          ? html`<ol part="checklist">
                ${checks.map((check) => html`<li>${check}</li>`)}
              </ol>
              <button part="retry" @click=${this.reload}>Load again</button>`
          : nothing
      }
      ${this.#frame}`;
  }

  protected override willUpdate(): void {
    const {service} = this;
    if (this.#held && service !== this.#held) this.#leave();
    if (!service) return;
    this.#make(service);
    this.#judge(service);
    const connected = this.#connected;
    this.setState('connected', connected);
    this.setState('unreachable', this.problem !== undefined);
    this.setState('connecting', !connected && !this.problem && !this.error);
    if (this.#frame) this.#frame.title = this.label;
  }

  protected override updated(): void {
    // A frame has its window once it is in the page.
    if (this.#window !== this.#held?.frame?.window) queueMicrotask(() => this.#claim());
  }

  /** Whether there is an adapter, and not one from the time before the frame was believed. */
  get #connected(): boolean {
    return this.#held?.frame?.window !== undefined && this.#held.connected;
  }

  /** Where the adapter is: the frame's window, and with the simulator our own. */
  get #window(): Window | undefined {
    return this.#frame && ((this.#frame as Partial<HTMLIFrameElement>).contentWindow ?? self);
  }

  /** Makes the frame, where what it is made of has changed. */
  #make(service: InteractionService): void {
    const {simulator, sandbox} = this;
    let url = '';
    let refusal = '';
    try {
      if ((service.frameHolder ?? this) !== this) throw new Error(SECOND);
      if (!simulator) url = adapterUrl(this, document.baseURI);
    } catch (cause) {
      refusal = (cause as Error).message;
    }
    const made = refusal || [simulator, url, sandbox].join();
    if (made === this.#made) return;
    this.#leave();
    this.clearError();
    this.#made = made;
    this.#url = url;
    if (refusal) {
      waiting.add(this);
      this.fail(refusal);
      return;
    }
    this.#held = service;
    service.useFrame(this);
    if (simulator) {
      void this.run(() => this.#simulate(made));
      return;
    }
    const iframe = document.createElement('iframe');
    Object.assign(iframe, {
      part: 'frame',
      allow: 'microphone; autoplay; clipboard-read; clipboard-write',
      // Five9 may know who embeds it, and not which customer the agent looks at.
      referrerPolicy: 'strict-origin',
      src: url,
      onload: () => {
        if (iframe !== this.#frame) return;
        this.#loaded = true;
        this.#claim();
      },
    });
    if (sandbox != null) iframe.setAttribute('sandbox', sandbox);
    this.#frame = iframe;
  }

  async #simulate(made: string): Promise<void> {
    await import('../../simulator/element/define.js').catch(notLoaded('The simulated Five9'));
    if (made === this.#made) this.#frame = Object.assign(document.createElement('five9-simulator'), {part: 'frame'});
  }

  /** Has the frame believed, and nobody else; looks for an adapter in it, also where another page has loaded. */
  #claim(): void {
    const service = this.#held;
    if (!service) return;
    const window = this.#window;
    if (!window) return;
    service.useFrame(this, {window, loaded: this.#loaded, origin: new URL(this.#url || location.href).origin});
  }

  /** Takes frame and trust back. */
  #leave(): void {
    const service = this.#held;
    waiting.delete(this);
    this.#forgive();
    this.#frame?.remove();
    this.#frame = this.#held = undefined;
    this.#made = '';
    this.#loaded = this.#wasConnected = false;
    if (!service) return;
    service.releaseFrame(this);
    for (const one of waiting) one.requestUpdate();
  }

  #forgive(): void {
    clearTimeout(this.#timer);
    this.#timer = this.problem = undefined;
  }

  /** Waits for the adapter, and says why it does not come. */
  #judge(service: InteractionService): void {
    if (this.#connected || this.error) {
      this.#wasConnected = true;
      this.#forgive();
    } else if (this.problem) {
      this.#tell(service);
    } else if (this.timeout > 0) {
      this.#timer ??= setTimeout(() => this.#tell(service), this.timeout);
    }
  }

  #tell({connection: {reason: why, origin}}: InteractionService): void {
    const reason =
      why === 'origin-refused'
        ? why
        : this.#wasConnected
          ? 'disconnected'
          : this.#loaded || this.simulator
            ? 'no-answer'
            : 'not-loaded';
    if (reason === this.problem?.reason) return;
    const problem: Unreachable = {reason, url: this.#url, ...(reason === why && origin && {origin})};
    this.problem = problem;
    this.dispatchEvent(new AdapterUnreachableEvent(problem));
    import('./checklist.js').then(({checklist}) => {
      this.words = checklist(problem, location.origin);
    }, reportError);
  }
}

const SECOND = 'There is another five9-adapter. Two of them need a five9-provider scoped around each.';
