import type {Unsubscribe} from '../contact-center/events.js';
import type {AdapterBackend} from './adapter-backend.js';
import {AdapterPages} from './adapter-pages.js';
import {AdapterLink, type AdapterLinkOptions} from './adapter-link.js';
import type {ApiFace} from './api-face.js';
import {InteractionApiFace} from './interaction-api-face.js';

export type {AdapterBackend};

/** Options of a simulated adapter. */
export interface AdapterOptions extends AdapterLinkOptions {
  /**
   * Returns whether this page is the master page: the page of the browser whose adapter has the WebSocket.
   * @default the answer of the contact centre
   */
  isMasterPage?: () => boolean;
}

/**
 * An adapter that connects pages to a simulated contact centre. In production, Five9 provides the adapter.
 *
 * The adapter runs in the page's own window, or in an iframe of the page, which can have any origin. The adapter serves
 * pages of every origin, because a simulator has no secret data.
 */
export class SimulatedAdapter {
  readonly #backend: AdapterBackend;
  readonly #window: Window;
  /** A face (handler) for each API that the adapter serves. */
  readonly #faces: readonly ApiFace[];
  readonly #pages: AdapterPages;
  readonly #link: AdapterLink;
  #subscriptions: Unsubscribe[] = [];

  constructor(backend: AdapterBackend, options: AdapterOptions = {}) {
    const {isMasterPage = () => backend.isMasterPage?.() ?? true, ...linkOptions} = options;
    this.#backend = backend;
    this.#window = options.window ?? window;
    this.#pages = new AdapterPages(backend);
    this.#faces = [new InteractionApiFace(backend, isMasterPage), ...this.#pages.faces];
    this.#link = new AdapterLink(this.#faces, linkOptions);
  }

  /** Starts to serve pages. */
  start(): void {
    if (this.#subscriptions.length) return;
    const listening = new AbortController();
    const {signal} = listening;
    // Do not use `beforeunload`, because the agent can still decide to stay on the page after this event.
    this.#window.addEventListener('pagehide', this.#disconnect, {signal});
    // Serve pages again when the browser restores this page from the back/forward cache.
    this.#window.addEventListener('pageshow', this.#followBackend, {signal});
    this.#subscriptions = [
      () => {
        listening.abort();
      },
      ...this.#faces.flatMap((face) => face.start?.() ?? []),
      this.#backend.attach(this.#pages),
      this.#backend.onChange(this.#followBackend),
    ];
    this.#followBackend();
  }

  /** Sends `disconnect` to the clients, and serves no page until the adapter starts again. */
  stop(): void {
    for (const unsubscribe of this.#subscriptions.splice(0)) unsubscribe();
    this.#disconnect();
  }

  /** Closes the link to the pages if an injected fault requires this. Otherwise, opens the link. */
  readonly #followBackend = (): void => {
    const {link} = this.#backend;
    if (link === 'up') this.#link.open();
    else this.#link.close(link === 'dropped');
  };

  readonly #disconnect = (): void => {
    this.#link.close(true);
  };
}
