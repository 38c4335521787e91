/** How a service comes to use an official SDK. Loaded only by pages that have one, or that ask for one. */
import {InteractionApiError} from '../interaction-api/errors.js';
import {isRecord} from '../interaction-api/is-record.js';
import type {Connection, Transport, TransportListener} from '../interaction-api/transport.js';
import {type CrmSdkApi, type CrmSdkTransport, crmSdkTransport, isCrmSdkApi} from '../transport/crm-sdk-transport.js';
import {CHANNEL, CONNECT, type Envelope} from '../transport/envelope.js';
import type {ServiceTransport} from './service-transport.js';

/** How long an adapter may still answer us what it was asked before an SDK took over: as long as a call takes at most, if nobody says otherwise. */
const DRAIN = 60_000;
/** How long an SDK has to find the adapter by itself. */
const ALONE = 300;
/** How long after one way has told an event the other may tell the same. */
const DOUBLE = 2000;

const ways = new WeakMap<ServiceTransport, SdkWay>();

/** Takes the way that the settings and the page call for. */
export function choose(way: ServiceTransport, useAdapter: () => void): void {
  if (!way.owner) return;
  const sdkWay = ways.get(way) ?? new SdkWay(way, useAdapter);
  ways.set(way, sdkWay);
  sdkWay.choose();
}

class SdkWay {
  /** The SDK that is in use, or that will be as soon as it has reached the adapter. */
  #sdk: CrmSdkTransport | undefined;
  readonly #told = new Told();
  readonly #find = finder();

  constructor(
    private readonly way: ServiceTransport,
    private readonly useAdapter: () => void,
  ) {
    const close = way.close.bind(way);
    way.close = (): void => {
      this.#sdk?.close();
      this.#closeAdapter();
      close();
    };
  }

  choose(): void {
    const {adapter, settings} = this.way;
    const only = settings.transport === 'crm-sdk';
    if (settings.transport === 'adapter') {
      this.#sdk?.close();
      this.#sdk = undefined;
    } else {
      // One that is in use stays, also where the page has deleted `window.Five9` since.
      const sdk = this.#find(settings.sdk, settings.name) ?? this.#sdk?.sdk;
      if (sdk && sdk !== this.#sdk?.sdk) this.#meet(sdk);
    }
    // An adapter that is connected is used until the SDK has reached it too.
    const waits = !only && this.way.inner === adapter && adapter.connection.status === 'connected';
    if (this.#sdk) {
      if (!waits) this.#take(this.#sdk);
    } else if (only) {
      this.#take(NO_SDK);
    } else if (this.way.inner !== adapter) {
      this.#takeAdapter();
    }
  }

  /** Opens the way through an SDK. */
  #meet(sdk: CrmSdkApi): void {
    const {way} = this;
    const owner = way.owner as TransportListener;
    const next = crmSdkTransport(sdk);
    this.#sdk?.close();
    this.#sdk = next;
    const inUse = (): boolean => way.inner === next;
    if (way.inner === way.adapter) {
      // What both tell while one takes over is told once.
      Object.assign(way.fromAdapter as TransportListener, {
        connectionChanged: (connection) => {
          owner.connectionChanged(connection);
          this.choose();
        },
        interactionEvent: (name, params) => {
          this.#told.note(name, params);
          owner.interactionEvent(name, params);
        },
        wsEvent: (id, payload, context) => {
          this.#told.note(`ws ${id}`, payload);
          owner.wsEvent(id, payload, context);
        },
      } satisfies TransportListener);
    }
    next.open({
      connectionChanged: (connection) => {
        if (inUse()) owner.connectionChanged(connection);
        else if (connection.status === 'connected') this.#take(next);
      },
      interactionEvent: (name, params) => {
        if (inUse() && !this.#told.has(name, params)) owner.interactionEvent(name, params);
      },
      wsEvent: (id, payload, context) => {
        if (inUse() && !this.#told.has(`ws ${id}`, payload)) owner.wsEvent(id, payload, context);
      },
    });
    next.watchWsEvents(way.wsIds);
    setTimeout(() => {
      if (this.#sdk === next && next.connection.status !== 'connected') this.#share(sdk);
    }, ALONE);
  }

  /**
   * An adapter hands over one port to a window, so an SDK that finds us connected would never be. It gets to have ours, and nothing is lost in between:
   * both hear what comes, and each knows its own answers.
   */
  #share(sdk: CrmSdkApi): void {
    const {adapter, settings} = this.way;
    const {peer} = adapter;
    // One in a hidden frame asks from another window, and gets a port of its own.
    if (!peer || !isHere(sdk)) return;
    const {port, origin, window: source, name: sender} = peer;
    // It is there already, and only slow to answer.
    if (port.onmessage) return;
    // An SDK closes what it had before; were that the same one, nobody would have any.
    port.close = () => undefined;
    const data: Envelope = {iframeName: CHANNEL + (settings.name ?? ''), sender, message: CONNECT};
    dispatchEvent(new MessageEvent('message', {data, origin, source, ports: [port]}));
  }

  /** Asks and hears `next` from now on. */
  #take(next: Transport): void {
    const {way} = this;
    const {inner, adapter, connection} = way;
    if (inner === next) return;
    if (inner === adapter) {
      Object.assign(way.fromAdapter as TransportListener, MUTE);
      setTimeout(() => {
        if (way.inner !== adapter) this.#closeAdapter();
      }, DRAIN);
    } else {
      inner?.close();
    }
    way.inner = next;
    next.watchWsEvents(way.wsIds);
    // Told also where only the capabilities are others.
    if (inner) way.owner?.connectionChanged(next.connection);
    else this.#tell(connection);
  }

  #takeAdapter(): void {
    const {way} = this;
    const {connection, inner} = way;
    inner?.close();
    // It may still be open, to answer what it was asked.
    this.#closeAdapter();
    this.useAdapter();
    // Its search starts anew.
    if (inner) way.adapter.configure(way.settings);
    this.#tell(connection);
  }

  #closeAdapter(): void {
    const {adapter, fromAdapter} = this.way;
    // What an SDK of this window has too is no longer ours to end.
    if (this.#sdk && isHere(this.#sdk.sdk)) adapter.ports.length = 0;
    if (fromAdapter) adapter.close();
  }

  #tell(before: Connection): void {
    const {connection, owner} = this.way;
    if (connection.status !== before.status || connection.reason !== before.reason)
      owner?.connectionChanged(connection);
  }
}

const MUTE: TransportListener = {
  connectionChanged: () => undefined,
  interactionEvent: () => undefined,
  wsEvent: () => undefined,
};

const noSdk = (method?: string): InteractionApiError =>
  new InteractionApiError('NotConnected', 'There is no Five9 SDK on this page.', method);

/** Where `crm-sdk` is asked for, and there is none yet. */
const NO_SDK: Transport = {
  connection: {status: 'unreachable', reason: 'no-sdk'},
  open: () => undefined,
  close: () => undefined,
  call: (method) => Promise.reject(noSdk(method)),
  notify: (method) => {
    throw noSdk(method);
  },
  watchWsEvents: () => undefined,
};

/** Whether an SDK runs in this window, and not in a frame. */
const isHere = (sdk: CrmSdkApi): boolean => sdk instanceof Object;

type Factory = ((name?: string) => unknown) & {dropIn?: boolean};

/** Finds the SDK's API of a name, the same one each time: not every factory of an SDK remembers what it made. */
function finder(): (given: object | undefined, name?: string) => CrmSdkApi | undefined {
  const made = new WeakMap<Factory, Map<string, unknown>>();
  return (given, name = '') => {
    if (isCrmSdkApi(given)) return given;
    const sdk = Object(given ?? pageSdk()) as {interactionApi?: unknown};
    const factory = sdk.interactionApi as Factory;
    if (typeof factory !== 'function' || factory.dropIn) return undefined;
    const apis = made.get(factory) ?? new Map<string, unknown>();
    made.set(factory, apis);
    // Without a name as pages ask for it: where the SDK remembers what it made, it is the page's own.
    if (!apis.has(name)) apis.set(name, name ? factory.call(sdk, name) : factory.call(sdk));
    const api = apis.get(name);
    return isCrmSdkApi(api) ? (api as CrmSdkApi) : undefined;
  };
}

/** What stands where the SDK is. */
function pageSdk(): unknown {
  try {
    return (window as unknown as {Five9: {CrmSdk: unknown}}).Five9.CrmSdk;
  } catch {
    // Nothing, or a frame of another origin that has this name.
    return undefined;
  }
}

/** What was told a moment ago. */
class Told {
  #told: {what: string; until: number}[] = [];

  note(name: string, params: unknown): void {
    this.#told = [...this.#recent(), {what: textOf(name, params), until: performance.now() + DOUBLE}];
  }

  /** Whether it was told a moment ago. Each time that it was counts once. */
  has(name: string, params: unknown): boolean {
    if (!this.#told.length) return false;
    this.#told = this.#recent();
    const what = textOf(name, params);
    const index = this.#told.findIndex((one) => one.what === what);
    if (index >= 0) this.#told.splice(index, 1);
    return index >= 0;
  }

  #recent(): {what: string; until: number}[] {
    const now = performance.now();
    return this.#told.filter(({until}) => until > now);
  }
}

/** The same for the same event; the order of keys is the sender's. */
function textOf(name: string, params: unknown): string {
  try {
    return `${name} ${JSON.stringify(params)}`;
  } catch {
    // Cyclic, or with a BigInt: then it has at least an id.
    return `${name} ${isRecord(params) ? Object.keys(params).join() : String(params)}`;
  }
}
