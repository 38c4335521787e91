import sinon, {type SinonFakeTimers} from 'sinon';

// Taken before a test puts a fake clock in their place.
const {setTimeout: realSetTimeout, clearTimeout: realClearTimeout, performance: realPerformance} = window;
const startTimer = realSetTimeout.bind(window);
const now = realPerformance.now.bind(realPerformance);

/** How long a test waits for what must come. Nothing waits that long where all is well. */
const PATIENCE_MS = 8000;

/** Rejects in real time, whatever clock the page has. */
export function orTimeOut<Result>(promise: Promise<Result>, what: () => string): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = startTimer(() => {
      reject(new Error(`Waited in vain for ${what()}`));
    }, PATIENCE_MS);
    promise.then(resolve, reject).finally(() => {
      realClearTimeout(timer);
    });
  });
}

/** Lets everything run that is queued now: promises, and messages between ports. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = (): void => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Lets the rest of the machine have its turn, whatever clock the page has. */
const rest = (): Promise<void> =>
  new Promise((resolve) => {
    startTimer(resolve, 4);
  });

/** Waits, turn by turn, until `condition` holds. */
export async function until(
  condition: () => unknown,
  what: string = String(condition),
  patience = PATIENCE_MS,
): Promise<void> {
  const end = now() + patience;
  for (let turns = 1; !condition(); turns++) {
    if (now() > end) throw new Error(`Waited in vain: ${what}`);
    // What takes longer than a few turns comes from elsewhere: from frames and servers, which turn upon turn would starve.
    await (turns > 10 ? rest() : turn());
  }
}

/** A clock that stands still until the test moves it. Messages still flow. Ends with the test. */
export function fakeClock(): SinonFakeTimers {
  return sinon.useFakeTimers({
    now: 1_700_000_000_000,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    // What was started by the real clock may be stopped under this one.
    shouldClearNativeTimers: true,
  });
}

/** How often a connected client looks after the adapter's window. */
const LOOK_EVERY = 2000;

/**
 * How many timers were begun under a clock, but for those with which clients look after the adapter's window: begun before there was the clock, one may be due at
 * any time, and goes on under it.
 */
export function timersOf(clock: SinonFakeTimers): number {
  const timers = clock.timers?.values() ?? [];
  return [...timers].filter(({delay}) => delay !== LOOK_EVERY).length;
}

/** Another time of day; timers run as ever. Ends with the test. */
export function fakeDate(now: number): void {
  sinon.useFakeTimers({now, toFake: ['Date']});
}

/** A promise, watched from outside: whether it settled, how, and how often something tried to. */
export interface Watched<Result> {
  state: 'pending' | 'fulfilled' | 'rejected';
  value?: Result;
  error?: unknown;
}

/** Watches a promise without waiting for it. */
export function watch<Result>(promise: Promise<Result>): Watched<Result> {
  const watched: Watched<Result> = {state: 'pending'};
  promise.then(
    (value) => Object.assign(watched, {state: 'fulfilled', value}),
    (error: unknown) => Object.assign(watched, {state: 'rejected', error}),
  );
  return watched;
}

/** What a promise rejects with. Fails where it does not reject. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const watched = watch(promise);
  await until(() => watched.state !== 'pending', 'the promise settled');
  if (watched.state === 'fulfilled') {
    throw new Error(`Resolved with ${JSON.stringify(watched.value)}; a rejection was expected.`);
  }
  return watched.error;
}
