import {html, nothing, type TemplateResult} from 'lit';
import {duration} from '../../../shared/words/duration.js';
import {Panel} from '../panel.js';
import type {Recording} from './recording.js';
import type {Replay, ReplaySpeed} from '../replay/replay.js';

/** What the panel asks for. */
export interface RecordingOwner {
  /** How much was recorded by now; nothing while nothing is recorded. */
  readonly recorded: number | undefined;
  /** What was recorded last. */
  readonly recording: Recording | undefined;
  /** What is to be replayed. */
  readonly loaded: Recording | undefined;
  readonly replay: Replay | undefined;
  record(): void;
  /** The recording that was made, to be handed out. */
  export(scrubbed: boolean, how: 'copy' | 'download' | 'load'): void;
  load(text: () => Promise<string>): void;
  play(speed: ReplaySpeed): void;
}

const SPEEDS: Record<ReplaySpeed, string> = {
  '1': 'As it was',
  '10': 'Ten times as fast',
  instant: 'All at once',
  step: 'Step by step',
};

const STATES = {
  connecting: 'Waits for the page',
  playing: 'Runs',
  paused: 'Paused',
  done: 'Done. Requests are answered until it is ended.',
  stopped: 'Ended',
};

/** Records a session, hands it out, and replays one. */
export class RecordingPanel extends Panel {
  #scrubs = true;
  #pasted = '';
  #speed: ReplaySpeed = '1';

  constructor(private readonly owner: RecordingOwner) {
    super('recording');
  }

  protected override view(): TemplateResult {
    const {recorded, recording} = this.owner;
    return html`
      <div>
        <h2>Record</h2>
        <div class="row">
          <button
            class=${recorded === undefined ? 'main' : 'main on'}
            @click=${() => {
              this.owner.record();
            }}
          >
            ${recorded === undefined ? 'Start recording' : 'Stop recording'}
          </button>
          <span class="quiet">
            ${recorded === undefined ? (recording ? summary(recording) : '') : `Recording: ${recorded} entries`}
          </span>
        </div>
        <label class="check">
          <input
            type="checkbox"
            .checked=${this.#scrubs}
            @change=${({target}: Event) => {
              this.#scrubs = (target as HTMLInputElement).checked;
            }}
          />
          Scrub numbers, names and texts
        </label>
        <details>
          <summary>What is scrubbed</summary>
          <p>
            Phone numbers become others of the same shape, addresses person1@example.com, names Name 1, values of
            variables and fields, comments and other texts Text 1; the same always becomes the same, so that it still
            runs. DTMF digits become 0. Kept are ids, types, states, times, and what the administrator has named:
            campaigns, skills, dispositions, variables. Headers that may hold a key are never recorded.
          </p>
        </details>
        ${
          recording
            ? html`<div class="row">
                ${this.#hand('download', 'Download')} ${this.#hand('copy', 'Copy recording')}
                ${this.#hand('load', 'Replay this one')}
              </div>`
            : nothing
        }
      </div>
      <div>
        <h2>Replay</h2>
        ${this.#source()} ${this.#player()}
      </div>
    `;
  }

  #hand(how: 'copy' | 'download' | 'load', words: string): TemplateResult {
    return html`<button
      @click=${() => {
        this.owner.export(this.#scrubs, how);
      }}
    >
      ${words}
    </button>`;
  }

  #source(): TemplateResult {
    return html`
      <label class="wide">
        Recording file
        <input
          type="file"
          accept=".json,application/json"
          @change=${({target}: Event) => {
            const [file] = (target as HTMLInputElement).files ?? [];
            if (file) this.owner.load(() => file.text());
          }}
        />
      </label>
      <label class="wide">
        or its text
        <textarea
          rows="2"
          spellcheck="false"
          .value=${this.#pasted}
          @input=${({target}: Event) => {
            this.#pasted = (target as HTMLTextAreaElement).value;
            this.requestUpdate();
          }}
        ></textarea>
      </label>
      <div class="row">
        <button
          ?disabled=${!this.#pasted.trim()}
          @click=${() => {
            this.owner.load(() => Promise.resolve(this.#pasted));
          }}
        >
          Read it
        </button>
        <span class="quiet">${this.owner.loaded ? `To replay: ${summary(this.owner.loaded)}` : ''}</span>
      </div>
    `;
  }

  #player(): TemplateResult {
    const {loaded, replay} = this.owner;
    const {state = 'stopped', progress} = replay ?? {};
    const runs = state !== 'stopped';
    return html`
      <div class="row">
        <label>
          Speed
          <select
            ?disabled=${!loaded}
            @change=${({target}: Event) => {
              this.#speed = (target as HTMLSelectElement).value as ReplaySpeed;
              if (replay) replay.speed = this.#speed;
              this.requestUpdate();
            }}
          >
            ${Object.entries(SPEEDS).map(
              ([speed, words]) => html`<option value=${speed} ?selected=${speed === this.#speed}>${words}</option>`,
            )}
          </select>
        </label>
        <button
          class="main"
          ?disabled=${!loaded || runs}
          @click=${() => {
            this.owner.play(this.#speed);
          }}
        >
          Replay
        </button>
        <button
          aria-pressed=${state === 'paused' ? 'true' : 'false'}
          ?disabled=${this.#speed === 'step' || (state !== 'playing' && state !== 'paused')}
          @click=${() => replay?.toggle()}
        >
          Pause replay
        </button>
        <button ?disabled=${state !== 'playing' && state !== 'paused'} @click=${() => replay?.step()}>
          Next event
        </button>
        <button ?disabled=${!runs} @click=${() => replay?.stop()}>End replay</button>
      </div>
      ${
        progress
          ? html`<div class="row">
              <progress aria-label="Replay" max=${progress.of} .value=${progress.told}></progress>
              <span class="quiet">${STATES[state]} ${progress.told} of ${progress.of} events</span>
            </div>`
          : nothing
      }
    `;
  }
}

const summary = ({entries, duration: ms, recordedAt, package: version, scrubbed}: Recording): string =>
  `${entries.length} entries, ${duration(Math.round(ms / 1000))}, ${recordedAt.slice(0, 'yyyy-mm-dd'.length)}, version ${version}, ${scrubbed ? 'scrubbed' : 'not scrubbed'}`;
