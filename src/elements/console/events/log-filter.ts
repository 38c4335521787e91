import {hasAllWords, searchText} from '../../../shared/parse/search-text.js';
import {type Kind, type LogEntry, searchTextOf} from './event-log.js';

/** The filter of the log: a text, and the kinds of entries that are hidden. */
export class LogFilter {
  text = '';
  readonly hiddenKinds = new Set<Kind>();

  setVisible(kind: Kind, isVisible: boolean): void {
    if (isVisible) this.hiddenKinds.delete(kind);
    else this.hiddenKinds.add(kind);
  }

  /** Returns the entries that contain all words of the text and whose kind is not hidden. */
  apply(entries: readonly LogEntry[]): LogEntry[] {
    const visible = entries.filter(({kind}) => !this.hiddenKinds.has(kind));
    const wanted = searchText(this.text);
    return wanted ? visible.filter((entry) => hasAllWords(searchTextOf(entry), wanted)) : visible;
  }
}
