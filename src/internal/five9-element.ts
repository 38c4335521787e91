import {html, LitElement, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {type InteractionApiError, toInteractionApiError} from '../interaction-api/errors.js';
import {Five9ErrorEvent, type SdkEventContext} from '../service/events.js';
import type {InteractionService} from '../service/interaction-service.js';
import {VERSION} from '../transport/version.js';
import {errorWords} from './error-words.js';
import {hostStyles} from './host-styles.js';
import {ServiceController, type ServiceHost} from './service-controller.js';

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

  /** What went wrong last; nothing while all is well. */
  @state() protected error: InteractionApiError | undefined;
  /** Whether an answer is awaited. */
  @state() protected pending = false;

  readonly internals = this.attachInternals();
  readonly #controller = new ServiceController(this);
  #running = 0;

  /** The service of this element: the nearest `five9-provider scoped`'s, else the page's. */
  get service(): InteractionService | undefined {
    return this.#controller.service;
  }

  /** The service, or something that it knows, changed. */
  serviceChanged(): void {
    this.requestUpdate();
  }

  /** Whether an SDK event is to be heard at this element too. */
  concerns(_event: SdkEventContext): boolean {
    return false;
  }

  /** Runs an action: pending until it settles; a failure is shown and told. Nothing is returned where it failed. */
  protected async run<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
    this.#running++;
    this.pending = true;
    this.error = undefined;
    try {
      return await action();
    } catch (cause) {
      this.fail(cause);
      return undefined;
    } finally {
      this.pending = --this.#running > 0;
    }
  }

  /** Shows an error and tells of it. */
  protected fail(cause: unknown): void {
    this.error = toInteractionApiError(cause);
    this.dispatchEvent(new Five9ErrorEvent(this.error));
  }

  /** Sets or clears a state for `:state(…)`. */
  protected setState(name: string, on: boolean): void {
    if (on) this.internals.states.add(name);
    else this.internals.states.delete(name);
  }

  /** The place of the error. It is always there, so that a screen reader hears what appears in it. */
  protected renderError(): TemplateResult {
    return html`<p part="error" role="alert" ?hidden=${!this.error}>
      ${this.error ? errorWords(this.error) : ''}
    </p>`;
  }

  protected override willUpdate(): void {
    this.setState('pending', this.pending);
    this.setState('error', this.error !== undefined);
  }
}
