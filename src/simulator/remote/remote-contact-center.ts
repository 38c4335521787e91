import type {AdapterBackend} from '../adapter/adapter-backend.js';
import {type Clock, systemClock} from '../contact-center/clock.js';
import {type ContactCenterEvent, Listeners, type Unsubscribe} from '../contact-center/events.js';
import {type AdapterMethods, CALL_CUSTOM_METHOD, callAdapterMethod} from '../contact-center/page/custom-methods.js';
import type {AskedApi, PageAsker} from '../contact-center/page/page-asker.js';
import type {ContactCenterState} from '../contact-center/state.js';
import {AgentSocket} from './agent-socket.js';
import type {Batch, ServerEvent} from './batch.js';
import {PageClients} from './page-clients.js';
import {RequestQueue, Unreachable} from './request-queue.js';
import {SimulatorServer} from './simulator-server.js';
import {browserTabs, type Tabs} from './tabs.js';

/** Options of a remote contact centre. */
export interface RemoteOptions {
  /** Origin of the server. @default the origin of the page */
  origin?: string;
  tabs?: Tabs;
  clock?: Clock;
}

/**
 * Access to a contact centre on a server, for the adapter's page, which also shows the remote control.
 *
 * The server sends its events and its state in numbered batches. With the numbers, a page handles each event exactly
 * once, even if another tab of the browser has the WebSocket.
 */
export class RemoteContactCenter implements AdapterBackend {
  readonly #events = new Listeners<ContactCenterEvent>();
  readonly #changes = new Listeners<void>();
  readonly #server: SimulatorServer;
  readonly #requests: RequestQueue;
  readonly #pageClients: PageClients;
  readonly #tabs: Tabs;
  readonly #clock: Clock;
  /** The latest batch. */
  #batch: Batch;
  #receivedAt = 0;
  #isMaster = false;
  /** The WebSocket of the agent, if this page is the master page. */
  #socket: AgentSocket | undefined;
  /** The methods of own code inside this page; `undefined` if there is no such code. */
  #ownMethods: AdapterMethods | undefined;
  /** Whether clients must connect again, because the server has restarted or no longer has the missing events. */
  #isRestarting = false;
  #isCatchingUp = false;
  /** Batches that arrived while missing events were fetched. */
  #early: Batch[] = [];

  private constructor(
    server: SimulatorServer,
    first: Batch,
    {tabs = browserTabs(), clock = systemClock}: RemoteOptions,
  ) {
    this.#server = server;
    this.#batch = first;
    this.#tabs = tabs;
    this.#clock = clock;
    this.#receivedAt = clock.now();
    this.#requests = new RequestQueue((requests) => server.send(requests));
    this.#pageClients = new PageClients({
      // If the message does not reach the server, the server asks the other pages, or waits until the time limit.
      send: (message) => void this.#requests.send(message).catch(() => undefined),
      sendLast: (message) => {
        server.sendLast({id: '', ...message});
      },
      isMaster: this.isMasterPage,
    });
    addEventListener('pagehide', () => {
      this.#pageClients.reportClosing();
    });
  }

  /** Connects to the server. Resolves when the state of the contact centre is known. */
  static async open(options: RemoteOptions = {}): Promise<RemoteContactCenter> {
    const server = new SimulatorServer(options.origin ?? location.origin);
    const remote = new RemoteContactCenter(server, await server.batch(), options);
    remote.#tabs.onBatch((batch) => {
      remote.#receive(batch);
    });
    await remote.#logIn();
    await remote.#tabs.elect(
      () => {
        remote.#becomeMaster();
      },
      () => {
        remote.#resign();
      },
    );
    // Fetch the events that happened after the first batch and before this page listened.
    await remote.#catchUp();
    return remote;
  }

  /**
   * Message for the agent if this browser lacks a feature that several tabs need. Empty if the browser has all these
   * features.
   */
  get notice(): string {
    return this.#tabs.lacks;
  }

  get link(): ContactCenterState['link'] {
    return this.#isRestarting ? 'dropped' : this.#batch.state.link;
  }

  readonly isMasterPage = (): boolean => this.#isMaster;

  state(): ContactCenterState {
    const {state} = this.#batch;
    return {...state, now: state.now + this.#clock.now() - this.#receivedAt};
  }

  replay(): ContactCenterEvent[] {
    return this.#batch.replay;
  }

  subscribe(listener: (event: ContactCenterEvent) => void): Unsubscribe {
    return this.#events.add(listener);
  }

  onChange(listener: () => void): Unsubscribe {
    return this.#changes.add(listener);
  }

  /** Runs a command of the contact centre. */
  run(name: string, args: readonly unknown[] = []): Promise<unknown> {
    return this.#requests.send({command: name, args});
  }

  configure(options: Partial<ContactCenterState['options']>): Promise<unknown> {
    return this.run('configure', [options]);
  }

  async request(method: string, params?: unknown, own?: () => unknown): Promise<unknown> {
    if (!own) return this.#requests.send({method, params});
    // Send the request although the page answers it itself, because an injected fault of the contact centre may apply
    // to the request.
    await this.#requests.send({method, own: true}).catch((error: unknown) => {
      if (!(error instanceof Unreachable)) throw error;
    });
    return own();
  }

  /** Sends an event of the page. If a dial does not reach the server, emits the event of a refused dial. */
  notify(notice: string, data: unknown): void {
    this.#requests.send({notice, data}).catch((error: unknown) => {
      if (notice !== 'click2dial') return;
      // Wait until earlier requests have settled too, because one of these requests may be the subscription to the
      // event of a refused dial.
      this.#clock.setTimeout(() => {
        this.#emitUnreachableDial(data, error as Error);
      }, 0);
    });
  }

  /** Sends a request of a client of another API than the Interaction API. */
  requestApi(api: AskedApi, method: string, params?: unknown): Promise<unknown> {
    const own = this.#ownMethods;
    const isOwn = own && api === 'customMethodsApi' && method === CALL_CUSTOM_METHOD;
    if (!isOwn) return this.#requests.send({api, method, params});
    return new Promise((resolve) => {
      resolve(callAdapterMethod(own, params));
    });
  }

  /**
   * Registers the methods of own code inside this adapter's page, for the Custom Methods API. The methods replace those
   * of the contact centre on the server, but only for the clients of this page. To call methods of the pages, run the
   * command `callCustomMethod`.
   */
  registerCustomMethods(methods: AdapterMethods): void {
    this.#ownMethods = {...methods};
  }

  /** Sets the adapter that asks the pages for the contact centre. Returns a function that removes it. */
  attach(asker: PageAsker): Unsubscribe {
    return this.#pageClients.attach(asker);
  }

  pageConnected(api: AskedApi): void {
    this.#pageClients.reportConnected(api);
  }

  pageDisconnected(): void {
    this.#pageClients.reportDisconnected();
  }

  sendRest(path: string, init: RequestInit): Promise<Response> {
    return this.#server.sendRest(path, init);
  }

  #emitUnreachableDial(dial: unknown, {message}: Error): void {
    const {click2DialData} = Object(dial) as Partial<Record<string, unknown>>;
    const {clickToDialNumber: number} = Object(click2DialData) as Partial<Record<string, unknown>>;
    const id = this.#batch.state.options.makeCallFailedEventId;
    const context = {eventId: id, eventReason: 'FAILED_TO_CONNECT'};
    this.#events.notify({kind: 'ws', id, payload: {number, errorCode: 'UNREACHABLE', message}, context});
  }

  #logIn(): Promise<void> {
    return this.#server.logIn(this.#batch.state.agent.login);
  }

  /** Logs in again. If the login fails, the next request reports that the server cannot be reached. */
  async #logInAgain(): Promise<void> {
    await this.#logIn().catch(() => undefined);
  }

  #becomeMaster(): void {
    this.#isMaster = true;
    this.#pageClients.reportAgain();
    this.#socket = new AgentSocket({
      clock: this.#clock,
      // If this browser cannot share one socket between tabs, each tab opens a socket with its own key in the address.
      url: () => this.#server.socketUrl(this.#tabs.lacks && `.${Math.random()}`, this.#batch.seq),
      onBatch: (batch) => {
        this.#receive(batch);
        this.#tabs.post(batch);
      },
      onConnectionChange: () => {
        this.#changes.notify();
      },
    });
    this.#changes.notify();
  }

  /** Called when another tab becomes the master tab. */
  #resign(): void {
    this.#isMaster = false;
    this.#socket?.close();
    this.#socket = undefined;
    this.#changes.notify();
  }

  #receive(batch: Batch): void {
    const {run, seq} = this.#batch;
    const isGap = batch.run !== run || batch.from > seq;
    if (this.#isCatchingUp || isGap) {
      this.#early.push(batch);
      void this.#catchUp();
    } else if (batch.seq >= seq) {
      this.#apply(batch);
    }
  }

  #apply(batch: Batch): void {
    const {seq: lastSeq, state: before} = this.#batch;
    this.#setBatch(batch);
    for (const {seq, event} of batch.events) if (seq > lastSeq) this.#handle(event, batch);
    this.#pageClients.check(batch.pages);
    this.#changes.notify();
    // When the agent has logged in again, start a new REST session, because the logout has ended the previous session.
    if (isLoggedOut(before) && !isLoggedOut(batch.state)) void this.#logInAgain();
  }

  #handle(event: ServerEvent, {openQuestions}: Batch): void {
    if (event.kind === 'question' || event.kind === 'api event') this.#pageClients.receive(event, openQuestions);
    else if (event.kind === 'late reply') this.#requests.receive(event);
    else this.#events.notify(event);
  }

  /** Fetches the missing events, and then applies the batches that arrived during this time. */
  async #catchUp(): Promise<void> {
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    const {run, seq} = this.#batch;
    const batch = await this.#server.batch(seq).catch(() => undefined);
    this.#isCatchingUp = false;
    const early = this.#early.splice(0);
    // Do nothing if the server does not answer, because the socket of the master tab connects again, and the server
    // then sends the missing events.
    if (!batch) return;
    if (batch.run === run && batch.from <= seq) this.#apply(batch);
    else await this.#startOver(batch);
    for (const one of early) if (one.run === this.#batch.run) this.#receive(one);
  }

  /** Makes the clients connect again, because the server has restarted or no longer has the missing events. */
  async #startOver(batch: Batch): Promise<void> {
    this.#isRestarting = true;
    this.#changes.notify();
    this.#requests.loseLateReplies();
    this.#setBatch(batch);
    this.#isRestarting = false;
    await this.#logInAgain();
    this.#changes.notify();
  }

  #setBatch(batch: Batch): void {
    this.#batch = batch;
    this.#receivedAt = this.#clock.now();
  }
}

const isLoggedOut = ({agent}: ContactCenterState): boolean => ['LOGOUT', 'RELOGIN'].includes(agent.loginState);
