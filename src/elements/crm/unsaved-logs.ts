import {isRecord} from '../../interaction-api/is-record.js';
import {toJson} from '../../interaction-api/to-json.js';
import type {SaveLogParams} from '../../sdk/crm-api/crm-api.types.js';
import {readable} from '../../shared/parse/crm-record.js';
import {records, text} from '../../shared/parse/records.js';
import {randomHex} from '../../transport/envelope.js';
import {customerNumber, interactionIdOf} from './customer.js';

/** A log that was not saved. The agent can save it again. */
export interface UnsavedLog {
  /** A text that no other log has. */
  readonly key: string;
  readonly params: SaveLogParams;
  /** Text that names the interaction for the agent. */
  readonly title: string;
  readonly reason: string;
  /** Whether the log is being saved again. */
  readonly isSaving?: boolean;
}

/** A log with the facts that decide whether it is shown. */
interface KeptLog extends UnsavedLog {
  /** The agent whose log it is; `undefined` if the adapter has not reported the agent. */
  readonly agent: string | undefined;
  /** Time of the last failure, in milliseconds since 1970. */
  readonly failedAt: number;
}

/**
 * Storage key of the logs that were not saved. They stay in the tab, because a screen pop of the next call may load
 * another page.
 */
const KEY = 'five9-elements:unsaved-logs';
/** Largest number of stored logs. */
const MAX_STORED = 20;
/** Milliseconds for which a later page of the tab shows a log: longer than the shift of an agent. */
const MAX_AGE = 12 * 60 * 60 * 1000;

/**
 * The logs that were not saved. A log is shown only to its agent, because several agents may use a tab one after the
 * other.
 */
export class UnsavedLogs {
  #logs: readonly KeptLog[] = [];
  #agent: string | undefined;

  /** The logs of the agent who is logged in, and the logs whose agent is unknown. */
  get all(): readonly UnsavedLog[] {
    return this.#logs.filter(({agent}) => agent === undefined || agent === this.#agent);
  }

  /** Sets the agent who is logged in. */
  agentIs(agent: string): void {
    this.#agent = agent;
  }

  /** Reads the logs of pages that were in this tab before. Removes those that are too old. */
  restore(): void {
    const known = new Set(this.#logs.map(({key}) => key));
    const stored = read().filter(({key, failedAt}) => !known.has(key) && Date.now() - failedAt < MAX_AGE);
    this.#replace([...stored, ...this.#logs]);
  }

  /** Returns the key of a log. Each log of an interaction has the same key, so that only the newest one is kept. */
  keyOf(params: SaveLogParams): string {
    const id = interactionIdOf(params);
    const known = this.all.find(
      (log) => log.params === params || (id !== undefined && interactionIdOf(log.params) === id),
    );
    return known?.key ?? `${this.#agent ?? ''} ${id ?? randomHex()}`;
  }

  /** Adds a log, or changes the log with the same key. */
  set(key: string, params: SaveLogParams, reason: string): void {
    const log = {key, params, title: titleOf(params), reason, agent: this.#agent, failedAt: Date.now()};
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

  #replace(logs: readonly KeptLog[]): void {
    this.#logs = logs;
    const stored = logs
      .slice(-MAX_STORED)
      .map(({key, params, title, reason, agent, failedAt}) => ({key, params, title, reason, agent, failedAt}));
    try {
      if (stored.length) sessionStorage.setItem(KEY, toJson(stored));
      else sessionStorage.removeItem(KEY);
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

function read(): KeptLog[] {
  try {
    return records(JSON.parse(sessionStorage.getItem(KEY) ?? '[]'))
      .filter(({params}) => isRecord(params))
      .map(({key, params, title, reason, agent, failedAt}) => ({
        key: text(key),
        params: params as SaveLogParams,
        title: text(title),
        reason: text(reason),
        agent: text(agent) || undefined,
        failedAt: Number(failedAt) || 0,
      }));
  } catch {
    // Storage may be blocked, or another script may have stored another value.
    return [];
  }
}
