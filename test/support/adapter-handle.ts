import type {
  AdapterControl,
  ReceivedMessage,
  ReceivedKind,
  Reply,
  WireAnswer,
  WireCommand,
  WireOptions,
  WireOrder,
} from './wire-adapter.js';
import {orTimeOut} from './time.js';

type ReceivedOf<Kind extends ReceivedKind> = Extract<ReceivedMessage, {kind: Kind}>;

/** Controls a `WireAdapter` from the window of the test. */
export class AdapterHandle {
  /** All messages that the adapter received, in order. */
  readonly received: ReceivedMessage[] = [];

  readonly #control: AdapterControl;
  readonly #remove: () => void;
  readonly #waiting = new Set<() => void>();
  readonly #done = new Map<number, (result: unknown) => void>();
  #count = 0;
  #asked = 0;

  /**
   * @param control Sends commands to the adapter, and receives its reports.
   * @param origin Origin of the adapter's messages.
   * @param remove Removes the adapter's frame, if it has a frame.
   */
  constructor(
    control: AdapterControl,
    readonly origin: string,
    remove: () => void = () => undefined,
  ) {
    this.#control = control;
    this.#remove = remove;
    control.onmessage = ({data}): void => {
      if ('received' in data) {
        this.received.push(data.received);
        for (const look of [...this.#waiting]) look();
      } else {
        this.#done.get(data.done)?.(data.result);
        this.#done.delete(data.done);
      }
    };
  }

  start(options: Partial<WireOptions> = {}): Promise<void> {
    return this.#order('start', options);
  }

  stop(): Promise<void> {
    return this.#order('stop');
  }

  disconnect(): Promise<void> {
    return this.#order('disconnect');
  }

  /** Makes the adapter ignore `asking_connect` from now on. */
  mute(): Promise<void> {
    return this.#order('mute');
  }

  announce(): Promise<void> {
    return this.#order('announce');
  }

  reply(attrName: string, ...replies: Reply[]): Promise<void> {
    return this.#order('reply', attrName, ...replies);
  }

  release(order?: number[]): Promise<void> {
    return this.#order('release', order);
  }

  counts(): Promise<{held: number; most: number}> {
    return this.#order('counts');
  }

  say(message: unknown, wrong?: {iframeName?: string; sender?: string}): Promise<void> {
    return this.#order('say', message, wrong);
  }

  raw(data: unknown): Promise<void> {
    return this.#order('raw', data);
  }

  /** Sends a request of an API to the page. The answer has the same id. */
  ask(
    id: string,
    objectId: string,
    attrName: string,
    args?: unknown,
    more?: {verb?: string; hostId?: string},
  ): Promise<void> {
    return this.#order('ask', id, objectId, attrName, args, more);
  }

  /** Sends a request of an API to the page, and returns the first answer: `{id, response}` or `{id, error}`. */
  async answerTo(objectId: string, attrName: string, args?: unknown, more?: {verb?: string}): Promise<WireAnswer> {
    const id = `master#${++this.#asked}`;
    await this.ask(id, objectId, attrName, args, more);
    const [answer] = await this.receivesAnswers(id);
    return answer as WireAnswer;
  }

  /** Sends an event of an API. */
  event(objectId: string, name: string, data?: unknown): Promise<void> {
    return this.#order('event', objectId, name, data);
  }

  interactionEvent(reason: unknown, payload?: unknown, times?: number): Promise<void> {
    return this.#order('interactionEvent', reason, payload, times);
  }

  wsEvent(id: unknown, payload?: unknown, context?: unknown): Promise<void> {
    return this.#order('wsEvent', id, payload, context);
  }

  /** Resolves when the adapter has reported every message that it received before this call. */
  sync(): Promise<void> {
    return this.#order('sync');
  }

  /** Ends the adapter without a `disconnect`, and removes its frame. */
  remove(): void {
    this.#remove();
    this.#control.close();
  }

  /** Returns the received messages of one kind. */
  all<Kind extends ReceivedKind>(kind: Kind): ReceivedOf<Kind>[] {
    return this.received.filter((one): one is ReceivedOf<Kind> => one.kind === kind);
  }

  /** Returns the received requests for `attrName`, or all requests. */
  requests(attrName?: string): ReceivedOf<'request'>[] {
    return this.all('request').filter(({request}) => !attrName || request.attrName === attrName);
  }

  /** Returns the answers to the request with this id. */
  answers(id: string): WireAnswer[] {
    return this.all('answer')
      .map(({message}) => message)
      .filter((message) => message.id === id);
  }

  /** Waits for `count` answers to the request with this id, and returns them. */
  receivesAnswers(id: string, count = 1): Promise<WireAnswer[]> {
    return this.#receives(() => this.answers(id), count, `${count} × answer to ${id}`);
  }

  /** Waits for `count` messages of a kind, and returns them. */
  receives<Kind extends ReceivedKind>(kind: Kind, count = 1): Promise<ReceivedOf<Kind>[]> {
    return this.#receives(() => this.all(kind), count, `${count} × ${kind}`);
  }

  /** Waits for `count` requests for `attrName`, and returns them. */
  receivesRequest(attrName: string, count = 1): Promise<ReceivedOf<'request'>[]> {
    return this.#receives(() => this.requests(attrName), count, `${count} × request for ${attrName}`);
  }

  /** Waits for the first request for `attrName`, and returns it. */
  async firstRequest(attrName: string): Promise<ReceivedOf<'request'>> {
    return (await this.receivesRequest(attrName))[0] as ReceivedOf<'request'>;
  }

  #receives<One>(find: () => One[], count: number, what: string): Promise<One[]> {
    const found = new Promise<One[]>((resolve) => {
      const look = (): void => {
        const all = find();
        if (all.length < count) return;
        this.#waiting.delete(look);
        resolve(all);
      };
      this.#waiting.add(look);
      look();
    });
    return orTimeOut(
      found,
      () => `the adapter to receive ${what}; it received ${textOfMessages(this.received.slice(-20))}`,
    );
  }

  #order<Result = void>(command: WireCommand, ...args: unknown[]): Promise<Result> {
    const number = ++this.#count;
    const done = new Promise<Result>((resolve) => {
      this.#done.set(number, resolve as (result: unknown) => void);
    });
    this.#control.postMessage({number, command, args} satisfies WireOrder);
    return orTimeOut(done, () => `the adapter to ${command}`);
  }
}

/** Returns messages as a text. JSON has no bigints, and a property of a message may have any name. */
function textOfMessages(messages: readonly ReceivedMessage[]): string {
  try {
    return JSON.stringify(messages, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
  } catch {
    return messages.map(({kind}) => kind).join(', ');
  }
}
