import type {SaveLogParams} from '../../sdk/crm-api/crm-api.types.js';
import type {ShownRecord} from './navigation.js';
import {reasonIn} from './not-saved.js';
import {type UnsavedLog, UnsavedLogs} from './unsaved-logs.js';

/** A link to a record that the browser has not opened. */
export interface RecordLink {
  readonly address: URL;
  readonly target: string;
  readonly name: string;
}

/** The functions that show the result of saving a log. */
export interface SavedLog {
  readonly saved: () => void;
  /** Shows that a try has failed, and that another one follows. */
  readonly delayed: (reason: string) => void;
  readonly failed: (reason: string) => void;
}

/** What the element shows of its work for the adapter. */
export class CrmWork {
  readonly #logs = new UnsavedLogs();
  readonly #changed: () => void;
  #status = '';
  #link: RecordLink | undefined;
  /** The last record that was shown in a window or frame with a name. */
  shown: ShownRecord | undefined;

  /** @param changed Called after each change. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The work of the element as text. */
  get status(): string {
    return this.#status;
  }

  get link(): RecordLink | undefined {
    return this.#link;
  }

  get unsavedLogs(): readonly UnsavedLog[] {
    return this.#logs.all;
  }

  show(status: string): void {
    this.#status = status;
    this.#changed();
  }

  /** Shows a link to a record that the browser has not opened; without a link, removes the link. */
  offer(link: RecordLink | undefined): void {
    this.#link = link;
    this.#changed();
  }

  /** Shows that a log is being saved. Returns the functions that show the result. */
  save(params: SaveLogParams): SavedLog {
    const key = this.#logs.keyOf(params);
    this.#logs.markSaving(key);
    this.show('Saving the log…');
    return {
      saved: () => {
        this.#logs.remove(key);
        this.show('Log saved');
      },
      delayed: (reason) => {
        // Keep the log, because the user may leave the page before the next try.
        this.#logs.set(key, params, reasonIn(reason));
        this.#logs.markSaving(key);
        this.#changed();
      },
      failed: (reason) => {
        // The element shows before the reason that the log was not saved.
        this.#logs.set(key, params, reasonIn(reason));
        this.show('');
      },
    };
  }

  /** Removes a log that was not saved. */
  discard(key: string): void {
    this.#logs.remove(key);
    this.#changed();
  }

  /** Shows only the logs of an agent, who is logged in now. */
  agentIs(agent: string): void {
    this.#logs.agentIs(agent);
    this.#changed();
  }

  /** Shows the logs that earlier pages of this tab have not saved. */
  restore(): void {
    this.#logs.restore();
    this.#changed();
  }
}

/** Returns the text for a number of found records. */
export function foundWords(count: number): string {
  if (count === 1) return '1 record found';
  return `${count || 'No'} records found`;
}
