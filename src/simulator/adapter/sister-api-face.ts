import {API_CHANNELS} from '../../transport/envelope.js';
import type {AskedApi, AskOptions} from '../contact-center/page/page-asker.js';
import type {AdapterBackend} from './adapter-backend.js';
import type {ApiChannel, ApiFace, ApiHandlers} from './api-face.js';

/**
 * The face (handler) of an API of the CRM SDK other than the Interaction API. Passes requests and events of clients to
 * the contact centre, and questions and events of the contact centre to the clients.
 */
export class SisterApiFace implements ApiFace {
  readonly channelPrefix: string;
  readonly #channels: ApiChannel[] = [];

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
      connected: () => {
        this.backend.pageConnected(this.objectId);
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

  /** Asks every client, and resolves with the first answer. */
  ask(method: string, params: unknown, options: AskOptions): Promise<unknown> {
    const asked = this.#channels.filter(({clients}) => clients.length > 0);
    return Promise.race(asked.map((channel) => channel.request(method, params, options)));
  }

  /** Sends an event to every client. */
  send(name: string, data: unknown): void {
    for (const channel of this.#channels) channel.sendEvent(name, data);
  }
}
