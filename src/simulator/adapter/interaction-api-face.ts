import {API_CHANNELS} from '../../transport/envelope.js';
import {refuse} from '../contact-center/errors.js';
import type {ContactCenterEvent, Unsubscribe} from '../contact-center/events.js';
import type {AdapterBackend} from './adapter-backend.js';
import type {ApiChannel, ApiFace, ApiHandlers} from './api-face.js';
import type {Client} from './channel.js';

/**
 * The face (handler) of the Interaction API. Passes requests of clients to the contact centre, and events of the
 * contact centre to the clients.
 */
export class InteractionApiFace implements ApiFace {
  readonly channelPrefix = API_CHANNELS.interactionApi;
  readonly objectId = 'interactionApi';
  readonly #backend: AdapterBackend;
  readonly #isMasterPage: () => boolean;
  readonly #channels: ApiChannel[] = [];
  /** Ids of the WebSocket events that each client has subscribed to. */
  readonly #subscriptions = new WeakMap<Client, ReadonlySet<string>>();

  constructor(backend: AdapterBackend, isMasterPage: () => boolean) {
    this.#backend = backend;
    this.#isMasterPage = isMasterPage;
  }

  start(): Unsubscribe {
    return this.#backend.subscribe((event) => {
      for (const channel of this.#channels) this.#send(channel, event, channel.clients);
    });
  }

  open(channel: ApiChannel): ApiHandlers {
    this.#channels.push(channel);
    const connected = (client: Client): void => {
      for (const event of this.#backend.replay()) this.#send(channel, event, [client]);
    };
    return {
      connected,
      moved: (former, client) => {
        this.#subscriptions.set(client, this.#subscriptions.get(former) ?? new Set());
        connected(client);
      },
      event: (name, data) => {
        this.#backend.notify(name, data);
      },
      request: (method, args, client) =>
        this.#backend.request(method, args, this.#answeredByAdapter(method, args, client)),
    };
  }

  /**
   * Returns a function that answers the request, if the adapter answers this method itself. Returns `undefined` if the
   * contact centre answers this method.
   */
  #answeredByAdapter(method: string, args: unknown, client: Client): (() => unknown) | undefined {
    switch (method) {
      case 'isMasterPage':
        return this.#isMasterPage;
      case 'executeRestApiV2':
        // Load the code for REST on demand, because few pages send REST requests and the code is large.
        return async () => (await import('../rest/embedded.js')).executeRest(this.#backend, args);
      case 'updateWebSocketSubscriptions':
        return () => {
          if (!Array.isArray(args)) return refuse('A list of event ids is needed.');
          this.#subscriptions.set(client, new Set(args.map(String)));
          return null;
        };
      default:
        return undefined;
    }
  }

  #send(channel: ApiChannel, event: ContactCenterEvent, clients: readonly Client[]): void {
    if (event.kind === 'interaction') {
      channel.sendEvent('interactionEvent', {reason: event.name, payload: event.params}, clients);
      return;
    }
    const {id, payload, context} = event;
    const subscribers = clients.filter((client) => this.#subscriptions.get(client)?.has(id));
    channel.sendEvent('webSocketEvent', {id, payload, context}, subscribers);
  }
}
