import {isRecord} from '../../../interaction-api/is-record.js';
import type {Connection} from '../../../interaction-api/transport.js';
import type {Interaction} from '../../../service/interactions.js';
import {VERSION} from '../../../version.js';
import {plain} from '../plain.js';
import {
  type RecordedError,
  type RecordedRequest,
  type Recording,
  RECORDING_FORMAT,
  RECORDING_VERSION,
  type RecordingEntry,
} from './recording.js';
import type {ObservedCall, Outcome} from '../tap.js';

type Mutable<Type> = {-readonly [Name in keyof Type]: Type[Name]};

/** Headers that open doors. They are in no recording, scrubbed or not. */
const SECRET_HEADER = /auth|cookie|token|secret|key/i;

/** Writes down what a page hears and asks. */
export class Recorder {
  readonly #began = performance.now();
  readonly #recordedAt = new Date().toISOString();
  readonly #entries: RecordingEntry[] = [];

  /** What there is when it begins is told first, as an adapter does it after a refresh. */
  constructor(connection: Connection, live: readonly Interaction[] = []) {
    this.connection(connection);
    for (const {type, state, data} of live) {
      const kind = type.toLowerCase();
      const params = {[`${kind}Data`]: data};
      this.event(`${kind}${type === 'Call' ? 'Started' : 'Offered'}`, params);
      if (state !== 'offered') this.event(`${kind}Accepted`, params);
      if (state === 'ended') this.event(`${kind}Ended`, params);
    }
  }

  /** How much there is. */
  get size(): number {
    return this.#entries.length;
  }

  connection({status, reason}: Connection): void {
    this.#write({kind: 'connection', status, ...(reason && {reason})});
  }

  event(name: string, params: unknown): void {
    this.#write({kind: 'event', name, params: plain(params)});
  }

  ws(id: string, payload: unknown, context: unknown): void {
    this.#write({kind: 'ws', id, payload: plain(payload), context: plain(context)});
  }

  /** Something was asked. What it returns takes the answer. */
  asked({method, params, answers}: ObservedCall): ((outcome: Outcome) => void) | undefined {
    const given = withoutSecrets(plain(params));
    if (!answers) {
      this.#write({kind: 'notice', method, params: given});
      return undefined;
    }
    const request: Mutable<RecordedRequest> = {method, params: given};
    this.#write({kind: 'request', ...request}, request);
    return ({took, result, error}) => {
      request.took = round(took);
      if (error === undefined) request.result = plain(result);
      else request.error = recordedError(error);
    };
  }

  /** The recording up to now. */
  finish(): Recording {
    return {
      format: RECORDING_FORMAT,
      version: RECORDING_VERSION,
      package: VERSION,
      recordedAt: this.#recordedAt,
      scrubbed: false,
      duration: this.#now(),
      // What JSON leaves out must not be in it before it goes through JSON either.
      entries: JSON.parse(JSON.stringify(this.#entries)) as RecordingEntry[],
    };
  }

  #write(entry: DistributiveOmit<RecordingEntry, 'at'>, open?: object): void {
    this.#entries.push(Object.assign(open ?? {}, entry, {at: this.#now()}));
  }

  #now(): number {
    return round(performance.now() - this.#began);
  }
}

type DistributiveOmit<Type, Name extends PropertyKey> = Type extends unknown ? Omit<Type, Name> : never;

/** A tenth of a millisecond is more than a browser tells. */
const round = (ms: number): number => Math.round(ms * 10) / 10;

function recordedError(error: unknown): RecordedError {
  const {errorCode = 'Generic', errorMessage, message} = Object(error) as Record<string, unknown>;
  return {errorCode: String(errorCode), errorMessage: String(errorMessage ?? message ?? error)};
}

function withoutSecrets(params: unknown): unknown {
  const {headers} = Object(params) as {headers?: Record<string, unknown>};
  if (!isRecord(headers)) return params;
  const kept = Object.entries(headers).map(([name, value]): [string, unknown] => [
    name,
    SECRET_HEADER.test(name) ? '(left out)' : value,
  ]);
  return {...(params as object), headers: Object.fromEntries(kept)};
}
