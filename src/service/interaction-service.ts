import {InteractionApiError, toInteractionApiError} from '../interaction-api/errors.js';
import {InteractionApi} from '../interaction-api/interaction-api.js';
import type {Connection} from '../interaction-api/transport.js';
import type {Click2DialData, CrmObject, Disposition} from '../interaction-api/types.js';
import {type AdapterSettings, type AdapterTransport, adapterTransport} from '../transport/adapter-transport.js';
import {Dials} from './dials.js';
import {ConnectionEvent, SdkEvent, type SdkEventContext} from './events.js';
import {type Interaction, Interactions, isLive, readEvent} from './interactions.js';
import {recall, remember} from './refresh-memory.js';

/** Settings of an `InteractionService`; `five9-provider` has an attribute for each. */
export interface ServiceSettings extends AdapterSettings {
  /** Milliseconds that a call of the API may take, and a dial until its call starts. @default 60000 */
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
export interface DialOptions {
  /** Name of the campaign to dial in. */
  campaign?: string | undefined;
  /** CRM record that the call is about. */
  crmObject?: CrmObject | undefined;
  /** Called when the call starts, before its event is dispatched. */
  started?: (call: Interaction) => void;
  /** Stops to wait for the call. What was dialled is not taken back. */
  signal?: AbortSignal;
}

/** WebSocket events that tell of a dial that failed (FIVE9 reference 7.1): make call failed, click-to-dial failed. */
const DIAL_FAILED = ['65', '75'];

const CONNECTING: Connection = {status: 'connecting', reason: 'searching'};

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
  readonly #dispositions = new Map<string, Promise<Disposition[]>>();
  #settings: ServiceSettings = {};
  #transport: AdapterTransport | undefined;
  #api: InteractionApi | undefined;

  /** @param target Where the SDK's events are dispatched: the document, or a `five9-provider scoped`. */
  constructor(private readonly target: EventTarget) {}

  /** The Interaction API of the page. */
  get api(): InteractionApi {
    if (this.#api) return this.#api;
    this.#transport = adapterTransport(this.#settings);
    this.#api = new InteractionApi(this.#transport, {
      ...this.#settings,
      observer: {connectionChanged: this.#connectionChanged, interactionEvent: this.#interactionEvent},
    });
    const failed = (payload: unknown): void => {
      this.#dials.refused(payload);
    };
    this.#api.subscribeWsEvent(Object.fromEntries(DIAL_FAILED.map((id) => [id, failed])));
    return this.#api;
  }

  /** The settings that are in force. */
  get settings(): Readonly<ServiceSettings> {
    return this.#settings;
  }

  /** State of the connection to the adapter. */
  get connection(): Connection {
    return this.#api?.connection ?? CONNECTING;
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

  /**
   * Changes the settings; what is left out gets its default.
   * @throws `TypeError` for an `adapterOrigin` that is none; nothing has changed then.
   */
  configure(settings: ServiceSettings): void {
    this.#transport?.configure(settings);
    if (this.#api) this.#api.requestTimeout = settings.requestTimeout ?? 60_000;
    this.#settings = settings;
  }

  /** Tells `listener` of every change from now on. Returns what ends it. */
  listen(listener: ServiceListener): () => void {
    this.#listeners.add(listener);
    // Not at once: a tag may find its own provider right after it has found the page's.
    if (!this.#api) setTimeout(() => this.#listeners.size > 0 && this.api);
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
    const click2DialData: Click2DialData = {
      clickToDialNumber: number,
      ...(crmObject && {crmObject}),
      ...(campaign && {preselectedCampaignName: campaign}),
    };
    const {api} = this;
    try {
      api.click2dial({click2DialData});
    } catch (error) {
      throw toInteractionApiError(error, 'click2dial');
    }
    return this.#dials.wait(number, api.requestTimeout, options);
  }

  /** Dispositions of an interaction. Asked for once and kept, since they cannot be had when it is finished. */
  dispositions(id: string): Promise<Disposition[]> {
    const kept = this.#dispositions.get(id);
    if (kept) return kept;
    const list = this.api.getDispositions(this.#ref(id, 'getDispositions'));
    this.#dispositions.set(id, list);
    // What failed may be asked for again.
    list.catch(() => this.#dispositions.delete(id));
    return list;
  }

  /** Sets the disposition of an interaction. That it is finished the adapter tells by its event. */
  setDisposition(id: string, dispositionId: string, timeout?: string): Promise<void> {
    return this.api.setDisposition({
      ...this.#ref(id, 'setDisposition'),
      dispositionId,
      ...(timeout !== undefined && {timeout}),
    });
  }

  /** Sends DTMF digits. */
  sendDtmf(char: string): Promise<void> {
    return this.api.sendDtmf({char});
  }

  #ref(id: string, method: string): {interactionType: Interaction['type']; interactionId: string} {
    const type = this.interaction(id)?.type;
    if (!type) throw new InteractionApiError('InteractionNotFound', `There is no interaction ${id}.`, method);
    return {interactionType: type, interactionId: id};
  }

  readonly #connectionChanged = (connection: Connection): void => {
    if (!this.connected) this.#dials.lost();
    else this.#reconcile();
    this.#changed();
    this.target.dispatchEvent(new ConnectionEvent(connection));
  };

  readonly #interactionEvent = (name: string, params: unknown): void => {
    const news = readEvent(name, params);
    const interaction = news && this.#interactions.apply(news, Date.now());
    if (interaction && !isLive(interaction)) this.#dispositions.delete(interaction.id);
    if (name === 'callStarted' && interaction && !interaction.replayed) this.#dials.started(interaction);
    if (news?.state) remember(this.#interactions);
    this.#changed();
    const context: SdkEventContext = {
      interactionType: news?.type,
      interactionId: news?.id,
      replayed: Boolean(news?.state && interaction?.replayed),
    };
    for (const listener of this.#listeners) {
      listener.sdkEvent?.(context, () => new SdkEvent(name, params, context, true));
    }
    this.target.dispatchEvent(new SdkEvent(name, params, context));
  };

  /** What ended while nobody told us is unknown to the adapter now. */
  #reconcile(): void {
    for (const {id} of this.interactions.filter(isLive)) {
      this.#dispositions.delete(id);
      this.dispositions(id).catch((error: unknown) => {
        if (toInteractionApiError(error).errorCode !== 'InteractionNotFound') return;
        this.#interactions.lose(id);
        remember(this.#interactions);
        this.#changed();
      });
    }
  }

  #changed(): void {
    for (const listener of this.#listeners) listener.serviceChanged();
  }
}
