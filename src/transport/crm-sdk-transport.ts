import {InteractionApiError, type InteractionApiErrorCode, toInteractionApiError} from '../interaction-api/errors.js';
import type {InteractionEventName} from '../interaction-api/events.js';
import {isRecord} from '../interaction-api/is-record.js';
import {TAKES_PARAMS} from '../interaction-api/methods.js';
import type {Connection, Ongoing, Transport, TransportListener} from '../interaction-api/transport.js';

/**
 * What `interactionApi()` of an official SDK gives. Which methods it has depends on its age: 0.12.0 has seven of them, so each is looked for when
 * it is needed.
 */
export type CrmSdkApi = object;

/** The way to the adapter through an official SDK. */
export interface CrmSdkTransport extends Transport {
  readonly sdk: CrmSdkApi;
  /** The methods of the Interaction API that this SDK has, and those that need nothing of it. */
  readonly capabilities: ReadonlySet<string>;
}

type Method = (...args: unknown[]) => unknown;
type Hear = (name: string, params: unknown) => void;

/** From one look after the adapter to the next, in ms: the SDK does not tell whether it is there. */
const PROBE_EVERY = 5000;
/** An adapter that answered before and does not answer a probe for so long is gone. */
const PROBE_PATIENCE = 3000;
const ANSWER_FIRST = 100;
/** How many requests the SDK is given at a time: it drops what comes after fifty that it has not sent. */
const WINDOW = 40;
/** How many events without an answer wait for the adapter at most; the oldest go first. */
const OUTBOX = 100;

/**
 * All of them in one subscription: an SDK complains on the console of an event for which a subscriber has nothing, and has no way to end a subscription.
 */
const EVENTS = Object.keys({
  callStarted: 1,
  callAccepted: 1,
  callRejected: 1,
  callEnded: 1,
  callFinished: 1,
  emailOffered: 1,
  emailAccepted: 1,
  emailRejected: 1,
  emailTransferred: 1,
  emailFinished: 1,
  chatOffered: 1,
  chatAccepted: 1,
  chatRejected: 1,
  chatTransferred: 1,
  chatEnded: 1,
  chatFinished: 1,
  objectSelected: 1,
} satisfies Record<InteractionEventName, 1>);

/** Every method of the Interaction API. */
const METHODS = [
  ...Object.keys(TAKES_PARAMS),
  'click2dial',
  'objectVisited',
  'subscribe',
  'unsubscribe',
  'subscribeWsEvent',
  'unsubscribeWsEvent',
];

/** Who hears the one subscription of each SDK. */
const subscriptions = new WeakMap<CrmSdkApi, Set<Hear>>();

/** Uses an official SDK as it is. */
export function crmSdkTransport(sdk: CrmSdkApi): CrmSdkTransport {
  let connection: Connection = {status: 'connecting', reason: 'searching'};
  /** Set while the transport is open. */
  let listener: TransportListener | undefined;
  let probing: ReturnType<typeof setTimeout> | undefined;
  let inFlight = 0;
  const waiting = new Set<Job>();
  const pending = new Set<Job>();
  const wsCallbacks = new Map<string, Method>();
  let outbox: (() => void)[] = [];

  /** In the documentation it is `unMute`, in the SDKs `unmute`. */
  const find = (name: string): Method | undefined => {
    const names = /^unmute$/i.test(name) ? ['unMute', 'unmute'] : [name];
    return names.map((one) => methodOf(sdk, one)).find(Boolean);
  };

  const become = (status: Connection['status'], reason?: Connection['reason']): void => {
    if (!listener || (connection.status === status && connection.reason === reason)) return;
    connection = {status, ...(reason && {reason})};
    if (status === 'connected') for (const send of outbox.splice(0)) send();
    if (status === 'unreachable') for (const job of waiting) job.fail(NO_ADAPTER, 'NotConnected');
    listener.connectionChanged(connection);
  };

  const answered = (): void => {
    become('connected');
  };

  /** Asks for what every SDK can tell. Its answer, even an error, says that the adapter is there. */
  const probe = (): void => {
    const late = (): void => {
      if (connection.status === 'connected') become('lost', 'no-answer');
    };
    let patience: ReturnType<typeof setTimeout> | undefined;
    // In two steps: a page that was busy for so long comes to its timers before it comes to the answer.
    const wait = (): void => {
      patience = setTimeout(late, ANSWER_FIRST);
    };
    if (connection.status === 'connected') patience = setTimeout(wait, PROBE_PATIENCE);
    const again = (): void => {
      clearTimeout(patience);
      if (listener) probing = setTimeout(probe, PROBE_EVERY);
    };
    invoke(sdk, find('isMasterPage')).then(
      () => {
        again();
        answered();
      },
      (cause: unknown) => {
        again();
        if (cause === 'Timeout') become('unreachable', 'no-answer');
        else if (cause !== DROPPED) answered();
      },
    );
  };

  const flush = (): void => {
    for (const job of waiting) {
      if (inFlight >= WINDOW) return;
      waiting.delete(job);
      job.start();
    }
  };

  const hear: Hear = (name, params) => {
    answered();
    listener?.interactionEvent(name, params);
  };

  return {
    sdk,

    get connection() {
      return connection;
    },

    get capabilities() {
      return new Set(METHODS.filter((method) => method === 'unsubscribe' || find(method)));
    },

    open(owner) {
      listener = owner;
      subscribersOf(sdk).add(hear);
      probe();
    },

    close() {
      this.watchWsEvents([]);
      clearTimeout(probing);
      listener = undefined;
      connection = {status: 'lost', reason: 'closed'};
      subscriptions.get(sdk)?.delete(hear);
      for (const job of [...waiting, ...pending]) job.fail('Connection lost.', 'ConnectionLost');
      outbox = [];
    },

    call(method, params, ongoing: Ongoing) {
      const fn = find(method);
      if (!fn) return Promise.reject(notSupported(method));
      if (!listener || connection.status === 'unreachable') return Promise.reject(notConnected(method));
      return new Promise((resolve, reject) => {
        const leave = (): void => {
          waiting.delete(job);
          if (pending.delete(job)) inFlight--;
          flush();
        };
        const job: Job = {
          start() {
            inFlight++;
            pending.add(job);
            invoke(sdk, fn, params).then(
              (result) => {
                leave();
                if (method !== 'executeRestApi') answered();
                resolve(result);
              },
              (cause: unknown) => {
                // What timed out before there was an adapter was never sent.
                const unsent = cause === 'Timeout' && connection.status !== 'connected';
                job.fail(unsent ? NO_ADAPTER : cause, unsent ? 'NotConnected' : undefined);
              },
            );
          },
          fail(cause, code) {
            leave();
            reject(toInteractionApiError(cause, method, code));
          },
        };
        ongoing.cancel = leave;
        waiting.add(job);
        flush();
      });
    },

    notify(method, params) {
      const fn = find(method);
      if (!fn) throw notSupported(method);
      const send = (): void => void fn.call(sdk, params);
      if (connection.status === 'connected') send();
      // The SDK would keep it until there is an adapter: a dial that comes late is worse than one that fails.
      else if (method === 'click2dial') throw notConnected(method);
      else outbox = [...outbox, send].slice(-OUTBOX);
    },

    watchWsEvents(ids) {
      const [subscribe, unsubscribe] = [find('subscribeWsEvent'), find('unsubscribeWsEvent')];
      for (const [id, callback] of wsCallbacks) {
        if (ids.includes(id)) continue;
        wsCallbacks.delete(id);
        unsubscribe?.call(sdk, {[id]: callback});
      }
      for (const id of ids) {
        if (wsCallbacks.has(id)) continue;
        const callback: Method = (payload, context) => {
          if (wsCallbacks.get(id) !== callback) return;
          answered();
          listener?.wsEvent(id, payload, context);
        };
        wsCallbacks.set(id, callback);
        subscribe?.call(sdk, {[id]: callback});
      }
    },
  };
}

/** A call on its way. */
interface Job {
  start(): void;
  fail(cause: unknown, code?: InteractionApiErrorCode): void;
}

/** Whether `value` can be used as an SDK's `interactionApi()`. */
export const isCrmSdkApi = (value: unknown): boolean =>
  isRecord(value) && methodOf(value, 'subscribe') !== undefined && methodOf(value, 'isMasterPage') !== undefined;

function methodOf(sdk: object, name: string): Method | undefined {
  // Not what every object has.
  const method = name in Object.prototype ? undefined : (sdk as Record<string, unknown>)[name];
  return typeof method === 'function' ? (method as Method) : undefined;
}

/** What a method promises, whether it throws, returns or promises it. */
const invoke = (sdk: object, method: Method | undefined, params?: unknown): Promise<unknown> =>
  new Promise((resolve) => {
    resolve(params === undefined ? method?.call(sdk) : method?.call(sdk, params));
  });

function subscribersOf(sdk: CrmSdkApi): Set<Hear> {
  const known = subscriptions.get(sdk);
  if (known) return known;
  const hearers = new Set<Hear>();
  subscriptions.set(sdk, hearers);
  const handlers = EVENTS.map((name) => [
    name,
    (params: unknown): void => {
      for (const hear of [...hearers]) hear(realName(name, params), params);
    },
  ]);
  methodOf(sdk, 'subscribe')?.call(sdk, Object.fromEntries(handlers));
  return hearers;
}

/** SDK 0.12.0 tells a rejected chat as `emailRejected`. Its data is a chat's. */
const realName = (name: string, params: unknown): string =>
  name === 'emailRejected' && isRecord(params) && 'chatData' in params ? 'chatRejected' : name;

const NO_ADAPTER = 'No adapter.';
const DROPPED = 'Message dropped';

const notConnected = (method: string): InteractionApiError =>
  new InteractionApiError('NotConnected', NO_ADAPTER, method);

const notSupported = (method: string): InteractionApiError =>
  new InteractionApiError('NotSupported', `The Five9 SDK of this page has no ${method}.`, method);
