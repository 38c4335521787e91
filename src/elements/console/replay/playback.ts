import type {RecordingEntry} from '../recording/recording.js';

/** Speed of a replay: the original speed, ten times as fast, everything at once, or one event at a time. */
export type ReplaySpeed = '1' | '10' | 'instant' | 'step';

/**
 * An entry that a replay sends to the page. The other entries are API calls of the page, which a replay does not
 * repeat.
 */
export type PlayedEntry = Extract<RecordingEntry, {kind: 'connection' | 'event' | 'ws' | 'question'}>;

/** State of a playback. */
export type PlaybackState = 'playing' | 'paused' | 'done';

/** Functions that a `Playback` calls. */
export interface PlaybackListener {
  /** Called to send an entry to the page. */
  play(entry: PlayedEntry): void;
  /** Called when the state or the position has changed. */
  playbackChanged(): void;
}

/** Plays recorded entries in the recorded order and at the recorded times. */
export class Playback {
  readonly #entries: readonly PlayedEntry[];
  readonly #listener: PlaybackListener;
  #speed: ReplaySpeed;
  #state: PlaybackState = 'paused';
  /** Number of played entries. */
  #position = 0;
  /** Time of the last played entry, in milliseconds since the recording began. */
  #time: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isHeld = false;

  constructor(entries: readonly RecordingEntry[], speed: ReplaySpeed, listener: PlaybackListener) {
    this.#entries = playedEntries(entries);
    this.#speed = speed;
    this.#time = this.#entries[0]?.at ?? 0;
    this.#listener = listener;
  }

  get speed(): ReplaySpeed {
    return this.#speed;
  }

  /** Sets the speed. The new speed also applies to the entry for which the playback waits now. */
  set speed(speed: ReplaySpeed) {
    this.#speed = speed;
    if (this.#state === 'playing') this.#continue();
  }

  get state(): PlaybackState {
    return this.#state;
  }

  /** The number of played entries and the number of all entries. */
  get progress(): {played: number; total: number} {
    return {played: this.#position, total: this.#entries.length};
  }

  /** Speed as a factor: 10 is ten times as fast as the recording. `Infinity` for `instant` and `step`. */
  get pace(): number {
    return Number(this.speed) || Infinity;
  }

  /** Starts the playback. With the speed `step`, the playback waits for the first call of `step`. */
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

  /** Plays no more entries until `release` is called. */
  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    this.#continue();
  }

  /** Ends the playback permanently. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#isHeld = true;
  }

  /** Plays all entries that are due, and then waits for the time of the next entry. */
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
  // Skip the connection entries at the beginning, because the replay connects before it plays the first entry.
  const first = played.findIndex(({kind}) => kind !== 'connection');
  return first < 0 ? [] : played.slice(first);
}

const PLAYED_KINDS: readonly RecordingEntry['kind'][] = ['connection', 'event', 'ws', 'question'];

const isPlayed = (entry: RecordingEntry): entry is PlayedEntry => PLAYED_KINDS.includes(entry.kind);
