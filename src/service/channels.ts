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
  /** Milliseconds that a call of the API may take, and a dial until its call starts; 0 and `Infinity` wait for ever. @default 60000 */
  requestTimeout?: number | undefined;
}

/** One channel to the adapter. */
export interface Channel {
  readonly api: InteractionApi;
  readonly transport: SwitchingTransport;
  /** Name of the channel; undefined if it is the name in the settings. */
  readonly name: string | undefined;
}

/** Functions that a channel calls. */
export type ChannelCallbacks = Pick<InteractionApiOptions, 'connectionChanged' | 'interactionEvent'>;

/**
 * The channels of a service: its own, and those of `interactionApi(name)`. All of them have the same settings and the same adapter frame, and follow
 * changes of both.
 */
export class Channels {
  #settings: ServiceSettings = {};
  #frame: AdapterFrame | undefined;
  /** Element that has the place of the adapter's frame. */
  #frameHolder: object | undefined;
  #channels: readonly Channel[] = [];

  get settings(): Readonly<ServiceSettings> {
    return this.#settings;
  }

  get frame(): AdapterFrame | undefined {
    return this.#frame;
  }

  /** Opens a channel; without `name`, the one that the settings name. */
  open(name: string | undefined, callbacks: ChannelCallbacks = {}): Channel {
    const transport = new SwitchingTransport(this.#settingsOf(name), this.#frame);
    const api = new InteractionApi(transport, {...callbacks, requestTimeout: this.#requestTimeout});
    const channel = {name, transport, api};
    this.#channels = [...this.#openChannels, channel];
    return channel;
  }

  /**
   * Changes the settings of every channel.
   * @throws `TypeError` if an entry of `adapterOrigin` is not an origin. Then nothing has changed.
   */
  configure(settings: ServiceSettings): void {
    originRule(settings.adapterOrigin ?? '');
    this.#settings = settings;
    for (const {api} of this.#openChannels) api.requestTimeout = this.#requestTimeout;
    this.searchAgain();
  }

  /** Makes every channel that is not connected search for its adapter again. */
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

  /** Implements `InteractionService.releaseFrame`. Returns whether `holder` had the place. */
  releaseFrame(holder: object): boolean {
    if (this.#frameHolder !== holder) return false;
    this.#frameHolder = undefined;
    if (this.#frame) this.#setFrame(undefined);
    return true;
  }

  get #requestTimeout(): number {
    return normalTimeLimit(this.#settings.requestTimeout, DEFAULT_REQUEST_TIMEOUT);
  }

  /** The channels that are not closed: a page may close the API that it got. */
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
