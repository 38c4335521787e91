import {toInteractionApiError} from '../interaction-api/errors.js';
import type {CallOptions} from '../interaction-api/methods.js';
import type {RestParams, RestResult} from '../interaction-api/types.js';
import {isSuccess, parsed, RestError} from './rest-error.js';

type Send = (params: RestParams, options?: CallOptions) => Promise<RestResult>;

/** Whatever sends REST requests: an `InteractionApi`, or what `interactionApi()` of the Five9 SDK gives. */
export interface RestApi {
  executeRestApi: Send;
  executeRestApiV2?: Send;
}

/** A request. */
export interface JsonRequest extends CallOptions, Pick<RestParams, 'method' | 'headers'> {
  /** Sent as JSON. Without it there is no body. */
  body?: unknown;
  /** Who sends it: this page across origins (`executeRestApi`), or the adapter (`executeRestApiV2`). @default 'page' */
  via?: 'page' | 'adapter';
}

/**
 * Sends a request to Five9's REST API, and resolves with the JSON that it answers; with `undefined` where the answer is empty.
 *
 * @param path Starts with `/`, as for `executeRestApi`.
 * @typeParam Result What the answer is taken to be. Nothing checks it.
 * @throws `RestError`, for an answer that is no success or no JSON: it has the status and Five9's `five9ExceptionDetail`.
 *   Any other `InteractionApiError` where there is no answer.
 */
export async function requestJson<Result = unknown>(
  api: RestApi,
  path: string,
  {method = 'GET', headers, body, via = 'page', ...options}: JsonRequest = {},
): Promise<Result> {
  const name = via === 'page' ? 'executeRestApi' : 'executeRestApiV2';
  const params: RestParams = {path, method, payload: body === undefined ? null : JSON.stringify(body)};
  if (headers) params.headers = headers;
  const result = await send(api, name, params, options);
  const {status, response} = result;
  const content = response ? parsed(response) : undefined;
  if (!isSuccess(status) || (response && content === undefined)) throw new RestError(result, name);
  return content as Result;
}

/** An SDK rejects with objects of its own, and an old one lacks the method. */
async function send(api: RestApi, name: keyof RestApi, params: RestParams, options: CallOptions): Promise<RestResult> {
  try {
    if (!api[name]) throw new Error(`Not Implemented: ${name}`);
    return await api[name](params, options);
  } catch (cause) {
    throw toInteractionApiError(cause, name);
  }
}
