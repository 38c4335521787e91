import type {ReactiveController, ReactiveElement} from 'lit';
import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import type {WsEventCallback} from '../../interaction-api/types.js';
import type {InteractionService} from '../../service/interaction-service.js';

/** Subscribes to WebSocket events of the element's service while the element is in the page. */
export class WsEventsController implements ReactiveController {
  #ids: readonly string[];
  #api: InteractionApi | undefined;
  #stop: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveElement & {readonly service: InteractionService | undefined},
    private readonly onEvent: (id: string, ...args: Parameters<WsEventCallback>) => void,
    ids: readonly string[] = [],
  ) {
    this.#ids = ids;
    host.addController(this);
  }

  /** Ids of the WebSocket events. The next update of the element subscribes to the events with these ids. */
  set ids(ids: readonly string[]) {
    this.#unsubscribe();
    this.#ids = ids;
  }

  hostUpdated(): void {
    const {service} = this.host;
    // Do not read `api` before the service is connected, because reading `api` starts the service. The element may find
    // a nearer provider later, and then does not need this service.
    if (!service?.connected || service.api === this.#api) return;
    this.#unsubscribe();
    const {api} = service;
    const events = Object.fromEntries(
      this.#ids.map((id): [string, WsEventCallback] => [id, (...args) => this.onEvent(id, ...args)]),
    );
    api.subscribeWsEvent(events);
    this.#api = api;
    this.#stop = () => api.unsubscribeWsEvent(events);
  }

  hostDisconnected(): void {
    this.#unsubscribe();
  }

  #unsubscribe(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#api = undefined;
  }
}
