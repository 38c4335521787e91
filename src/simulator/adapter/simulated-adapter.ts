import type {Unsubscribe} from '../contact-center/events.js';
import type {AdapterBackend} from './adapter-backend.js';
import {AdapterLink, type AdapterLinkOptions} from './adapter-link.js';
import type {ApiFace} from './api-face.js';
import {InteractionApiFace} from './interaction-api-face.js';

export type {AdapterBackend};

/** Options of a simulated adapter. */
export interface AdapterOptions extends AdapterLinkOptions {
  /** Returns whether the adapter of this page holds the WebSocket. @default as the contact centre returns */
  isMasterPage?: () => boolean;
}

/**
 * The adapter of a simulated contact centre. In production, Five9 hosts the adapter.
 *
 * The adapter runs in an iframe of the page, of any origin, or in the page's own window. It serves every page that
 * asks,
 * because a simulator has no secret data.
 */
export class SimulatedAdapter {
  readonly #backend: AdapterBackend;
  readonly #window: Window;
  /** A face for each API that the adapter serves. */
  readonly #faces: readonly ApiFace[];
  readonly #link: AdapterLink;
  #subscriptions: Unsubscribe[] = [];

  constructor(backend: AdapterBackend, options: AdapterOptions = {}) {
    const {isMasterPage = () => backend.isMasterPage?.() ?? true, ...linkOptions} = options;
    this.#backend = backend;
    this.#window = options.window ?? window;
    this.#faces = [new InteractionApiFace(backend, isMasterPage)];
    this.#link = new AdapterLink(this.#faces, linkOptions);
  }

  /** Starts to serve pages. */
  start(): void {
    if (this.#subscriptions.length) return;
    const listening = new AbortController();
    const {signal} = listening;
    // Not `beforeunload`: the agent may still decide to stay on the page.
    this.#window.addEventListener('pagehide', this.#disconnect, {signal});
    // Serve again when the browser restores the page from its history.
    this.#window.addEventListener('pageshow', this.#followBackend, {signal});
    this.#subscriptions = [
      () => {
        listening.abort();
      },
      ...this.#faces.flatMap((face) => face.start?.() ?? []),
      this.#backend.onChange(this.#followBackend),
    ];
    this.#followBackend();
  }

  /** Sends `disconnect` to the clients, and serves no page until the adapter starts again. */
  stop(): void {
    for (const unsubscribe of this.#subscriptions.splice(0)) unsubscribe();
    this.#disconnect();
  }

  /** Opens and closes the link as the contact centre's faults require. */
  readonly #followBackend = (): void => {
    const {link} = this.#backend;
    if (link === 'up') this.#link.open();
    else this.#link.close(link === 'dropped');
  };

  readonly #disconnect = (): void => {
    this.#link.close(true);
  };
}
