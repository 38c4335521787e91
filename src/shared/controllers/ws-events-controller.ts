import type {ReactiveController, ReactiveElement} from 'lit';
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import type {WsEventCallback} from '../../interaction-api/types.js';
import type {InteractionService} from '../../service/interaction-service.js';

/** Hears WebSocket events of the element's service while the element is in the page. */
export class WsEventsController implements ReactiveController {
  #ids: readonly string[];
  #api: InteractionApi | undefined;
  #stop: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveElement & {readonly service: InteractionService | undefined},
    private readonly hear: (id: string, ...args: Parameters<WsEventCallback>) => void,
    ids: readonly string[] = [],
  ) {
    this.#ids = ids;
    host.addController(this);
  }

  /** The events that are heard from now on. */
  set ids(ids: readonly string[]) {
    this.hostDisconnected();
    this.#ids = ids;
  }

  hostUpdated(): void {
    const {service} = this.host;
    // Not before it is connected: to ask for the API opens it, and a nearer provider may still come.
    if (!service?.connected || service.api === this.#api) return;
    this.hostDisconnected();
    const {api} = service;
    const events = Object.fromEntries(
      this.#ids.map((id): [string, WsEventCallback] => [id, (...args) => this.hear(id, ...args)]),
    );
    api.subscribeWsEvent(events);
    this.#api = api;
    this.#stop = () => api.unsubscribeWsEvent(events);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = this.#api = undefined;
  }
}
