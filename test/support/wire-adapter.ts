/**
 * A test double of the adapter: the adapter's half of the wire protocol. The test controls the adapter. The adapter
 * records all messages that it receives.
 *
 * It is written from the description of the protocol. It contains no code of `src/`, so that it does not have the same
 * mistakes.
 */

/** The behaviour of an adapter. */
export interface WireOptions {
  /** The whole name of the channel. `intrx_plugin_` is the channel of `interactionApi()`. */
  channel: string;
  /** If not empty, the adapter sends `connected:<hostId>` on each port. */
  hostId: string;
  /** Whether the adapter sends `connect` to all windows when it starts. */
  announces: boolean;
  /** Whether the adapter answers `asking_connect`. */
  answers: boolean;
  /** The number of `asking_connect` that the adapter ignores before it answers one. */
  ignoredQuestions: number;
  /** The number of `connect` that the adapter sends for one `asking_connect`, each with another port. */
  portsPerQuestion: number;
  /** The ports on which the adapter sends its messages, if a window has several ports. */
  sendsOn: 'every' | 'oldest' | 'newest' | 'each in turn';
}

/** The reply to a request. */
export type Reply =
  | {response: unknown}
  | {error: unknown}
  /** The arguments of the request. */
  | {echo: true}
  /** The arguments of the request. The adapter sends this reply only when the test calls `release`. */
  | {hold: true}
  /** No reply. */
  | {silent: true};

interface Envelope {
  iframeName: string;
  sender: string;
  message: unknown;
}

/** A received request. */
export interface WireRequest {
  objectId: string;
  verb: string;
  attrName: string;
  args?: unknown;
}

/** The answer of a page to a request of the adapter. It has either `response` or `error`. */
export interface WireAnswer {
  id: string;
  response?: unknown;
  error?: unknown;
}

/** A message that the adapter received. `port` is the number of the port: 1 is the first that the adapter created. */
export type ReceivedMessage =
  | {kind: 'asked'; sender: string; origin: string}
  | {kind: 'connected'; port: number; sender: string; text: string}
  | {kind: 'disconnect'; port: number; sender: string}
  | {kind: 'request'; port: number; sender: string; id: string; request: WireRequest; hostId?: string}
  | {kind: 'event'; port: number; sender: string; event: {objectId: string; name: string; data: unknown}}
  | {kind: 'answer'; port: number; sender: string; message: WireAnswer}
  | {kind: 'other'; port: number; data: unknown};

export type ReceivedKind = ReceivedMessage['kind'];

interface Line {
  number: number;
  port: MessagePort;
  window: Window;
}

const DEFAULTS: WireOptions = {
  channel: 'intrx_plugin_',
  hostId: '',
  announces: false,
  answers: true,
  ignoredQuestions: 0,
  portsPerQuestion: 1,
  sendsOn: 'every',
};

const hex = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Returns the window `start`, all windows above it, and all frames of these windows. */
function allWindows(start: Window): Set<Window> {
  const found = new Set<Window>();
  const walk = (window: Window): void => {
    if (found.has(window)) return;
    found.add(window);
    for (let index = 0; index < window.length; index++) walk(window[index] as Window);
  };
  for (let window = start; ; window = window.parent) {
    walk(window);
    if (window === window.parent) return found;
  }
}

/** Sends `connect` and its port to a window. */
export type Deliver = (target: Window, envelope: object, port: MessagePort) => void;

const byPostMessage: Deliver = (target, envelope, port) => {
  target.postMessage(envelope, '*', [port]);
};

/** An adapter in the window `self`. */
export class WireAdapter {
  #options = DEFAULTS;
  #sender = '';
  #lines: Line[] = [];
  #made = 0;
  #asked = 0;
  #said = 0;
  #replies = new Map<string, Reply[]>();
  #held: {id: string; reply: object}[] = [];
  #outstanding = 0;
  #mostOutstanding = 0;
  #started = false;

  constructor(
    private readonly self: Window,
    private readonly note: (received: ReceivedMessage) => void,
    private readonly deliver: Deliver = byPostMessage,
  ) {}

  /** Starts or restarts the adapter, like a page that has just loaded. Keeps the replies that the test has set. */
  start(options: Partial<WireOptions> = {}): void {
    this.stop();
    this.#options = {...DEFAULTS, ...options};
    this.#sender = `master_${this.#options.channel}-${hex()}`;
    this.#asked = 0;
    this.#started = true;
    this.self.addEventListener('message', this.#onWindowMessage);
    if (this.#options.announces) this.announce();
  }

  /** Stops the adapter without a `disconnect`, like a page that crashes. */
  stop(): void {
    this.#started = false;
    this.self.removeEventListener('message', this.#onWindowMessage);
    for (const {port} of this.#lines.splice(0)) port.close();
    this.#held = [];
    this.#outstanding = 0;
  }

  /** Sends `disconnect` on every port and closes it, like a page that the user leaves. Still answers `asking_connect`. */
  disconnect(): void {
    this.say('disconnect');
    for (const {port} of this.#lines.splice(0)) port.close();
    this.#held = [];
    this.#outstanding = 0;
  }

  /** Ignores `asking_connect` from now on. */
  mute(): void {
    this.#options = {...this.#options, answers: false};
  }

  /** Sends `connect` to every window that has no port yet. */
  announce(): void {
    for (const window of allWindows(this.self)) this.#connect(window);
  }

  /** Sets the replies to requests for `attrName`: one after the other, and then always the last. `*` stands for all other names. */
  reply(attrName: string, ...replies: Reply[]): void {
    this.#replies.set(attrName, replies);
  }

  /**
   * Answers the held requests with the indexes in `order`, in this order. Without `order`, answers all held requests.
   */
  release(order?: number[]): void {
    const held = this.#held;
    const chosen = order ? order.map((place) => held[place]) : [...held];
    this.#held = held.filter((one) => !chosen.includes(one));
    for (const one of chosen) if (one) this.#answer(one.id, one.reply);
  }

  /** Returns the number of held requests, and the highest number of requests that were unanswered at the same time. */
  counts(): {held: number; most: number} {
    return {held: this.#held.length, most: this.#mostOutstanding};
  }

  /** Sends a message on the ports of `sendsOn`. `wrong` replaces fields of its envelope. */
  say(message: unknown, wrong: Partial<Envelope> = {}): void {
    this.raw({iframeName: this.#options.channel, sender: this.#sender, message, ...wrong});
  }

  /** Sends data without an envelope on the ports of `sendsOn`. */
  raw(data: unknown): void {
    const {sendsOn} = this.#options;
    const place = {every: undefined, oldest: 0, newest: -1, 'each in turn': ++this.#said % this.#lines.length}[sendsOn];
    const lines = place === undefined ? this.#lines : [this.#lines.at(place)];
    for (const line of lines) line?.port.postMessage(data);
  }

  /** Sends a request to the page, without `args` if they are `undefined`. The answer has the same id. */
  ask(
    id: string,
    objectId: string,
    attrName: string,
    args?: unknown,
    more: {verb?: string; hostId?: string} = {},
  ): void {
    const {verb = 'post', hostId} = more;
    const request = {objectId, verb, attrName, ...(args !== undefined && {args})};
    this.say({id, request, ...(hostId !== undefined && {hostId})});
  }

  /** Sends an event of an API, without `data` if it is `undefined`. */
  event(objectId: string, name: string, data?: unknown): void {
    this.say({event: {objectId, name, ...(data !== undefined && {data})}});
  }

  /** Sends an SDK event `times` times. */
  interactionEvent(reason: unknown, payload?: unknown, times = 1): void {
    for (let time = 0; time < times; time++) this.event('interactionApi', 'interactionEvent', {reason, payload});
  }

  /** Sends a WebSocket event. */
  wsEvent(id: unknown, payload?: unknown, context?: unknown): void {
    this.event('interactionApi', 'webSocketEvent', {id, payload, context});
  }

  /** Does nothing. The report of this command shows the test that all earlier commands are done. */
  sync(): void {
    // There is nothing to do, because every command is reported when it is done.
  }

  readonly #onWindowMessage = ({data, source, origin}: MessageEvent<Envelope | null>): void => {
    const {channel, answers, ignoredQuestions} = this.#options;
    if (data?.iframeName !== channel || data.sender === this.#sender || data.message !== 'asking_connect') return;
    this.note({kind: 'asked', sender: data.sender, origin});
    if (answers && ++this.#asked > ignoredQuestions) this.#connect(source as Window);
  };

  #connect(window: Window): void {
    if (this.#lines.some((line) => line.window === window)) return;
    for (let times = 0; times < this.#options.portsPerQuestion; times++) this.#offer(window);
  }

  #offer(window: Window): void {
    const {port1, port2} = new MessageChannel();
    const line: Line = {number: ++this.#made, port: port1, window};
    port1.onmessage = ({data}: MessageEvent<Envelope>): void => {
      // Register the port only at its first message, so that a client that has not accepted `connect` can send
      // `asking_connect` again.
      if (this.#started && !this.#lines.includes(line)) this.#register(line);
      this.#onPortMessage(line, data);
    };
    this.deliver(window, {iframeName: this.#options.channel, sender: this.#sender, message: 'connect'}, port2);
  }

  #register(line: Line): void {
    this.#lines.push(line);
    const {channel, hostId} = this.#options;
    if (hostId) {
      line.port.postMessage({
        iframeName: channel,
        sender: this.#sender,
        message: `connected:${hostId}:${this.#sender}:9.9.9`,
      });
    }
  }

  #onPortMessage(line: Line, data: Envelope): void {
    const {channel} = this.#options;
    const {number: port} = line;
    const {sender, message} = data;
    if (data.iframeName !== channel || typeof sender !== 'string' || sender === this.#sender) {
      this.note({kind: 'other', port, data});
    } else if (message === 'disconnect') {
      this.#lines = this.#lines.filter((one) => one !== line);
      this.note({kind: 'disconnect', port, sender});
    } else if (typeof message === 'string' && message.startsWith('connected:')) {
      this.note({kind: 'connected', port, sender, text: message});
    } else if (typeof message === 'object' && message && 'request' in message) {
      const {id, request, hostId} = message as {id: string; request: WireRequest; hostId?: string};
      this.note({kind: 'request', port, sender, id, request, ...(hostId !== undefined && {hostId})});
      this.#outstanding++;
      this.#mostOutstanding = Math.max(this.#mostOutstanding, this.#outstanding);
      this.#serve(id, request);
    } else if (typeof message === 'object' && message && 'event' in message) {
      const {event} = message as {event: {objectId: string; name: string; data: unknown}};
      this.note({kind: 'event', port, sender, event});
    } else if (typeof message === 'object' && message && ('response' in message || 'error' in message)) {
      this.note({kind: 'answer', port, sender, message: message as unknown as WireAnswer});
    } else {
      this.note({kind: 'other', port, data});
    }
  }

  #serve(id: string, {attrName, args}: WireRequest): void {
    const replies = this.#replies.get(attrName) ?? this.#replies.get('*');
    const reply = replies && replies.length > 1 ? replies.shift() : replies?.[0];
    if (!reply) this.#answer(id, {error: `Not Implemented: ${attrName}`});
    else if ('hold' in reply) this.#held.push({id, reply: {response: args}});
    else if ('echo' in reply) this.#answer(id, {response: args});
    else if (!('silent' in reply)) this.#answer(id, reply);
  }

  #answer(id: string, reply: object): void {
    this.#outstanding--;
    this.say({id, ...reply});
  }
}

/** The methods of a `WireAdapter` that a test can call over a port. */
export type WireCommand =
  | 'start'
  | 'stop'
  | 'disconnect'
  | 'mute'
  | 'announce'
  | 'reply'
  | 'release'
  | 'counts'
  | 'say'
  | 'raw'
  | 'ask'
  | 'event'
  | 'interactionEvent'
  | 'wsEvent'
  | 'sync';

/** A command from a test to an adapter. */
export interface WireOrder {
  number: number;
  command: WireCommand;
  args: unknown[];
}

/** A report of an adapter to its test: a finished command, or a received message. */
export type WireReport = {done: number; result: unknown} | {received: ReceivedMessage};

/** Object with which a test controls an adapter. It is a `MessagePort` if the adapter is in another page. */
export interface AdapterControl {
  onmessage: ((event: MessageEvent<WireReport>) => void) | null;
  postMessage(order: WireOrder): void;
  close(): void;
}

/** Creates an adapter that executes the commands of a test. The test sends the commands to the port `control`. */
export function serveAdapter(control: MessagePort, self: Window): void {
  const execute = adapterOf(self, (report) => {
    control.postMessage(report);
  });
  control.onmessage = ({data}: MessageEvent<WireOrder>): void => {
    execute(data);
  };
}

/**
 * Creates an adapter in the page of the test. The adapter does not send its reports through a port, because an answer
 * on another port could arrive before an earlier report.
 */
export function adapterInThisPage(self: Window, deliver?: Deliver): AdapterControl {
  const execute = adapterOf(
    self,
    (report) => {
      control.onmessage?.(new MessageEvent('message', {data: report}));
    },
    deliver,
  );
  const control: AdapterControl = {
    onmessage: null,
    postMessage: execute,
    close: () => {
      control.onmessage = null;
    },
  };
  return control;
}

/** Creates an adapter. Returns a function that executes a command of its test. */
function adapterOf(self: Window, report: (report: WireReport) => void, deliver?: Deliver): (order: WireOrder) => void {
  const note = (received: ReceivedMessage): void => {
    report({received});
  };
  const adapter = new WireAdapter(self, note, deliver);
  return ({number, command, args}) => {
    const method = adapter[command].bind(adapter) as (...args: unknown[]) => unknown;
    report({done: number, result: method(...args)});
  };
}
