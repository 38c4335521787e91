import {ASKING_CONNECT, CHANNEL, isEnvelope, isRecord} from '../../transport/envelope.js';
import {reachableWindows} from '../../transport/frames.js';
import type {ContactCenter} from '../contact-center/contact-center.js';
import {errorToSend, refuse} from '../contact-center/errors.js';
import type {Unsubscribe} from '../contact-center/events.js';
import {Channel, type Line} from './channel.js';

/** The contact centre as the adapter sees it. It may as well be far away. */
export interface AdapterBackend extends Pick<
  ContactCenter,
  'request' | 'notify' | 'replay' | 'link' | 'subscribe' | 'onChange'
> {
  /** Whether the adapter of this page holds the WebSocket. @default always */
  isMasterPage?(): boolean;
  /** Sends a REST request with the agent's session. @default to the contact centre in this page */
  sendRest?(path: string, init: RequestInit): Promise<Response>;
}

/** How the adapter shows itself. */
export interface AdapterOptions {
  /** The window it lives in. @default the global one */
  window?: Window;
  /** Channels that it speaks on first. Another one it learns from the first question there. @default the unnamed one */
  announces?: readonly string[];
  /** Its id among several adapters; clients then send it with each request. @default none */
  hostId?: string;
  /** Whether the adapter of this page holds the WebSocket. @default as the contact centre says */
  isMasterPage?: () => boolean;
}

/**
 * The adapter's side of the wire: what Five9 hosts in production, for a simulated contact centre. It lives in a window of its own (an iframe of the page, of any
 * origin) or in the page's own window, and serves whoever asks; a simulator has nothing to hide from the page around it.
 *
 * 1. A window asks (`asking_connect`): it gets a port. On start, and when the link is back, every window within reach gets one unasked, so either side may load first.
 * 2. The window answers on the port: it is a client, and is told of the live interactions.
 * 3. Requests go to the contact centre, its events to every client, until somebody says `disconnect`.
 *
 * Whatever else arrives, on window or port, changes nothing.
 */
export class SimulatedAdapter {
  readonly #backend: AdapterBackend;
  readonly #window: Window;
  readonly #hostId: string;
  readonly #isMasterPage: () => boolean;
  readonly #channels = new Map<string, Channel>();
  #subscriptions: Unsubscribe[] = [];
  /** Whether it serves: started, and not cut off by a fault. */
  #open = false;

  constructor(backend: AdapterBackend, options: AdapterOptions = {}) {
    this.#backend = backend;
    this.#window = options.window ?? window;
    this.#hostId = options.hostId ?? '';
    this.#isMasterPage = options.isMasterPage ?? (() => backend.isMasterPage?.() ?? true);
    for (const name of options.announces ?? [CHANNEL]) this.#channel(name);
  }

  /** Begins to serve. */
  start(): void {
    if (this.#subscriptions.length) return;
    const listening = new AbortController();
    const {signal} = listening;
    this.#window.addEventListener('message', this.#onWindowMessage, {signal});
    // Not `beforeunload`: the agent may decide to stay. A page that comes back from the browser's history goes on.
    this.#window.addEventListener('pagehide', this.#goodbye, {signal});
    this.#window.addEventListener('pageshow', this.#followLink, {signal});
    this.#subscriptions = [
      () => {
        listening.abort();
      },
      this.#backend.subscribe((event) => {
        for (const channel of this.#channels.values()) channel.tell(event);
      }),
      this.#backend.onChange(this.#followLink),
    ];
    this.#followLink();
  }

  /** Says goodbye to its clients and serves no more, until it is started again. */
  stop(): void {
    for (const end of this.#subscriptions.splice(0)) end();
    this.#goodbye();
  }

  #receive(channel: Channel, line: Line, {id, request, event, hostId}: Record<string, unknown>): void {
    if (hostId && hostId !== this.#hostId) return;
    if (isRecord(event) && typeof event.name === 'string') this.#backend.notify(event.name, event.data);
    if (typeof id === 'string' && isRecord(request)) void this.#answer(channel, line, id, request);
  }

  async #answer(channel: Channel, line: Line, id: string, {attrName, args}: Record<string, unknown>): Promise<void> {
    try {
      const method = String(attrName);
      const response = await this.#backend.request(method, args, this.#own(method, args, line));
      channel.post({id, response: response ?? null});
    } catch (error) {
      channel.post({id, error: errorToSend(error)});
    }
  }

  /** What concerns this page alone, the contact centre knows nothing about. */
  #own(method: string, args: unknown, line: Line): (() => unknown) | undefined {
    if (method === 'isMasterPage') return this.#isMasterPage;
    if (method === 'executeRestApiV2') {
      // Few pages want it, and it is a world of its own.
      return () => import('../rest/embedded.js').then(({executeRest}) => executeRest(this.#backend, args));
    }
    if (method !== 'updateWebSocketSubscriptions') return undefined;
    return () => {
      line.wsEvents = new Set(Array.isArray(args) ? args.map(String) : refuse('A list of event ids is needed.'));
    };
  }

  #channel(name: string): Channel {
    const known = this.#channels.get(name);
    if (known) return known;
    const channel: Channel = new Channel(name, this.#hostId, {
      connected: (line) => {
        for (const event of this.#backend.replay()) channel.tell(event, [line]);
      },
      received: (line, message) => {
        this.#receive(channel, line, message);
      },
    });
    this.#channels.set(name, channel);
    return channel;
  }

  readonly #onWindowMessage = ({data, source, origin}: MessageEvent<unknown>): void => {
    if (!this.#open || !source || !isRecord(data) || data.message !== ASKING_CONNECT) return;
    const {iframeName} = data;
    // Those of the Interaction API, not those of its sisters.
    if (typeof iframeName !== 'string' || !iframeName.startsWith(CHANNEL)) return;
    const channel = this.#channel(iframeName);
    if (!isEnvelope(data, channel.name, channel.sender)) return;
    // Opaque origins cannot be addressed.
    channel.invite(source as Window, origin === 'null' || !origin ? '*' : origin);
  };

  /** Goes away and comes back with the link. */
  readonly #followLink = (): void => {
    const {link} = this.#backend;
    if (link !== 'up') this.#close(link === 'dropped');
    else if (!this.#open) this.#announce();
  };

  #announce(): void {
    this.#open = true;
    for (const window of reachableWindows(this.#window)) {
      for (const channel of this.#channels.values()) channel.invite(window, '*');
    }
  }

  readonly #goodbye = (): void => {
    this.#close(true);
  };

  #close(sayGoodbye: boolean): void {
    this.#open = false;
    for (const channel of this.#channels.values()) channel.close(sayGoodbye);
  }
}
