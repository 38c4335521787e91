import {html, nothing, type TemplateResult} from 'lit';
import {duration} from '../../../shared/words/duration.js';
import {Panel} from '../panel.js';
import type {Replay, ReplaySpeed} from '../replay/replay.js';
import type {Recording} from './recording.js';

/** Data and functions that the panel uses. */
export interface RecordingOwner {
  /** Number of recorded entries; `undefined` while nothing is recorded. */
  readonly recordedEntries: number | undefined;
  /** The last finished recording of this page. */
  readonly recording: Recording | undefined;
  /** The recording that is loaded for a replay. */
  readonly loaded: Recording | undefined;
  readonly replay: Replay | undefined;
  /** Starts a recording, or stops the current recording. */
  toggleRecording(): void;
  copyRecording(isScrubbed: boolean): void;
  downloadRecording(isScrubbed: boolean): void;
  /** Loads the last finished recording of this page for a replay. */
  loadRecording(isScrubbed: boolean): void;
  /** Loads a recording for a replay, from the text that `readText` returns. */
  load(readText: () => string | Promise<string>): void;
  startReplay(speed: ReplaySpeed): void;
}

const SPEEDS: Record<ReplaySpeed, string> = {
  '1': 'As it was',
  '10': 'Ten times as fast',
  instant: 'All at once',
  step: 'Step by step',
};

const REPLAY_STATES = {
  connecting: 'Waiting for the page',
  playing: 'Runs',
  paused: 'Paused',
  done: 'All events are sent. Requests get recorded answers until you end the replay.',
  stopped: 'Ended',
};

/** The panel with which the user records a session, exports the recording, and replays a recording. */
export class RecordingPanel extends Panel {
  #isScrubbed = true;
  #pastedText = '';
  #speed: ReplaySpeed = '1';

  constructor(private readonly owner: RecordingOwner) {
    super('recording');
  }

  protected override template(): TemplateResult {
    return html`
      <div>
        <h2>Record</h2>
        ${this.#recorder()} ${this.#scrubSettings()} ${this.owner.recording ? this.#exportButtons() : nothing}
      </div>
      <div>
        <h2>Replay</h2>
        ${this.#source()} ${this.#player()} ${this.#progress()}
      </div>
    `;
  }

  #recorder(): TemplateResult {
    const {recordedEntries, recording} = this.owner;
    const isRecording = recordedEntries !== undefined;
    const recordingText = recording ? summaryOf(recording) : '';
    return html`<div class="row">
      <button
        class=${isRecording ? 'main on' : 'main'}
        @click=${() => {
          this.owner.toggleRecording();
        }}
      >
        ${isRecording ? 'Stop recording' : 'Start recording'}
      </button>
      <span class="quiet"> ${isRecording ? `Recording: ${recordedEntries} entries` : recordingText} </span>
    </div>`;
  }

  #scrubSettings(): TemplateResult {
    return html`<label class="check">
        <input
          type="checkbox"
          .checked=${this.#isScrubbed}
          @change=${(event: Event) => {
            this.#isScrubbed = (event.target as HTMLInputElement).checked;
          }}
        />
        Scrub numbers, names and texts
      </label>
      <details>
        <summary>What is replaced</summary>
        <p>
          Phone numbers become other numbers of the same shape, addresses become person1@example.com, names become Name
          1. Values of variables and fields, comments and other texts become Text 1. The same text always gets the same
          replacement, so the recording can still be replayed. DTMF digits become 0. Ids, types, states, times, and
          names that the administrator chose (campaigns, skills, dispositions, variables) are kept. Headers that may
          hold a key are never recorded.
        </p>
      </details>`;
  }

  #exportButtons(): TemplateResult {
    return html`<div class="row">
      <button
        @click=${() => {
          this.owner.downloadRecording(this.#isScrubbed);
        }}
      >
        Download
      </button>
      <button
        @click=${() => {
          this.owner.copyRecording(this.#isScrubbed);
        }}
      >
        Copy recording
      </button>
      <button
        @click=${() => {
          this.owner.loadRecording(this.#isScrubbed);
        }}
      >
        Load for replay
      </button>
    </div>`;
  }

  #source(): TemplateResult {
    const {loaded} = this.owner;
    return html`
      <label class="wide">
        Recording file
        <input
          type="file"
          accept=".json,application/json"
          @change=${(event: Event) => {
            const [file] = (event.target as HTMLInputElement).files ?? [];
            if (file) this.owner.load(() => file.text());
          }}
        />
      </label>
      <label class="wide">
        or paste its text
        <textarea
          rows="2"
          spellcheck="false"
          .value=${this.#pastedText}
          @input=${(event: Event) => {
            this.#pastedText = (event.target as HTMLTextAreaElement).value;
            this.requestUpdate();
          }}
        ></textarea>
      </label>
      <div class="row">
        <button
          ?disabled=${!this.#pastedText.trim()}
          @click=${() => {
            this.owner.load(() => this.#pastedText);
          }}
        >
          Load
        </button>
        <span class="quiet">${loaded ? `To replay: ${summaryOf(loaded)}` : ''}</span>
      </div>
    `;
  }

  #player(): TemplateResult {
    const {loaded, replay} = this.owner;
    const state = replay?.state ?? 'stopped';
    const isStarted = state === 'playing' || state === 'paused';
    return html`
      <div class="row">
        ${this.#speedField()}
        <button
          class="main"
          ?disabled=${!loaded || state !== 'stopped'}
          @click=${() => {
            this.owner.startReplay(this.#speed);
          }}
        >
          Replay
        </button>
        <button
          aria-pressed=${state === 'paused' ? 'true' : 'false'}
          ?disabled=${this.#speed === 'step' || !isStarted}
          @click=${() => replay?.togglePause()}
        >
          Pause replay
        </button>
        <button ?disabled=${!isStarted} @click=${() => replay?.step()}>Next event</button>
        <button ?disabled=${state === 'stopped'} @click=${() => replay?.stop()}>End replay</button>
      </div>
    `;
  }

  #speedField(): TemplateResult {
    const {loaded, replay} = this.owner;
    return html`<label>
      Speed
      <select
        ?disabled=${!loaded}
        @change=${(event: Event) => {
          this.#speed = (event.target as HTMLSelectElement).value as ReplaySpeed;
          if (replay) replay.speed = this.#speed;
          this.requestUpdate();
        }}
      >
        ${Object.entries(SPEEDS).map(
          ([speed, label]) => html`<option value=${speed} ?selected=${speed === this.#speed}>${label}</option>`,
        )}
      </select>
    </label>`;
  }

  #progress(): TemplateResult | typeof nothing {
    const {replay} = this.owner;
    if (!replay) return nothing;
    const {state, progress, differences} = replay;
    return html`<div class="row">
      <progress aria-label="Replay" max=${progress.total} .value=${progress.played}></progress>
      <span class="quiet">${REPLAY_STATES[state]} ${progress.played} of ${progress.total} events</span>
      ${differences ? html`<span class="wrong">${differenceText(differences)}</span>` : nothing}
    </div>`;
  }
}

const differenceText = (count: number): string =>
  count === 1
    ? '1 answer of the page differs from the recording. The log shows it.'
    : `${count} answers of the page differ from the recording. The log shows them.`;

function summaryOf({entries, duration: milliseconds, recordedAt, package: version, scrubbed}: Recording): string {
  const length = duration(Math.round(milliseconds / 1000));
  const day = recordedAt.slice(0, 'yyyy-mm-dd'.length);
  return `${entries.length} entries, ${length}, ${day}, version ${version}, ${scrubbed ? 'scrubbed' : 'not scrubbed'}`;
}
