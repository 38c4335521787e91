/**
 * The file format of a recording. A recording contains the events that a page received from Five9 and the requests that
 * the page sent, in order and with times. The file is JSON in UTF-8. Example:
 *
 *     {
 *       "format": "five9-elements/recording", "version": 2, "package": "0.1.0",
 *       "recordedAt": "2026-01-31T09:30:00.000Z", "scrubbed": true, "duration": 8200,
 *       "entries": [
 *         {"at": 0, "kind": "connection", "status": "connected"},
 *         {"at": 12, "kind": "event", "name": "callStarted", "params": {"callData": {…}}},
 *         {"at": 14, "kind": "request", "method": "getDispositions", "params": {…}, "took": 3, "result": […]},
 *         {"at": 20, "kind": "request", "method": "mute", "took": 2, "error": {"errorCode": "Generic", "errorMessage": "…"}},
 *         {"at": 31, "kind": "ws", "id": "4", "payload": {…}, "context": {…}},
 *         {"at": 40, "kind": "notice", "method": "objectVisited", "params": {…}},
 *         {"at": 44, "kind": "event", "api": "applicationApi", "name": "loginStateChanged", "params": {"state": "WORKING"}},
 *         {"at": 50, "kind": "question", "api": "crmApi", "method": "search", "params": {…}, "took": 8, "result": {…}}
 *       ]
 *     }
 *
 * `api` is the API of an entry, if it is not the Interaction API. A question comes from Five9, and its result or error is
 * the answer of the page. Version 1 of the format has no questions and no `api`.
 *
 * Times are milliseconds since the recording began, and never decrease. A request without `took` had no answer when the
 * recording ended. `readRecording` refuses a file with unknown fields, because a replay that ignores a part of the
 * recording would be misleading.
 */

import type {OtherApiName} from '../api-names.js';

/** Name of the format. */
export const RECORDING_FORMAT = 'five9-elements/recording';
/** Version of the format that the package writes. The package also reads the versions before it. */
export const RECORDING_VERSION = 2;
/** The versions that the package reads. */
export const READABLE_VERSIONS = [1, 2] as const;

/** A recorded session. */
export interface Recording {
  readonly format: typeof RECORDING_FORMAT;
  readonly version: (typeof READABLE_VERSIONS)[number];
  /** Version of the package that made the recording. */
  readonly package: string;
  /** Start time of the recording, in ISO 8601. */
  readonly recordedAt: string;
  /** Whether numbers, names, values and free texts were replaced, so that the recording has no personal data. */
  readonly scrubbed: boolean;
  /** Length of the recording in milliseconds. */
  readonly duration: number;
  /** The recorded events, requests and changes of the connection, in order. */
  readonly entries: readonly RecordingEntry[];
}

/** A change of the connection, an event or a request, `at` milliseconds after the recording began. */
export type RecordingEntry = {readonly at: number} & (
  | {readonly kind: 'connection'; readonly status: ConnectionStatus; readonly reason?: string}
  /** An SDK event with its `params`. */
  | ({readonly kind: 'event'; readonly name: string; readonly params?: unknown} & OfApi)
  /** A WebSocket event. */
  | {readonly kind: 'ws'; readonly id: string; readonly payload?: unknown; readonly context?: unknown}
  /** An API call without an answer, for example `click2dial`. */
  | ({readonly kind: 'notice'; readonly method: string; readonly params?: unknown} & OfApi)
  | ({readonly kind: 'request'} & RecordedRequest & OfApi)
  | ({readonly kind: 'question'} & RecordedQuestion)
);

/** The API of an entry. */
interface OfApi {
  /** @default the Interaction API */
  readonly api?: OtherApiName;
}

/** A question of Five9 to the page, and the answer of the page. */
export interface RecordedQuestion extends RecordedRequest {
  readonly api: OtherApiName;
}

/** A request and its outcome. */
export interface RecordedRequest {
  readonly method: string;
  readonly params?: unknown;
  /** Milliseconds until the answer. Missing if there was no answer. */
  readonly took?: number;
  readonly result?: unknown;
  /** The error, if the request failed. A failed request has no `result`. */
  readonly error?: RecordedError;
}

/** The recorded fields of an `InteractionApiError`. */
export interface RecordedError {
  readonly errorCode: string;
  readonly errorMessage: string;
}

/** The states of a connection. */
export const CONNECTION_STATUSES = ['connecting', 'connected', 'lost', 'unreachable'] as const;

type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];
