import {newId} from '../../transport/envelope.js';
import type {Clock} from '../contact-center/clock.js';
import {errorToSend, notImplemented} from '../contact-center/errors.js';
import type {ApiChannel, ApiFace, ApiHandlers, PageRequestOptions} from './api-face.js';
import type {Channel, Client} from './channel.js';
import {PendingRequests} from './pending-requests.js';

/** Connects one face (handler of an API) to one channel. Sends the messages of the face, and calls its handlers. */
export class FaceChannel implements ApiChannel {
  readonly objectId: string;
  readonly #channel: Channel;
  readonly #hostId: string;
  readonly #pending: PendingRequests;
  readonly #handlers: ApiHandlers;

  constructor(face: ApiFace, channel: Channel, {hostId, clock}: {hostId: string; clock: Clock}) {
    this.objectId = face.objectId;
    this.#channel = channel;
    this.#hostId = hostId;
    this.#pending = new PendingRequests(clock, newId(channel.sender));
    this.#handlers = face.open(this);
  }

  get name(): string {
    return this.#channel.name;
  }

  get clients(): readonly Client[] {
    return this.#channel.clients;
  }

  sendEvent(name: string, data: unknown, clients?: readonly Client[]): void {
    this.#channel.send({event: {objectId: this.objectId, name, data}}, clients);
  }

  request(method: string, args?: unknown, options: PageRequestOptions = {}): Promise<unknown> {
    const {clients = this.clients} = options;
    const request = {
      objectId: this.objectId,
      verb: 'post',
      attrName: method,
      ...(args !== undefined && {args}),
    };
    const hostId = this.#hostId;
    return this.#pending.add(method, clients, options, (id, receivers) => {
      this.#channel.send({id, request, ...(hostId && {hostId})}, receivers);
    });
  }

  connected(client: Client): void {
    this.#handlers.connected?.(client);
  }

  moved(former: Client, client: Client): void {
    this.#pending.move(former, client);
    this.#handlers.moved?.(former, client);
  }

  disconnected(client: Client): void {
    this.#pending.disconnected(client);
    this.#handlers.disconnected?.(client);
  }

  receiveEvent({name, data}: Record<string, unknown>): void {
    if (typeof name === 'string') this.#handlers.event?.(name, data);
  }

  /** Handles a client's answer to a request of the adapter. */
  receiveAnswer(client: Client, id: string, message: Record<string, unknown>): void {
    this.#pending.answer(client, id, message);
  }

  /** Answers a request of a client, with the result or with an error. */
  async receiveRequest(client: Client, id: string, {attrName, args}: Record<string, unknown>): Promise<void> {
    try {
      if (typeof attrName !== 'string' || !this.#handlers.request) throw notImplemented(attrName);
      const response = await this.#handlers.request(attrName, args, client);
      // Send the answer to every client of the channel, because each client recognizes the answers to its own requests
      // by the ids.
      this.#channel.send({id, response: response ?? null});
    } catch (error) {
      this.#sendError(id, errorToSend(error));
    }
  }

  #sendError(id: string, error: unknown): void {
    try {
      this.#channel.send({id, error});
    } catch (cloneError) {
      this.#channel.send({id, error: String(cloneError)});
    }
  }
}
