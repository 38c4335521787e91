import {ContextConsumer} from '@lit/context';
import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {toInteractionApiError} from '../../interaction-api/errors.js';
import {serviceContext} from '../../service/context.js';
import {Five9ErrorEvent} from '../../service/events.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {pageService} from '../../service/page.js';
import {optionalNumber} from '../../shared/parse/optional-number.js';
import {hostStyles} from '../../shared/styles/host-styles.js';
import {VERSION} from '../../version.js';
import {AppliedSettings} from './applied-settings.js';
import {ScopedService} from './scoped-service.js';
import {readSettings, type TransportName} from './settings.js';
import {styles} from './provider.styles.js';

const SETTINGS = ['adapterOrigin', 'name', 'requestTimeout', 'scoped', 'transport', 'sdk', 'defaultCountry'] as const;

/**
 * Settings of the service that connects the elements of the page to the adapter. The element may be anywhere in the
 * page, and may be added at any time. With `scoped`, the element creates a separate service for its own content, so
 * that a page can have two adapters.
 *
 * Settings can be set before the element is in the page and at any time after that, in any order. Settings that are set
 * in the same task are applied together. If several elements set the page's service, the settings that were applied
 * last are used.
 *
 * @summary Settings of the Interaction API service.
 * @tag five9-provider
 * @slot - With `scoped`, the content that uses the separate service. Otherwise any content, because the settings apply to the whole page.
 * @fires {Five9ErrorEvent} five9-error - A setting is invalid. The previous settings stay valid.
 * @fires {ConnectionEvent} five9-connection - With `scoped`: the connection of the separate service has changed.
 * @csspart error - Message about an invalid setting.
 */
export class Five9Provider extends LitElement {
  /** Version of the package that registered the element. */
  static readonly version = VERSION;
  static override styles = [hostStyles, styles];

  /**
   * Allowed origins of the adapter, separated by spaces. An entry is an exact origin, for example
   * `https://phone.example.com`, or `https://*.example.com` for every host of a domain. The page's own origin is always
   * allowed. Default: `https://*.five9.com`.
   */
  @property({attribute: 'adapter-origin'}) adapterOrigin: string | null | undefined = '';
  /** Name of the channel to the adapter, as in `Five9.CrmSdk.interactionApi(name)`. */
  @property() name: string | null | undefined = '';
  /**
   * Milliseconds until a request fails because the adapter has not answered, or a dial fails because its call has not
   * started. 0 and `Infinity` mean no limit. Default: 60000.
   */
  @property({attribute: 'request-timeout', converter: optionalNumber}) requestTimeout: number | null | undefined =
    60_000;
  /**
   * The client that exchanges messages with the adapter. `adapter`: the client of this package. `crm-sdk`: an official
   * Five9 SDK in the page. `auto`: an official SDK if the page has loaded one or loads one later, otherwise the client
   * of this package. Default: `auto`.
   */
  @property() transport: TransportName | null | undefined = 'auto';
  /**
   * An official SDK, or the result of its `interactionApi()`. Set this property if the SDK is not at
   * `window.Five9.CrmSdk`, for example because a hidden frame or an AMD loader contains the SDK.
   */
  @property({attribute: false}) sdk: object | null | undefined;
  /**
   * Country code (ISO 3166, for example `US`) of the page's phone numbers that are written without a country code. The
   * service compares numbers with it, and `five9-dial-links` elements use it, unless they have their own. It has an
   * effect only on a page with `five9-dial-links`. No country code is added to a number that is dialled.
   */
  @property({attribute: 'default-country'}) defaultCountry: string | null | undefined;
  /**
   * Whether the element creates a separate service for its content. If this changes, the content changes to the other
   * service, and connects to the adapter of that service.
   */
  @property({type: Boolean}) scoped = false;

  @state() private problem = '';

  /** The separate service; `undefined` until the element is scoped for the first time. */
  #own: ScopedService | undefined;
  readonly #applied = new AppliedSettings();
  /** Whether the settings may differ from those that were applied. */
  #isOutdated = false;

  constructor() {
    super();
    new ContextConsumer(this, {
      context: serviceContext,
      subscribe: true,
      callback: () => {
        // Apply the settings again, because `resetPageService` may have replaced the page's service.
        this.#isOutdated = true;
        this.requestUpdate();
      },
    });
  }

  /** The service to which these settings apply. */
  get service(): InteractionService {
    // Apply the settings now, because the service starts if the page reads its `api`.
    this.#applySettings();
    return this.#target;
  }

  override connectedCallback(): void {
    // Provide the service before the content is connected, because the content then looks for its service.
    this.#updateScope();
    super.connectedCallback();
    // Apply the settings in the next update, because the page may still change them in this task.
    this.#isOutdated = true;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Wait a microtask, because an element that was only moved is in the page again after the microtask.
    queueMicrotask(() => {
      if (!this.isConnected) this.#own?.service.close();
    });
  }

  /** Does nothing. Without this method, the browser would disconnect an element that `moveBefore` moves. */
  connectedMoveCallback(): void {
    // The content moves with the element, and keeps its service.
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (SETTINGS.some((name) => changed.has(name))) this.#isOutdated = true;
    this.#applySettings();
  }

  override render() {
    return html`<slot></slot>${this.problem ? html`<p part="error" role="alert">${this.problem}</p>` : nothing}`;
  }

  get #target(): InteractionService {
    return this.scoped && this.#own ? this.#own.service : pageService();
  }

  #applySettings(): void {
    if (!this.#isOutdated || !this.isConnected) return;
    this.#isOutdated = false;
    this.#updateScope();
    this.#configure();
  }

  #updateScope(): void {
    if (this.scoped) {
      this.#own ??= new ScopedService(this);
      this.#own.start();
    } else {
      this.#own?.end();
    }
  }

  #configure(): void {
    try {
      this.#applied.apply(this.#target, readSettings(this));
      this.problem = '';
    } catch (cause) {
      const error = toInteractionApiError(cause);
      this.problem = error.errorMessage;
      this.dispatchEvent(new Five9ErrorEvent(error));
    }
  }
}
