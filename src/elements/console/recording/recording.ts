/**
 * The file format of a recording: what a page heard from Five9 and asked of it, in order, with times. It is JSON, UTF-8, for instance
 *
 *     {
 *       "format": "five9-elements/recording", "version": 1, "package": "0.1.0",
 *       "recordedAt": "2026-01-31T09:30:00.000Z", "scrubbed": true, "duration": 8200,
 *       "entries": [
 *         {"at": 0, "kind": "connection", "status": "connected"},
 *         {"at": 12, "kind": "event", "name": "callStarted", "params": {"callData": {…}}},
 *         {"at": 14, "kind": "request", "method": "getDispositions", "params": {…}, "took": 3, "result": […]},
 *         {"at": 20, "kind": "request", "method": "mute", "took": 2, "error": {"errorCode": "Generic", "errorMessage": "…"}},
 *         {"at": 31, "kind": "ws", "id": "4", "payload": {…}, "context": {…}},
 *         {"at": 40, "kind": "notice", "method": "objectVisited", "params": {…}}
 *       ]
 *     }
 *
 * Times are whole or broken milliseconds since the recording began, never going back. A request without `took` had no answer when the recording ended.
 * What another version has added is refused, not passed over: half a recording is no bug report.
 */

import {toJson} from '../plain.js';

/** Name of the format. */
export const RECORDING_FORMAT = 'five9-elements/recording';
/** Version of the format that is written, and the only one that is read. */
export const RECORDING_VERSION = 1;

/** A recorded session. */
export interface Recording {
  readonly format: typeof RECORDING_FORMAT;
  readonly version: typeof RECORDING_VERSION;
  /** Version of the package that made it. */
  readonly package: string;
  /** When the recording began: ISO 8601. */
  readonly recordedAt: string;
  /** Whether numbers, names, values and free text were replaced. */
  readonly scrubbed: boolean;
  /** Milliseconds from its beginning to its end. */
  readonly duration: number;
  /** What happened, in order. */
  readonly entries: readonly RecordingEntry[];
}

/** Something that happened, `at` milliseconds after the recording began. */
export type RecordingEntry = {readonly at: number} & (
  | {readonly kind: 'connection'; readonly status: ConnectionStatus; readonly reason?: string}
  /** An SDK event with its `params`. */
  | {readonly kind: 'event'; readonly name: string; readonly params?: unknown}
  /** A WebSocket event. */
  | {readonly kind: 'ws'; readonly id: string; readonly payload?: unknown; readonly context?: unknown}
  /** `click2dial` or `objectVisited`: nobody answers. */
  | {readonly kind: 'notice'; readonly method: string; readonly params?: unknown}
  | ({readonly kind: 'request'} & RecordedRequest)
);

/** A request, and what has become of it. */
export interface RecordedRequest {
  readonly method: string;
  readonly params?: unknown;
  /** Milliseconds until the answer. Missing where there was none. */
  readonly took?: number;
  readonly result?: unknown;
  /** What it was rejected with, in place of a `result`. */
  readonly error?: RecordedError;
}

/** An `InteractionApiError`. */
export interface RecordedError {
  readonly errorCode: string;
  readonly errorMessage: string;
}

type ConnectionStatus = (typeof STATUSES)[number];

const STATUSES = ['connecting', 'connected', 'lost', 'unreachable'] as const;

/** What is wrong with a recording: where, what was expected there, and what was found. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';

  /** @param where Place in the file: `entries[3].at`. */
  constructor(
    readonly where: string,
    readonly expected: string,
    found: unknown,
  ) {
    super(`${where} must be ${expected}${found === undefined ? '; it is missing' : `, not ${inShort(found)}`}.`);
  }
}

/**
 * Reads a recording.
 * @throws `RecordingError` for anything that is not one from beginning to end.
 */
export function readRecording(text: string): Recording {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new RecordingError('The file', `JSON (${(error as Error).message})`, text);
  }
  const read = fields(value, 'The file', HEAD);
  let before = 0;
  for (const [index, entry] of (read['entries'] as unknown[]).entries()) {
    const where = `entries[${index}]`;
    const {kind} = Object(entry) as {kind?: unknown};
    const shape = typeof kind === 'string' && Object.hasOwn(ENTRIES, kind) ? ENTRIES[kind as Kind] : undefined;
    if (!shape) throw new RecordingError(`${where}.kind`, Object.keys(ENTRIES).join(', '), kind);
    const {at} = fields(entry, where, {kind: TEXT, at: NUMBER, ...shape}) as {at: number};
    if (at < before) throw new RecordingError(`${where}.at`, `${before} or more, as times never go back`, at);
    before = at;
  }
  return value as Recording;
}

type Kind = RecordingEntry['kind'];

/** What a field must be. */
interface Rule {
  readonly is: (value: unknown) => boolean;
  readonly words: string;
  readonly optional?: boolean;
}

const TEXT: Rule = {is: (value) => typeof value === 'string' && value !== '', words: 'a text'};
const NUMBER: Rule = {is: (value) => typeof value === 'number' && value >= 0, words: 'a number of milliseconds'};
const ANY: Rule = {is: () => true, words: '', optional: true};
const exactly = (wanted: string | number): Rule => ({is: (value) => value === wanted, words: inShort(wanted)});
const optional = (rule: Rule): Rule => ({...rule, optional: true});

const HEAD: Record<keyof Recording, Rule> = {
  format: exactly(RECORDING_FORMAT),
  version: exactly(RECORDING_VERSION),
  package: TEXT,
  recordedAt: {is: (value) => typeof value === 'string' && Number.isFinite(Date.parse(value)), words: 'a date'},
  scrubbed: {is: (value) => typeof value === 'boolean', words: 'true or false'},
  duration: NUMBER,
  entries: {is: Array.isArray, words: 'a list'},
};

const isError = (value: unknown): boolean => {
  const {errorCode, errorMessage} = Object(value) as Partial<RecordedError>;
  return typeof errorCode === 'string' && typeof errorMessage === 'string';
};

const ENTRIES: Record<Kind, Record<string, Rule>> = {
  connection: {
    status: {is: (value) => STATUSES.some((one) => one === value), words: STATUSES.join(', ')},
    reason: optional(TEXT),
  },
  event: {name: TEXT, params: ANY},
  ws: {id: TEXT, payload: ANY, context: ANY},
  notice: {method: TEXT, params: ANY},
  request: {
    method: TEXT,
    params: ANY,
    took: optional(NUMBER),
    result: ANY,
    error: optional({is: isError, words: '{errorCode, errorMessage}'}),
  },
};

/** The fields of an object that has these and no others. */
function fields(value: unknown, where: string, rules: Record<string, Rule>): Record<string, unknown> {
  if (value !== Object(value) || Array.isArray(value)) throw new RecordingError(where, 'an object', value);
  const found = value as Record<string, unknown>;
  const path = (name: string): string => (where.startsWith('entries') ? `${where}.${name}` : name);
  for (const [name, rule] of Object.entries(rules)) {
    const has = Object.hasOwn(found, name);
    if (has ? !rule.is(found[name]) : !rule.optional) throw new RecordingError(path(name), rule.words, found[name]);
  }
  const stranger = Object.keys(found).find((name) => !Object.hasOwn(rules, name));
  if (stranger !== undefined) throw new RecordingError(path(stranger), 'left out', found[stranger]);
  return found;
}

/** Enough of a value to know it by. */
function inShort(value: unknown): string {
  const text = toJson(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
