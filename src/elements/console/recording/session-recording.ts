import {isLive} from '../../../service/interactions.js';
import type {ConsoleContext} from '../console-context.js';
import {download} from '../download.js';
import {Replay, type ReplaySpeed} from '../replay/replay.js';
import {readRecording} from './read-recording.js';
import {Recorder} from './recorder.js';
import type {Recording} from './recording.js';
import {type RecordingOwner, RecordingPanel} from './recording-panel.js';
import {scrub} from './scrub.js';

/**
 * Maximum number of entries in a recording, which is enough for about a day of calls. More entries could fill the
 * memory of the page.
 */
const MAX_ENTRIES = 100_000;

/** Records the session of a console, and replays a recording. Shows both in a panel. */
export class SessionRecording implements RecordingOwner {
  readonly panel = new RecordingPanel(this);
  recording: Recording | undefined;
  loaded: Recording | undefined;
  replay: Replay | undefined;
  #recorder: Recorder | undefined;

  constructor(private readonly context: ConsoleContext) {}

  /** The running recorder; `undefined` while nothing is recorded. */
  get recorder(): Recorder | undefined {
    return this.#recorder;
  }

  get recordedEntries(): number | undefined {
    return this.#recorder?.size;
  }

  toggleRecording(): void {
    if (this.#recorder) this.#stopRecording(this.#recorder);
    else this.#startRecording();
    this.panel.requestUpdate();
  }

  /**
   * Called after each new log entry. Shows the number of recorded entries, and stops a recording that has too many
   * entries.
   */
  entriesAdded(): void {
    if (!this.#recorder) return;
    this.panel.requestUpdate();
    if (this.#recorder.size < MAX_ENTRIES) return;
    this.toggleRecording();
    this.context.fail(new Error(`The recording was stopped because it has ${MAX_ENTRIES} entries.`));
  }

  /** Stops the recording and the replay. Called when the console no longer uses their service. */
  end(): void {
    this.replay?.stop();
    if (this.#recorder) this.toggleRecording();
  }

  copyRecording(isScrubbed: boolean): void {
    const recording = this.#export(isScrubbed);
    if (recording) this.context.copyText(fileText(recording));
  }

  downloadRecording(isScrubbed: boolean): void {
    const recording = this.#export(isScrubbed);
    if (!recording) return;
    download(`five9-recording-${recording.recordedAt.replace(/:/g, '-')}.json`, fileText(recording));
  }

  loadRecording(isScrubbed: boolean): void {
    const recording = this.#export(isScrubbed);
    if (recording) this.load(() => JSON.stringify(recording));
  }

  load(readText: () => string | Promise<string>): void {
    this.context.attempt(async () => {
      this.loaded = readRecording(await readText());
      this.context.announce(`Read ${this.loaded.entries.length} entries`);
      this.panel.requestUpdate();
    });
  }

  startReplay(speed: ReplaySpeed): void {
    const {loaded} = this;
    const {service} = this.context;
    if (!loaded || !service) return;
    this.context.attempt(() => {
      this.replay?.stop();
      this.replay = new Replay(loaded, service, speed, {
        replayChanged: () => this.panel.requestUpdate(),
        replayFailed: (error) => this.context.fail(error),
        answerDiffers: (question, answers) => this.context.logDifference(question, answers),
      });
      this.panel.requestUpdate();
    });
  }

  #startRecording(): void {
    const {service} = this.context;
    if (!service) return;
    this.#recorder = new Recorder(service.connection, service.interactions.filter(isLive));
    this.context.announce('Recording');
  }

  #stopRecording(recorder: Recorder): void {
    this.recording = recorder.finish();
    this.#recorder = undefined;
    this.context.announce(`Recorded ${this.recording.entries.length} entries`);
  }

  #export(isScrubbed: boolean): Recording | undefined {
    return this.recording && isScrubbed ? scrub(this.recording) : this.recording;
  }
}

/** Returns a recording as the text of its file. */
const fileText = (recording: Recording): string => JSON.stringify(recording, undefined, 2);
