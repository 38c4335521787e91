import {API_CHANNELS} from '../../transport/envelope.js';
import {firstAnswer} from '../contact-center/page/first-answer.js';
import type {AskedApi, AskOptions, Receivers} from '../contact-center/page/page-asker.js';
import type {AdapterBackend} from './adapter-backend.js';
import type {ApiChannel, ApiFace, ApiHandlers} from './api-face.js';
import type {Client} from './channel.js';

/** A channel, and the clients of the channel that get a message. */
type Audience = readonly [ApiChannel, readonly Client[]];

/**
 * The face (handler) of an API of the CRM SDK other than the Interaction API. Passes requests and events of clients to
 * the contact centre, and questions and events of the contact centre to the clients.
 */
export class SisterApiFace implements ApiFace {
  readonly channelPrefix: string;
  readonly #channels: ApiChannel[] = [];
  /** The client that has connected last. */
  #newest: Client | undefined;

  constructor(
    readonly objectId: AskedApi,
    private readonly backend: AdapterBackend,
  ) {
    this.channelPrefix = API_CHANNELS[objectId];
  }

  /** Number of clients on all channels of the API. */
  get clientCount(): number {
    return this.#channels.reduce((sum, {clients}) => sum + clients.length, 0);
  }

  open(channel: ApiChannel): ApiHandlers {
    this.#channels.push(channel);
    return {
      connected: (client) => {
        this.#newest = client;
        this.backend.pageConnected(this.objectId);
      },
      moved: (former, client) => {
        if (this.#newest === former) this.#newest = client;
      },
      disconnected: () => {
        this.backend.pageDisconnected?.();
      },
      event: (name, data) => {
        if (this.objectId === 'crmApi') this.backend.notify(name, data);
      },
      request: (method, args) => this.backend.requestApi(this.objectId, method, args),
    };
  }

  /** Asks the clients, and resolves with the first answer. */
  ask(method: string, params: unknown, {timeout, onExtraAnswer, receivers}: AskOptions): Promise<unknown> {
    const questions = this.#audiences(receivers).map(([channel, clients]) =>
      channel.request(method, params, {timeout, onExtraAnswer, clients}),
    );
    return firstAnswer(questions, onExtraAnswer);
  }

  /** Sends an event to the clients. */
  send(name: string, data: unknown, receivers?: Receivers): void {
    for (const [channel, clients] of this.#audiences(receivers)) channel.sendEvent(name, data, clients);
  }

  /** Returns the channels that have a receiver. If the newest client is gone, all clients are receivers. */
  #audiences(receivers: Receivers = 'all'): Audience[] {
    const audiences = (isReceiver: (client: Client) => boolean): Audience[] =>
      this.#channels
        .map((channel): Audience => [channel, channel.clients.filter(isReceiver)])
        .filter(([, clients]) => clients.length > 0);
    const newest = receivers === 'newest' ? audiences((client) => client === this.#newest) : [];
    return newest.length ? newest : audiences(() => true);
  }
}
