import type {ApiName} from '../api-names.js';
import {toInteractionApiError, type InteractionApiError} from '../../../interaction-api/errors.js';

/** An API call that the user made in the console. */
export interface ConsoleCall {
  readonly number: number;
  readonly api: ApiName;
  readonly method: string;
  readonly params: unknown;
  readonly state: 'running' | 'done' | 'failed';
  /** Milliseconds until the API call settled. Missing before that. */
  readonly took?: number;
  /** The result or the error, as text. Empty before the API call has settled. */
  readonly text: string;
}

/** Maximum number of API calls in the list. */
const MAX_CALLS = 50;

/** Functions that a `CallList` calls. */
export interface CallListListener {
  /** Called when an API call was added or has settled. */
  callsChanged(): void;
  /** Called when an API call has failed. Not called if the user has cancelled the API call. */
  callFailed(error: InteractionApiError): void;
}

/** The latest API calls of a console, newest first. */
export class CallList {
  #calls: readonly ConsoleCall[] = [];
  readonly #running = new Map<number, AbortController>();
  #count = 0;

  constructor(private readonly listener: CallListListener) {}

  get calls(): readonly ConsoleCall[] {
    return this.#calls;
  }

  /**
   * Makes an API call, adds it to the list, and updates its entry when it settles.
   *
   * @param send Makes the API call, and resolves with its result as text. The signal is aborted if the user cancels the
   *   API call.
   */
  async run(
    {api, method, params}: Pick<ConsoleCall, 'api' | 'method' | 'params'>,
    send: (signal: AbortSignal) => Promise<string>,
  ): Promise<void> {
    const number = ++this.#count;
    const {signal} = this.#begin(number);
    const startedAt = performance.now();
    const call: ConsoleCall = {number, api, method, params, state: 'running', text: ''};
    this.#calls = [call, ...this.#calls].slice(0, MAX_CALLS);
    this.listener.callsChanged();
    try {
      const text = await send(signal);
      this.#settle(number, {state: 'done', took: millisecondsSince(startedAt), text});
    } catch (cause) {
      const error = toInteractionApiError(cause, method);
      const text = `${error.errorCode}: ${error.errorMessage}`;
      this.#settle(number, {state: 'failed', took: millisecondsSince(startedAt), text});
      if (!signal.aborted) this.listener.callFailed(error);
    }
  }

  /** Cancels a running API call. */
  cancel(number: number): void {
    this.#running.get(number)?.abort();
  }

  #begin(number: number): AbortController {
    const controller = new AbortController();
    this.#running.set(number, controller);
    return controller;
  }

  #settle(number: number, outcome: Pick<ConsoleCall, 'state' | 'text'> & {took: number}): void {
    this.#running.delete(number);
    this.#calls = this.#calls.map((call) => (call.number === number ? {...call, ...outcome} : call));
    this.listener.callsChanged();
  }
}

/** Returns the milliseconds since a time, rounded to a tenth. */
const millisecondsSince = (start: number): number => Math.round((performance.now() - start) * 10) / 10;
