import {isRecord} from '../../interaction-api/is-record.js';
import {toJson} from '../../interaction-api/to-json.js';
import type {SaveLogParams} from '../../sdk/crm-api/crm-api.types.js';
import {readable} from '../../shared/parse/crm-record.js';
import {records, text} from '../../shared/parse/records.js';
import {customerNumber, interactionIdOf} from './customer.js';

/** A log that was not saved. The agent can save it again. */
export interface UnsavedLog {
  /** Id of the interaction; a text that no other log has if the adapter sent no id. */
  readonly key: string;
  readonly params: SaveLogParams;
  /** Text that names the interaction for the agent. */
  readonly title: string;
  readonly reason: string;
  /** Whether the log is being saved again. */
  readonly isSaving?: boolean;
}

/**
 * Storage key of the logs that were not saved. They stay in the tab, because a screen pop of the next call may load
 * another page.
 */
const KEY = 'five9-elements:unsaved-logs';
/** Largest number of stored logs. */
const MAX_STORED = 20;

let logsWithoutId = 0;

/** The logs that were not saved. */
export class UnsavedLogs {
  #logs: readonly UnsavedLog[] = [];

  get all(): readonly UnsavedLog[] {
    return this.#logs;
  }

  /** Reads the logs of pages that were in this tab before. */
  restore(): void {
    const known = new Set(this.#logs.map(({key}) => key));
    this.#logs = [...read().filter(({key}) => !known.has(key)), ...this.#logs];
  }

  /** Returns the key of a log. Each log of an interaction has the same key, so that only the newest one is kept. */
  keyOf(params: SaveLogParams): string {
    const known = this.#logs.find((log) => log.params === params);
    return known?.key ?? interactionIdOf(params) ?? `log ${++logsWithoutId}`;
  }

  /** Adds a log, or changes the log with the same key. */
  set(key: string, params: SaveLogParams, reason: string): void {
    const log = {key, params, title: titleOf(params), reason};
    const isKnown = this.#logs.some((other) => other.key === key);
    this.#replace(isKnown ? this.#logs.map((other) => (other.key === key ? log : other)) : [...this.#logs, log]);
  }

  /** Shows that a log is being saved again. */
  markSaving(key: string): void {
    this.#logs = this.#logs.map((log) => (log.key === key ? {...log, isSaving: true} : log));
  }

  remove(key: string): void {
    if (this.#logs.some((log) => log.key === key)) this.#replace(this.#logs.filter((log) => log.key !== key));
  }

  #replace(logs: readonly UnsavedLog[]): void {
    this.#logs = logs;
    try {
      const stored = logs.slice(-MAX_STORED).map(({key, params, title, reason}) => ({key, params, title, reason}));
      sessionStorage.setItem(KEY, toJson(stored));
    } catch {
      // The log stays in this page, because storage may be blocked or full, or the log may be no JSON.
    }
  }
}

/** Returns a text that names the log for the agent. */
function titleOf(params: SaveLogParams): string {
  const {interactionType, interactionLogData} = Object(params) as Partial<SaveLogParams>;
  const {subject} = Object(interactionLogData) as {subject?: unknown};
  return readable(subject) || `${text(interactionType)} ${customerNumber(params)}`.trim();
}

function read(): UnsavedLog[] {
  try {
    return records(JSON.parse(sessionStorage.getItem(KEY) ?? '[]'))
      .filter(({params}) => isRecord(params))
      .map(({key, params, title, reason}) => ({
        key: text(key),
        params: params as SaveLogParams,
        title: text(title),
        reason: text(reason),
      }));
  } catch {
    // Storage may be blocked, or another script may have stored another value.
    return [];
  }
}
