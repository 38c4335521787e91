import sinon from 'sinon';
import {
  AdapterRequests,
  type Batch,
  BATCH_EVENT_ID,
  ContactCenter,
  Journal,
  ManualClock,
  RemoteContactCenter,
  ServedPages,
  type Tabs,
} from '../../../src/simulator.js';
import type {AskedApi, AskOptions, PageAsker} from '../../../src/simulator/contact-center/page/page-asker.js';
// Restores what a `ServerDouble` replaces.
import '../../support/lifecycle.js';
import {turn} from '../../support/time.js';

const ORIGIN = 'https://simulator.invalid';

/** A run of a server: what a restart replaces. */
function openRun(clock: ManualClock) {
  const center = new ContactCenter({clock});
  const pages = new ServedPages({clock, askedTabs: () => center.options.askedTabs});
  center.attach(pages);
  return {center, pages, journal: new Journal(center, pages), requests: new AdapterRequests(center, pages)};
}

type Run = ReturnType<typeof openRun>;

/** A question that a tab has asked its clients. */
export interface AskedQuestion {
  method: string;
  params: unknown;
  answer(value: unknown): void;
  fail(error: unknown): void;
  /** Answers for another client of the tab. */
  answerAgain(): void;
}

/** The adapter of a tab, with clients that answer only when the test says so. */
class AdapterDouble implements PageAsker {
  readonly counts: Partial<Record<AskedApi, number>> = {};
  readonly asked: AskedQuestion[] = [];
  readonly events: unknown[] = [];

  clients(api: AskedApi): number {
    return this.counts[api] ?? 0;
  }

  ask(_api: AskedApi, method: string, params: unknown, {onExtraAnswer}: AskOptions): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.asked.push({method, params, answer: resolve, fail: reject, answerAgain: onExtraAnswer});
    });
  }

  send(api: AskedApi, name: string, data: unknown): void {
    this.events.push({api, name, data});
  }
}

/** A tab of the browser. */
export interface TabDouble {
  readonly remote: RemoteContactCenter;
  readonly adapter: AdapterDouble;
  /** Connects clients to an API. */
  connect(api: AskedApi, count?: number): Promise<void>;
  /** Disconnects all clients, as a page does that closes. */
  disconnect(): Promise<void>;
  /** Ends the tab without a message. */
  crash(): void;
}

/** The part of a tab that other tabs reach. */
interface TabEntry {
  won?: (() => void) | undefined;
  receive?: (batch: Batch) => void;
  isGone: boolean;
}

/** A server with a contact centre, and the tabs of one browser. Data between them is JSON, as over HTTP. */
export class ServerDouble {
  readonly clock = new ManualClock();
  #run: Run = openRun(this.clock);
  #isUp = true;
  /** Whether each reply takes too long for its HTTP response. */
  isSlow = false;
  readonly #sockets = new Map<SocketDouble, () => void>();
  /** The tabs in the order in which they become the master tab. */
  readonly #tabs: TabEntry[] = [];

  constructor() {
    sinon.stub(window, 'fetch').callsFake((input, init) => this.#fetch(new URL(input as string), init));
    sinon.stub(navigator, 'sendBeacon').callsFake((url, body) => {
      void this.#fetch(new URL(url), {body: body as string}).catch(() => undefined);
      return true;
    });
    const connect = (socket: SocketDouble): void => this.#connect(socket);
    sinon.stub(window, 'WebSocket').value(
      class extends SocketDouble {
        constructor(url: string) {
          super(url);
          connect(this);
        }
      },
    );
  }

  get center(): ContactCenter {
    return this.#run.center;
  }

  get pages(): ServedPages {
    return this.#run.pages;
  }

  /** Opens a tab. The first tab that is open is the master tab. */
  async openTab(): Promise<TabDouble> {
    const entry: TabEntry = {isGone: false};
    this.#tabs.push(entry);
    const tabs: Tabs = {
      lacks: '',
      elect: (won) => {
        entry.won = won;
        this.#elect();
        return Promise.resolve();
      },
      post: (batch) => {
        if (entry.isGone) return;
        for (const other of this.#tabs) if (other !== entry && !other.isGone) other.receive?.(copyOf(batch));
      },
      onBatch: (listener) => {
        entry.receive = listener;
      },
    };
    const remote = await RemoteContactCenter.open({origin: ORIGIN, tabs, clock: this.clock});
    const adapter = new AdapterDouble();
    remote.attach(adapter);
    await settled();
    return {
      remote,
      adapter,
      connect: async (api, count = 1) => {
        adapter.counts[api] = count;
        remote.pageConnected(api);
        await settled();
      },
      disconnect: async () => {
        for (const api of Object.keys(adapter.counts)) adapter.counts[api as AskedApi] = 0;
        remote.pageDisconnected();
        await settled();
      },
      crash: () => {
        entry.isGone = true;
        this.#elect();
      },
    };
  }

  /** Sends the last batch again, as a tab may get it over two ways. */
  repeatLastBatch(): void {
    for (const send of this.#sockets.values()) send();
    const batch = copyOf(this.#run.journal.since(0));
    for (const tab of this.#tabs) if (!tab.isGone) tab.receive?.(batch);
  }

  /** Closes every WebSocket, and refuses connections until `restore`. */
  cut(): void {
    this.#isUp = false;
    for (const socket of [...this.#sockets.keys()]) this.#close(socket);
  }

  /** Accepts connections again. The master tab connects within five seconds. */
  async restore(): Promise<void> {
    this.#isUp = true;
    this.clock.advance(5000);
    await settled();
  }

  /** Ends the server, and starts it again with a new contact centre. */
  async restart(): Promise<void> {
    this.cut();
    this.#run = openRun(this.clock);
    await this.restore();
  }

  #elect(): void {
    const first = this.#tabs.find(({isGone}) => !isGone);
    const {won} = first ?? {};
    if (first) first.won = undefined;
    won?.();
  }

  #connect(socket: SocketDouble): void {
    if (!this.#isUp) {
      queueMicrotask(() => socket.onclose?.());
      return;
    }
    const {journal} = this.#run;
    const send = (payLoad: Batch): void => socket.receive({context: {eventId: BATCH_EVENT_ID}, payLoad});
    const seen = Number(socket.url.searchParams.get('since'));
    const end = journal.subscribe(send);
    this.#sockets.set(socket, () => send(journal.since(seen)));
    socket.onEnd = () => {
      end();
      this.#sockets.delete(socket);
    };
    queueMicrotask(() => send(journal.since(seen)));
  }

  #close(socket: SocketDouble): void {
    socket.close();
    socket.onclose?.();
  }

  async #fetch({pathname, searchParams}: URL, init?: RequestInit): Promise<Response> {
    await Promise.resolve();
    if (!this.#isUp) throw new TypeError('The server cannot be reached.');
    const {journal, requests} = this.#run;
    const sent: unknown = init?.body ? JSON.parse(init.body as string) : undefined;
    switch (pathname) {
      case '/simulator/adapter/events':
        return Response.json(journal.since(searchParams.has('since') ? Number(searchParams.get('since')) : undefined));
      case '/simulator/adapter/requests':
        return lines(
          (sent as {id: string}[]).map(async (one) => {
            const reply = requests.answer(one);
            if (!this.isSlow) return {id: one.id, ...(await reply)};
            void reply.then((late) => journal.reply(one.id, late));
            return {id: one.id, later: true};
          }),
        );
      default:
        return Response.json({tokenId: 'token'});
    }
  }
}

/** A WebSocket to a `ServerDouble`. */
class SocketDouble {
  static readonly OPEN = 1;
  readonly readyState = SocketDouble.OPEN;
  readonly url: URL;
  onmessage: ((event: MessageEvent<string>) => void) | null = null;
  onclose: (() => void) | null = null;
  onEnd: (() => void) | undefined;

  constructor(url: string) {
    this.url = new URL(url);
  }

  send(): void {
    // The server needs no ping.
  }

  close(): void {
    this.onEnd?.();
  }

  receive(message: unknown): void {
    this.onmessage?.(new MessageEvent('message', {data: JSON.stringify(message)}));
  }
}

/** Returns a response that sends each reply as a line when the reply is known. */
function lines(replies: Promise<unknown>[]): Response {
  const body = new ReadableStream({
    async start(controller) {
      const write = async (reply: Promise<unknown>): Promise<void> => {
        controller.enqueue(new TextEncoder().encode(`${JSON.stringify(await reply)}\n`));
      };
      await Promise.all(replies.map(write));
      controller.close();
    },
  });
  return new Response(body);
}

const copyOf = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** Waits until the messages between the tabs and the server have arrived. */
export async function settled(): Promise<void> {
  for (let turns = 0; turns < 12; turns++) await turn();
}
