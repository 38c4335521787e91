import type {InterceptedCall} from '../../../interaction-api/methods.js';
import {isRecord} from '../../../interaction-api/is-record.js';
import type {Connection} from '../../../interaction-api/transport.js';
import type {Interaction} from '../../../service/interactions.js';
import {VERSION} from '../../../version.js';
import type {OtherApiName} from '../api-names.js';
import {hasAnswer} from '../has-answer.js';
import {plainCopy} from '../json.js';
import type {CallOutcome} from '../observe-calls.js';
import {
  type RecordedError,
  type Recording,
  RECORDING_FORMAT,
  RECORDING_VERSION,
  type RecordingEntry,
} from './recording.js';

/**
 * Headers that may contain passwords or tokens. A recording never contains their values, even if personal data is not
 * removed from it.
 */
const SECRET_HEADER = /auth|cookie|token|secret|key/i;

/** Records the events and questions that a page receives, and the API calls of the page. */
export class Recorder {
  readonly #startedAt = performance.now();
  readonly #recordedAt = new Date().toISOString();
  readonly #entries: RecordingEntry[] = [];

  /**
   * Begins a recording with the current state. Each live interaction is recorded as the events that an adapter sends
   * for it after a refresh of the page.
   *
   * @param live The live interactions.
   */
  constructor(connection: Connection, live: readonly Interaction[] = []) {
    this.connection(connection);
    for (const interaction of live) this.#interaction(interaction);
  }

  /** Number of recorded entries so far. */
  get size(): number {
    return this.#entries.length;
  }

  connection({status, reason}: Connection): void {
    this.#add({at: this.#now(), kind: 'connection', status, ...(reason && {reason})});
  }

  /** @param api The API of the event. Default: the Interaction API. */
  event(name: string, params: unknown, api?: OtherApiName): void {
    this.#add({at: this.#now(), kind: 'event', ...(api && {api}), name, params: plainCopy(params)});
  }

  /** Records an event of the page over another API than the Interaction API. */
  notice(method: string, params: unknown, api: OtherApiName): void {
    this.#add({at: this.#now(), kind: 'notice', api, method, params: plainCopy(params)});
  }

  ws(id: string, payload: unknown, context: unknown): void {
    this.#add({at: this.#now(), kind: 'ws', id, payload: plainCopy(payload), context: plainCopy(context)});
  }

  /** Records an API call. Returns a function that adds the outcome. */
  callStarted({method, params}: Pick<InterceptedCall, 'method' | 'params'>): (outcome: CallOutcome) => void {
    const copy = withoutSecrets(plainCopy(params));
    if (!hasAnswer(method)) {
      this.#add({at: this.#now(), kind: 'notice', method, params: copy});
      return () => undefined;
    }
    return this.#exchange({at: this.#now(), kind: 'request', method, params: copy});
  }

  /** Records a question to the page. Returns a function that adds the answer of the page. */
  questionStarted(api: OtherApiName, method: string, params: unknown): (outcome: CallOutcome) => void {
    return this.#exchange({at: this.#now(), kind: 'question', api, method, params: plainCopy(params)});
  }

  /** Records a request over another API than the Interaction API. Returns a function that adds the outcome. */
  requestStarted(api: OtherApiName, method: string, params: unknown): (outcome: CallOutcome) => void {
    return this.#exchange({at: this.#now(), kind: 'request', api, method, params: plainCopy(params)});
  }

  /** Returns the recording so far. */
  finish(): Recording {
    return {
      format: RECORDING_FORMAT,
      version: RECORDING_VERSION,
      package: VERSION,
      recordedAt: this.#recordedAt,
      scrubbed: false,
      duration: this.#now(),
      // Remove fields that are `undefined`, so that the recording is equal to its JSON.
      entries: JSON.parse(JSON.stringify(this.#entries)) as RecordingEntry[],
    };
  }

  /** Adds a request or a question. Returns a function that adds the outcome. */
  #exchange(started: Extract<RecordingEntry, {kind: 'request' | 'question'}>): (outcome: CallOutcome) => void {
    const index = this.#add(started);
    return ({took, result, error}) => {
      const outcome = error === undefined ? {result: plainCopy(result)} : {error: recordedError(error)};
      this.#entries[index] = {...started, took: rounded(took), ...outcome};
    };
  }

  #interaction({type, state, data}: Interaction): void {
    const prefix = type.toLowerCase();
    const params = {[`${prefix}Data`]: data};
    this.event(type === 'Call' ? 'callStarted' : `${prefix}Offered`, params);
    if (state !== 'offered') this.event(`${prefix}Accepted`, params);
    if (state === 'ended') this.event(`${prefix}Ended`, params);
  }

  /** Adds an entry. Returns its index. */
  #add(entry: RecordingEntry): number {
    return this.#entries.push(entry) - 1;
  }

  #now(): number {
    return rounded(performance.now() - this.#startedAt);
  }
}

/** Rounds a time to a tenth of a millisecond, because the clocks of browsers are not more precise. */
const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

/** Returns an error as a recording contains it. */
export function recordedError(error: unknown): RecordedError {
  const copy = plainCopy(error);
  const {errorCode, errorMessage, message} = Object(copy) as Record<string, unknown>;
  return {
    errorCode: typeof errorCode === 'string' ? errorCode : 'Generic',
    errorMessage: [errorMessage, message, copy].find((text) => typeof text === 'string') ?? 'Unknown error',
  };
}

function withoutSecrets(params: unknown): unknown {
  if (!isRecord(params) || !isRecord(params['headers'])) return params;
  const headers = Object.entries(params['headers']).map(([name, value]): [string, unknown] => [
    name,
    SECRET_HEADER.test(name) ? '(left out)' : value,
  ]);
  return {...params, headers: Object.fromEntries(headers)};
}
