import {searchText} from '../../../shared/parse/search-text.js';
import {plainCopy} from '../json.js';
import {summaryOf} from './entry-summary.js';

/** Kinds of log entries, with their names for users. */
export const KINDS = {
  event: 'SDK events',
  ws: 'WebSocket',
  request: 'Requests',
  question: 'Questions',
  act: 'Elements',
  connection: 'Connection',
  error: 'Errors',
} as const;

/** Kind of a log entry. */
export type Kind = keyof typeof KINDS;

/** An entry of the log. Some fields can change, because a request gets its outcome later. */
export interface LogEntry {
  readonly number: number;
  /** Time of the entry, in milliseconds since the epoch. */
  readonly time: number;
  readonly kind: Kind;
  readonly name: string;
  /** A short text that distinguishes this entry from other entries of the same name. */
  summary: string;
  /** The details as JSON; empty if there are none. */
  json: string;
  /** Text that the filter searches; `undefined` until the filter searches the entry. */
  searchText: string | undefined;
}

/** Maximum number of entries in the log. A day of calls creates thousands of entries. */
export const MAX_ENTRIES = 1000;

/**
 * Number of entries above the maximum that the list may contain before the old entries are deleted. To delete one old
 * entry for each new entry would be slow.
 */
const SLACK = 200;

/** The log. It keeps the newest entries, in the order from old to new. */
export class EventLog {
  #entries: LogEntry[] = [];
  #count = 0;

  /** Number of all entries since the log was created or cleared, including entries that were deleted. */
  get count(): number {
    return this.#count;
  }

  /** The newest entries, at most `MAX_ENTRIES`. */
  get entries(): readonly LogEntry[] {
    return this.#entries.slice(-MAX_ENTRIES);
  }

  /**
   * Adds an entry.
   *
   * @param detail Details of the entry, which can be any value of the page. The entry contains a copy.
   * @param summary A short text about the entry. Default: a text that is derived from `detail`.
   */
  add(kind: Kind, name: string, detail: unknown, summary?: string): LogEntry {
    const entry: LogEntry = {
      number: ++this.#count,
      time: Date.now(),
      kind,
      name,
      summary: '',
      json: '',
      searchText: undefined,
    };
    this.update(entry, detail, summary);
    this.#entries.push(entry);
    if (this.#entries.length > MAX_ENTRIES + SLACK) this.#entries = this.#entries.slice(-MAX_ENTRIES);
    return entry;
  }

  /** Replaces the details and the summary of an entry. */
  update(entry: LogEntry, detail: unknown, summary?: string): void {
    const copy = plainCopy(detail);
    entry.summary = summary ?? summaryOf(copy);
    entry.json = copy === undefined ? '' : JSON.stringify(copy);
    entry.searchText = undefined;
  }

  clear(): void {
    this.#entries = [];
    this.#count = 0;
  }
}

/** Returns the text of an entry that the filter searches. */
export const searchTextOf = (entry: LogEntry): string =>
  (entry.searchText ??= searchText(`${entry.name} ${entry.summary} ${entry.json}`));

/** Returns the details of an entry as indented JSON. */
export const detailText = ({json}: LogEntry): string => (json ? JSON.stringify(JSON.parse(json), undefined, 2) : '');

/** Returns an entry as text for the clipboard. */
export const entryText = (entry: LogEntry): string =>
  `${new Date(entry.time).toISOString()} ${entry.kind} ${entry.name} ${entry.summary}\n${detailText(entry)}`.trimEnd();
