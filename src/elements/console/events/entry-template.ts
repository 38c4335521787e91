import {html, nothing, type TemplateResult} from 'lit';
import {detailText, type LogEntry} from './event-log.js';

/** A log entry, its display state, and the functions for its buttons. */
export interface EntryView {
  readonly entry: LogEntry;
  readonly isOpen: boolean;
  /** Whether the Tab key stops at the entry. */
  readonly isTabStop: boolean;
  readonly onToggle: () => void;
  readonly onCopy: () => void;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** Renders an entry of the log. */
export function entryTemplate({entry, isOpen, isTabStop, onToggle, onCopy}: EntryView): TemplateResult {
  const {number, kind, name, summary, time} = entry;
  return html`<li data-kind=${kind} part="event">
    <button
      class="entry"
      data-number=${number}
      tabindex=${isTabStop ? 0 : -1}
      aria-expanded=${isOpen ? 'true' : 'false'}
      @click=${onToggle}
    >
      <time>${clock.format(time)}</time> <code>${name}</code> <bdi class="quiet">${summary}</bdi>
    </button>
    ${isOpen ? details(entry, onCopy) : nothing}
  </li>`;
}

const details = (entry: LogEntry, onCopy: () => void): TemplateResult =>
  html`<pre tabindex="0" role="group" aria-label=${`${entry.name} in full`} .textContent=${detailText(entry)}></pre>
    <button @click=${onCopy}>Copy</button>`;
