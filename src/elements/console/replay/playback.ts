import type {RecordingEntry} from '../recording/recording.js';

/** Speed of a replay: the original speed, ten times as fast, everything at once, or one event at a time. */
export type ReplaySpeed = '1' | '10' | 'instant' | 'step';

/** An entry that a replay sends to the page. The other entries are calls, which the page may make again. */
export type PlayedEntry = Extract<RecordingEntry, {kind: 'connection' | 'event' | 'ws'}>;

/** State of a playback. */
export type PlaybackState = 'playing' | 'paused' | 'done';

/** Functions that a `Playback` calls. */
export interface PlaybackListener {
  /** Called to send an entry to the page. */
  play(entry: PlayedEntry): void;
  /** Called when the state or the position has changed. */
  playbackChanged(): void;
}

/** Plays recorded entries in their order and at their times. */
export class Playback {
  readonly #entries: readonly PlayedEntry[];
  readonly #listener: PlaybackListener;
  #state: PlaybackState = 'paused';
  /** Number of played entries. */
  #position = 0;
  /** Time of the entry that was played last, in milliseconds of the recording. */
  #time: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isHeld = false;

  constructor(
    entries: readonly RecordingEntry[],
    public speed: ReplaySpeed,
    listener: PlaybackListener,
  ) {
    this.#entries = playedEntries(entries);
    this.#time = this.#entries[0]?.at ?? 0;
    this.#listener = listener;
  }

  get state(): PlaybackState {
    return this.#state;
  }

  /** Number of entries that were played, and of all entries. */
  get progress(): {played: number; total: number} {
    return {played: this.#position, total: this.#entries.length};
  }

  /** Speed compared to the recording: 10 is ten times as fast. */
  get pace(): number {
    return Number(this.speed) || Infinity;
  }

  /** Starts the playback. With the speed `step`, the playback waits for the first step. */
  start(): void {
    this.#setState(this.speed === 'step' ? 'paused' : 'playing');
    this.#continue();
  }

  togglePause(): void {
    if (this.#state === 'playing') {
      clearTimeout(this.#timer);
      this.#setState('paused');
    } else if (this.#state === 'paused') {
      this.#setState('playing');
      this.#continue();
    }
  }

  /** Plays the next entry now. */
  step(): void {
    if (this.#isHeld || this.#state === 'done') return;
    this.#playNext();
    this.#continue();
  }

  /** Pauses the playback until `release` is called. */
  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    this.#continue();
  }

  /** Ends the playback. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#isHeld = true;
  }

  /** Plays all entries whose time has come, and waits for the next one. */
  #continue(): void {
    clearTimeout(this.#timer);
    if (this.speed === 'step' && this.#state === 'playing') this.#setState('paused');
    while (this.#state === 'playing' && !this.#isHeld) {
      const wait = this.#timeUntilNext();
      if (wait > 0) {
        this.#timer = setTimeout(() => {
          this.#playNext();
          this.#continue();
        }, wait);
        return;
      }
      this.#playNext();
    }
  }

  #timeUntilNext(): number {
    const next = this.#entries[this.#position];
    return next ? (next.at - this.#time) / this.pace : 0;
  }

  #playNext(): void {
    const next = this.#entries[this.#position];
    if (next) {
      this.#position++;
      this.#time = next.at;
      this.#listener.play(next);
    }
    if (this.#position === this.#entries.length) this.#setState('done');
    else this.#listener.playbackChanged();
  }

  #setState(state: PlaybackState): void {
    this.#state = state;
    this.#listener.playbackChanged();
  }
}

function playedEntries(entries: readonly RecordingEntry[]): PlayedEntry[] {
  const played = entries.filter(isPlayed);
  // Skip the connection entries at the beginning: the replay connects before it plays the first entry.
  const first = played.findIndex(({kind}) => kind !== 'connection');
  return first < 0 ? [] : played.slice(first);
}

const isPlayed = (entry: RecordingEntry): entry is PlayedEntry =>
  entry.kind === 'event' || entry.kind === 'ws' || entry.kind === 'connection';
