import {html, LitElement, type TemplateResult} from 'lit';
import type {InteractionApiError} from '../../interaction-api/errors.js';
import type {SdkEventContext} from '../../service/events.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {VERSION} from '../../version.js';
import {ActionController} from '../controllers/action-controller.js';
import {ServiceController, type ServiceHost} from '../controllers/service-controller.js';
import {toggleState} from '../controllers/toggle-state.js';
import {hostStyles} from '../styles/host-styles.js';
import {errorWords} from '../words/error-words.js';
import {convertProperties, PropertyValues} from './property-values.js';

/**
 * The base class of all elements. It finds the service for the element, and runs the element's actions. While an action
 * runs, the element is pending. If an action fails, the element shows and dispatches the error.
 *
 * @csspart error - The error, as text.
 * @cssstate pending - An action has not settled yet.
 * @cssstate error - An error is shown.
 * @fires {Five9ErrorEvent} five9-error - An action failed. `detail` is the `InteractionApiError`.
 */
export abstract class Five9Element extends LitElement implements ServiceHost {
  /** Version of the package that registered the element. */
  static readonly version = VERSION;
  static override styles = [hostStyles];
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};

  protected readonly internals = this.attachInternals();
  readonly #service = new ServiceController(this);
  readonly #values = new PropertyValues(this);
  /** Controller that runs the actions of the element. Other controllers of the element also use it. */
  protected readonly action = new ActionController(this, this.internals.states);

  constructor() {
    super();
    // Add this controller after all others of this class, because they clear the state.
    this.addController({hostUpdate: () => this.setState('error', this.#shownError !== undefined)});
  }

  /** Prepares the class before its first element. Makes each property convert the values that the page sets. */
  protected static override finalize(): void {
    const isFirst = !Object.hasOwn(this, 'finalized');
    super.finalize();
    if (isFirst) convertProperties(this.prototype, this.elementProperties);
  }

  /**
   * The service of the nearest `five9-provider scoped` around the element; without such a provider, the service of the
   * page.
   */
  get service(): InteractionService | undefined {
    return this.#service.service;
  }

  /**
   * Finds the service again. The browser calls this method when `moveBefore` moves the element or an element around it.
   * Because this method exists, the browser does not disconnect the element, so the element keeps its state.
   */
  connectedMoveCallback(): void {
    this.#service.hostMoved();
  }

  /** Updates the element. Called when the connection or an interaction has changed. */
  serviceChanged(): void {
    this.requestUpdate();
  }

  /**
   * Returns whether a copy of an SDK event is dispatched at this element too. Returns false; an element that shows an
   * interaction overrides this method.
   */
  concerns(_event: SdkEventContext): boolean {
    return false;
  }

  /**
   * Returns the value that a property takes, when the page sets the property.
   * @internal
   */
  convertProperty(...args: Parameters<PropertyValues['convert']>): unknown {
    return this.#values.convert(...args);
  }

  /** Returns whether the element has refused the value that the page has set last as this property. */
  protected isRefused(name: PropertyKey): boolean {
    return this.#values.isRefused(name);
  }

  /**
   * Shows and reports an error about the value of a property, until the property gets a new value. Call this method in
   * `willUpdate`.
   */
  protected reportValue(name: keyof this, error: InteractionApiError): void {
    this.#values.report(name, error);
  }

  /** The error of the last action; `undefined` if the last action has not failed. */
  protected get error(): InteractionApiError | undefined {
    return this.action.error;
  }

  /** Whether an action has not settled yet. */
  protected get pending(): boolean {
    return this.action.pending;
  }

  /** Runs an action. If the action fails, resolves with `undefined`, shows the error and dispatches `five9-error`. */
  protected run<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
    return this.action.run(action);
  }

  /** Shows an error and dispatches `five9-error`. */
  protected fail(cause: unknown): void {
    this.action.fail(cause);
  }

  /** Removes the error, because its cause no longer exists. */
  protected clearError(): void {
    this.action.clear();
  }

  /** Sets or clears a custom state, for `:state(…)` in CSS. */
  protected setState(name: string, on: boolean): void {
    toggleState(this.internals.states, name, on);
  }

  /**
   * Renders the error. The paragraph is always in the shadow root, because a screen reader announces only changes of an
   * existing alert.
   */
  protected renderError(): TemplateResult {
    const error = this.#shownError;
    return html`<p part="error" role="alert" ?hidden=${!error}>${errorWords(error)}</p>`;
  }

  get #shownError(): InteractionApiError | undefined {
    return this.error ?? this.#values.error;
  }
}
