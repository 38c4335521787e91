import {InteractionApiError, toInteractionApiError} from '../interaction-api/errors.js';
import type {CallOptions} from '../interaction-api/methods.js';
import type {RestParams, RestResult} from '../interaction-api/types.js';
import {isSuccess, parsed, RestError} from './rest-error.js';
import {toJson} from '../interaction-api/to-json.js';

type Send = (params: RestParams, options?: CallOptions) => Promise<RestResult>;

/**
 * An object that sends REST requests: an `InteractionApi`, or the object that `interactionApi()` of the Five9 SDK
 * returns.
 */
export interface RestApi {
  executeRestApi: Send;
  executeRestApiV2?: Send;
}

/** Options of a REST request. */
export interface JsonRequest extends CallOptions, Pick<RestParams, 'method' | 'headers'> {
  /** Body of the request, which is sent as JSON. If it is `undefined`, the request has no body. */
  body?: unknown;
  /**
   * Sender of the request. With `page`, this page sends the request to Five9's origin (`executeRestApi`). With
   * `adapter`, the adapter sends the request (`executeRestApiV2`).
   * @default 'page'
   */
  via?: 'page' | 'adapter';
}

/**
 * Sends a request to Five9's REST API. Resolves with the value of the JSON answer, or with `undefined` if the answer is
 * empty.
 *
 * @param path Path of the request, such as `/users`. It starts with `/`.
 * @typeParam Result Type of the answer. The function does not check whether the answer has this type.
 * @throws `RestError` if the status is not a success, or if the answer is not JSON. The error has the status and
 *   Five9's `five9ExceptionDetail`. Throws another `InteractionApiError` if there is no answer, or if the body cannot
 *   be written as JSON.
 */
export async function requestJson<Result = unknown>(
  api: RestApi,
  path: string,
  {method = 'GET', headers, body, via = 'page', ...options}: JsonRequest = {},
): Promise<Result> {
  const name = via === 'page' ? 'executeRestApi' : 'executeRestApiV2';
  const params: RestParams = {path, method, payload: toPayload(body, name)};
  if (headers) params.headers = headers;
  const result = await send(api, name, params, options);
  const {status, response} = result;
  const content = response ? parsed(response) : undefined;
  if (!isSuccess(status) || (response && content === undefined)) throw new RestError(result, name);
  return content as Result;
}

/**
 * Returns the body as JSON; `null` if there is no body. Throws an `InteractionApiError` if the body cannot be written
 * as JSON, such as a BigInt or an object that contains itself.
 */
function toPayload(body: unknown, method: string): string | null {
  if (body === undefined) return null;
  try {
    const json = toJson(body);
    if (json !== undefined) return json;
    throw new TypeError(`A ${typeof body} cannot be written as JSON.`);
  } catch (cause) {
    const message = `The body cannot be written as JSON: ${(cause as Error).message}`;
    throw new InteractionApiError('Generic', message, method, cause);
  }
}

/**
 * Calls the method `name`. Converts every error to an `InteractionApiError`, because an SDK rejects with other objects.
 * Throws `NotSupported` if an old SDK does not have the method.
 */
async function send(api: RestApi, name: keyof RestApi, params: RestParams, options: CallOptions): Promise<RestResult> {
  try {
    if (!api[name]) throw new Error(`Not Implemented: ${name}`);
    return await api[name](params, options);
  } catch (cause) {
    throw toInteractionApiError(cause, name);
  }
}
