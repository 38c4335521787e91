import {type Clock, systemClock} from '../contact-center/clock.js';
import {CommandError} from '../contact-center/errors.js';
import {type ContactCenterEvent, Listeners, type Unsubscribe} from '../contact-center/events.js';
import type {ContactCenterState} from '../contact-center/state.js';
import type {AdapterBackend} from '../adapter/adapter-backend.js';
import {AgentSocket} from './agent-socket.js';
import type {Batch} from './batch.js';
import {RequestQueue, Unreachable} from './request-queue.js';
import {browserTabs, type Tabs} from './tabs.js';

const REST = '/appsvcs/rs/svc/';

/** How it reaches its server. */
export interface RemoteOptions {
  /** Origin of the server. @default the page's own */
  origin?: string;
  tabs?: Tabs;
  clock?: Clock;
}

/**
 * A contact centre in another process, for the adapter's page and for its remote control: what it knows comes in numbered batches, so that nothing is
 * missed or heard twice, whoever of the browser's tabs holds the socket they come by.
 */
export class RemoteContactCenter implements AdapterBackend {
  readonly #events = new Listeners<ContactCenterEvent>();
  readonly #changes = new Listeners<void>();
  readonly #origin: string;
  readonly #tabs: Tabs;
  readonly #clock: Clock;
  readonly #requests: RequestQueue;
  #batch: Batch;
  #receivedAt = 0;
  #token = '';
  #isMaster = false;
  /** Between two lives of the server, its clients are let go. */
  #between = false;
  #catchingUp = false;
  #early: Batch[] = [];

  private constructor(
    first: Batch,
    {origin = location.origin, tabs = browserTabs(), clock = systemClock}: RemoteOptions,
  ) {
    this.#batch = first;
    this.#origin = origin;
    this.#tabs = tabs;
    this.#clock = clock;
    this.#receivedAt = clock.now();
    this.#requests = new RequestQueue((requests) =>
      fetch(`${origin}/simulator/adapter/requests`, {method: 'POST', body: JSON.stringify(requests)}),
    );
  }

  /** Resolves once it knows all there is to know. */
  static async open(options: RemoteOptions = {}): Promise<RemoteContactCenter> {
    const remote = new RemoteContactCenter(await currentBatch(options.origin ?? location.origin), options);
    remote.#tabs.hear((batch) => {
      remote.#take(batch);
    });
    await remote.#logIn();
    await remote.#tabs.elect(() => {
      remote.#becomeMaster();
    });
    // What happened between the first look and listening.
    await remote.#catchUp();
    return remote;
  }

  /** What this browser lacks for several tabs, in words; empty if nothing. */
  get notice(): string {
    return this.#tabs.lacks;
  }

  get link(): ContactCenterState['link'] {
    return this.#between ? 'dropped' : this.#batch.state.link;
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

  /** Gives a command of the remote control. */
  async run(name: string, args: readonly unknown[] = []): Promise<unknown> {
    const body = JSON.stringify({name, args});
    const headers = {'content-type': 'application/json'};
    const response = await fetch(`${this.#origin}/simulator/commands`, {method: 'POST', headers, body});
    const {result, error} = (await response.json()) as {result?: unknown; error?: string};
    if (error) throw new CommandError(error);
    return result;
  }

  configure(options: Partial<ContactCenterState['options']>): Promise<unknown> {
    return this.run('configure', [options]);
  }

  async request(method: string, params?: unknown, own?: () => unknown): Promise<unknown> {
    if (!own) return this.#requests.ask({method, params});
    // For the faults: what the page answers by itself can be lost as well.
    await this.#requests.ask({method, own: true}).catch((error: unknown) => {
      if (!(error instanceof Unreachable)) throw error;
    });
    return own();
  }

  /** Nobody waits for an answer; but of a dial that nobody heard the page is told as of any other that comes to nothing. */
  notify(notice: string, data: unknown): void {
    this.#requests.ask({notice, data}).catch((error: unknown) => {
      // What was asked before it comes first: it may have been for this event.
      if (notice === 'click2dial') this.#clock.setTimeout(() => this.#tellUnheard(data, error as Error), 0);
    });
  }

  #tellUnheard(dial: unknown, {message}: Error): void {
    const {click2DialData} = Object(dial) as Partial<Record<string, unknown>>;
    const {clickToDialNumber: number} = Object(click2DialData) as Partial<Record<string, unknown>>;
    const id = this.#batch.state.options.makeCallFailedEventId;
    const context = {eventId: id, eventReason: 'FAILED_TO_CONNECT'};
    this.#events.tell({kind: 'ws', id, payload: {number, errorCode: 'UNREACHABLE', message}, context});
  }

  /** Sends a REST request with the agent's session: by header, since a browser may keep cookies from a page in a frame. */
  sendRest(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer-${this.#token}`);
    return fetch(this.#origin + path, {...init, headers});
  }

  async #logIn(): Promise<void> {
    const {login: username} = this.#batch.state.agent;
    const passwordCredentials = {username, password: 'simulated'};
    const body = JSON.stringify({passwordCredentials, appKey: 'simulator', policy: 'AttachExisting'});
    const response = await fetch(`${this.#origin}${REST}auth/login`, {method: 'POST', credentials: 'include', body});
    if (response.ok) this.#token = ((await response.json()) as {tokenId: string}).tokenId;
  }

  #becomeMaster(): void {
    this.#isMaster = true;
    new AgentSocket({
      clock: this.#clock,
      url: () => {
        const alone = this.#tabs.lacks && `.${Math.random()}`;
        const url = new URL(`/appsvcs/ws/${this.#token}${alone}`, this.#origin.replace(/^http/, 'ws'));
        url.searchParams.set('since', String(this.#batch.seq));
        return url.href;
      },
      received: (batch) => {
        this.#take(batch);
        this.#tabs.post(batch);
      },
      changed: () => {
        this.#changes.tell();
      },
    });
    this.#changes.tell();
  }

  #take(batch: Batch): void {
    const {run, seq} = this.#batch;
    if (this.#catchingUp || batch.run !== run || batch.from > seq) {
      this.#early.push(batch);
      void this.#catchUp();
    } else if (batch.seq >= seq) {
      this.#apply(batch);
    }
  }

  #apply(batch: Batch): void {
    const {seq: seen, state: before} = this.#batch;
    this.#batch = batch;
    this.#receivedAt = this.#clock.now();
    for (const {seq, event} of batch.events) if (seq > seen) this.#events.tell(event);
    this.#changes.tell();
    // Whoever logs in again, at the remote control or anywhere, has a new session.
    if (isOut(before) && !isOut(batch.state)) void this.#logIn();
  }

  /** Asks the server for what it has not heard; then come the batches that came meanwhile. */
  async #catchUp(): Promise<void> {
    if (this.#catchingUp) return;
    this.#catchingUp = true;
    const {run, seq} = this.#batch;
    const batch = await currentBatch(this.#origin, seq).catch(() => undefined);
    this.#catchingUp = false;
    if (batch) {
      if (batch.run === run && batch.from <= seq) this.#apply(batch);
      else await this.#startOver(batch);
    }
    const early = this.#early.splice(0);
    // Without an answer there is no use in asking on: the master's socket will be back with all of it.
    if (batch) for (const one of early) if (one.run === this.#batch.run) this.#take(one);
  }

  /** Another life of the server, or too much was missed: clients are let go, and come back to what is now. */
  async #startOver(batch: Batch): Promise<void> {
    this.#between = true;
    this.#changes.tell();
    this.#batch = batch;
    this.#receivedAt = this.#clock.now();
    this.#between = false;
    await this.#logIn();
    this.#changes.tell();
  }
}

const isOut = ({agent}: ContactCenterState): boolean => ['LOGOUT', 'RELOGIN'].includes(agent.loginState);

/** All that came after the event `since`; without one, how things are. */
async function currentBatch(origin: string, since?: number): Promise<Batch> {
  const response = await fetch(`${origin}/simulator/adapter/events${since === undefined ? '' : `?since=${since}`}`);
  if (!response.ok) throw new Error(`The simulator answered ${response.status}.`);
  return (await response.json()) as Batch;
}
