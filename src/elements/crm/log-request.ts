import {toJson} from '../../interaction-api/to-json.js';
import type {SaveLogParams} from '../../sdk/crm-api/crm-api.types.js';
import {PageError} from '../../shared/words/page-error.js';
import {interactionIdOf} from './customer.js';
import {notSaved} from './not-saved.js';
import {isWebPage, statusWords, textIn, WEB_PAGE} from './server-answer.js';

/** Milliseconds before the second and the third try. There are no more tries. */
const PAUSES = [1000, 4000];
/** Largest body, in bytes, that is sent with `keepalive`. Browsers refuse more than 64 KiB. */
const KEEPALIVE_BYTES = 60_000;

/** A log to send. */
export interface LogRequest {
  readonly address: URL;
  readonly params: SaveLogParams;
  /** Headers of the page, for example with a token against forged requests. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Called with the reason if the log is sent again later. */
  readonly delayed: (reason: string) => void;
}

/** The outcome of one try: empty if the log was saved, else the reason. */
interface Outcome {
  readonly problem: string;
  /** Whether another try can help. */
  readonly isTemporary?: boolean;
}

/**
 * Posts a log as JSON, with the cookies of the page. The request continues if the user leaves the page. If the server
 * cannot be reached or is busy, sends the log again, at most three times in all. The header `Idempotency-Key` contains
 * the id of the interaction, so the server can ignore a log that it has saved already.
 *
 * A redirect counts as not saved, because a server redirects to its log-in page when the session is over. For the same
 * reason, a web page as an answer counts as not saved.
 *
 * @throws `PageError` if the log was not saved
 */
export async function postLog({address, params, headers, signal, delayed}: LogRequest): Promise<void> {
  const request = requestOf(params, headers);
  for (let tries = 0; ; tries++) {
    const {problem, isTemporary} = await send(address, {...request, signal, keepalive: request.keepalive && !tries});
    if (!problem) return;
    const pause = PAUSES[tries];
    if (!isTemporary || pause === undefined) throw failed(problem);
    delayed(problem);
    await wait(pause, signal);
  }
}

/** Returns the parts of the request that are the same for each try. */
function requestOf(params: SaveLogParams, headers: Readonly<Record<string, string>>) {
  const {interactionType, interactionData, interactionLogData} = params;
  const log: object = {interactionType, interactionData, interactionLogData};
  const interactionId = interactionIdOf(params);
  try {
    const body = toJson(log);
    return {
      method: 'POST',
      credentials: 'include',
      // The browser must not send the log to another address.
      redirect: 'manual',
      headers: new Headers({
        accept: 'application/json',
        'content-type': 'application/json',
        ...(interactionId && {'idempotency-key': encodeURI(interactionId)}),
        ...headers,
      }),
      keepalive: new Blob([body]).size <= KEEPALIVE_BYTES,
      body,
    } as const;
  } catch (cause) {
    throw failed(`it cannot be sent: ${(cause as Error).message}`, cause);
  }
}

/** Sends the log once. */
async function send(address: URL, request: RequestInit): Promise<Outcome> {
  let response: Response;
  try {
    response = await fetch(address, request);
  } catch {
    request.signal?.throwIfAborted();
    return {problem: 'the server cannot be reached.', isTemporary: true};
  }
  const {type, status, ok} = response;
  if (type === 'opaqueredirect') {
    return {problem: 'the server redirects to another address. Log in to the CRM, then try again.'};
  }
  if (!ok) return {problem: statusWords(status), isTemporary: [408, 425, 429].includes(status) || status >= 500};
  return {problem: (await hasWebPage(response)) ? WEB_PAGE : ''};
}

/** Returns whether a response is a web page. A response that cannot be read is none, because its status is known. */
async function hasWebPage(response: Response): Promise<boolean> {
  if (!response.headers.get('content-type')?.includes('html')) return false;
  return textIn(response).then(isWebPage, () => false);
}

/** Waits. Rejects if the signal aborts. */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
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

function failed(reason: string, cause?: unknown): PageError {
  return new PageError('Generic', notSaved(reason), 'saveLog', cause);
}
