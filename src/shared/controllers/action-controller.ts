import type {ReactiveControllerHost} from 'lit';
import {type InteractionApiError, toInteractionApiError} from '../../interaction-api/errors.js';
import {Five9ErrorEvent} from '../../service/events.js';

/** What an element does outward: it is pending until it settles, and a failure is shown and told. */
export class ActionController {
  /** What went wrong last; nothing while all is well. */
  error: InteractionApiError | undefined;
  #running = 0;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly states: () => CustomStateSet,
  ) {}

  /** Whether an answer is awaited. */
  get pending(): boolean {
    return this.#running > 0;
  }

  /** Runs `action`. Resolves with nothing where it failed. */
  async run<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
    this.#running++;
    this.#become(undefined);
    try {
      return await action();
    } catch (cause) {
      this.fail(cause);
      return undefined;
    } finally {
      this.#running--;
      this.#become(this.error);
    }
  }

  /** Shows an error, and tells of it. */
  fail(cause: unknown): void {
    const error = toInteractionApiError(cause);
    this.#become(error);
    this.host.dispatchEvent(new Five9ErrorEvent(error));
  }

  /** Takes back the error: what it was about has passed. */
  clear(): void {
    if (this.error) this.#become(undefined);
  }

  #become(error: InteractionApiError | undefined): void {
    this.error = error;
    toggleState(this.states(), 'pending', this.pending);
    toggleState(this.states(), 'error', error !== undefined);
    this.host.requestUpdate();
  }
}

/** Sets or clears a state for `:state(…)`. */
export function toggleState(states: CustomStateSet, name: string, on: boolean): void {
  states[on ? 'add' : 'delete'](name);
}
