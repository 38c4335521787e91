import type {Kind, LogEntry} from './event-log.js';

/** The filter of the log: a text, and the kinds of entries that are hidden. */
export class LogFilter {
  text = '';
  readonly hiddenKinds = new Set<Kind>();

  setVisible(kind: Kind, isVisible: boolean): void {
    if (isVisible) this.hiddenKinds.delete(kind);
    else this.hiddenKinds.add(kind);
  }

  /** Returns the entries that contain the text and whose kind is not hidden. */
  apply(entries: readonly LogEntry[]): LogEntry[] {
    const text = this.text.toLowerCase();
    return entries.filter(({kind, searchText}) => !this.hiddenKinds.has(kind) && searchText.includes(text));
  }
}
