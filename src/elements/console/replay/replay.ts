import type {InteractionService} from '../../../service/interaction-service.js';
import {readEvent} from '../../../service/interactions.js';
import {CHANNEL, randomHex} from '../../../transport/envelope.js';
import type {AdapterBackend, SimulatedAdapter} from '../../../simulator/adapter/simulated-adapter.js';
import type {ContactCenterEvent} from '../../../simulator/contact-center/events.js';
import {canonical} from '../plain.js';
import type {RecordedRequest, Recording, RecordingEntry} from '../recording/recording.js';
import {Tap} from '../tap.js';

/** How fast a recording is told: as it was, ten times as fast, all at once, or one by one. */
export type ReplaySpeed = '1' | '10' | 'instant' | 'step';

/** How far a replay has come. */
export type ReplayState = 'connecting' | 'playing' | 'paused' | 'done' | 'stopped';

/** Why a replay cannot be, or was ended. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
}

/** Tells of a replay. */
export interface ReplayListener {
  /** Something of its state has changed. */
  changed(): void;
  /** It ended before its time. */
  failed(error: ReplayError): void;
}

/** What is told by itself; the rest is what the page asked, and is asked again or not. */
type Told = Extract<RecordingEntry, {kind: 'connection' | 'event' | 'ws'}>;

const isTold = (entry: RecordingEntry): entry is Told =>
  entry.kind === 'event' || entry.kind === 'ws' || entry.kind === 'connection';

/** How long an adapter in the page's own window may take to be found, in ms. */
const PATIENCE = 20_000;

/**
 * Tells a recording once more, through a simulated adapter in this page: the elements, and all other code that uses the service, hear the recorded events in their
 * order and get the recorded answers.
 *
 * It never mixes with a live adapter: it does not begin where the service is connected, and ends when another adapter comes.
 */
export class Replay {
  /** What there is to tell. */
  readonly #told: readonly Told[];
  readonly #backend: RecordedBackend;
  readonly #service: InteractionService;
  readonly #listener: ReplayListener;
  readonly #stopListening: () => void;
  #adapter: SimulatedAdapter | undefined;
  #tap: Tap | undefined;
  #state: ReplayState = 'connecting';
  #position = 0;
  /** Time of the recording up to which it was told, in ms. */
  #time = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the page must have noticed before it is told more. */
  #awaits: 'connection' | 'loss' | undefined = 'connection';
  /** The connection to our adapter. */
  #connection: unknown;
  #run = 0;

  /** @throws `ReplayError` where the service is connected. */
  constructor(
    recording: Recording,
    service: InteractionService,
    public speed: ReplaySpeed,
    listener: ReplayListener,
  ) {
    if (service.connected) throw new ReplayError(CONNECTED);
    this.#service = service;
    this.#listener = listener;
    const told = recording.entries.filter(isTold);
    // That it connects goes without saying.
    while (told[0]?.kind === 'connection') told.shift();
    this.#told = told;
    this.#time = told[0]?.at ?? 0;
    this.#backend = new RecordedBackend(recording, () => this.#pace);
    this.#stopListening = service.listen({serviceChanged: this.#serviceChanged});
    void this.#open();
  }

  get state(): ReplayState {
    return this.#state;
  }

  /** How many events were told, and how many there are. */
  get progress(): {told: number; of: number} {
    return {told: this.#position, of: this.#told.length};
  }

  /** Waits, or goes on. */
  toggle(): void {
    if (this.#state === 'playing') {
      this.#become('paused');
      clearTimeout(this.#timer);
    } else if (this.#state === 'paused') {
      this.#become('playing');
      this.#next();
    }
  }

  /** Tells the next event now. */
  step(): void {
    if (this.#awaits || (this.#state !== 'playing' && this.#state !== 'paused')) return;
    clearTimeout(this.#timer);
    this.#tell();
    this.#next();
  }

  /** Ends it: the adapter goes away. */
  stop(): void {
    if (this.#state === 'stopped') return;
    clearTimeout(this.#timer);
    this.#run++;
    this.#stopListening();
    this.#tap?.close();
    this.#backend.close();
    this.#adapter?.stop();
    this.#become('stopped');
  }

  async #open(): Promise<void> {
    const run = ++this.#run;
    try {
      const {SimulatedAdapter: Adapter} = await import('../../../simulator/adapter/simulated-adapter.js');
      if (run !== this.#run) return;
      if (this.#service.connected) throw new ReplayError(CONNECTED);
      const {name = ''} = this.#service.settings;
      this.#adapter = new Adapter(this.#backend, {announces: [CHANNEL + name]});
      // Whoever has given up asks again.
      const {api} = this.#service;
      this.#tap = new Tap(api, {
        asked: () => undefined,
        // What the page asks of the server itself does not go through an adapter.
        answer: (method, params) => (method === 'executeRestApi' ? this.#backend.request(method, params) : undefined),
      });
      this.#timer = setTimeout(this.#notTaken, PATIENCE);
      this.#adapter.start();
    } catch (error) {
      this.#fail(error instanceof ReplayError ? error.message : `The simulator did not load. ${String(error)}`);
    }
  }

  readonly #serviceChanged = (): void => {
    const {connected, connection} = this.#service;
    if (!connected && this.#awaits === 'loss') {
      this.#awaits = undefined;
      this.#next();
    } else if (connected && connection !== this.#connection) {
      this.#connection = connection;
      void this.#connected();
    }
  };

  /** The page has a port, from us or from somebody else. That we know it too, an answer tells that nobody else can give. */
  async #connected(): Promise<void> {
    const run = ++this.#run;
    const {secret} = this.#backend;
    const ask = (): Promise<unknown> | undefined =>
      this.#tap?.call('getCav', {interactionId: secret}).catch((error: unknown) => error);
    await ask();
    // We announce ourselves while the page asks: it may get a second port, and hears events on the last one only.
    await windowTurn();
    await windowTurn();
    const answer = await ask();
    if (run !== this.#run) return;
    if (answer !== secret || this.#awaits !== 'connection') {
      this.#fail('Another adapter has connected, so the replay was ended.');
      return;
    }
    clearTimeout(this.#timer);
    this.#awaits = undefined;
    if (this.#state === 'connecting') this.#become(this.speed === 'step' ? 'paused' : 'playing');
    this.#next();
  }

  /** How many times as fast as it was. */
  get #pace(): number {
    return Number(this.speed) || Infinity;
  }

  /** Goes on with what comes next, when its time has come. */
  #next(): void {
    clearTimeout(this.#timer);
    if (this.speed === 'step' && this.#state === 'playing') this.#become('paused');
    while (this.#state === 'playing' && !this.#awaits) {
      const wait = ((this.#told[this.#position]?.at ?? 0) - this.#time) / this.#pace;
      if (wait > 0) {
        this.#timer = setTimeout(() => {
          this.#tell();
          this.#next();
        }, wait);
        return;
      }
      this.#tell();
    }
  }

  #tell(): void {
    const next = this.#told[this.#position];
    if (next) {
      this.#position++;
      this.#time = next.at;
      if (next.kind === 'connection') this.#link(next.status === 'connected');
      else this.#backend.tell(next);
    }
    if (this.#position === this.#told.length) this.#become('done');
    else this.#listener.changed();
  }

  /** The link drops, or is there again: the page must have noticed that before it can hear more. */
  #link(up: boolean): void {
    const {link} = this.#backend;
    if (up === (link === 'up')) return;
    this.#awaits = up ? 'connection' : 'loss';
    if (up) this.#timer = setTimeout(this.#notTaken, PATIENCE);
    this.#backend.setLink(up ? 'up' : 'dropped');
  }

  readonly #notTaken = (): void => {
    this.#fail('The page did not take the replay for its adapter.');
  };

  #fail(words: string): void {
    if (this.#state === 'stopped') return;
    this.stop();
    this.#listener.failed(new ReplayError(words));
  }

  #become(state: ReplayState): void {
    this.#state = state;
    this.#listener.changed();
  }
}

const CONNECTED =
  'Five9 is connected here, and a replay must not mix with live calls. Open this page without an adapter, or put the console and the elements to try into <five9-provider scoped name="replay">.';

/** Waits until all that was posted to the window by now has come. */
function windowTurn(): Promise<void> {
  return new Promise((resolve) => {
    const token = `five9-elements ${randomHex()}`;
    const hear = ({data}: MessageEvent<unknown>): void => {
      if (data !== token) return;
      window.removeEventListener('message', hear);
      resolve();
    };
    window.addEventListener('message', hear);
    window.postMessage(token, '/');
  });
}

/** What the adapter answers for a recorded error, as it would cross from a live one. */
class RecordedRefusal extends Error {
  constructor(
    readonly errorCode: string,
    readonly errorMessage: string,
  ) {
    super(errorMessage);
  }
}

/** What never came, or came from the page's side of the wire: such a request gets no answer. */
const UNANSWERED = ['Timeout', 'Aborted', 'ConnectionLost', 'NotConnected'];

/** A contact centre that knows what was recorded, and nothing else. */
class RecordedBackend implements AdapterBackend {
  link: AdapterBackend['link'] = 'up';
  /** Asked for this interaction's variables, it says the same. */
  readonly secret = randomHex();
  /** The answers to each request, in the order in which they came. */
  readonly #answers = new Map<string, RecordedRequest[]>();
  /** Interactions that events tell of. */
  readonly #recorded = new Set<string>();
  /** Those that were told of by now: before that they are not known, as they were not then. */
  readonly #begun = new Set<string>();
  readonly #listeners = new Set<(event: ContactCenterEvent) => void>();
  readonly #changes = new Set<() => void>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();

  /** @param pace How many times as fast as they were the answers come. */
  constructor(
    {entries}: Recording,
    private readonly pace: () => number,
  ) {
    for (const entry of entries) {
      if (entry.kind === 'request') {
        const key = keyOf(entry.method, entry.params);
        this.#answers.set(key, [...(this.#answers.get(key) ?? []), entry]);
      } else if (entry.kind === 'event') {
        this.#recorded.add(idOf(entry));
      }
    }
  }

  /** Tells an event. */
  tell(entry: Exclude<Told, {kind: 'connection'}>): void {
    // A recording may hold events that nobody here knows.
    const event = (
      entry.kind === 'event'
        ? {kind: 'interaction', name: entry.name, params: entry.params}
        : {kind: 'ws', id: entry.id, payload: entry.payload, context: entry.context}
    ) as ContactCenterEvent;
    if (entry.kind === 'event') this.#begun.add(idOf(entry));
    for (const listener of this.#listeners) listener(event);
  }

  /** The link drops, or is there again. */
  setLink(link: AdapterBackend['link']): void {
    this.link = link;
    for (const listener of this.#changes) listener();
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  async request(method: string, params?: unknown, own?: () => unknown): Promise<unknown> {
    if (method === 'updateWebSocketSubscriptions') return own?.();
    const {interactionId = ''} = Object(params) as {interactionId?: string};
    if (interactionId === this.secret) return this.secret;
    const mayBeKnown = this.#begun.has(interactionId) || !this.#recorded.has(interactionId);
    const wanted = method === 'getApplicationContext' ? 'getMetadata' : method;
    const recorded = mayBeKnown ? this.#answer(wanted, params) : undefined;
    if (!recorded && method === 'isMasterPage') return true;
    if (!recorded && interactionId && !this.#begun.has(interactionId)) {
      throw new RecordedRefusal('InteractionNotFound', 'There is no such interaction in the recording, or not yet.');
    }
    if (!recorded)
      throw new RecordedRefusal('NoData', `The recording has no answer to ${wanted} with these parameters.`);
    const {took, result, error} = recorded;
    await this.#wait(took, error);
    if (error?.errorCode === 'NotSupported') throw new Error(`Not Implemented: ${method}`);
    if (error) throw new RecordedRefusal(error.errorCode, error.errorMessage);
    return result;
  }

  /** The page's own doings are not repeated. */
  notify(): void {
    // Whatever came of it is in the recording.
  }

  replay(): ContactCenterEvent[] {
    return [];
  }

  subscribe(listener: (event: ContactCenterEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onChange(listener: () => void): () => void {
    this.#changes.add(listener);
    return () => this.#changes.delete(listener);
  }

  /** The next of the recorded answers; the last one again and again. */
  #answer(method: string, params: unknown): RecordedRequest | undefined {
    const answers = this.#answers.get(keyOf(method, params));
    return answers && answers.length > 1 ? answers.shift() : answers?.[0];
  }

  #wait(took: number | undefined, error: RecordedRequest['error']): Promise<void> {
    return new Promise((resolve) => {
      if (took === undefined || UNANSWERED.includes(error?.errorCode ?? '')) return;
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        resolve();
      }, took / this.pace());
      this.#timers.add(timer);
    });
  }
}

/** The interaction that an event is about; empty where it is about none. */
const idOf = ({name, params}: {name: string; params?: unknown}): string => readEvent(name, params)?.id ?? '';

/** The same for the same request, by whichever of its names. */
const keyOf = (method: string, params: unknown): string =>
  `${method === 'unMute' ? 'unmute' : method} ${canonical(params)}`;
