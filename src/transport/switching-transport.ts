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
import {sharePort} from './share-port.js';

/** Settings of a transport that chooses between the adapter and an official SDK. */
export interface TransportSettings extends AdapterSettings {
  /**
   * With `auto`, this package connects to the adapter itself until the page has an official SDK, and then uses the SDK.
   * With `adapter`, this package never uses an SDK. With `crm-sdk`, this package uses only the SDK.
   * @default 'auto'
   */
  transport?: 'auto' | 'adapter' | 'crm-sdk' | undefined;
  /**
   * An SDK that is not at `window.Five9.CrmSdk`, for example because it is in a hidden frame or in an AMD module. The
   * value is the object that has the function `interactionApi()`, or the result of this function.
   */
  sdk?: object | undefined;
}

type SdkModule = typeof SdkModuleType;

/**
 * Milliseconds between two checks whether the page has an SDK. The checks are necessary, because no browser event
 * reports every new script.
 */
const CHECK_EVERY = 500;
/**
 * Milliseconds from the switch to an SDK until our own connection is closed. Pending API calls still get answers in
 * this time, so it is equal to the default time limit of an API call.
 */
const DRAIN = 60_000;
/**
 * Time, in milliseconds, in which an SDK can connect to the adapter by itself. After this time, an SDK that is not
 * connected gets the port of our own connection.
 */
const SDK_ALONE = 300;

/**
 * Uses our own connection to the adapter until the page has an official SDK, and then uses the SDK.
 *
 * While both transports are open, only events of the active transport reach the listener. If both transports report the
 * same event, it reaches the listener only once.
 */
export class SwitchingTransport implements Transport {
  readonly #recent = new RecentEvents<Transport>();
  #settings: TransportSettings;
  #frame: AdapterFrame | undefined;
  #adapter: AdapterTransport;
  /** The SDK that is in use, or that will be used as soon as it is connected to the adapter. */
  #sdk: CrmSdkTransport | undefined;
  #detection: SdkDetection | undefined;
  /** The transport in use; `undefined` until the first transport is selected. */
  #active: Transport | undefined;
  /** Listener of the open transport; `undefined` if the transport is not open. */
  #listener: TransportListener | undefined;
  #wsIds: readonly string[] = [];
  #lookTimer: ReturnType<typeof setInterval> | undefined;
  #drainTimer: ReturnType<typeof setTimeout> | undefined;
  /** Promise that resolves when the first transport is selected. */
  #selected: Promise<void> = Promise.resolve();

  /**
   * @param frame The adapter's frame, if it is known.
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

  /**
   * Window of the connected adapter; `undefined` if no adapter is connected, or if an SDK is used, because an SDK does
   * not report the window.
   */
  get adapterWindow(): Window | undefined {
    return this.#active === this.#adapter ? this.#adapter.peer?.window : undefined;
  }

  open(listener: TransportListener): void {
    this.#listener = listener;
    this.#lookTimer = setInterval(() => {
      if (this.#mayUseSdk()) void this.#select();
    }, CHECK_EVERY);
    if (this.#mayUseSdk()) this.#selected = this.#select();
    else this.#useAdapter();
  }

  close(): void {
    clearInterval(this.#lookTimer);
    clearTimeout(this.#drainTimer);
    this.#listener = undefined;
    // Keep the ports that our own connection shares with an SDK, because the SDK may continue to use them.
    this.#adapter.close({keepPorts: this.#sharesPorts()});
    this.#sdk?.close();
    this.#sdk = undefined;
    // Use the closed transport to the adapter, because it reports the state `closed`, and rejects later API calls.
    this.#active = this.#adapter;
  }

  /**
   * Changes the settings, and switches the transport if the new settings require that.
   *
   * @throws `TypeError` for an `adapterOrigin` that is not an origin; then nothing changes
   */
  configure(settings: TransportSettings): void {
    this.#adapter.configure(settings);
    this.#settings = settings;
    void this.#select();
  }

  /** Sets the frame of the adapter. Without a frame, the adapter may be in any window of the page. */
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
    // Copy the parameters, because the page may change its object while the API call waits.
    const copy: unknown = structuredClone(params);
    const waiting = new AbortController();
    handle.cancel = () => waiting.abort();
    await this.#selected;
    // Send nothing if the API call was cancelled, because the caller already has an error.
    waiting.signal.throwIfAborted();
    return (this.#active ?? this.#adapter).call(method, copy, handle);
  }

  #notifyLater(method: string, params: unknown): void {
    this.#selected.then(() => this.#active?.notify(method, params)).catch(reportError);
  }

  /** Returns whether the settings require an SDK, or allow an SDK that is available. */
  #mayUseSdk(): boolean {
    const {transport = 'auto', sdk} = this.#settings;
    if (transport === 'adapter') return false;
    return transport === 'crm-sdk' || this.#sdk !== undefined || sdk !== undefined || hasPageSdk();
  }

  /** Selects the transport that the settings and the page require. */
  async #select(): Promise<void> {
    const module = this.#mayUseSdk() ? await this.#loadSdkTransport() : undefined;
    if (!this.#listener) return;
    if (module && this.#mayUseSdk()) this.#trySdk(module);
    else this.#selectAdapter();
  }

  /** Selects the SDK. If a function of the SDK throws an error, uses our own connection. */
  #trySdk(module: SdkModule): void {
    try {
      this.#selectSdk(module);
    } catch (error) {
      reportError(error);
      // Stop the checks, because the SDK would throw the same error at every check.
      clearInterval(this.#lookTimer);
      if (this.#settings.transport === 'crm-sdk') this.#use(missingSdkTransport);
      else this.#selectAdapter();
    }
  }

  async #loadSdkTransport(): Promise<SdkModule | undefined> {
    try {
      return await import('./crm-sdk/index.js');
    } catch (error) {
      reportError(error);
      // Stop the checks and use our own connection, because another attempt would fail too.
      clearInterval(this.#lookTimer);
      return undefined;
    }
  }

  #selectSdk(module: SdkModule): void {
    const {transport, sdk: given, name} = this.#settings;
    // Keep an SDK that is in use, even if the page has deleted `window.Five9`.
    this.#detection ??= new module.SdkDetection();
    const sdk = this.#detection.find(given, name) ?? this.#sdk?.sdk;
    if (sdk && sdk !== this.#sdk?.sdk) this.#openSdk(new module.CrmSdkTransport(sdk));
    if (this.#sdk) this.#switchToSdk();
    else if (transport === 'crm-sdk') this.#use(missingSdkTransport);
    else this.#selectAdapter();
  }

  /** Switches to the opened SDK if the SDK is required or connected, or if our own connection is not connected. */
  #switchToSdk(): void {
    if (!this.#sdk || this.#active === this.#sdk) return;
    const isSdkRequired = this.#settings.transport === 'crm-sdk';
    const isSdkConnected = this.#sdk.connection.status === 'connected';
    const isAdapterConnected = this.#active === this.#adapter && this.#adapter.connection.status === 'connected';
    if (isSdkRequired || isSdkConnected || !isAdapterConnected) this.#use(this.#sdk);
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

  #openSdk(sdk: CrmSdkTransport): void {
    this.#sdk?.close();
    this.#sdk = sdk;
    sdk.open(this.#listenerFor(sdk));
    sdk.watchWsEvents(this.#wsIds);
    setTimeout(() => {
      const needsPort = this.#sdk === sdk && sdk.connection.status !== 'connected';
      // Share ports only with an SDK in this window, because the adapter sends a separate port to an SDK in a frame.
      if (needsPort && sdk.isOfThisWindow) sharePort(this.#adapter);
    }, SDK_ALONE);
  }

  /** Makes `next` the active transport. `next` is the transport of an SDK, or the transport for a missing SDK. */
  #use(next: Transport): void {
    const previous = this.#active;
    if (previous === next) return;
    const before = this.connection;
    this.#active = next;
    if (previous === this.#adapter) this.#drainTimer = setTimeout(() => this.#retireAdapter(), DRAIN);
    else previous?.close();
    next.watchWsEvents(this.#wsIds);
    // Notify even if the state of the connection is the same, because the capabilities may have changed.
    if (previous) this.#listener?.connectionChanged(next.connection);
    else this.#notifyIfChanged(before);
  }

  /** Closes our own connection, which is no longer used. */
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
    // Switch to the SDK at once if it has connected, or if our own connection is lost, so that the first event of the
    // SDK is not lost.
    this.#switchToSdk();
  }

  /**
   * Returns whether an event reaches the listener. An event must come from the active transport and must not be a
   * duplicate. Without an SDK, there are no duplicates.
   */
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
