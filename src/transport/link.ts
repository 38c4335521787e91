import {toInteractionApiError} from '../interaction-api/errors.js';
import {textOf} from '../interaction-api/text-of.js';
import type {CallHandle} from '../interaction-api/transport.js';
import {CONNECTED, DISCONNECT, type Endpoint, type EventMessage, isRecord, newId} from './envelope.js';
import {WAITING_EVENTS} from './limits.js';
import {RecentEvents} from './recent-events.js';
import {connectionLost} from './refusals.js';
import {type QueuedRequest, RequestQueue} from './request-queue.js';
import {VERSION} from '../version.js';

/** The answer to a request of the adapter: a result or an error. */
export type Answer = {readonly response: unknown} | {readonly error: unknown};

/**
 * The handler of one API on a link. A face receives the messages of the adapter that have the `objectId` of this API.
 */
export interface LinkFace {
  /** Called for an event of the adapter. */
  onEvent(name: unknown, data: unknown): void;
  /**
   * Called for a request of the adapter. Without this function, the link answers every request with an error.
   *
   * @param post Sends the answer. Throws an error if the answer cannot be cloned.
   */
  onRequest?(request: {readonly method: string; readonly params: unknown}, post: (answer: Answer) => void): unknown;
}

/** A request to the adapter. */
interface LinkRequest extends QueuedRequest {
  readonly objectId: string;
  readonly method: string;
}

/** Functions that the link calls, and that the owner of the link provides. */
export interface LinkListener {
  /** Returns the error with which a new request rejects; `undefined` if the request may wait for a port. */
  refusal(): Error | undefined;
  /** Called for each new port before any waiting message is sent. */
  onPortReady(): void;
  /** Called when the adapter has ended the link, or when its newest port was closed. */
  onLost(reason: 'adapter-disconnected' | 'adapter-gone'): void;
}

/**
 * A link between a page and one adapter. It carries requests and events in both directions, for any number of APIs on
 * the same channel.
 *
 * An adapter can send several ports. For example, an adapter that posts `connect` by itself, and also answers
 * `asking_connect`, sends two ports. The link sends on the newest port, and receives on every port. If the adapter
 * sends the same event on several ports, the link handles the event only once.
 */
export class Link {
  readonly #endpoint: Endpoint;
  readonly #listener: LinkListener;
  readonly #faces = new Map<unknown, LinkFace>();
  readonly #queue = new RequestQueue<LinkRequest>();
  readonly #recent = new RecentEvents<MessagePort>();
  readonly #idSuffix = newId('');
  readonly #ports = new Set<MessagePort>();
  #newestPort: MessagePort | undefined;
  #hostId = '';
  #requestCount = 0;
  #waitingEvents: EventMessage[] = [];

  constructor(endpoint: Endpoint, listener: LinkListener) {
    this.#endpoint = endpoint;
    this.#listener = listener;
  }

  /** Adds the face of an API. The face receives the messages with this `objectId`. */
  addFace(objectId: string, face: LinkFace): void {
    this.#faces.set(objectId, face);
  }

  /** Returns whether this port is already in use. */
  has(port: MessagePort): boolean {
    return this.#ports.has(port);
  }

  /** Adds a port of the adapter: completes the handshake on the port, then sends all waiting messages. */
  usePort(port: MessagePort): void {
    this.#ports.add(port);
    this.#newestPort = port;
    // An SDK in this window may use `onmessage` of the same port, so this code must not set `onmessage`.
    port.addEventListener('message', ({data}: MessageEvent<unknown>) => {
      // Ignore messages of a closed port, because Firefox delivers waiting messages even after the port was closed.
      if (this.#ports.has(port) && this.#endpoint.accepts(data)) this.#receive(data.message, port);
    });
    port.addEventListener('close', () => {
      if (this.#newestPort === port) this.#listener.onLost('adapter-gone');
    });
    port.start();
    // Leave the first field after `connected:` empty, because a page has no host id.
    this.#post(`${CONNECTED}:${this.#endpoint.sender}:${VERSION}`);
    this.#listener.onPortReady();
    for (const event of this.#waitingEvents.splice(0)) this.#post({...event});
    this.#queue.start((request) => this.#send(request));
  }

  /** Ends the link. Rejects requests in flight; waiting requests wait for the next port. */
  disconnect(): void {
    for (const port of this.#ports) {
      // Send on each port, because an adapter sends no new port to a window that still has a port.
      this.#post(DISCONNECT, port);
      port.close();
    }
    this.abandonPorts();
  }

  /** Stops using the ports, but does not close them, because an SDK in this window may use the same ports. */
  abandonPorts(): void {
    this.#ports.clear();
    this.#newestPort = undefined;
    this.#hostId = '';
    // Forget the recent events, because equal events of the next adapter are not duplicates.
    this.#recent.clear();
    this.#queue.stop();
    this.#queue.rejectInFlight(connectionLost);
  }

  /** Rejects every request, in flight or waiting. */
  rejectRequests(makeError: () => unknown): void {
    this.#queue.rejectInFlight(makeError);
    this.#queue.rejectWaiting(makeError);
  }

  /** Sends a request to the adapter, now or as soon as there is a port. Resolves with the answer. */
  request(objectId: string, method: string, params: unknown, handle: CallHandle): Promise<unknown> {
    const refusal = this.#listener.refusal();
    if (refusal) return Promise.reject(refusal);
    const id = `${this.#endpoint.sender}${this.#idSuffix}#${++this.#requestCount}`;
    return this.#queue.add({id, objectId, method, params}, handle);
  }

  /** Sends a request and ignores the answer. Without a port, nothing is sent. */
  requestWithoutAnswer(objectId: string, method: string, params: unknown): void {
    this.#send({id: `${newId(this.#endpoint.sender)}#0`, objectId, method, params});
  }

  /** Sends an event if there is a port. Returns whether the event was sent. */
  sendEvent(objectId: string, name: string, data: unknown): boolean {
    this.#post({event: {objectId, name, data}});
    return this.#newestPort !== undefined;
  }

  /** Sends an event, now or as soon as there is a port. */
  sendEventLater(objectId: string, name: string, data: unknown): void {
    if (this.sendEvent(objectId, name, data)) return;
    // Copy the data now, because the page may change its object while the event waits.
    const message: EventMessage = {event: {objectId, name, data: structuredClone(data)}};
    this.#waitingEvents = [...this.#waitingEvents, message].slice(-WAITING_EVENTS);
  }

  #post(message: string | Record<string, unknown>, port = this.#newestPort): void {
    port?.postMessage(this.#endpoint.wrap(message));
  }

  #send({id, objectId, method, params}: LinkRequest): void {
    const request = {objectId, verb: 'post', attrName: method, args: params};
    this.#post(this.#hostId ? {id, request, hostId: this.#hostId} : {id, request});
  }

  #receive(message: string | Record<string, unknown>, port: MessagePort): void {
    if (typeof message === 'string') {
      this.#receiveControlWord(message, port);
      return;
    }
    const {id, hostId, event, request, communicationError} = message;
    if (hostId && this.#hostId && hostId !== this.#hostId) return;
    if (isRecord(event)) this.#receiveEvent(event, port);
    else if (isRecord(request)) this.#receiveRequest(id, request, port);
    else if (communicationError) {
      this.rejectRequests(() => toInteractionApiError(communicationError, undefined, 'ConnectionLost'));
    } else if ('error' in message) this.#queue.reject(id, message['error']);
    else if ('response' in message) this.#queue.resolve(id, message['response']);
  }

  #receiveControlWord(word: string, port: MessagePort): void {
    if (word === DISCONNECT && port === this.#newestPort) this.#listener.onLost('adapter-disconnected');
    if (word.startsWith(CONNECTED)) this.#hostId = word.split(':')[1] ?? '';
  }

  #receiveEvent(event: Record<string, unknown>, port: MessagePort): void {
    const face = this.#faces.get(event['objectId']);
    if (face && this.#isNew(event, port)) face.onEvent(event['name'], event['data']);
  }

  #receiveRequest(id: unknown, request: Record<string, unknown>, port: MessagePort): void {
    const method = textOf(request['attrName']) ?? '';
    // Answer only the first copy of a request, because an adapter sends a request on every port, and uses the first
    // answer. Remember the request even with a single port, because the copy may come with the next port.
    if (!this.#recent.isNew({id, method}, port)) return;
    const post = (answer: Answer): void => {
      if (this.#ports.has(port)) this.#post({id, ...answer}, port);
    };
    const face = this.#faces.get(request['objectId']);
    if (face?.onRequest) face.onRequest({method, params: request['args']}, post);
    // Send the same text as the Five9 SDK, so that an adapter recognises the error.
    else post({error: `Not Implemented: ${method}`});
  }

  /** Returns whether a message is not a duplicate. With a single port, there are no duplicates. */
  #isNew(message: unknown, port: MessagePort): boolean {
    return this.#ports.size < 2 || this.#recent.isNew(message, port);
  }
}
