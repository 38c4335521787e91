import {InteractionApiError} from '../interaction-api/errors.js';
import {isRecord} from '../interaction-api/is-record.js';
import type {RestResult, UnknownFields} from '../interaction-api/types.js';

/**
 * Error details in an answer of Five9's REST API. The fields are known from real answers, and every field may be
 * missing.
 */
export interface Five9ExceptionDetail extends UnknownFields {
  timestamp?: number;
  errorCode?: number;
  message?: string;
  context?: {contextCode?: string; objectId?: string; farmId?: string} & UnknownFields;
}

/** The error of a REST request if the status of the answer is not a success, or if the answer is not JSON. */
export class RestError extends InteractionApiError {
  /** HTTP status of the answer. Five9 uses the status 435 for a valid request that it refuses. */
  readonly status: number;
  /** Body of the answer, unchanged. */
  readonly response: string;
  /** Five9's description of the error, if the answer has one. */
  readonly five9ExceptionDetail: Five9ExceptionDetail | undefined;

  /** @param result The answer, which becomes the `cause` of the error. */
  constructor(result: RestResult, method: string) {
    const {status, response} = result;
    const body = parsed(response);
    const detail = isRecord(body) ? body['five9ExceptionDetail'] : undefined;
    const exception: Five9ExceptionDetail | undefined = isRecord(detail) ? detail : undefined;
    const message =
      exception?.message ||
      (isSuccess(status)
        ? 'Five9 answered with a text that is not JSON.'
        : `Five9 answered with HTTP status ${status}.`);
    super('Generic', message, method, result);
    this.status = status;
    this.response = response;
    this.five9ExceptionDetail = exception;
  }
}

/** Returns whether an HTTP status is a success. */
export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** Returns the value of a JSON text, or `undefined` if the text is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
