import {html, LitElement, type TemplateResult} from 'lit';
import type {InteractionApiError} from '../../interaction-api/errors.js';
import type {SdkEventContext} from '../../service/events.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {VERSION} from '../../version.js';
import {ActionController, toggleState} from '../controllers/action-controller.js';
import {errorWords} from '../words/error-words.js';
import {hostStyles} from '../styles/host-styles.js';
import {ServiceController, type ServiceHost} from '../controllers/service-controller.js';

/**
 * What the elements have in common: the service, and how an action becomes pending, fails, and is told.
 *
 * @csspart error - What went wrong, in words.
 * @cssstate pending - While an answer is awaited.
 * @cssstate error - While an error is shown.
 * @fires {Five9ErrorEvent} five9-error - Something failed. `detail` is the `InteractionApiError`.
 */
export abstract class Five9Element extends LitElement implements ServiceHost {
  /** Version of the package that registered the element. */
  static readonly version = VERSION;
  static override styles = [hostStyles];
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};

  protected readonly internals = this.attachInternals();
  readonly #service = new ServiceController(this);
  readonly #action = new ActionController(this, () => this.internals.states);

  /** The service of this element: the nearest `five9-provider scoped`'s, else the page's. */
  get service(): InteractionService | undefined {
    return this.#service.service;
  }

  /** The service, or something that it knows, changed. */
  serviceChanged(): void {
    this.requestUpdate();
  }

  /** Whether an SDK event is to be heard at this element too. */
  concerns(_event: SdkEventContext): boolean {
    return false;
  }

  /** What went wrong last; nothing while all is well. */
  protected get error(): InteractionApiError | undefined {
    return this.#action.error;
  }

  /** Whether an answer is awaited. */
  protected get pending(): boolean {
    return this.#action.pending;
  }

  /** Runs an action: pending until it settles; a failure is shown and told. Nothing is returned where it failed. */
  protected run<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
    return this.#action.run(action);
  }

  /** Shows an error and tells of it. */
  protected fail(cause: unknown): void {
    this.#action.fail(cause);
  }

  /** Takes back the error: what it was about has passed. */
  protected clearError(): void {
    this.#action.clear();
  }

  /** Sets or clears a state for `:state(…)`. */
  protected setState(name: string, on: boolean): void {
    toggleState(this.internals.states, name, on);
  }

  /** The place of the error. It is always there, so that a screen reader hears what appears in it. */
  protected renderError(): TemplateResult {
    return html`<p part="error" role="alert" ?hidden=${!this.error}>${errorWords(this.error)}</p>`;
  }
}
