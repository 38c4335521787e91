import type {CallHandle, Connection, Transport, TransportListener} from '../interaction-api/transport.js';
import {type AdapterSettings, AdapterTransport} from './adapter-transport.js';
import type {AdapterFrame} from './adapter-trust.js';
import type {CrmSdkTransport} from './crm-sdk/crm-sdk-transport.js';
import type * as SdkModuleType from './crm-sdk/index.js';
import type {SdkDetection} from './crm-sdk/sdk-detection.js';
import {missingSdkTransport} from './missing-sdk-transport.js';
import {RecentEvents} from './recent-events.js';
import {notConnected} from './refusals.js';
import {hasPageSdk} from './sdk-presence.js';

/** Settings of a transport that chooses between the adapter and an official SDK. */
export interface TransportSettings extends AdapterSettings {
  /**
   * `auto` uses an official SDK that is on the page or comes later, and our own connection to the adapter until then; `adapter` and `crm-sdk` use that one only.
   * @default 'auto'
   */
  transport?: 'auto' | 'adapter' | 'crm-sdk' | undefined;
  /** An SDK that is not at `window.Five9.CrmSdk`, but in a hidden frame or an AMD loader: the object with `interactionApi()`, or its result. */
  sdk?: object | undefined;
}

type SdkModule = typeof SdkModuleType;

/** Milliseconds between two looks for an SDK. No event reports a script that stands in the page, an `import()` or an `eval`. */
const LOOK_EVERY = 500;
/** Milliseconds that an adapter may still answer requests after an SDK took over: the longest time that a call has by default. */
const DRAIN = 60_000;
/** Milliseconds that an SDK has to reach the adapter by itself. */
const SDK_ALONE = 300;

/**
 * Uses our own connection to the adapter until an official SDK is there, then the SDK.
 *
 * While both are open, only the active one's events reach the listener, and an event that both report is passed on once.
 */
export class SwitchingTransport implements Transport {
  readonly #recent = new RecentEvents<Transport>();
  #settings: TransportSettings;
  #frame: AdapterFrame | undefined;
  #adapter: AdapterTransport;
  /** The SDK that is in use, or will be as soon as it has reached the adapter. */
  #sdk: CrmSdkTransport | undefined;
  #detection: SdkDetection | undefined;
  /** The transport in use; nothing until the first one is selected. */
  #active: Transport | undefined;
  /** Set while the transport is open. */
  #listener: TransportListener | undefined;
  #wsIds: readonly string[] = [];
  #lookTimer: ReturnType<typeof setInterval> | undefined;
  #drainTimer: ReturnType<typeof setTimeout> | undefined;
  /** Resolves when the first transport is selected. */
  #selected: Promise<void> = Promise.resolve();

  /**
   * @param frame The adapter's frame, if the page has named it.
   * @throws `TypeError` for an `adapterOrigin` that is not an origin
   */
  constructor(settings: TransportSettings, frame?: AdapterFrame) {
    this.#settings = settings;
    this.#frame = frame;
    this.#adapter = new AdapterTransport(settings, frame);
  }

  get connection(): Connection {
    return (this.#active ?? this.#adapter).connection;
  }

  get capabilities(): ReadonlySet<string> | undefined {
    return this.#active?.capabilities;
  }

  open(listener: TransportListener): void {
    this.#listener = listener;
    this.#lookTimer = setInterval(() => {
      if (this.#mayUseSdk()) void this.#select();
    }, LOOK_EVERY);
    if (this.#mayUseSdk()) this.#selected = this.#select();
    else this.#useAdapter();
  }

  close(): void {
    clearInterval(this.#lookTimer);
    clearTimeout(this.#drainTimer);
    this.#listener = undefined;
    // The SDK may go on with a port that it shares with us.
    this.#adapter.close({keepPorts: this.#sharesPorts()});
    this.#sdk?.close();
    this.#sdk = undefined;
  }

  /**
   * Changes the settings, and the transport if they require it.
   *
   * @throws `TypeError` for an `adapterOrigin` that is not an origin; nothing has changed then
   */
  configure(settings: TransportSettings): void {
    this.#adapter.configure(settings);
    this.#settings = settings;
    void this.#select();
  }

  /** Names the frame of the adapter. Without a frame, every window of the page may be the adapter's. */
  useFrame(frame: AdapterFrame | undefined): void {
    this.#frame = frame;
    this.#adapter.useFrame(frame);
  }

  call(method: string, params: unknown, handle: CallHandle): Promise<unknown> {
    return this.#active ? this.#active.call(method, params, handle) : this.#callLater(method, params, handle);
  }

  notify(method: string, params: unknown): void {
    if (this.#active) this.#active.notify(method, params);
    else if (method === 'click2dial') throw notConnected(this.connection, method);
    else this.#notifyLater(method, structuredClone(params));
  }

  watchWsEvents(ids: readonly string[]): void {
    this.#wsIds = ids;
    this.#active?.watchWsEvents(ids);
  }

  async #callLater(method: string, params: unknown, handle: CallHandle): Promise<unknown> {
    // The page may change its object while the call waits.
    const copy: unknown = structuredClone(params);
    const waiting = new AbortController();
    handle.cancel = () => waiting.abort();
    await this.#selected;
    // The caller has its error already, and nothing was sent.
    waiting.signal.throwIfAborted();
    return (this.#active ?? this.#adapter).call(method, copy, handle);
  }

  #notifyLater(method: string, params: unknown): void {
    this.#selected.then(() => this.#active?.notify(method, params)).catch(reportError);
  }

  /** Returns whether an SDK is in use, or should be. */
  #mayUseSdk(): boolean {
    const {transport = 'auto', sdk} = this.#settings;
    if (transport === 'adapter') return false;
    return transport === 'crm-sdk' || this.#sdk !== undefined || sdk !== undefined || hasPageSdk();
  }

  /** Selects the transport that the settings and the page require. */
  async #select(): Promise<void> {
    const module = this.#mayUseSdk() ? await this.#loadSdkTransport() : undefined;
    if (!this.#listener) return;
    if (module && this.#mayUseSdk()) this.#selectSdk(module);
    else this.#selectAdapter();
  }

  async #loadSdkTransport(): Promise<SdkModule | undefined> {
    try {
      return await import('./crm-sdk/index.js');
    } catch (error) {
      reportError(error);
      // Looking again would fail again: our own connection is used instead.
      clearInterval(this.#lookTimer);
      return undefined;
    }
  }

  #selectSdk(module: SdkModule): void {
    const {transport, sdk: given, name} = this.#settings;
    // An SDK that is in use stays, even if the page has deleted `window.Five9` since.
    this.#detection ??= new module.SdkDetection();
    const sdk = this.#detection.find(given, name) ?? this.#sdk?.sdk;
    if (sdk && sdk !== this.#sdk?.sdk) this.#openSdk(new module.CrmSdkTransport(sdk), module.shareWithSdk);
    if (this.#sdk) this.#switchToSdk();
    else if (transport === 'crm-sdk') this.#use(missingSdkTransport);
    else this.#selectAdapter();
  }

  /** Uses the opened SDK as soon as it can serve as well as the adapter does. */
  #switchToSdk(): void {
    if (!this.#sdk || this.#active === this.#sdk) return;
    const isSdkRequired = this.#settings.transport === 'crm-sdk';
    const isSdkConnected = this.#sdk.connection.status === 'connected';
    const adapterServes = this.#active === this.#adapter && this.#adapter.connection.status === 'connected';
    if (isSdkRequired || isSdkConnected || !adapterServes) this.#use(this.#sdk);
  }

  #selectAdapter(): void {
    this.#sdk?.close();
    this.#sdk = undefined;
    if (this.#active === this.#adapter) return;
    const before = this.connection;
    this.#active?.close();
    this.#retireAdapter();
    this.#adapter = new AdapterTransport(this.#settings, this.#frame);
    this.#useAdapter();
    this.#notifyIfChanged(before);
  }

  #useAdapter(): void {
    this.#active = this.#adapter;
    this.#adapter.open(this.#listenerFor(this.#adapter));
    this.#adapter.watchWsEvents(this.#wsIds);
  }

  #openSdk(sdk: CrmSdkTransport, shareWithSdk: SdkModule['shareWithSdk']): void {
    this.#sdk?.close();
    this.#sdk = sdk;
    sdk.open(this.#listenerFor(sdk));
    sdk.watchWsEvents(this.#wsIds);
    setTimeout(() => {
      const needsPort = this.#sdk === sdk && sdk.connection.status !== 'connected';
      // An SDK in a frame asks from another window, and gets a port of its own.
      if (needsPort && sdk.isOfThisWindow) shareWithSdk(this.#adapter);
    }, SDK_ALONE);
  }

  /** Makes the SDK, or its absence, the active transport. */
  #use(next: Transport): void {
    const previous = this.#active;
    if (previous === next) return;
    const before = this.connection;
    this.#active = next;
    if (previous === this.#adapter) this.#drainTimer = setTimeout(() => this.#retireAdapter(), DRAIN);
    else previous?.close();
    next.watchWsEvents(this.#wsIds);
    // Notified even if the connection is equal: the capabilities may have changed.
    if (previous) this.#listener?.connectionChanged(next.connection);
    else this.#notifyIfChanged(before);
  }

  /** Closes an adapter that is no longer used. */
  #retireAdapter(): void {
    clearTimeout(this.#drainTimer);
    this.#adapter.close({keepPorts: this.#sharesPorts()});
  }

  /** Returns whether an SDK of this window may use the adapter's ports too. */
  #sharesPorts(): boolean {
    return this.#sdk?.isOfThisWindow ?? false;
  }

  #listenerFor(transport: Transport): TransportListener {
    return {
      connectionChanged: (connection) => this.#onConnection(transport, connection),
      interactionEvent: (name, params) => {
        if (this.#passesOn(transport, [name, params])) this.#listener?.interactionEvent(name, params);
      },
      wsEvent: (id, payload, context) => {
        if (this.#passesOn(transport, ['WebSocket', id, payload])) this.#listener?.wsEvent(id, payload, context);
      },
    };
  }

  #onConnection(transport: Transport, connection: Connection): void {
    if (transport === this.#active) this.#listener?.connectionChanged(connection);
    // The SDK is connected now, or the adapter no longer is. Switched at once: the SDK's first event must not be lost.
    this.#switchToSdk();
  }

  /** Returns whether an event reaches the listener. Without an SDK nothing comes twice, and nothing is compared. */
  #passesOn(transport: Transport, event: readonly unknown[]): boolean {
    if (transport !== this.#active) return false;
    return !this.#sdk || this.#recent.isNew(event, transport);
  }

  #notifyIfChanged(before: Connection): void {
    const {connection} = this;
    if (connection.status !== before.status || connection.reason !== before.reason) {
      this.#listener?.connectionChanged(connection);
    }
  }
}
