import {toInteractionApiError} from '../interaction-api/errors.js';
import {type AnsweringMethods, InteractionApi} from '../interaction-api/interaction-api.js';
import type {Connection} from '../interaction-api/transport.js';
import type {CrmObject, InteractionRef} from '../interaction-api/types.js';
import type {AdapterFrame} from '../transport/adapter-trust.js';
import {originRule} from '../transport/origins.js';
import {Dials, type WaitOptions} from './dials.js';
import {ConnectionEvent, SdkEvent, type SdkEventContext} from './events.js';
import {type Interaction, Interactions, isLive, readEvent} from './interactions.js';
import {recall, remember} from './refresh-memory.js';
import {SwitchingTransport, type TransportSettings} from '../transport/switching-transport.js';

/** Settings of an `InteractionService`; `five9-provider` has an attribute for each. */
export interface ServiceSettings extends TransportSettings {
  /** Milliseconds that a call of the API may take, and a dial until its call starts; 0 waits for ever. @default 60000 */
  requestTimeout?: number;
}

/** Hears what an `InteractionService` has to tell. */
export interface ServiceListener {
  /** The connection or an interaction changed. */
  serviceChanged(): void;
  /** An SDK event came. `mirror` makes the event to dispatch at an element that is concerned. */
  sdkEvent?(event: SdkEventContext, mirror: () => SdkEvent): void;
}

/** What `dial` may be told beside the number. */
export interface DialOptions extends WaitOptions {
  /** Name of the campaign to dial in. */
  campaign?: string | undefined;
  /** CRM record that the call is about. */
  crmObject?: CrmObject | undefined;
}

/** Methods that ask for something of an interaction which does not change, or seldom, while it lives. */
export type FetchMethod = {
  [Method in keyof AnsweringMethods]: Method extends `get${string}`
    ? AnsweringMethods[Method] extends (params: InteractionRef) => Promise<unknown>
      ? Method
      : never
    : never;
}[keyof AnsweringMethods];

/** WebSocket events that tell of a dial that failed (FIVE9 reference 7.1): make call failed, click-to-dial failed. */
const DIAL_FAILED = ['65', '75'];

/**
 * The one object that the elements of a page share: the Interaction API, its connection, and what is known of each live interaction.
 * It starts to look for the adapter when somebody listens, or asks for its `api`.
 *
 * State changes only when the adapter says so. Each SDK event is dispatched at `target`, once, as a DOM event.
 */
export class InteractionService {
  readonly #interactions = new Interactions(recall());
  readonly #dials = new Dials();
  readonly #listeners = new Set<ServiceListener>();
  readonly #fetched = new Map<string, Promise<unknown>>();
  #settings: ServiceSettings = {};
  #frame: AdapterFrame | undefined;
  #frameHolder: object | undefined;
  #transport: SwitchingTransport | undefined;
  #api: InteractionApi | undefined;

  /** @param target Where the SDK's events are dispatched: the document, or a `five9-provider scoped`. */
  constructor(private readonly target: EventTarget) {}

  /** The Interaction API of the page. */
  get api(): InteractionApi {
    if (!this.#api) {
      this.#transport = new SwitchingTransport(this.#settings, this.#frame);
      this.#api = new InteractionApi(this.#transport, {
        ...this.#settings,
        connectionChanged: this.#connectionChanged,
        interactionEvent: this.#interactionEvent,
      });
      for (const id of DIAL_FAILED) this.#api.subscribeWsEvent(id, (payload) => this.#dials.refused(payload));
    }
    return this.#api;
  }

  /**
   * The methods that the official SDK in use has; nothing where the adapter is spoken to without one: it has all of them, or answers `NotSupported`.
   * Listeners are told when it changes.
   */
  get capabilities(): ReadonlySet<string> | undefined {
    return this.#transport?.capabilities;
  }

  /** Whether a method can be used, as far as `capabilities` tells. */
  supports(method: string): boolean {
    return this.capabilities?.has(method) ?? true;
  }

  /** The settings that are in force. */
  get settings(): Readonly<ServiceSettings> {
    return this.#settings;
  }

  /** State of the connection to the adapter. */
  get connection(): Connection {
    return this.#api?.connection ?? {status: 'connecting', reason: 'searching'};
  }

  /** Whether something can be sent now. */
  get connected(): boolean {
    return this.connection.status === 'connected';
  }

  /** Every live interaction, and the last ones that are over, in the order in which they started. */
  get interactions(): readonly Interaction[] {
    return this.#interactions.all;
  }

  /** The live interaction that was opened or started last. */
  get current(): Interaction | undefined {
    return this.#interactions.current;
  }

  /** What is known of an interaction. */
  interaction(id: string): Interaction | undefined {
    return this.#interactions.get(id);
  }

  /** The agent turned to a live interaction: it is the current one now. The adapter is not told. */
  open(id: string): void {
    this.#interactions.open(id);
    this.#changed();
  }

  /**
   * Changes the settings; what is left out gets its default.
   * @throws `TypeError` for an `adapterOrigin` that is none; nothing has changed then.
   */
  configure(settings: ServiceSettings): void {
    originRule(settings.adapterOrigin ?? '');
    this.#transport?.configure(settings);
    if (this.#api) this.#api.requestTimeout = settings.requestTimeout ?? 60_000;
    this.#settings = settings;
  }

  /** The frame of the adapter, if its owner has named it. While it is known, no other window is asked or trusted. */
  get frame(): AdapterFrame | undefined {
    return this.#frame;
  }

  /** Owner of the frame: one at a time. */
  get frameHolder(): object | undefined {
    return this.#frameHolder;
  }

  /**
   * Makes `holder` the owner of the adapter's frame, and names the frame.
   *
   * @param frame Left out while the frame has no window yet: then nothing changes for the connection.
   */
  useFrame(holder: object, frame?: AdapterFrame): void {
    this.#frameHolder = holder;
    if (!frame) return;
    this.#frame = frame;
    this.#transport?.useFrame(frame);
  }

  /** Forgets the frame of `holder`, and ends the connection to the adapter in it. */
  releaseFrame(holder: object): void {
    if (this.#frameHolder !== holder) return;
    this.#frameHolder = undefined;
    if (!this.#frame) return;
    this.#frame = undefined;
    this.#transport?.useFrame(undefined);
  }

  /** Listens to the window again: `document.open()` has removed every listener of the window. */
  documentReplaced(): void {
    this.#transport?.configure(this.#settings);
  }

  /** Tells `listener` of every change from now on. Returns what ends it. */
  listen(listener: ServiceListener): () => void {
    this.#listeners.add(listener);
    // Not at once: a tag may find its own provider right after it has found the page's.
    if (!this.#api && this.#listeners.size === 1) setTimeout(() => this.#listeners.size && this.api);
    return () => this.#listeners.delete(listener);
  }

  /** Leaves the adapter. Whoever listens or asks for the `api` after that starts anew. */
  close(): void {
    this.#api?.close();
    this.#dials.lost();
    this.#api = this.#transport = undefined;
    this.#changed();
  }

  /**
   * Dials, and resolves with the call that it started.
   *
   * Rejects with `NotConnected` when there is no adapter (nothing is dialled later), with what the adapter says when it refuses, with `ConnectionLost`
   * when it goes away, and with `Timeout` when no call starts within the request's time: the agent may not have chosen a campaign.
   */
  async dial(number: string, options: DialOptions = {}): Promise<Interaction> {
    const {campaign, crmObject} = options;
    const click2DialData = {
      clickToDialNumber: number,
      ...(crmObject && {crmObject}),
      ...(campaign && {preselectedCampaignName: campaign}),
    };
    // What was given up before it began is not dialled.
    if (!options.signal?.aborted) this.api.click2dial({click2DialData});
    return this.#dials.wait(number, this.api.requestTimeout, options);
  }

  /** Asks for something of an interaction once, and keeps it: it cannot be had any more when the interaction is finished. */
  fetchOnce<Method extends FetchMethod>(method: Method, {type, id}: Interaction): ReturnType<AnsweringMethods[Method]> {
    const key = `${method} ${id}`;
    let answer = this.#fetched.get(key);
    if (!answer) {
      answer = this.api[method]({interactionType: type, interactionId: id});
      this.#fetched.set(key, answer);
      // What failed may be asked for again.
      answer.catch(() => this.#fetched.delete(key));
    }
    return answer as ReturnType<AnsweringMethods[Method]>;
  }

  readonly #connectionChanged = (connection: Connection): void => {
    if (this.connected) this.#reconcile();
    else this.#dials.lost();
    this.#changed();
    this.target.dispatchEvent(new ConnectionEvent(connection));
  };

  readonly #interactionEvent = (name: string, params: unknown): void => {
    const news = readEvent(name, params);
    const interaction = news && this.#interactions.apply(news, Date.now());
    const replayed = Boolean(news?.state && interaction?.replayed);
    if (interaction && name === 'callStarted' && !replayed) this.#dials.started(interaction);
    if (interaction && !isLive(interaction)) this.#forget(interaction.id);
    this.#changed();
    const context: SdkEventContext = {interactionType: news?.type, interactionId: news?.id, replayed};
    for (const listener of this.#listeners) {
      listener.sdkEvent?.(context, () => new SdkEvent(name, params, context, true));
    }
    this.target.dispatchEvent(new SdkEvent(name, params, context));
  };

  /** What ended while nobody told us, the adapter does not know any more. */
  #reconcile(): void {
    for (const interaction of this.interactions.filter(isLive)) {
      this.#forget(interaction.id);
      this.fetchOnce('getDispositions', interaction).catch((error: unknown) => {
        if (toInteractionApiError(error).errorCode !== 'InteractionNotFound') return;
        this.#interactions.lose(interaction.id);
        this.#changed();
      });
    }
  }

  #forget(id: string): void {
    for (const key of this.#fetched.keys()) {
      if (key.endsWith(id)) this.#fetched.delete(key);
    }
  }

  #changed(): void {
    remember(this.#interactions);
    for (const listener of this.#listeners) listener.serviceChanged();
  }
}
