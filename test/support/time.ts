import sinon, {type SinonFakeTimers} from 'sinon';

// Store the real functions, before a test replaces them with a fake clock.
const {setTimeout: realSetTimeout, clearTimeout: realClearTimeout, performance: realPerformance} = window;
const startTimer = realSetTimeout.bind(window);
const now = realPerformance.now.bind(realPerformance);

/** Time limit of a wait. Only a failing test waits so long. */
const PATIENCE_MS = 20_000;

/** Returns the result of a promise. Rejects after `PATIENCE_MS` of real time, even under a fake clock. */
export function orTimeOut<Result>(promise: Promise<Result>, what: () => string): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = startTimer(() => {
      reject(new Error(`Timed out while waiting for ${what()}`));
    }, PATIENCE_MS);
    promise.then(resolve, reject).finally(() => {
      realClearTimeout(timer);
    });
  });
}

/** Waits until the promises and port messages that are queued now have been handled. */
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

/** Waits a few milliseconds of real time, so that frames and servers can work. */
const rest = (): Promise<void> =>
  new Promise((resolve) => {
    startTimer(resolve, 4);
  });

/**
 * Waits until `condition` returns a truthy value.
 *
 * @param what The awaited state, for the error. A function is called when the wait has failed, so that it can describe
 *   the state at that time.
 */
export async function until(
  condition: () => unknown,
  what: string | (() => string) = String(condition),
  patience = PATIENCE_MS,
): Promise<void> {
  const end = now() + patience;
  for (let turns = 1; !condition(); turns++) {
    if (now() > end) throw new Error(`Timed out while waiting: ${typeof what === 'string' ? what : what()}`);
    // After ten turns, the condition probably depends on a frame or a server. Wait in real time, so that the frame or
    // the server can use the processor.
    await (turns > 10 ? rest() : turn());
  }
}

/** Installs a clock until the test ends. Only the test moves this clock. Messages still arrive. */
export function fakeClock(): SinonFakeTimers {
  const clock = sinon.useFakeTimers({
    now: 1_700_000_000_000,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    // Allow this, because code may clear a timer of the real clock while this clock is installed.
    shouldClearNativeTimers: true,
  });
  // Replace only the method `now`. If the global object were replaced, optimised code in WebKit would continue to use
  // the old object.
  const {performance: fakePerformance} = clock as unknown as {performance: Performance};
  sinon.stub(performance, 'now').callsFake(() => fakePerformance.now());
  return clock;
}

/**
 * Delays of the timers with which a client searches for an adapter, and checks whether the window of a connected adapter
 * still exists, in milliseconds.
 */
const HANDSHAKE_DELAYS: readonly (number | undefined)[] = [250, 750, 2000, 4000, 5000];

/**
 * Returns the number of timers of a fake clock, without those of the handshake. A client that was there before the fake
 * clock was installed can start such a timer at any time, because each API searches for its adapter on its own.
 */
export function timersOf(clock: SinonFakeTimers): number {
  const timers = clock.timers?.values() ?? [];
  return [...timers].filter(({delay}) => !HANDSHAKE_DELAYS.includes(delay)).length;
}

/** Sets the date until the test ends. Timers still follow the real clock. */
export function fakeDate(now: number): void {
  sinon.useFakeTimers({now, toFake: ['Date']});
}

/** Shortest time limit that `stopTimeLimits` stops, in milliseconds. */
const SHORTEST_TIME_LIMIT = 5000;

/**
 * Lets no time limit of the elements of a page end until the test ends: timers of 5 s or more never fire. Shorter timers
 * still fire. A test needs this if it compares elements of different ages, because a busy machine makes any age possible.
 */
export function stopTimeLimits(page: Window): void {
  const start = page.setTimeout.bind(page);
  const startShort = (handler: TimerHandler, delay = 0, ...parameters: unknown[]): number =>
    delay < SHORTEST_TIME_LIMIT ? start(handler, delay, ...parameters) : 0;
  sinon.replace(page, 'setTimeout', startShort as typeof page.setTimeout);
}

/** The state of a promise. */
export interface Watched<Result> {
  state: 'pending' | 'fulfilled' | 'rejected';
  value?: Result;
  error?: unknown;
}

/** Returns an object with the state of a promise. The object changes when the promise settles. */
export function watch<Result>(promise: Promise<Result>): Watched<Result> {
  const watched: Watched<Result> = {state: 'pending'};
  promise.then(
    (value) => Object.assign(watched, {state: 'fulfilled', value}),
    (error: unknown) => Object.assign(watched, {state: 'rejected', error}),
  );
  return watched;
}

/** Returns the error of a promise. Throws if the promise resolves. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const watched = watch(promise);
  await until(() => watched.state !== 'pending', 'the promise settled');
  if (watched.state === 'fulfilled') {
    throw new Error(`Resolved with ${JSON.stringify(watched.value)}; a rejection was expected.`);
  }
  return watched.error;
}
