import {toInteractionApiError} from '../../../interaction-api/errors.js';
import type {Connection} from '../../../interaction-api/transport.js';
import type {InteractionService} from '../../../service/interaction-service.js';
import type {SimulatedAdapter} from '../../../simulator/adapter/simulated-adapter.js';
import {API_CHANNELS} from '../../../transport/envelope.js';
import {callUnobserved} from '../observe-calls.js';
import type {RecordedQuestion, Recording} from '../recording/recording.js';
import type {AnswerDifference} from './compare-answers.js';
import {Playback, type PlaybackListener, type PlaybackState, type PlayedEntry, type ReplaySpeed} from './playback.js';
import {RecordedBackend} from './recorded-backend.js';
import {windowTurn} from './window-turn.js';

export type {ReplaySpeed} from './playback.js';

/** State of a replay. */
export type ReplayState = 'connecting' | PlaybackState | 'stopped';

/** The error of a replay that cannot start, or that was stopped. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
}

/** Functions that a `Replay` calls. */
export interface ReplayListener {
  /** Called when the state or the progress has changed. */
  replayChanged(): void;
  /** Called when the replay was stopped because of an error. */
  replayFailed(error: ReplayError): void;
  /** Called if the page has answered a question differently than in the recording. */
  answerDiffers(question: RecordedQuestion, answers: AnswerDifference): void;
}

/**
 * Milliseconds within which the page must connect. The page may need many seconds to search for an adapter in its own
 * window.
 */
const CONNECT_TIMEOUT = 20_000;

const CONNECTED_MESSAGE =
  'Five9 is connected here, and a replay must not mix with live calls. Open this page without an adapter, or put the console and the elements to try into <five9-provider scoped name="replay">.';

/**
 * Replays a recording through a simulated adapter in this page. The elements, and all other code that uses the service,
 * get the recorded events in order and the recorded answers.
 *
 * A replay and another adapter are never active at the same time. A replay does not start if the service is connected,
 * and stops if another adapter connects.
 */
export class Replay implements PlaybackListener {
  readonly #backend: RecordedBackend;
  readonly #playback: Playback;
  readonly #service: InteractionService;
  readonly #listener: ReplayListener;
  readonly #stopListening: () => void;
  #adapter: SimulatedAdapter | undefined;
  #stopAnswering: (() => void) | undefined;
  #differences = 0;
  #isStarted = false;
  #isStopped = false;
  /**
   * The change of the connection that the page must notice before the replay continues; `undefined` if there is none.
   */
  #awaited: 'connection' | 'loss' | undefined = 'connection';
  /** The connection that was checked last. */
  #connection: Connection | undefined;
  #connectTimer: ReturnType<typeof setTimeout> | undefined;
  /** Number of the newest asynchronous task. A task that has a lower number is out of date, and does nothing more. */
  #task = 0;

  /** @throws `ReplayError` if the service is connected. */
  constructor(recording: Recording, service: InteractionService, speed: ReplaySpeed, listener: ReplayListener) {
    if (service.connected) throw new ReplayError(CONNECTED_MESSAGE);
    this.#service = service;
    this.#listener = listener;
    this.#playback = new Playback(recording.entries, speed, this);
    this.#backend = new RecordedBackend(recording, {
      pace: () => this.#playback.pace,
      answerDiffers: (question, answers) => {
        this.#differences++;
        listener.answerDiffers(question, answers);
        listener.replayChanged();
      },
    });
    this.#stopListening = service.listen({serviceChanged: () => this.#onServiceChanged()});
    void this.#open();
  }

  get state(): ReplayState {
    if (this.#isStopped) return 'stopped';
    return this.#isStarted ? this.#playback.state : 'connecting';
  }

  get speed(): ReplaySpeed {
    return this.#playback.speed;
  }

  set speed(speed: ReplaySpeed) {
    this.#playback.speed = speed;
  }

  /** The number of entries that were sent to the page, and the number of all entries. */
  get progress(): {played: number; total: number} {
    return this.#playback.progress;
  }

  /** The number of questions that the page has answered differently than in the recording. */
  get differences(): number {
    return this.#differences;
  }

  /** Pauses the replay, or continues it. */
  togglePause(): void {
    if (this.#isRunning) this.#playback.togglePause();
  }

  /** Sends the next event now. */
  step(): void {
    if (this.#isRunning) this.#playback.step();
  }

  /** Stops the replay, and disconnects its adapter. */
  stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#task++;
    clearTimeout(this.#connectTimer);
    this.#stopListening();
    this.#playback.stop();
    this.#stopAnswering?.();
    this.#backend.close();
    this.#adapter?.stop();
    this.#listener.replayChanged();
  }

  play(entry: PlayedEntry): void {
    if (entry.kind === 'connection') this.#setLink(entry.status === 'connected');
    else this.#backend.send(entry);
  }

  playbackChanged(): void {
    this.#listener.replayChanged();
  }

  get #isRunning(): boolean {
    return this.#isStarted && !this.#isStopped;
  }

  async #open(): Promise<void> {
    const task = ++this.#task;
    try {
      const {SimulatedAdapter: Adapter} = await import('../../../simulator/adapter/simulated-adapter.js');
      if (task !== this.#task) return;
      if (this.#service.connected) throw new ReplayError(CONNECTED_MESSAGE);
      const name = this.#service.settings.name ?? '';
      const announces = Object.values(API_CHANNELS).map((prefix) => prefix + name);
      this.#adapter = new Adapter(this.#backend, {announces});
      this.#answerRest();
      this.#startConnectTimer();
      this.#adapter.start();
    } catch (error) {
      this.#fail(error instanceof ReplayError ? error.message : `The simulator did not load. ${String(error)}`);
    }
  }

  /**
   * Answers `executeRestApi` from the recording. The simulated adapter cannot answer this request, because the page
   * sends it directly to the REST server.
   */
  #answerRest(): void {
    // Use `service.api`, because it also starts a service that is not running. The service then searches for an
    // adapter.
    this.#stopAnswering = this.#service.api.intercept(({method, params}, proceed) => {
      if (method !== 'executeRestApi') return proceed();
      return this.#backend.request(method, params).catch((error: unknown) => {
        throw toInteractionApiError(error, method);
      });
    });
  }

  #onServiceChanged(): void {
    const {connected, connection} = this.#service;
    if (!connected && this.#awaited === 'loss') {
      this.#awaited = undefined;
      this.#playback.release();
    } else if (connected && connection !== this.#connection) {
      this.#connection = connection;
      void this.#checkConnection();
    }
  }

  /**
   * Starts or continues the playback if the page is connected to the replay's adapter. Stops if the page is connected
   * to another adapter.
   */
  async #checkConnection(): Promise<void> {
    const task = ++this.#task;
    await this.#probe();
    // Wait for a second port, which the page may get while it connects, because the page receives events only on the
    // last port.
    await windowTurn();
    await windowTurn();
    const isOwnAdapter = await this.#probe();
    if (task !== this.#task) return;
    if (!isOwnAdapter || this.#awaited !== 'connection') {
      this.#fail('Another adapter has connected, so the replay was ended.');
      return;
    }
    clearTimeout(this.#connectTimer);
    this.#awaited = undefined;
    if (this.#isStarted) {
      this.#playback.release();
    } else {
      this.#isStarted = true;
      this.#playback.start();
    }
  }

  /** Returns whether the page's requests reach this replay's backend. */
  async #probe(): Promise<boolean> {
    const {probeId} = this.#backend;
    try {
      const answer = await callUnobserved(this.#service.api, 'getCav', {interactionId: probeId});
      return answer === probeId;
    } catch {
      return false;
    }
  }

  /** Ends or restores the connection to the page. Sends no more events until the page has noticed the change. */
  #setLink(isUp: boolean): void {
    const wasUp = this.#backend.link === 'up';
    if (isUp === wasUp) return;
    this.#awaited = isUp ? 'connection' : 'loss';
    this.#playback.hold();
    if (isUp) this.#startConnectTimer();
    this.#backend.setLink(isUp ? 'up' : 'dropped');
  }

  #startConnectTimer(): void {
    this.#connectTimer = setTimeout(() => {
      this.#fail(`The page did not connect to the replay within ${CONNECT_TIMEOUT / 1000} seconds.`);
    }, CONNECT_TIMEOUT);
  }

  #fail(message: string): void {
    if (this.#isStopped) return;
    this.stop();
    this.#listener.replayFailed(new ReplayError(message));
  }
}
