import {ContextProvider} from '@lit/context';
import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {toInteractionApiError} from '../../interaction-api/errors.js';
import {hostStyles} from '../../shared/styles/host-styles.js';
import {serviceContext} from '../../service/context.js';
import {Five9ErrorEvent} from '../../service/events.js';
import {InteractionService} from '../../service/interaction-service.js';
import {pageService} from '../../service/page.js';
import {VERSION} from '../../version.js';
import {styles} from './provider.styles.js';

/**
 * Settings of the page's one service, wherever in the page it stands and whenever it comes. With `scoped` it makes another service, for its own content alone:
 * two adapters on one page.
 *
 * @summary Settings of the Interaction API service.
 * @tag five9-provider
 * @slot - With `scoped`, the content that uses this service. Without, anything: the settings are the page's.
 * @fires {Five9ErrorEvent} five9-error - A setting is wrong. The settings stay as they were.
 * @fires {ConnectionEvent} five9-connection - With `scoped`: the connection of this service changed.
 * @csspart error - What is wrong with the settings.
 */
export class Five9Provider extends LitElement {
  /** Version of the package that registered the element. */
  static readonly version = VERSION;
  static override styles = [hostStyles, styles];

  /**
   * Origins that the adapter may have, space-separated: exact ones (`https://phone.example.com`), and `https://*.example.com` for all hosts below a domain.
   * The page's own origin is always allowed.
   */
  @property({attribute: 'adapter-origin'}) adapterOrigin = '';
  /** Name of the channel, as in `Five9.CrmSdk.interactionApi(name)`. */
  @property() name = '';
  /** Milliseconds that a request may take, and a dial until its call starts. 0 waits for ever. */
  @property({attribute: 'request-timeout', type: Number}) requestTimeout = 60_000;
  /**
   * Which way to the adapter is taken: `auto` uses an official Five9 SDK that is on the page or comes later, else its own way; `adapter` and `crm-sdk` use
   * that and nothing else.
   */
  @property() transport: 'auto' | 'adapter' | 'crm-sdk' = 'auto';
  /** An official SDK that is not at `window.Five9.CrmSdk`, but in a hidden frame or an AMD loader: what has `interactionApi()`, or what that gives. */
  @property({attribute: false}) sdk: object | undefined;
  /** Makes a service of its own for the content of this element. Read when the element is first connected. */
  @property({type: Boolean}) scoped = false;

  @state() private problem = '';

  #own: InteractionService | undefined;

  /** The service whose settings these are. */
  get service(): InteractionService {
    return this.#own ?? pageService();
  }

  override connectedCallback(): void {
    if (this.scoped && !this.#own) {
      this.#own = new InteractionService(this);
      new ContextProvider(this, {context: serviceContext, initialValue: this.#own});
    }
    // The settings must be in force before the content gets the service, and so before the first rendering.
    this.#configure();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move is no good-bye.
    queueMicrotask(() => {
      if (!this.isConnected) this.#own?.close();
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const settings = ['adapterOrigin', 'name', 'requestTimeout', 'transport', 'sdk'] as const;
    if (this.hasUpdated && settings.some((name) => changed.has(name))) this.#configure();
  }

  override render() {
    return html`<slot></slot>${this.problem ? html`<p part="error" role="alert">${this.problem}</p>` : nothing}`;
  }

  #configure(): void {
    const {adapterOrigin, name, requestTimeout, transport, sdk} = this;
    try {
      if (!(requestTimeout >= 0)) throw new TypeError('request-timeout must be a number of milliseconds.');
      if (!TRANSPORTS.includes(transport)) throw new TypeError(`transport must be one of ${TRANSPORTS.join(', ')}.`);
      if (sdk && !isSdk(sdk)) throw new TypeError('sdk must be a Five9 SDK, or its interactionApi().');
      this.service.configure({
        name,
        requestTimeout,
        ...(adapterOrigin && {adapterOrigin}),
        ...(transport !== 'auto' && {transport}),
        ...(sdk && {sdk}),
      });
      this.problem = '';
    } catch (cause) {
      const error = toInteractionApiError(cause);
      this.problem = error.errorMessage;
      this.dispatchEvent(new Five9ErrorEvent(error));
    }
  }
}

const TRANSPORTS: readonly string[] = ['auto', 'adapter', 'crm-sdk'];

const isSdk = (sdk: object): boolean =>
  ['interactionApi', 'subscribe'].some((name) => typeof (sdk as Record<string, unknown>)[name] === 'function');
