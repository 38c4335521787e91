import {readEvent} from '../../../service/interactions.js';
import type {AdapterBackend} from '../../../simulator/adapter/simulated-adapter.js';
import type {ContactCenterEvent} from '../../../simulator/contact-center/events.js';
import {randomHex} from '../../../transport/envelope.js';
import {canonicalJson} from '../json.js';
import type {RecordedRequest, Recording} from '../recording/recording.js';
import type {PlayedEntry} from './playback.js';

/** Error codes of requests that the adapter did not answer. The replay does not answer these requests either. */
const UNANSWERED = ['Timeout', 'Aborted', 'ConnectionLost', 'NotConnected'];

/**
 * A replacement of the contact centre for a replay. It sends the recorded events, and answers requests as in the
 * recording.
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

  /** @param pace Returns the speed of the answers as a factor: 10 is ten times as fast as the recording. */
  constructor(
    {entries}: Recording,
    private readonly pace: () => number,
  ) {
    for (const entry of entries) {
      if (entry.kind === 'request') this.#addAnswer(entry);
      else if (entry.kind === 'event') this.#interactions.add(interactionIdOf(entry));
    }
  }

  /** Sends a recorded event to the page. */
  send(entry: Exclude<PlayedEntry, {kind: 'connection'}>): void {
    if (entry.kind === 'event') this.#started.add(interactionIdOf(entry));
    const event =
      entry.kind === 'event'
        ? {kind: 'interaction', name: entry.name, params: entry.params}
        : {kind: 'ws', id: entry.id, payload: entry.payload, context: entry.context};
    // Ignore the type, because a recording may contain events that the type does not know.
    for (const listener of this.#listeners) listener(event as ContactCenterEvent);
  }

  /** Ends the connection to the page, or restores it. */
  setLink(link: AdapterBackend['link']): void {
    this.link = link;
    for (const listener of this.#linkListeners) listener();
  }

  close(): void {
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

  /** Refuses requests to the other APIs of the CRM SDK, because the recording has none. */
  async requestApi(_api: string, method: string): Promise<never> {
    throw new Refusal('NoData', `The recording has no answer to ${method}.`);
  }

  /** Attaches nothing, because the recording asks no page. */
  attach(): () => void {
    return () => undefined;
  }

  /** Ignores connected pages, because the recording asks no page. */
  pageConnected(): void {
    // Nothing to do.
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

  #addAnswer(request: RecordedRequest): void {
    const key = requestKey(request.method, request.params);
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
    const answers = this.#answers.get(requestKey(method, params));
    return answers && answers.length > 1 ? answers.shift() : answers?.[0];
  }

  /** Gives a recorded answer after the recorded time. Rejects if the recorded request failed. */
  async #give({method, took, result, error}: RecordedRequest): Promise<unknown> {
    const isUnanswered = took === undefined || UNANSWERED.includes(error?.errorCode ?? '');
    // Return a promise that never settles, so that the page waits as in the recording.
    if (isUnanswered) return new Promise(() => undefined);
    await this.#wait(took / this.pace());
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
