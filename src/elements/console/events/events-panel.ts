import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {type EventLog, KEPT, type Kind, KINDS, linesOf, type LogEntry} from './event-log.js';
import {Panel} from '../panel.js';

/** What the panel asks for. */
export interface EventsOwner {
  readonly log: EventLog;
  /** Ids of the WebSocket events that are heard. */
  readonly wsIds: readonly string[];
  hearWsEvents(ids: readonly string[]): void;
  copy(entries: readonly LogEntry[]): void;
  say(words: string): void;
}

/** How many rows are drawn at first, and how many more with each wish. */
const ROWS = 100;

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** The log of all that happens, newest first. Drawn once with each frame, however much happens. */
export class EventsPanel extends Panel {
  readonly #off = new Set<Kind>();
  readonly #open = new Set<number>();
  #text = '';
  #rows = ROWS;
  /** What was there when it was paused. */
  #frozen: {entries: readonly LogEntry[]; count: number} | undefined;
  /** The row that somebody went to last: the Tab key stops there. */
  #stop = 0;
  #frame = 0;

  constructor(private readonly owner: EventsOwner) {
    super('events');
  }

  protected override schedule(draw: () => void): void {
    this.#frame = requestAnimationFrame(draw);
  }

  /** What waits for a frame is drawn now: a page that is not seen has no frames. */
  flush(): void {
    cancelAnimationFrame(this.#frame);
    this.draw();
  }

  protected override view(): TemplateResult {
    const {log, wsIds} = this.owner;
    const {entries, count} = this.#frozen ?? log;
    const wanted = this.#text.toLowerCase();
    const found = entries.filter(({kind, text}) => !this.#off.has(kind) && text.includes(wanted)).reverse();
    const shown = found.slice(0, this.#rows);
    const stop = shown.find(({number}) => number === this.#stop) ?? shown[0];
    return html`
      <h2>Events</h2>
      <div class="row">
        <label class="grow">
          Filter
          <input type="search" autocomplete="off" .value=${this.#text} @input=${this.#onFilter} />
        </label>
        <label class="grow">
          WebSocket event ids
          <input
            autocomplete="off"
            placeholder="4 5 29"
            .value=${wsIds.join(' ')}
            @change=${({target}: Event) => {
              this.owner.hearWsEvents((target as HTMLInputElement).value.split(/[\s,]+/).filter(Boolean));
            }}
          />
        </label>
      </div>
      <fieldset class="row kinds">
        <legend class="hidden">Kinds</legend>
        ${Object.entries(KINDS).map(([kind, words]) => this.#kind(kind as Kind, words))}
      </fieldset>
      <div class="row">
        <button aria-pressed=${this.#frozen ? 'true' : 'false'} @click=${this.#onPause}>Pause</button>
        <button
          @click=${() => {
            log.clear();
            this.#frozen &&= {entries: [], count: 0};
            this.#open.clear();
            this.requestUpdate();
            this.owner.say('Cleared');
          }}
        >
          Clear
        </button>
        <button
          ?disabled=${!found.length}
          @click=${() => {
            this.owner.copy([...found].reverse());
          }}
        >
          Copy all
        </button>
        <span class="count">${this.#count(found.length, count, log.count)}</span>
      </div>
      ${
        shown.length
          ? html`<ol part="events" reversed @keydown=${this.#onKeyDown} @focusin=${this.#onFocusIn}>
              ${repeat(
                shown,
                ({number}) => number,
                (entry) => this.#entry(entry, entry === stop),
              )}
            </ol>`
          : html`<p class="quiet">${count ? 'Nothing matches the filter.' : 'Nothing has happened yet.'}</p>`
      }
      ${
        found.length > shown.length
          ? html`<button
              @click=${() => {
                this.#rows += ROWS;
                this.requestUpdate();
              }}
            >
              Show ${Math.min(ROWS, found.length - shown.length)} more
            </button>`
          : nothing
      }
    `;
  }

  #kind(kind: Kind, words: string): TemplateResult {
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${!this.#off.has(kind)}
        @change=${({target}: Event) => {
          if ((target as HTMLInputElement).checked) this.#off.delete(kind);
          else this.#off.add(kind);
          this.requestUpdate();
        }}
      />
      ${words}
    </label>`;
  }

  #entry(entry: LogEntry, isStop: boolean): TemplateResult {
    const {number, kind, name, gist, time} = entry;
    const open = this.#open.has(number);
    return html`<li data-kind=${kind} part="event">
      <button
        class="entry"
        data-number=${number}
        tabindex=${isStop ? 0 : -1}
        aria-expanded=${open}
        @click=${() => {
          if (!this.#open.delete(number)) this.#open.add(number);
          this.requestUpdate();
        }}
      >
        <time>${clock.format(time)}</time> <code>${name}</code> <bdi class="quiet">${gist}</bdi>
      </button>
      ${
        open
          ? html`<pre tabindex="0" role="group" aria-label=${`${name} in full`} .textContent=${linesOf(entry)}></pre>
              <button
                @click=${() => {
                  this.owner.copy([entry]);
                }}
              >
                Copy
              </button>`
          : nothing
      }
    </li>`;
  }

  #count(found: number, shown: number, all: number): string {
    const words = [`${shown} ${shown === 1 ? 'entry' : 'entries'}`];
    if (shown > KEPT) words.push(`the last ${KEPT} kept`);
    if (found !== Math.min(shown, KEPT)) words.push(`${found} shown`);
    if (all > shown) words.push(`${all - shown} came while paused`);
    return words.join(', ');
  }

  readonly #onFilter = ({target}: Event): void => {
    this.#text = (target as HTMLInputElement).value;
    this.#rows = ROWS;
    this.requestUpdate();
  };

  readonly #onPause = (): void => {
    const {entries, count} = this.owner.log;
    const missed = this.#frozen && count - this.#frozen.count;
    this.#frozen = this.#frozen ? undefined : {entries, count};
    this.requestUpdate();
    this.owner.say(missed === undefined ? 'Paused' : `Goes on; ${missed} came while paused`);
  };

  /** One row is a stop of the Tab key, the arrow keys go on from there: a hundred rows are not a hundred stops. */
  readonly #onFocusIn = ({target}: Event): void => {
    const number = Number((target as HTMLElement).dataset['number']);
    if (number && number !== this.#stop) {
      this.#stop = number;
      this.requestUpdate();
    }
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const rows = [...this.place.querySelectorAll<HTMLElement>('.entry')];
    const at = rows.indexOf(event.target as HTMLElement);
    const next = {ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1}[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    rows[next]?.focus();
  };
}
