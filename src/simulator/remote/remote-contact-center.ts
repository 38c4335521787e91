import type {AdapterBackend} from '../adapter/adapter-backend.js';
import {type Clock, systemClock} from '../contact-center/clock.js';
import {type ContactCenterEvent, Listeners, type Unsubscribe} from '../contact-center/events.js';
import type {ContactCenterState} from '../contact-center/state.js';
import {AgentSocket} from './agent-socket.js';
import type {Batch} from './batch.js';
import {RequestQueue, Unreachable} from './request-queue.js';
import {SimulatorServer} from './simulator-server.js';
import {browserTabs, type Tabs} from './tabs.js';

/** Options of a remote contact centre. */
export interface RemoteOptions {
  /** Origin of the server. @default the page's own */
  origin?: string;
  tabs?: Tabs;
  clock?: Clock;
}

/**
 * A contact centre in another process, for the adapter's page and its remote control.
 *
 * The server sends its events and state in numbered batches, so that a page misses no event and handles none twice,
 * even if another tab
 * of the browser holds the socket.
 */
export class RemoteContactCenter implements AdapterBackend {
  readonly #events = new Listeners<ContactCenterEvent>();
  readonly #changes = new Listeners<void>();
  readonly #server: SimulatorServer;
  readonly #requests: RequestQueue;
  readonly #tabs: Tabs;
  readonly #clock: Clock;
  /** The latest batch. */
  #batch: Batch;
  #receivedAt = 0;
  #isMaster = false;
  /** Whether the server has restarted and the clients must connect again. */
  #isRestarting = false;
  #isCatchingUp = false;
  /** Batches that came while the missing ones were fetched. */
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
  }

  /** Resolves when the state of the contact centre is known. */
  static async open(options: RemoteOptions = {}): Promise<RemoteContactCenter> {
    const server = new SimulatorServer(options.origin ?? location.origin);
    const remote = new RemoteContactCenter(server, await server.batch(), options);
    remote.#tabs.onBatch((batch) => {
      remote.#receive(batch);
    });
    await remote.#logIn();
    await remote.#tabs.elect(() => {
      remote.#becomeMaster();
    });
    // Fetches the events between the first batch and the start of listening.
    await remote.#catchUp();
    return remote;
  }

  /** A message about features that this browser lacks for several tabs. Empty if it lacks none. */
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
    return this.#server.run(name, args);
  }

  configure(options: Partial<ContactCenterState['options']>): Promise<unknown> {
    return this.run('configure', [options]);
  }

  async request(method: string, params?: unknown, own?: () => unknown): Promise<unknown> {
    if (!own) return this.#requests.send({method, params});
    // The page answers by itself, but a fault of the contact centre can still hit the request.
    await this.#requests.send({method, own: true}).catch((error: unknown) => {
      if (!(error instanceof Unreachable)) throw error;
    });
    return own();
  }

  /** Sends an event of the page. If a dial does not reach the server, emits the event of a refused dial. */
  notify(notice: string, data: unknown): void {
    this.#requests.send({notice, data}).catch((error: unknown) => {
      if (notice !== 'click2dial') return;
      // Wait until earlier requests have failed too: one of them may have subscribed to this event.
      this.#clock.setTimeout(() => {
        this.#emitUnreachableDial(data, error as Error);
      }, 0);
    });
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

  #becomeMaster(): void {
    this.#isMaster = true;
    new AgentSocket({
      clock: this.#clock,
      // Tabs that cannot share a socket need a key each.
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
    for (const {seq, event} of batch.events) if (seq > lastSeq) this.#events.notify(event);
    this.#changes.notify();
    // The agent has logged in again, by any means: the former session has ended.
    if (isLoggedOut(before) && !isLoggedOut(batch.state)) void this.#logIn();
  }

  /** Fetches the missing events, and then applies the batches that came in the meantime. */
  async #catchUp(): Promise<void> {
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    const {run, seq} = this.#batch;
    const batch = await this.#server.batch(seq).catch(() => undefined);
    this.#isCatchingUp = false;
    const early = this.#early.splice(0);
    // Without an answer there is nothing to do: the master's socket connects again, and brings all events.
    if (!batch) return;
    if (batch.run === run && batch.from <= seq) this.#apply(batch);
    else await this.#startOver(batch);
    for (const one of early) if (one.run === this.#batch.run) this.#receive(one);
  }

  /** Makes the clients connect again: the server has restarted, or no longer has the missing events. */
  async #startOver(batch: Batch): Promise<void> {
    this.#isRestarting = true;
    this.#changes.notify();
    this.#setBatch(batch);
    this.#isRestarting = false;
    await this.#logIn();
    this.#changes.notify();
  }

  #setBatch(batch: Batch): void {
    this.#batch = batch;
    this.#receivedAt = this.#clock.now();
  }
}

const isLoggedOut = ({agent}: ContactCenterState): boolean => ['LOGOUT', 'RELOGIN'].includes(agent.loginState);
