import {toInteractionApiError} from '../interaction-api/errors.js';
import type {AnsweringMethods, InteractionApi} from '../interaction-api/interaction-api.js';
import type {Connection} from '../interaction-api/transport.js';
import type {CrmObject} from '../interaction-api/types.js';
import type {AdapterFrame} from '../transport/adapter-trust.js';
import {type Channel, Channels, type ServiceSettings} from './channels.js';
import {Dials, type WaitOptions} from './dials.js';
import {ConnectionEvent, SdkEvent, type SdkEventContext} from './events.js';
import {FetchedAnswers, type FetchMethod} from './fetched-answers.js';
import {type Interaction, Interactions, isLive, readEvent} from './interactions.js';
import {recall, RefreshMemory} from './refresh-memory.js';

export type {ServiceSettings} from './channels.js';
export type {FetchMethod} from './fetched-answers.js';

/** Listener of an `InteractionService`. */
export interface ServiceListener {
  /** Called when the connection or an interaction has changed. */
  serviceChanged(): void;
  /** Called for each SDK event. `mirror` creates the event to dispatch at an element that the event concerns. */
  sdkEvent?(event: SdkEventContext, mirror: () => SdkEvent): void;
}

/** Options of `dial`. */
export interface DialOptions extends WaitOptions {
  /** Name of the campaign to dial in. */
  campaign?: string | undefined;
  /** CRM record that the call is about. */
  crmObject?: CrmObject | undefined;
}

/** WebSocket events that report a failed dial (docs/FIVE9.md 7.1): "make call failed" and "click-to-dial failed". */
const DIAL_FAILED_EVENTS = ['65', '75'];

const CLOSED: Connection = {status: 'connecting', reason: 'searching'};

/**
 * The object that the elements of a page share: the Interaction API, its connection, and the live interactions.
 * The service starts to search for the adapter when the first listener is added, or when code reads `api`.
 *
 * State changes only when the adapter reports a change. Each SDK event is dispatched once at `target`, as a DOM event.
 */
export class InteractionService {
  readonly #channels = new Channels();
  readonly #interactions = new Interactions(recall());
  readonly #memory = new RefreshMemory(this.#interactions);
  readonly #dials = new Dials();
  readonly #fetched = new FetchedAnswers();
  readonly #listeners = new Set<ServiceListener>();
  /** The service's own channel, while the service is started. */
  #channel: Channel | undefined;
  #startTimer: ReturnType<typeof setTimeout> | undefined;

  /** @param target The object at which the SDK events are dispatched: the document, or a `five9-provider scoped`. */
  constructor(private readonly target: EventTarget) {}

  /** The Interaction API of the page. */
  get api(): InteractionApi {
    return (this.#channel ??= this.#start()).api;
  }

  /**
   * Methods that the official SDK in use has. Undefined without an SDK: our own client has all methods, and an adapter
   * that lacks one answers with `NotSupported`. `serviceChanged` is called when the methods change.
   */
  get capabilities(): ReadonlySet<string> | undefined {
    return this.#channel?.transport.capabilities;
  }

  /** Returns whether `capabilities` contains a method. Without `capabilities`, returns true. */
  supports(method: string): boolean {
    return this.capabilities?.has(method) ?? true;
  }

  /** The current settings. */
  get settings(): Readonly<ServiceSettings> {
    return this.#channels.settings;
  }

  /** State of the connection to the adapter. */
  get connection(): Connection {
    return this.#channel?.api.connection ?? CLOSED;
  }

  /** Whether a request can be sent now. */
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

  /** Returns the interaction with this id, if it is known. */
  interaction(id: string): Interaction | undefined {
    return this.#interactions.get(id);
  }

  /** Makes a live interaction the current one, because the agent now works on it. The adapter is not notified. */
  open(id: string): void {
    this.#interactions.open(id);
    this.#notify();
  }

  /**
   * Changes the settings. A setting that is left out gets its default.
   * @throws `TypeError` if an entry of `adapterOrigin` is not an origin; then nothing changes
   */
  configure(settings: ServiceSettings): void {
    this.#channels.configure(settings);
  }

  /** Frame of the adapter, if an element provides one. The service then trusts no other window. */
  get frame(): AdapterFrame | undefined {
    return this.#channels.frame;
  }

  /**
   * Trusts only the window of `frame` until `holder` releases it. Searches for an adapter in this window, also if the
   * window is the same as before. Without `frame`, only reserves the place for `holder`, whose frame has no window yet.
   *
   * @returns False if another holder has the place, because a service has one adapter. `serviceChanged` is called when
   *   the place is free.
   */
  useFrame(holder: object, frame?: AdapterFrame): boolean {
    return this.#channels.useFrame(holder, frame);
  }

  /** Ends the trust in the frame of `holder`, and disconnects an adapter in it. */
  releaseFrame(holder: object): void {
    if (this.#channels.releaseFrame(holder)) this.#notify();
  }

  /** Listens to the window again after `document.open()`, which removes every listener of the window. */
  documentReplaced(): void {
    if (this.#channel) this.#memory.start();
    this.#channels.searchAgain();
  }

  /**
   * Creates the API of another channel, as `Five9.CrmSdk.interactionApi(name)` does. It uses the settings and the
   * adapter frame of this service and follows their changes. The caller closes it.
   */
  createApi(name: string): InteractionApi {
    return this.#channels.open(name).api;
  }

  /** Adds a listener, and starts the service. Returns a function that removes the listener. */
  listen(listener: ServiceListener): () => void {
    this.#listeners.add(listener);
    this.#startSoon();
    return () => this.#listeners.delete(listener);
  }

  /**
   * Disconnects from the adapter. The service starts again with a new listener, when code reads `api`, or with
   * `restart()`.
   */
  close(): void {
    clearTimeout(this.#startTimer);
    this.#startTimer = undefined;
    this.#channel?.api.close();
    this.#channel = undefined;
    this.#dials.connectionLost();
    this.#memory.stop();
    this.#notify();
  }

  /** Starts again after `close()` if the service still has listeners. */
  restart(): void {
    if (this.#listeners.size) this.#startSoon();
  }

  /**
   * Dials a number. Resolves with the call that starts.
   *
   * Rejects with `NotConnected` if there is no adapter (the number is not dialled later), with the adapter's error if
   * the adapter refuses, with `ConnectionLost` if the adapter disconnects, and with `Timeout` if no call starts within
   * `requestTimeout`, for example because the agent has not chosen a campaign.
   */
  async dial(number: string, options: DialOptions = {}): Promise<Interaction> {
    const {campaign, crmObject} = options;
    const click2DialData = {
      clickToDialNumber: number,
      ...(crmObject && {crmObject}),
      ...(campaign && {preselectedCampaignName: campaign}),
    };
    // An aborted dial must not be sent.
    if (!options.signal?.aborted) this.api.click2dial({click2DialData});
    return this.#dials.wait(number, this.api.requestTimeout, options);
  }

  /**
   * Returns data of an interaction, and requests it only once: the data is no longer available when the interaction is
   * finished.
   */
  fetchOnce<Method extends FetchMethod>(
    method: Method,
    interaction: Interaction,
  ): ReturnType<AnsweringMethods[Method]> {
    return this.#fetched.fetch(this.api, method, interaction);
  }

  /**
   * Starts the service in a later task: an element finds the page's service first, but may then find a nearer provider
   * and not need this service.
   */
  #startSoon(): void {
    if (this.#channel || this.#startTimer !== undefined) return;
    this.#startTimer = setTimeout(() => {
      this.#startTimer = undefined;
      if (this.#listeners.size) this.#channel ??= this.#start();
    });
  }

  #start(): Channel {
    this.#memory.start();
    const channel = this.#channels.open(undefined, {
      connectionChanged: this.#connectionChanged,
      interactionEvent: this.#interactionEvent,
    });
    for (const id of DIAL_FAILED_EVENTS) {
      channel.api.subscribeWsEvent(id, (payload) => {
        this.#dials.callFailed(payload);
      });
    }
    return channel;
  }

  readonly #connectionChanged = (connection: Connection): void => {
    if (this.connected) this.#reconcile();
    else this.#dials.connectionLost();
    this.#notify();
    this.target.dispatchEvent(new ConnectionEvent(connection));
  };

  readonly #interactionEvent = (name: string, params: unknown): void => {
    const news = readEvent(name, params);
    const interaction = news && this.#interactions.apply(news, Date.now());
    const replayed = Boolean(news?.state && interaction?.replayed);
    if (interaction && name === 'callStarted' && !replayed) this.#dials.callStarted(interaction);
    if (interaction && !isLive(interaction)) this.#fetched.forget(interaction.id);
    this.#interactionsChanged();
    const context: SdkEventContext = {interactionType: news?.type, interactionId: news?.id, replayed};
    const mirror = (): SdkEvent => new SdkEvent(name, params, context, true);
    for (const listener of this.#listeners) listener.sdkEvent?.(context, mirror);
    this.target.dispatchEvent(new SdkEvent(name, params, context));
  };

  /** Finishes the interactions that ended while there was no connection. The adapter no longer knows them. */
  #reconcile(): void {
    for (const interaction of this.interactions.filter(isLive)) {
      this.#fetched.forget(interaction.id);
      this.fetchOnce('getDispositions', interaction).catch((error: unknown) => {
        if (toInteractionApiError(error).errorCode !== 'InteractionNotFound') return;
        this.#interactions.lose(interaction.id);
        this.#interactionsChanged();
      });
    }
  }

  #interactionsChanged(): void {
    this.#memory.changed();
    this.#notify();
  }

  #notify(): void {
    for (const listener of this.#listeners) listener.serviceChanged();
  }
}
