import type {ReactiveControllerHost} from 'lit';
import {type InteractionApiError, toInteractionApiError} from '../../interaction-api/errors.js';
import {Five9ErrorEvent} from '../../service/events.js';
import {toggleState} from './toggle-state.js';

/**
 * Runs the actions of an element. The element is pending until all actions have settled. If an action fails, shows and
 * dispatches the error.
 */
export class ActionController {
  /** The error of the last action; `undefined` if the last action has not failed. */
  error: InteractionApiError | undefined;
  #running = 0;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly states: CustomStateSet,
  ) {}

  /** Whether an action has not settled yet. */
  get pending(): boolean {
    return this.#running > 0;
  }

  /** Runs `action`. If the action fails, resolves with `undefined`, and shows and dispatches the error. */
  async run<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
    this.#running++;
    this.#setError(undefined);
    try {
      return await action();
    } catch (cause) {
      this.fail(cause);
      return undefined;
    } finally {
      this.#running--;
      this.#setError(this.error);
    }
  }

  /** Shows an error and dispatches `five9-error`. */
  fail(cause: unknown): void {
    const error = toInteractionApiError(cause);
    this.#setError(error);
    this.host.dispatchEvent(new Five9ErrorEvent(error));
  }

  /** Removes the error, because its cause no longer exists. */
  clear(): void {
    if (this.error) this.#setError(undefined);
  }

  #setError(error: InteractionApiError | undefined): void {
    this.error = error;
    toggleState(this.states, 'pending', this.pending);
    toggleState(this.states, 'error', error !== undefined);
    this.host.requestUpdate();
  }
}
