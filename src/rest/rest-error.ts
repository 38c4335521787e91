import {InteractionApiError} from '../interaction-api/errors.js';
import {isRecord} from '../interaction-api/is-record.js';
import type {RestResult, UnknownFields} from '../interaction-api/types.js';

/** What Five9's REST API says of a request that failed, as recorded from it. Every field may be missing. */
export interface Five9ExceptionDetail extends UnknownFields {
  timestamp?: number;
  errorCode?: number;
  message?: string;
  context?: {contextCode?: string; objectId?: string; farmId?: string} & UnknownFields;
}

/** A REST request that was answered, but not with a success, or not with JSON. */
export class RestError extends InteractionApiError {
  /** The HTTP status. 435 is Five9's own: "understood, but no". */
  readonly status: number;
  /** The body as it came. */
  readonly response: string;
  /** What Five9 says of it, where it says something. */
  readonly five9ExceptionDetail: Five9ExceptionDetail | undefined;

  /** @param result The answer, which becomes the error's `cause`. */
  constructor(result: RestResult, method: string) {
    const {status, response} = result;
    const body = parsed(response);
    const detail = isRecord(body) ? body['five9ExceptionDetail'] : undefined;
    const said: Five9ExceptionDetail | undefined = isRecord(detail) ? detail : undefined;
    const words = said?.message || (isSuccess(status) ? 'The answer is not JSON.' : `The answer is HTTP ${status}.`);
    super('Generic', words, method, result);
    this.status = status;
    this.response = response;
    this.five9ExceptionDetail = said;
  }
}

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** The JSON of a text; `undefined` where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
