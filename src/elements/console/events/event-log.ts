import {plain, toJson} from '../plain.js';

/** Kinds of what the log has, with what people call them. */
export const KINDS = {
  event: 'SDK events',
  ws: 'WebSocket',
  request: 'Requests',
  act: 'Elements',
  connection: 'Connection',
  error: 'Errors',
} as const;

/** Kind of a log entry. */
export type Kind = keyof typeof KINDS;

/** Something that happened. */
export interface LogEntry {
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly kind: Kind;
  readonly name: string;
  /** The word or two that say which one it was. */
  gist: string;
  /** All that came with it, as JSON. */
  json: string;
  /** What a filter looks through. */
  text: string;
}

/** How many entries are kept. A day at the phone makes thousands. */
export const KEPT = 1000;
/** The list is cut when it is so much longer: not at each entry. */
const SLACK = 200;

/** The last things that happened, oldest first. */
export class EventLog {
  #entries: LogEntry[] = [];
  #count = 0;

  /** How many there were in all. */
  get count(): number {
    return this.#count;
  }

  /** Those that are kept. */
  get entries(): readonly LogEntry[] {
    return this.#entries.slice(-KEPT);
  }

  add(kind: Kind, name: string, detail: unknown, gist = gistOf(detail)): LogEntry {
    const entry: LogEntry = {number: ++this.#count, time: Date.now(), kind, name, gist, json: '', text: ''};
    this.fill(entry, detail, gist);
    this.#entries.push(entry);
    if (this.#entries.length > KEPT + SLACK) this.#entries = this.#entries.slice(-KEPT);
    return entry;
  }

  /** Writes into an entry what is known of it now. */
  fill(entry: LogEntry, detail: unknown, gist = gistOf(detail)): void {
    entry.gist = gist;
    entry.json = detail === undefined ? '' : toJson(plain(detail));
    entry.text = `${entry.name} ${gist} ${entry.json}`.toLowerCase();
  }

  clear(): void {
    this.#entries = [];
    this.#count = 0;
  }
}

/** An entry's JSON in lines. */
export const linesOf = ({json}: LogEntry): string => (json ? JSON.stringify(JSON.parse(json), undefined, 2) : '');

/** An entry to be copied. */
export const entryText = (entry: LogEntry): string =>
  `${new Date(entry.time).toISOString()} ${entry.kind} ${entry.name} ${entry.gist}\n${linesOf(entry)}`.trimEnd();

type Loose = Partial<Record<string, Record<string, unknown>>>;

/** The word or two that say which one it was. */
function gistOf(detail: unknown): string {
  const all = Object(detail) as Record<string, unknown>;
  const {callData, chatData, emailData, callLogData, crmObject} = all as Loose;
  const {errorCode, status, reason, number, digits, disposition, id, context} = all;
  const words = [
    callData?.['callType'],
    callData?.['number'],
    callLogData?.['dispositionName'],
    (chatData ?? emailData)?.['interactionId'],
    crmObject?.['name'],
    errorCode,
    status,
    reason,
    number,
    digits,
    (Object(disposition) as Record<string, unknown>)['name'],
    context === undefined ? undefined : id,
    (Object(context) as Record<string, unknown>)['eventReason'],
  ];
  return words.filter((word) => ['string', 'number'].includes(typeof word) && word !== '').join(' · ');
}
