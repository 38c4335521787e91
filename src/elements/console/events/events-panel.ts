import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {Panel} from '../panel.js';
import {entryTemplate} from './entry-template.js';
import {type EventLog, type Kind, KINDS, type LogEntry, MAX_ENTRIES} from './event-log.js';
import {LogFilter} from './log-filter.js';

/** Data and functions that the panel uses. */
export interface EventsOwner {
  readonly log: EventLog;
  /** Ids of the WebSocket events that the log shows. */
  wsEventIds: readonly string[];
  copyEntries(entries: readonly LogEntry[]): void;
  announce(text: string): void;
}

/** Number of entries that are rendered at first, and that each press of the button 'Show … more' adds. */
const PAGE_SIZE = 100;

/**
 * The panel of the log, with the newest entries first. Renders at most once per animation frame, even if many events
 * arrive.
 */
export class EventsPanel extends Panel {
  readonly #filter = new LogFilter();
  /** Numbers of the entries whose details are shown. */
  readonly #open = new Set<number>();
  #rows = PAGE_SIZE;
  /** The entries at the moment when the user paused the log; `undefined` while the log is not paused. */
  #paused: {entries: readonly LogEntry[]; count: number} | undefined;
  /** Number of the entry at which the Tab key stops: the entry that had the focus last. */
  #tabStop = 0;

  constructor(private readonly owner: EventsOwner) {
    super('events');
  }

  protected override schedule(run: () => void): void {
    requestAnimationFrame(run);
  }

  protected override template(): TemplateResult {
    const {log} = this.owner;
    const {entries, count} = this.#paused ?? log;
    const found = this.#filter.apply(entries).reverse();
    const shown = found.slice(0, this.#rows);
    return html`
      <h2>Events</h2>
      <div class="row">${this.#filterField()} ${this.#wsEventIdsField()}</div>
      <fieldset class="row kinds">
        <legend class="hidden">Kinds</legend>
        ${Object.entries(KINDS).map(([kind, label]) => this.#kindCheckbox(kind as Kind, label))}
      </fieldset>
      <div class="row">
        <button aria-pressed=${this.#paused ? 'true' : 'false'} @click=${this.#onPause}>Pause</button>
        <button @click=${this.#onClear}>Clear</button>
        <button
          ?disabled=${!found.length}
          @click=${() => {
            this.owner.copyEntries([...found].reverse());
          }}
        >
          Copy all
        </button>
        <span class="count">${countText(found.length, count, log.count)}</span>
      </div>
      ${shown.length ? this.#list(shown) : emptyText(count)} ${this.#moreButton(found.length - shown.length)}
    `;
  }

  #filterField(): TemplateResult {
    return html`<label class="grow">
      Filter
      <input
        type="search"
        autocomplete="off"
        .value=${this.#filter.text}
        @input=${(event: Event) => {
          this.#filter.text = (event.target as HTMLInputElement).value;
          this.#rows = PAGE_SIZE;
          this.requestUpdate();
        }}
      />
    </label>`;
  }

  #wsEventIdsField(): TemplateResult {
    return html`<label class="grow">
      WebSocket event ids
      <input
        autocomplete="off"
        placeholder="4 5 29"
        .value=${this.owner.wsEventIds.join(' ')}
        @change=${(event: Event) => {
          const {value} = event.target as HTMLInputElement;
          this.owner.wsEventIds = value.split(/[\s,]+/).filter(Boolean);
        }}
      />
    </label>`;
  }

  #kindCheckbox(kind: Kind, label: string): TemplateResult {
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${!this.#filter.hiddenKinds.has(kind)}
        @change=${(event: Event) => {
          this.#filter.setVisible(kind, (event.target as HTMLInputElement).checked);
          this.requestUpdate();
        }}
      />
      ${label}
    </label>`;
  }

  #list(shown: readonly LogEntry[]): TemplateResult {
    const tabStop = shown.find(({number}) => number === this.#tabStop) ?? shown[0];
    return html`<ol part="events" reversed @keydown=${this.#onKeyDown} @focusin=${this.#onFocusIn}>
      ${repeat(
        shown,
        ({number}) => number,
        (entry) =>
          entryTemplate({
            entry,
            isOpen: this.#open.has(entry.number),
            isTabStop: entry === tabStop,
            onToggle: () => this.#toggle(entry),
            onCopy: () => this.owner.copyEntries([entry]),
          }),
      )}
    </ol>`;
  }

  #moreButton(remaining: number): TemplateResult | typeof nothing {
    if (!remaining) return nothing;
    return html`<button
      @click=${() => {
        this.#rows += PAGE_SIZE;
        this.requestUpdate();
      }}
    >
      Show ${Math.min(PAGE_SIZE, remaining)} more
    </button>`;
  }

  #toggle({number}: LogEntry): void {
    if (!this.#open.delete(number)) this.#open.add(number);
    this.requestUpdate();
  }

  readonly #onClear = (): void => {
    this.owner.log.clear();
    if (this.#paused) this.#paused = {entries: [], count: 0};
    this.#open.clear();
    this.requestUpdate();
    this.owner.announce('Cleared');
  };

  readonly #onPause = (): void => {
    const {entries, count} = this.owner.log;
    if (this.#paused) {
      this.owner.announce(`The log continues. Events during the pause: ${count - this.#paused.count}`);
      this.#paused = undefined;
    } else {
      this.owner.announce('Paused');
      this.#paused = {entries, count};
    }
    this.requestUpdate();
  };

  readonly #onFocusIn = (event: Event): void => {
    const number = Number((event.target as HTMLElement).dataset['number']);
    if (!number || number === this.#tabStop) return;
    this.#tabStop = number;
    this.requestUpdate();
  };

  /**
   * Moves the focus to another entry with the arrow keys, Home and End, because the Tab key stops at only one entry.
   */
  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const rows = [...this.root.querySelectorAll<HTMLElement>('.entry')];
    const index = rows.indexOf(event.target as HTMLElement);
    const next = {ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: rows.length - 1}[event.key];
    if (index < 0 || next === undefined) return;
    event.preventDefault();
    rows[next]?.focus();
  };
}

/**
 * Returns the numbers of entries as text.
 *
 * @param found Number of entries that match the filter.
 * @param count Number of all entries so far. While the log is paused, the number of all entries at the start of the
 *   pause.
 * @param total Number of all entries so far.
 */
function countText(found: number, count: number, total: number): string {
  const texts = [`${count} ${count === 1 ? 'entry' : 'entries'}`];
  if (count > MAX_ENTRIES) texts.push(`the last ${MAX_ENTRIES} kept`);
  if (found !== Math.min(count, MAX_ENTRIES)) texts.push(`${found} shown`);
  if (total > count) texts.push(`${total - count} arrived during the pause`);
  return texts.join(', ');
}

const emptyText = (count: number): TemplateResult =>
  html`<p class="quiet">${count ? 'Nothing matches the filter.' : 'Nothing has happened yet.'}</p>`;
