import {InteractionApiError} from '../interaction-api/errors.js';
import type {
  Connection,
  ConnectionReason,
  Ongoing,
  Transport,
  TransportListener,
} from '../interaction-api/transport.js';
import type {RestParams} from '../interaction-api/types.js';
import {
  ASKING_CONNECT,
  CHANNEL,
  CONNECT,
  CONNECTED,
  DISCONNECT,
  type Envelope,
  INTERACTION_API,
  isEnvelope,
  newId,
} from './envelope.js';
import {reachableWindows} from './frames.js';
import {FIVE9_ORIGINS, originRule} from './origins.js';
import {type OutgoingRequest, requestChannel} from './request-channel.js';
import {executeRest} from './rest.js';
import {VERSION} from '../version.js';

/**
 * A frame that is the adapter's. While it has a window, no other one is asked or believed. Whoever put the frame into the page sets what is in here, and
 * clears it; the transport looks at it each time.
 */
export interface AdapterFrame {
  window?: Window | null | undefined;
  /** Origin of the page that it was given. It is allowed without being named; where that page leads on to, only what is named. */
  origin?: string;
  /** Whether something has loaded in it. Before, there is nobody at that origin to be asked. */
  loaded?: boolean;
  /** Who put it into the page. */
  holder?: unknown;
}

/** Settings of an adapter transport. */
export interface AdapterSettings {
  /** Name of the channel, as in `interactionApi(name)`. @default '' */
  name?: string;
  /** Origins that the adapter may have, space-separated: exact ones and `https://*.example.com`. @default 'https://*.five9.com' */
  adapterOrigin?: string;
}

/** A window, and the origin that is in it. */
interface Addressee {
  readonly window: Window;
  readonly origin: string;
}

/** An adapter that answered. */
interface AdapterPeer extends Addressee {
  readonly port: MessagePort;
  /** Its sender id. */
  readonly name: string;
}

/** The way to an adapter in a frame of the page, or in the page's own window. */
export interface AdapterTransport extends Transport {
  /**
   * Changes the settings. A connected adapter that they still allow stays, and calls that wait for one go on waiting.
   * @throws `TypeError` for an origin that is none; nothing has changed then.
   */
  configure(settings: AdapterSettings): void;
  /** The adapter that is connected. */
  readonly peer: AdapterPeer | undefined;
  /** What it handed over, the newest last: they are closed with the transport. */
  readonly ports: MessagePort[];
}

/** How many events wait for an adapter at most; the oldest go first. */
const OUTBOX = 100;
/** Milliseconds from one question to the next, as often as the SDK asks; the first ones come sooner. */
const LAST_PAUSE = 5000;
const LOOK_EVERY = 2000;
/** With so many questions unanswered 15 s are over. The SDK gives up then; we only say so, and go on asking. */
const UNANSWERED = 5;

/**
 * Speaks the wire protocol from this window.
 *
 * @param frame The adapter's, if the page says which one that is.
 */
export function adapterTransport(settings: AdapterSettings, frame: AdapterFrame = {}): AdapterTransport {
  const requests = requestChannel();
  let connection: Connection;
  let channel = '';
  let sender = '';
  let hostId = '';
  let allowed = originRule('');
  /** Set while the transport is open. */
  let listener: TransportListener | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let peer: AdapterPeer | undefined;
  let last: Addressee | undefined;
  const ports: MessagePort[] = [];
  /** What was told of late, and the one of several ports that is heard about it: the first. */
  let told: Map<string, MessagePort>;
  /** What was told before that. */
  let toldBefore: typeof told;
  let outbox: Envelope['message'][] = [];
  let wsIds: readonly string[] = [];

  const become = (next: Connection): void => {
    connection = next;
    listener?.connectionChanged(next);
  };

  const envelope = (message: Envelope['message']): Envelope => ({iframeName: channel, sender, message});

  const post = (message: Envelope['message']): void => {
    peer?.port.postMessage(envelope(message));
  };

  const unanswered = (): void => {
    become({reason: 'no-answer', ...(connection.origin && connection), status: 'unreachable'});
    requests.reject(true, NO_ADAPTER, 'NotConnected');
  };

  /** Again and again: `document.open()` takes the listeners of a window away. */
  const listen = (change = addEventListener): Envelope => {
    for (const [type, hearer] of Object.entries(hearers)) change(type, hearer as EventListener);
    return envelope(ASKING_CONNECT);
  };

  /** Asks for an adapter again and again. Once there is one, looks after its window: a frame that is taken out of the page says no goodbye. */
  const watch = (asked = 0): void => {
    clearTimeout(timer);
    if (!listener) return;
    const question = listen();
    toldBefore = told;
    told = new Map();
    if (peer?.window.closed) {
      lose('adapter-gone');
      return;
    }
    if (!peer) {
      if (asked === UNANSWERED) unanswered();
      // Nothing personal is in it, so it may go to `*`: whose origin a window has is not known before it answers. An opaque one cannot be addressed.
      if (!asked && last && last.origin !== 'null') last.window.postMessage(question, last.origin);
      else
        for (const window of frame.window ? [frame.window] : reachableWindows(self)) window.postMessage(question, '*');
    }
    timer = setTimeout(watch, peer ? LOOK_EVERY : ([250, 750, 4000][asked] ?? LAST_PAUSE), asked + 1);
  };

  const leave = (): void => {
    clearTimeout(timer);
    for (const port of ports.splice(0)) {
      // On each: an adapter hands over no other to a window that has one.
      port.postMessage(envelope(DISCONNECT));
      port.close();
    }
    peer = undefined;
    hostId = '';
    // What comes next is another connection's, which tells all anew.
    told = new Map();
    requests.attach();
    requests.reject();
  };

  const lose = (reason: ConnectionReason): void => {
    leave();
    become({status: 'lost', reason});
    watch();
  };

  /** Whether an adapter may be in a window. */
  const mayBeIn = (window: unknown): boolean => (frame.window ?? window) === window;

  /** Whether an adapter may be there. Our own window is believed: what runs in it could do anything here already. */
  const believes = (origin: string, source: unknown = frame.window): boolean =>
    source === self ||
    (mayBeIn(source) && ((origin !== 'null' && origin === self.origin) || origin === frame.origin || allowed(origin)));

  const request = (attrName: string, args: unknown, ongoing: Ongoing): Promise<unknown> =>
    listener && connection.status !== 'unreachable'
      ? requests.request(sender, attrName, args, ongoing)
      : Promise.reject(noAdapter());

  const send = ({id, attrName, args}: OutgoingRequest): void => {
    post({id, request: {objectId: INTERACTION_API, verb: 'post', attrName, args}, ...(hostId && {hostId})});
  };

  /** Nobody waits for the answer: an adapter that refuses has no WebSocket events to give. */
  const sendWsIds = (): void => {
    send({id: `${newId(sender)}#0`, attrName: 'updateWebSocketSubscriptions', args: wsIds});
  };

  const hear = (event: unknown, port: MessagePort): void => {
    const {objectId, name, data} = event as Record<string, unknown>;
    const {reason, id, payload, context} = Object(data) as Record<string, unknown>;
    if (objectId !== INTERACTION_API) return;
    // An adapter may tell its events on each of several ports, or on any of them, and ports keep no order among each other.
    if (ports[1]) {
      const text = JSON.stringify(event);
      if (port !== (told.get(text) ?? toldBefore.get(text) ?? port)) return;
      told.set(text, port);
    }
    if (name === 'webSocketEvent') listener?.wsEvent(String(id), payload, context);
    else if (name === 'interactionEvent' && typeof reason === 'string') listener?.interactionEvent(reason, payload);
  };

  const receive = ({message}: Envelope, port: MessagePort): void => {
    if (typeof message === 'string') {
      if (message === DISCONNECT && peer?.port === port) lose('adapter-disconnected');
      if (message.startsWith(CONNECTED)) hostId = message.split(':')[1] as string;
    } else {
      const {hostId: other, event, communicationError} = message;
      if (other && hostId && other !== hostId) return;
      if (event) hear(event, port);
      else if (communicationError) requests.reject(true, communicationError);
      else requests.settle(message);
    }
  };

  const found = (port: MessagePort, window: Window, origin: string, name: string): void => {
    const adapter = {port, window, origin, name};
    // An adapter that speaks first and answers as well hands over two ports. What it was asked on the first it answers there.
    const again = peer?.window === window && peer.name === name;
    if (!again) leave();
    ports.push(port);
    peer = last = adapter;
    // An SDK of this window has the same port: whoever sets `onmessage` takes it from the other.
    port.addEventListener('message', ({data}: MessageEvent<unknown>): void => {
      // Firefox still delivers what waited at a port that has been closed.
      if (ports.includes(port) && isEnvelope(data, channel, sender)) receive(data, port);
    });
    port.start();
    port.addEventListener('close', () => {
      if (peer === adapter) lose('adapter-gone');
    });
    post(`${CONNECTED}:${sender}:${VERSION}`);
    if (wsIds.length) sendWsIds();
    outbox.splice(0).forEach(post);
    requests.attach(send);
    watch();
    if (!again) become({status: 'connected', origin});
  };

  /** Adapters that start late speak first, so `connect` may come at any time and from anywhere. */
  const onMessage = (event: MessageEvent<unknown>): void => {
    const {
      origin,
      source,
      ports: [port],
    } = event;
    // Before the data is looked at: for whoever floods the window it would be unpacked.
    if (!port || !source || ports.includes(port)) return;
    const {data} = event;
    if (!isEnvelope(data, channel, sender) || data.message !== CONNECT) return;
    if (believes(origin, source)) {
      found(port, source as Window, origin, data.sender);
    } else {
      port.close();
      // Told, since a wrong setting looks like that too; once, so that a stranger who says it again and again costs nothing.
      if (!peer && mayBeIn(source) && connection.reason !== 'origin-refused')
        become({...connection, reason: 'origin-refused', origin});
    }
  };

  const hearers = {
    message: onMessage,
    pagehide(): void {
      leave();
      become({status: 'lost', reason: 'page-hidden'});
    },
    // From the back/forward cache. When the page first comes too, it has just asked: twice would be two handshakes.
    pageshow({persisted}: PageTransitionEvent): void {
      if (persisted) watch();
    },
  };

  const configure = ({name = '', adapterOrigin = FIVE9_ORIGINS}: AdapterSettings): void => {
    allowed = originRule(adapterOrigin);
    const next = CHANNEL + name;
    if (peer && next === channel && believes(peer.origin, peer.window)) {
      // Another page may have loaded in it without the first one's goodbye. Who has a port to us does not answer.
      frame.window?.postMessage(envelope(ASKING_CONNECT), '*');
      return;
    }
    leave();
    last = frame.loaded ? (frame as Addressee) : undefined;
    sender = newId(`remote_${(channel = next)}`);
    become({status: 'connecting', reason: 'searching'});
    watch();
  };

  configure(settings);

  return {
    get connection() {
      return connection;
    },

    get peer() {
      return peer;
    },

    ports,
    configure,

    open(owner) {
      listener = owner;
      listen();
      // The page's settings may stand further down in it, or further down in the script that runs now.
      if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => watch());
      else setTimeout(watch);
    },

    close() {
      leave();
      requests.reject(true);
      listen(removeEventListener);
      listener = undefined;
      connection = {status: 'lost', reason: 'closed'};
    },

    call(method, params, ongoing) {
      const context = (): Promise<Record<string, unknown>> =>
        request('getApplicationContext', undefined, ongoing).then(Object);
      if (method === 'executeRestApi') return executeRest(params as RestParams, context, believes, ongoing);
      if (method === 'getMetadata') return context().then(({agentId, tenantId}) => ({agentId, tenantId}));
      return request(method === 'unMute' ? 'unmute' : method, params, ongoing);
    },

    notify(name, data) {
      const message = {event: {objectId: INTERACTION_API, name, data}};
      if (peer) post(message);
      // A dial that comes late is worse than one that fails.
      else if (name === 'click2dial') throw noAdapter(name);
      // As it is now; what cannot be cloned is refused here, and not when the adapter comes.
      else outbox = [...outbox, structuredClone(message)].slice(-OUTBOX);
    },

    watchWsEvents(ids) {
      wsIds = ids;
      sendWsIds();
    },
  };
}

const NO_ADAPTER = 'No adapter.';

/** What is to be sent now, and there is nobody to send it to. */
export const noAdapter = (method?: string): InteractionApiError =>
  new InteractionApiError('NotConnected', NO_ADAPTER, method);
