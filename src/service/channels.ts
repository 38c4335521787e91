import {InteractionApi, type InteractionApiOptions} from '../interaction-api/interaction-api.js';
import {DEFAULT_REQUEST_TIMEOUT} from '../interaction-api/open-calls.js';
import {normalTimeLimit} from '../interaction-api/time-limits.js';
import type {SdkApiOptions} from '../sdk/base/sdk-api.js';
import {createSisterApi, type SisterApis} from '../sdk/sister-apis.js';
import type {AdapterFrame} from '../transport/adapter-trust.js';
import {ApiChannel} from '../transport/api-channel.js';
import {originRule} from '../transport/origins.js';
import {SwitchingTransport, type TransportSettings} from '../transport/switching-transport.js';

/** Settings of an `InteractionService`. `five9-provider` has an attribute for each setting. */
export interface ServiceSettings extends TransportSettings {
  /**
   * Time limit, in milliseconds, for the answer to an API call, and for the start of the phone call after a dial; 0 and
   * `Infinity` mean no limit.
   * @default 60000
   */
  requestTimeout?: number | undefined;
  /**
   * Country code (ISO 3166, for example `US`) of the page's phone numbers that are written without a country code. It
   * has an effect only if `five9-dial-links` has loaded its data about the numbers of each country. No country code is
   * added to a number that is dialled.
   */
  defaultCountry?: string | undefined;
}

/** A channel to the adapter, of any API. */
interface OpenChannel {
  readonly api: Pick<InteractionApi, 'connection' | 'requestTimeout' | 'close'>;
  readonly transport: Pick<SwitchingTransport, 'configure' | 'useFrame' | 'adapterWindow'>;
  /** Name of the channel; `undefined` for a channel of the service, whose name is in the settings. */
  readonly name: string | undefined;
}

/** A channel of the Interaction API. */
export interface Channel extends OpenChannel {
  readonly api: InteractionApi;
  readonly transport: SwitchingTransport;
}

/** An open API of the CRM SDK other than the Interaction API. */
export interface OpenedApi<Name extends keyof SisterApis = keyof SisterApis> {
  /** Name of its factory, for example `crmApi`. */
  readonly apiName: Name;
  readonly api: SisterApis[Name];
}

/** Functions that a channel calls when its connection changes or its API is closed, and for each interaction event. */
export type ChannelCallbacks = Pick<InteractionApiOptions, 'connectionChanged' | 'interactionEvent' | 'closed'>;

/**
 * The channels of a service: its own channel, the channels of `interactionApi(name)`, and the channels of the other APIs
 * of the CRM SDK. All channels have the same adapter frame, and the same settings except the name.
 */
export class Channels {
  #settings: ServiceSettings = {};
  #frame: AdapterFrame | undefined;
  /**
   * The element that has reserved the adapter's frame, because a service can have only one frame; `undefined` if no
   * element has reserved the frame.
   */
  #frameHolder: object | undefined;
  #channels: readonly OpenChannel[] = [];
  #openedApis: readonly OpenedApi[] = [];

  get settings(): Readonly<ServiceSettings> {
    return this.#settings;
  }

  get frame(): AdapterFrame | undefined {
    return this.#frame;
  }

  /** The other APIs of the CRM SDK that are open. */
  get openedApis(): readonly OpenedApi[] {
    return this.#openedApis.filter(({api}) => api.connection.reason !== 'closed');
  }

  /** Opens a channel. Without `name`, opens the channel whose name is in the settings. */
  open(name: string | undefined, callbacks: ChannelCallbacks = {}): Channel {
    const transport = new SwitchingTransport(this.#settingsOf(name), this.#frame);
    const api = new InteractionApi(transport, {...callbacks, requestTimeout: this.#requestTimeout});
    const channel = {name, transport, api};
    this.#channels = [...this.#openChannels, channel];
    return channel;
  }

  /** Opens a channel of another API. Without `name`, the name of the channel is in the settings. */
  openApi<Name extends keyof SisterApis>(
    apiName: Name,
    name: string | undefined,
    callbacks: Pick<SdkApiOptions, 'connectionChanged'> = {},
  ): OpenedApi<Name> {
    const transport = new ApiChannel(apiName, this.#settingsOf(name), this.#frame, this.#adapterWindow);
    const api = createSisterApi(apiName, transport, {...callbacks, requestTimeout: this.#requestTimeout});
    const opened = {apiName, api};
    this.#channels = [...this.#openChannels, {name, transport, api}];
    this.#openedApis = [...this.openedApis, opened];
    return opened;
  }

  /** Closes every channel. */
  close(): void {
    for (const {api} of this.#openChannels) api.close();
  }

  /**
   * Changes the settings of every channel.
   * @throws `TypeError` if an entry of `adapterOrigin` is not an origin; then nothing changes
   */
  configure(settings: ServiceSettings): void {
    originRule(settings.adapterOrigin ?? '');
    this.#settings = settings;
    for (const {api} of this.#openChannels) api.requestTimeout = this.#requestTimeout;
    this.searchAgain();
  }

  /** Starts the search for the adapter again on every channel that is not connected. */
  searchAgain(): void {
    for (const {name, transport} of this.#openChannels) transport.configure(this.#settingsOf(name));
  }

  /**
   * Reserves the adapter's frame for `holder`, and sets the frame if `frame` is given. Returns false if another holder
   * has reserved the frame.
   */
  useFrame(holder: object, frame?: AdapterFrame): boolean {
    if (this.#frameHolder !== undefined && this.#frameHolder !== holder) return false;
    this.#frameHolder = holder;
    if (frame) this.#setFrame(frame);
    return true;
  }

  /** Removes the adapter's frame if `holder` has reserved it. Returns whether `holder` had reserved the frame. */
  releaseFrame(holder: object): boolean {
    if (this.#frameHolder !== holder) return false;
    this.#frameHolder = undefined;
    if (this.#frame) this.#setFrame(undefined);
    return true;
  }

  get #requestTimeout(): number {
    return normalTimeLimit(this.#settings.requestTimeout, DEFAULT_REQUEST_TIMEOUT);
  }

  /**
   * The channels whose API is not closed. A page can close an API that it has created, so a channel may have a closed
   * API.
   */
  get #openChannels(): readonly OpenChannel[] {
    return this.#channels.filter(({api}) => api.connection.reason !== 'closed');
  }

  /** Returns the window of the adapter to which a channel is connected. */
  readonly #adapterWindow = (): Window | undefined => {
    for (const {transport} of this.#openChannels) if (transport.adapterWindow) return transport.adapterWindow;
    return undefined;
  };

  #setFrame(frame: AdapterFrame | undefined): void {
    this.#frame = frame;
    for (const {transport} of this.#openChannels) transport.useFrame(frame);
  }

  #settingsOf(name: string | undefined): ServiceSettings {
    return name === undefined ? this.#settings : {...this.#settings, name};
  }
}
