import {callSafely} from '../interaction-api/call-safely.js';
import {toInteractionApiError} from '../interaction-api/errors.js';
import type {AnsweringMethods, InteractionApi} from '../interaction-api/interaction-api.js';
import {textOf} from '../interaction-api/text-of.js';
import type {Connection} from '../interaction-api/transport.js';
import type {CrmObject} from '../interaction-api/types.js';
import type {SisterApis} from '../sdk/sister-apis.js';
import type {AdapterFrame} from '../transport/adapter-trust.js';
import {AdapterIdentity} from './adapter-identity.js';
import {AgentSession} from './agent-session.js';
import {type Channel, Channels, type OpenedApi, type ServiceSettings} from './channels.js';
import {Dials, type WaitOptions} from './dials.js';
import {ConnectionEvent, SdkEvent, type SdkEventContext} from './events.js';
import {Extensions} from './extensions.js';
import {FetchedAnswers, type FetchMethod} from './fetched-answers.js';
import {type Interaction, Interactions, isLive, readEvent} from './interactions.js';
import {mutedCalls} from './muted-calls.js';
import {readDial} from './read-dial.js';
import type {NumberPlan} from './phone-number/number-plan.js';
import {compareNumbers, Sameness} from './phone-number/same-number.js';
import {recall, RefreshMemory} from './refresh-memory.js';
import {followRefusedDials} from './refused-dials.js';
import {officialApplicationApi} from './official-application-api.js';
import {keepTimes} from './steady-time.js';

export type {SisterApis} from '../sdk/sister-apis.js';
export type {OpenedApi, ServiceSettings} from './channels.js';
export type {FetchMethod} from './fetched-answers.js';

/** Listener of an `InteractionService`. */
export interface ServiceListener {
  /** Called when the connection, the settings or an interaction have changed. */
  serviceChanged(): void;
  /**
   * Called for each SDK event. `mirror` returns a copy of the event that does not bubble. Dispatch the copy at an
   * element that the event concerns.
   */
  sdkEvent?(event: SdkEventContext, mirror: () => SdkEvent): void;
  /** Called when another API of the CRM SDK was opened, before the adapter can ask it anything. */
  apiOpened?(opened: OpenedApi): void;
}

/** Options of `dial`. */
export interface DialOptions extends WaitOptions {
  /** Called at once when the dial was sent to the adapter. */
  sent?: () => void;
  /** Name of the campaign for the call. */
  campaign?: string | undefined;
  /**
   * Digits, `*` and `#` that the agent can send after the call is answered; a comma is a pause. Nothing is sent
   * automatically. Default: the extension in the number, for example `5` in `+1 925 555 0100 ext. 5`.
   */
  extension?: string | undefined;
  /**
   * Whether the number is sent exactly as it is written, in any format. Otherwise its punctuation is removed, and a text
   * that is not exactly one phone number is refused.
   * @default false
   */
  asWritten?: boolean;
  /** CRM record that the call is about. */
  crmObject?: CrmObject | undefined;
}

/**
 * Ids of the WebSocket events that report a failed dial, "make call failed" and "click-to-dial failed" (docs/FIVE9.md
 * 7.1).
 */
const DIAL_FAILED_EVENTS = ['65', '75'];

/**
 * States of the connection while the service has no channel, which is before the service starts and after `close()`.
 */
const NOT_STARTED: Connection = {status: 'connecting', reason: 'searching'};
const CLOSED: Connection = {status: 'lost', reason: 'closed'};

/**
 * The object that the elements of a page share: the Interaction API, its connection, and the live interactions. The
 * service starts to search for the adapter when the first listener is added, or when code reads `api`.
 *
 * The state of an interaction changes only when the adapter reports a change. Each SDK event is dispatched once at
 * `target`, as a DOM event.
 */
export class InteractionService {
  /** What the adapter has reported about the agent: the state of the login, and whether the agent can dial. */
  readonly agentSession: AgentSession;
  readonly #channels = new Channels();
  readonly #interactions = new Interactions(recall());
  readonly #memory = new RefreshMemory(this.#interactions);
  readonly #dials = new Dials((one, other) => this.#compareNumbers(one, other));
  readonly #extensions = new Extensions();
  readonly #fetched = new FetchedAnswers();
  readonly #adapter = new AdapterIdentity();
  readonly #listeners = new Set<ServiceListener>();
  /** The other APIs of the CRM SDK that were used. */
  readonly #sisterApis: Partial<SisterApis> = {};
  /** The service's own channel; `undefined` while the service is not started. */
  #channel: Channel | undefined;
  #startTimer: ReturnType<typeof setTimeout> | undefined;
  /** State of the connection while there is no channel. */
  #idleConnection = NOT_STARTED;
  #numberPlan: NumberPlan | undefined;

  /** @param target The object at which the SDK events are dispatched: the document, or a `five9-provider scoped`. */
  constructor(private readonly target: EventTarget) {
    this.agentSession = new AgentSession(target, () => this.#notify());
  }

  /** The Interaction API of the service. Reading this property starts the service. */
  get api(): InteractionApi {
    return (this.#channel ??= this.#start()).api;
  }

  /**
   * Names of the methods that the official SDK of the page has; `undefined` if no SDK is used. Without an SDK, this
   * package sends every method, and an adapter that does not have a method answers with `NotSupported`.
   * `serviceChanged` is called when the capabilities change.
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
    return this.#channel?.api.connection ?? this.#idleConnection;
  }

  /** Whether a request can be sent now. */
  get connected(): boolean {
    return this.connection.status === 'connected';
  }

  /** All live interactions, and up to 20 interactions that are over, in the order in which they started. */
  get interactions(): readonly Interaction[] {
    return this.#interactions.all;
  }

  /** The live interaction that was opened or started last. */
  get current(): Interaction | undefined {
    return this.#interactions.current;
  }

  /** Returns the interaction with this id; `undefined` if the service does not know the interaction. */
  interaction(id: string): Interaction | undefined {
    return this.#interactions.get(textOf(id) ?? '');
  }

  /**
   * Makes a live interaction the current interaction, because the agent now works on it. The adapter is not notified.
   */
  open(id: string): void {
    this.#interactions.open(textOf(id) ?? '');
    this.#notify();
  }

  /**
   * Changes the settings. A setting that is missing in `settings` gets its default.
   * @throws `TypeError` if an entry of `adapterOrigin` is not an origin; then nothing changes
   */
  configure(settings: ServiceSettings): void {
    this.#channels.configure(settings);
    this.#notify();
  }

  /** Frame of the adapter, if an element provides one. The service then searches for the adapter only in this frame. */
  get frame(): AdapterFrame | undefined {
    return this.#channels.frame;
  }

  /**
   * Sets the adapter's frame until `holder` releases it. The service then searches for an adapter only in the window of
   * this frame. The search starts again even if the window is the same as before. Without `frame`, only reserves the
   * adapter's frame for `holder`, because the frame of `holder` has no window yet.
   *
   * @returns False if another holder has reserved the adapter's frame, because a service has one adapter.
   *   `serviceChanged` is called when that holder releases the frame.
   */
  useFrame(holder: object, frame?: AdapterFrame): boolean {
    const {frame: before} = this;
    const isUsed = this.#channels.useFrame(holder, frame);
    this.#frameChanged(before);
    return isUsed;
  }

  /** Removes the frame of `holder`, and disconnects an adapter in this frame. */
  releaseFrame(holder: object): void {
    const {frame: before} = this;
    if (!this.#channels.releaseFrame(holder)) return;
    this.#frameChanged(before);
    this.#notify();
  }

  /** Listens to the window again after `document.open()`, which removes every listener of the window. */
  documentReplaced(): void {
    if (this.#channel) this.#memory.start();
    this.#channels.searchAgain();
  }

  /**
   * Creates the API of another channel, as `Five9.CrmSdk.interactionApi(name)` does. The API uses the settings and the
   * adapter frame of this service, and follows their changes. The caller must close the API.
   */
  createApi(name: string): InteractionApi {
    return this.#channels.open(name).api;
  }

  /**
   * Returns another API of the CRM SDK. The first call connects the API on a channel of its own, with the settings and
   * the adapter frame of this service. All elements and the drop-in `Five9.CrmSdk` share this API. After `close()`, the
   * next call makes a new one.
   */
  sdkApi<Name extends keyof SisterApis>(api: Name): SisterApis[Name] {
    const known = this.#sisterApis[api];
    if (known && known.connection.reason !== 'closed') return known;
    const opened = this.#openApi(api, undefined, {
      connectionChanged: ({status}) => this.#sisterConnectionChanged(api, status === 'connected'),
    });
    this.#sisterApis[api] = opened;
    this.#followSisterApi(api);
    return opened;
  }

  /** Creates another API of the CRM SDK on the channel of a name, as `Five9.CrmSdk.crmApi(name)` does. */
  createSdkApi<Name extends keyof SisterApis>(api: Name, name: string): SisterApis[Name] {
    return this.#openApi(api, name);
  }

  /** The other APIs of the CRM SDK that are open, with every name. */
  get openedApis(): readonly OpenedApi[] {
    return this.#channels.openedApis;
  }

  /** Adds a listener, and starts the service. Returns a function that removes the listener. */
  listen(listener: ServiceListener): () => void {
    this.#listeners.add(listener);
    this.#startSoon();
    return () => this.#listeners.delete(listener);
  }

  /**
   * Disconnects from the adapter. The live interactions are unknown until the service is connected to the same adapter
   * again. The service starts again when a listener is added, when code reads `api`, or when
   * `restart()` is called.
   */
  close(): void {
    clearTimeout(this.#startTimer);
    this.#startTimer = undefined;
    const channel = this.#channel;
    this.#channel = undefined;
    this.#memory.stop();
    for (const api of Object.values(this.#sisterApis)) api.close();
    this.agentSession.forgetLogin();
    this.agentSession.forgetDialAvailability();
    if (!channel) return;
    this.#interactions.setAside();
    this.#idleConnection = CLOSED;
    channel.api.close();
  }

  /**
   * Disconnects permanently: closes the service and every API that `createApi` has made, and removes every listener.
   * For `resetPageService`.
   */
  end(): void {
    this.close();
    this.#channels.close();
    this.#listeners.clear();
  }

  /** Starts again after `close()` if the service still has listeners. */
  restart(): void {
    if (this.#listeners.size) this.#startSoon();
  }

  /**
   * Dials a number. Resolves with the call that starts.
   *
   * Rejects with `Generic` if the value is not exactly one phone number, with `NotConnected` if there is no adapter (the
   * number is not dialled later), with the adapter's error if the adapter cannot make the call, with `ConnectionLost` if
   * the adapter disconnects, and with `Timeout` if no call starts within `requestTimeout`, for example because the agent
   * has not chosen a campaign.
   *
   * @param input The number as people write it: punctuation, digits of any script, a `tel:` address, or a whole number.
   *   An extension is not dialled; see `extension`.
   */
  async dial(input: string | number, options: DialOptions = {}): Promise<Interaction> {
    const {campaign, crmObject, sent, started, signal} = options;
    const {number, extension} = readDial(input, options);
    const click2DialData = {
      clickToDialNumber: number,
      ...(crmObject && {crmObject}),
      ...(campaign && {preselectedCampaignName: campaign}),
    };
    // Send nothing if the caller has already aborted the dial.
    const isSent = !signal?.aborted;
    if (isSent) this.api.click2dial({click2DialData});
    // Wait before `sent` is called, because the page may end the connection in `sent`.
    const result = this.#dials.wait(number, this.api.requestTimeout, {
      ...options,
      started: (call) => {
        if (extension) this.#extensions.add(call.id, extension);
        started?.(call);
      },
    });
    if (isSent && sent) callSafely(sent);
    return result;
  }

  /**
   * Returns the extension that the agent can send now to a call: digits, `*` and `#`. Returns `undefined` if the number
   * was dialled without an extension, if the extension was sent, or if the call is over.
   */
  extension(interactionId: string): string | undefined {
    return this.#extensions.next(interactionId);
  }

  /**
   * Call this method after the extension that `extension()` returns was sent. If the number has a pause and a second
   * extension, `extension()` then returns the second one.
   */
  extensionSent(interactionId: string): void {
    this.#extensions.remove(interactionId);
    this.#notify();
  }

  /**
   * Sets the knowledge about the numbers of each country. With it, the service recognizes a number that the adapter
   * reports in its national form, for the country of the setting `defaultCountry`.
   */
  useNumberPlan(plan: NumberPlan): void {
    this.#numberPlan = plan;
  }

  /**
   * Returns data of an interaction. Sends the request only once, and shares the answer with all elements that need it.
   */
  fetchOnce<Method extends FetchMethod>(
    method: Method,
    interaction: Interaction,
  ): ReturnType<AnsweringMethods[Method]> {
    return this.#fetched.fetch(this.api, method, interaction);
  }

  /**
   * Starts the service in a later task, if the service still has listeners then. The delay is necessary, because an
   * element first finds the service of the page, but may then find a nearer provider and remove its listener from this
   * service.
   */
  #startSoon(): void {
    if (this.#channel || this.#startTimer !== undefined) return;
    this.#startTimer = setTimeout(() => {
      this.#startTimer = undefined;
      if (this.#listeners.size) this.#channel ??= this.#start();
    });
  }

  #openApi<Name extends keyof SisterApis>(
    name: Name,
    channelName: string | undefined,
    callbacks?: Parameters<Channels['openApi']>[2],
  ): SisterApis[Name] {
    const opened = this.#channels.openApi(name, channelName, callbacks);
    this.#callListeners((listener) => listener.apiOpened?.(opened));
    return opened.api;
  }

  #start(): Channel {
    this.#memory.start();
    const channel = this.#channels.open(undefined, {
      connectionChanged: this.#connectionChanged,
      interactionEvent: this.#interactionEvent,
      closed: () => this.#connectionChanged(CLOSED),
    });
    for (const id of DIAL_FAILED_EVENTS) {
      channel.api.subscribeWsEvent(id, (payload) => {
        this.#dials.callFailed(payload);
      });
    }
    return channel;
  }

  readonly #connectionChanged = (connection: Connection): void => {
    // If the adapter only answers a check late, it is still there, and the call of a dial can still start.
    const isOnlyLate = connection.status === 'lost' && connection.reason === 'no-answer';
    if (this.connected) callSafely(() => this.#adapterConnected(connection));
    else if (!isOnlyLate) callSafely(() => this.#connectionLost());
    this.#notify();
    this.target.dispatchEvent(new ConnectionEvent(connection));
  };

  readonly #interactionEvent = (name: string, params: unknown): void => {
    const news = readEvent(name, params);
    const now = Date.now();
    const interaction = news && this.#interactions.apply(news, now);
    if (interaction) keepTimes(interaction, now);
    const replayed = Boolean(news?.state && interaction?.replayed);
    // Guard each step on its own, because one unusual event must not keep the other parts of the page from this event.
    if (interaction && name === 'callStarted' && !replayed) callSafely(() => this.#dials.callStarted(interaction));
    if (interaction && !isLive(interaction)) callSafely(() => this.#forget(interaction.id));
    if (interaction && isLive(interaction) && this.#channel) this.#adapter.learnSession(this.#channel.transport);
    this.#interactionsChanged();
    const context: SdkEventContext = {interactionType: news?.type, interactionId: news?.id, replayed};
    const mirror = (): SdkEvent => new SdkEvent(name, params, context, true);
    this.#callListeners((listener) => listener.sdkEvent?.(context, mirror));
    callSafely(() => this.target.dispatchEvent(new SdkEvent(name, params, context)));
  };

  #connectionLost(): void {
    this.#dials.connectionLost();
    this.agentSession.sdkDisconnected();
  }

  /** Returns how certain it is that two texts are the same number. */
  #compareNumbers(one: string, other: string): number {
    const plan = this.#numberPlan;
    const country = this.settings.defaultCountry;
    const international = plan?.international(one, country);
    const isSame = international !== undefined && international === plan?.international(other, country);
    return isSame ? Sameness.equal : compareNumbers(one, other);
  }

  /** Removes the data of an interaction that is over. */
  #forget(interactionId: string): void {
    this.#extensions.forget(interactionId);
    this.#fetched.forget(interactionId);
    // Forget that the call is muted, because the call starts unmuted if the adapter offers it again with the same id.
    if (mutedCalls().has(interactionId)) mutedCalls().set(interactionId, false);
  }

  /**
   * Decides which interactions the connected adapter has. The same adapter, for example after a reload of its page,
   * keeps them. An adapter in another frame, from another origin or with another session has none of them, until it
   * reports them itself.
   */
  #adapterConnected(connection: Connection): void {
    if (!this.#channel) return;
    callSafely(() => this.#followSession());
    const {transport} = this.#channel;
    const relation = this.#adapter.connect(transport, connection);
    if (relation === 'same') this.#interactions.bringBack();
    else {
      const removed = this.#interactions.removeLive({remembers: relation === 'other frame'});
      for (const id of removed) this.#forget(id);
    }
    callSafely(() => this.#memory.changed());
    this.#reconcile();
    void this.#removeOfOtherSession();
  }

  /**
   * Follows the session of the agent. Waits until an adapter is connected, so that a page without an adapter does not
   * search for a second channel. An official SDK that has the Application API is used, because the adapter gives a
   * window only one port for each channel. Our own API stays in use if it was connected before the SDK came.
   */
  #followSession(): void {
    if (this.#sisterApis.applicationApi?.connection.status === 'connected') return;
    const official = this.capabilities && officialApplicationApi(this.settings);
    if (official) this.agentSession.followOfficial(official);
    else this.sdkApi('applicationApi');
  }

  /** Follows an API that reports something about the agent or about a dial. */
  #followSisterApi(api: keyof SisterApis): void {
    const {applicationApi, crmApi, hookApi} = this.#sisterApis;
    if (api === 'applicationApi' && applicationApi) this.agentSession.followApplication(applicationApi);
    if (api === 'crmApi' && crmApi) this.agentSession.followCrm(crmApi);
    if (api === 'hookApi' && hookApi) {
      followRefusedDials(hookApi, (number, message) => this.#dials.callFailed({number, message}));
    }
  }

  #sisterConnectionChanged(api: keyof SisterApis, isConnected: boolean): void {
    const {applicationApi} = this.#sisterApis;
    if (api === 'crmApi' && !isConnected) this.agentSession.forgetDialAvailability();
    if (api !== 'applicationApi') return;
    if (isConnected && applicationApi) void this.agentSession.askLoginState(applicationApi);
    else this.agentSession.forgetLogin();
  }

  /** Removes the live interactions if the connected adapter has another session than the adapter before. */
  async #removeOfOtherSession(): Promise<void> {
    const before = this.interactions.filter(isLive);
    if (!before.length || !this.#channel) return;
    if (!(await this.#adapter.hasOtherSession(this.#channel.transport))) return;
    for (const interaction of before) {
      // Keep an interaction that the new adapter has reported since then.
      if (this.interaction(interaction.id) !== interaction) continue;
      this.#forget(interaction.id);
      this.#interactions.remove(interaction.id, {remembers: false});
    }
    this.#interactionsChanged();
  }

  /**
   * Finishes the live interactions that the adapter no longer knows, because they ended while there was no connection.
   */
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

  /**
   * Rejects every dial if the adapter's frame was replaced or removed. The connection may not change, because an
   * official SDK does not report that its adapter is gone.
   */
  #frameChanged(before: AdapterFrame | undefined): void {
    if (before && before.window !== this.frame?.window) this.#dials.connectionLost();
  }

  #interactionsChanged(): void {
    callSafely(() => this.#memory.changed());
    this.#notify();
  }

  #notify(): void {
    this.#callListeners((listener) => listener.serviceChanged());
  }

  /**
   * Calls each listener once, even if a callback removes listeners, or removes a listener and adds it again because an
   * element moves.
   */
  #callListeners(call: (listener: ServiceListener) => void): void {
    for (const listener of [...this.#listeners]) {
      if (this.#listeners.has(listener)) callSafely(() => call(listener));
    }
  }
}
