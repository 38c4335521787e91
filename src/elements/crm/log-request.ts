import {InteractionApiError} from '../../interaction-api/errors.js';
import {toJson} from '../../interaction-api/to-json.js';
import {textOf} from '../../interaction-api/text-of.js';
import type {SaveLogParams} from '../../sdk/crm-api/crm-api.types.js';

/** Number of times that a log is sent before it counts as not saved. */
const TRIES = 3;
/** Milliseconds before the second and the third try. */
const PAUSES = [1000, 4000];
/** Statuses after which another try can help. */
const worthAnotherTry = (status: number): boolean => [408, 425, 429].includes(status) || status >= 500;
/** Largest body, in bytes, that browsers send with `keepalive`. */
const KEEPALIVE_BYTES = 60_000;

/** Settings of a log request. */
export interface LogRequest {
  readonly address: URL;
  readonly params: SaveLogParams;
  /** Headers of the page, for example with a token against forged requests. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/**
 * Posts a log as JSON, with the cookies of the page. The request continues if the user leaves the page. If the server
 * cannot be reached or is busy, sends the log again. The header `Idempotency-Key` contains the id of the interaction, so
 * the server can ignore a log that it has saved already.
 *
 * @throws `InteractionApiError` if the log was not saved
 */
export async function postLog(request: LogRequest): Promise<void> {
  let problem = '';
  for (let sent = 0; sent < TRIES; sent++) {
    if (sent > 0) await pause(PAUSES[sent - 1] ?? 0, request.signal);
    const status = await send(request);
    if (typeof status === 'number' && status >= 200 && status < 300) return;
    problem = typeof status === 'number' ? `the server answered with status ${status}.` : 'the server cannot be reached.';
    if (typeof status === 'number' && !worthAnotherTry(status)) break;
  }
  throw new InteractionApiError('Generic', `The log was not saved: ${problem}`, 'saveLog');
}

/** Sends the log once. Returns the status of the response; `undefined` if there is no response. */
async function send({address, params, headers, signal}: LogRequest): Promise<number | undefined> {
  const {interactionType, interactionData, interactionLogData} = params;
  const body = toJson({interactionType, interactionData, interactionLogData}) ?? '';
  const key = textOf((Object(interactionData) as {interactionId?: unknown}).interactionId);
  signal.throwIfAborted();
  try {
    const response = await fetch(address, {
      method: 'POST',
      credentials: 'include',
      headers: {'content-type': 'application/json', ...(key && {'idempotency-key': key}), ...headers},
      keepalive: new Blob([body]).size < KEEPALIVE_BYTES,
      body,
      signal,
    });
    return response.status;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** Waits. Rejects if the signal aborts. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', onAbort, {once: true});
  });
}
