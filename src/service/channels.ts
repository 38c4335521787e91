import {
  DEFAULT_REQUEST_TIMEOUT,
  InteractionApi,
  type InteractionApiOptions,
} from '../interaction-api/interaction-api.js';
import {normalTimeLimit} from '../interaction-api/time-limits.js';
import type {AdapterFrame} from '../transport/adapter-trust.js';
import {originRule} from '../transport/origins.js';
import {SwitchingTransport, type TransportSettings} from '../transport/switching-transport.js';

/** Settings of an `InteractionService`; `five9-provider` has an attribute for each. */
export interface ServiceSettings extends TransportSettings {
  /**
   * Time limit, in milliseconds, of a call of the API, and of a dial until its call starts; 0 and `Infinity` mean no
   * limit.
   * @default 60000
   */
  requestTimeout?: number | undefined;
}

/** One channel to the adapter. */
export interface Channel {
  readonly api: InteractionApi;
  readonly transport: SwitchingTransport;
  /** Name of the channel; undefined for the channel that the settings name. */
  readonly name: string | undefined;
}

/** Functions that a channel calls. */
export type ChannelCallbacks = Pick<InteractionApiOptions, 'connectionChanged' | 'interactionEvent'>;

/**
 * The channels of a service: its own channel, and those of `interactionApi(name)`. All channels share the settings and
 * the adapter frame.
 */
export class Channels {
  #settings: ServiceSettings = {};
  #frame: AdapterFrame | undefined;
  /** The element that reserves the place of the adapter's frame: a service has only one. */
  #frameHolder: object | undefined;
  #channels: readonly Channel[] = [];

  get settings(): Readonly<ServiceSettings> {
    return this.#settings;
  }

  get frame(): AdapterFrame | undefined {
    return this.#frame;
  }

  /** Opens a channel. Without `name`, opens the channel that the settings name. */
  open(name: string | undefined, callbacks: ChannelCallbacks = {}): Channel {
    const transport = new SwitchingTransport(this.#settingsOf(name), this.#frame);
    const api = new InteractionApi(transport, {...callbacks, requestTimeout: this.#requestTimeout});
    const channel = {name, transport, api};
    this.#channels = [...this.#openChannels, channel];
    return channel;
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

  /** Implements `InteractionService.useFrame`. */
  useFrame(holder: object, frame?: AdapterFrame): boolean {
    if (this.#frameHolder !== undefined && this.#frameHolder !== holder) return false;
    this.#frameHolder = holder;
    if (frame) this.#setFrame(frame);
    return true;
  }

  /** Implements `InteractionService.releaseFrame`. Returns whether `holder` had reserved the place. */
  releaseFrame(holder: object): boolean {
    if (this.#frameHolder !== holder) return false;
    this.#frameHolder = undefined;
    if (this.#frame) this.#setFrame(undefined);
    return true;
  }

  get #requestTimeout(): number {
    return normalTimeLimit(this.#settings.requestTimeout, DEFAULT_REQUEST_TIMEOUT);
  }

  /** The channels that are not closed. (A page may close an API that it created.) */
  get #openChannels(): readonly Channel[] {
    return this.#channels.filter(({api}) => api.connection.reason !== 'closed');
  }

  #setFrame(frame: AdapterFrame | undefined): void {
    this.#frame = frame;
    for (const {transport} of this.#openChannels) transport.useFrame(frame);
  }

  #settingsOf(name: string | undefined): ServiceSettings {
    return name === undefined ? this.#settings : {...this.#settings, name};
  }
}
