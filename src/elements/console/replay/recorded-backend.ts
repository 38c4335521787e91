import {readEvent} from '../../../service/interactions.js';
import type {AdapterBackend} from '../../../simulator/adapter/simulated-adapter.js';
import type {ContactCenterEvent} from '../../../simulator/contact-center/events.js';
import type {PageAsker} from '../../../simulator/contact-center/page/page-asker.js';
import {randomHex} from '../../../transport/envelope.js';
import {fullName, type OtherApiName} from '../api-names.js';
import {canonicalJson} from '../json.js';
import type {RecordedQuestion, RecordedRequest, Recording} from '../recording/recording.js';
import {type AnswerDifference, compareAnswers} from './compare-answers.js';
import type {PlayedEntry} from './playback.js';

/** Error codes of requests that the adapter did not answer. The replay does not answer these requests either. */
const UNANSWERED = ['Timeout', 'Aborted', 'ConnectionLost', 'NotConnected'];

/** Milliseconds after which the page has not answered a question. The adapter has the same limit. */
const ANSWER_TIMEOUT = 60_000;

/** Functions and data that a `RecordedBackend` uses. */
export interface RecordedBackendOptions {
  /** Returns the speed of the answers as a factor: 10 is ten times as fast as the recording. */
  pace(): number;
  /** Called if the page has answered a question differently than in the recording. */
  answerDiffers(question: RecordedQuestion, answers: AnswerDifference): void;
}

/**
 * A replacement of the contact centre for a replay. It sends the recorded events, asks the recorded questions, and
 * answers requests as in the recording.
 */
export class RecordedBackend implements AdapterBackend {
  link: AdapterBackend['link'] = 'up';
  /**
   * Id of an interaction that only this backend knows. A request for the variables of this interaction returns the id,
   * which proves that the page is connected to this backend.
   */
  readonly probeId = randomHex();
  /** Recorded answers to each request, in the recorded order. */
  readonly #answers = new Map<string, RecordedRequest[]>();
  /** Ids of all interactions of the recording. */
  readonly #interactions = new Set<string>();
  /** Ids of the interactions that have started in the replay. */
  readonly #started = new Set<string>();
  readonly #listeners = new Set<(event: ContactCenterEvent) => void>();
  readonly #linkListeners = new Set<() => void>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #isScrubbed: boolean;
  #asker: PageAsker | undefined;
  #isClosed = false;
  /** Questions and events of each API to which the page has not connected yet, in order. */
  readonly #waiting = new Map<OtherApiName, ((asker: PageAsker) => void)[]>();

  constructor(
    {entries, scrubbed}: Recording,
    private readonly options: RecordedBackendOptions,
  ) {
    this.#isScrubbed = scrubbed;
    for (const entry of entries) {
      if (entry.kind === 'request') this.#addAnswer(fullName(entry.api, entry.method), entry);
      else if (entry.kind === 'event' && !entry.api) this.#interactions.add(interactionIdOf(entry));
    }
  }

  /** Sends a recorded event to the page, or asks the page a recorded question. */
  send(entry: Exclude<PlayedEntry, {kind: 'connection'}>): void {
    if (entry.kind === 'question') {
      this.#whenConnected(entry.api, (asker) => void this.#ask(asker, entry));
    } else if (entry.kind === 'ws') {
      const {id, payload, context} = entry;
      this.#notify({kind: 'ws', id, payload, context});
    } else if (entry.api) {
      const {api, name, params} = entry;
      this.#whenConnected(api, (asker) => asker.send(api, name, params));
    } else {
      this.#started.add(interactionIdOf(entry));
      this.#notify({kind: 'interaction', name: entry.name, params: entry.params});
    }
  }

  /** Ends the connection to the page, or restores it. */
  setLink(link: AdapterBackend['link']): void {
    this.link = link;
    for (const listener of this.#linkListeners) listener();
  }

  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  async request(method: string, params?: unknown, own?: () => unknown): Promise<unknown> {
    if (method === 'updateWebSocketSubscriptions') return own?.();
    const interactionId = interactionIdIn(params);
    if (interactionId === this.probeId) return this.probeId;
    const recordedMethod = method === 'getApplicationContext' ? 'getMetadata' : method;
    const answer = this.#nextAnswer(recordedMethod, params, interactionId);
    if (answer) return this.#give(answer);
    if (method === 'isMasterPage') return true;
    if (interactionId && !this.#started.has(interactionId)) {
      throw new Refusal(
        'InteractionNotFound',
        'The recording has no such interaction, or the interaction has not started yet.',
      );
    }
    throw new Refusal('NoData', `The recording has no answer to ${recordedMethod} with these parameters.`);
  }

  /** Answers a request over another API than the Interaction API. */
  async requestApi(api: OtherApiName, method: string, params?: unknown): Promise<unknown> {
    const name = fullName(api, method);
    const answer = this.#takeAnswer(name, params);
    if (answer) return this.#give(answer);
    throw new Refusal('NoData', `The recording has no answer to ${name} with these parameters.`);
  }

  attach(asker: PageAsker): () => void {
    this.#asker = asker;
    return () => {
      this.#asker = undefined;
    };
  }

  /** Asks the questions, and sends the events, that have waited until the page connects to an API. */
  pageConnected(api: OtherApiName): void {
    const waiting = this.#waiting.get(api) ?? [];
    this.#waiting.delete(api);
    for (const carryOut of waiting) this.#whenConnected(api, carryOut);
  }

  /** Ignores `click2dial` and `objectVisited`, because their effects are already in the recording. */
  notify(): void {
    // Nothing to do.
  }

  replay(): ContactCenterEvent[] {
    return [];
  }

  subscribe(listener: (event: ContactCenterEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onChange(listener: () => void): () => void {
    this.#linkListeners.add(listener);
    return () => this.#linkListeners.delete(listener);
  }

  /** Sends an event of the Interaction API. A recording may contain events that the type does not know. */
  #notify(event: object): void {
    for (const listener of this.#listeners) listener(event as ContactCenterEvent);
  }

  /** Calls `carryOut` now, or when the page has connected to the API. */
  #whenConnected(api: OtherApiName, carryOut: (asker: PageAsker) => void): void {
    if (this.#asker?.clients(api)) carryOut(this.#asker);
    else this.#waiting.set(api, [...(this.#waiting.get(api) ?? []), carryOut]);
  }

  /** Asks the page a recorded question, and reports an answer that differs from the recorded one. */
  async #ask(asker: PageAsker, question: RecordedQuestion): Promise<void> {
    const {api, method, params} = question;
    const options = {timeout: ANSWER_TIMEOUT, onExtraAnswer: () => undefined};
    const outcome: {result?: unknown; error?: unknown} = await asker.ask(api, method, params, options).then(
      (result) => ({result}),
      (error: unknown) => ({error: error ?? 'Unknown error'}),
    );
    // An answer that the end of the connection has prevented is no difference.
    if (this.#isClosed || isDisconnected(outcome)) return;
    const difference = compareAnswers(question, outcome, this.#isScrubbed);
    if (difference) this.options.answerDiffers(question, difference);
  }

  #addAnswer(name: string, request: RecordedRequest): void {
    const key = requestKey(name, request.params);
    this.#answers.set(key, [...(this.#answers.get(key) ?? []), request]);
  }

  /**
   * Returns the next recorded answer to a request. After the last answer, returns the last answer again for each
   * request.
   */
  #nextAnswer(method: string, params: unknown, interactionId: string): RecordedRequest | undefined {
    // Do not answer requests about an interaction that has not started in the replay yet.
    const isTooEarly = this.#interactions.has(interactionId) && !this.#started.has(interactionId);
    if (isTooEarly) return undefined;
    return this.#takeAnswer(method, params);
  }

  #takeAnswer(name: string, params: unknown): RecordedRequest | undefined {
    const answers = this.#answers.get(requestKey(name, params));
    return answers && answers.length > 1 ? answers.shift() : answers?.[0];
  }

  /** Gives a recorded answer after the recorded time. Rejects if the recorded request failed. */
  async #give({method, took, result, error}: RecordedRequest): Promise<unknown> {
    const isUnanswered = took === undefined || UNANSWERED.includes(error?.errorCode ?? '');
    // Return a promise that never settles, so that the page waits as in the recording.
    if (isUnanswered) return new Promise(() => undefined);
    await this.#wait(took / this.options.pace());
    // Use the message with which an adapter answers a request for an unknown method.
    if (error?.errorCode === 'NotSupported') throw new Error(`Not Implemented: ${method}`);
    if (error) throw new Refusal(error.errorCode, error.errorMessage);
    return result;
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        resolve();
      }, milliseconds);
      this.#timers.add(timer);
    });
  }
}

const isDisconnected = (outcome: {error?: unknown}): boolean =>
  (outcome.error as {code?: unknown} | undefined)?.code === 'Disconnected';

/** An error with the fields that an adapter sends. */
class Refusal extends Error {
  constructor(
    readonly errorCode: string,
    readonly errorMessage: string,
  ) {
    super(errorMessage);
  }
}

/** Returns the id of the interaction that an event is about; an empty text if the event is about no interaction. */
const interactionIdOf = ({name, params}: {name: string; params?: unknown}): string => readEvent(name, params)?.id ?? '';

function interactionIdIn(params: unknown): string {
  const {interactionId} = Object(params) as {interactionId?: unknown};
  return typeof interactionId === 'string' ? interactionId : '';
}

/** Returns a key that is the same for equal requests. `unMute` and `unmute` are the same method. */
const requestKey = (method: string, params: unknown): string =>
  `${method === 'unMute' ? 'unmute' : method} ${canonicalJson(params)}`;
