import {isRecord} from '../../transport/envelope.js';
import type {RestAssumptions} from './options.js';

/** An answer that is no success. */
export class RestError extends Error {
  /**
   * @param status 435 is Five9's own: "application error".
   * @param contextCode What it is about, in capitals.
   * @param objectId The interaction it is about.
   */
  constructor(
    readonly status: number,
    readonly errorCode: number,
    readonly contextCode: string,
    message: string,
    readonly objectId?: string,
  ) {
    super(message);
  }
}

/** The path exists, but not for this method. */
export class MethodError extends RestError {
  constructor(
    readonly allow: string,
    message: string,
  ) {
    super(405, 0, 'METHOD_NOT_ALLOWED', message);
  }
}

/** Five9's status for "understood, but no". */
export const APPLICATION_ERROR = 435;
/** The one error code of which a recording is public: the agent's login is not far enough. */
export const NOT_WORKING = 3;

/** A body, a query or a header that makes no sense. */
export const badRequest = (message: string): RestError => new RestError(400, 0, 'BAD_REQUEST', message);

/**
 * What became of a request that threw. The contact centre's errors are known by their shape, not by their class: this file may be loaded
 * from another bundle than the contact centre.
 */
export function toRestError(error: unknown, {otherErrorCode}: RestAssumptions, objectId?: string): RestError {
  if (error instanceof RestError) return error;
  const known = isRecord(error) ? error : {};
  const message = error instanceof Error ? error.message : 'Something failed.';
  if (typeof known['errorCode'] === 'string') {
    return new RestError(APPLICATION_ERROR, otherErrorCode, contextCodeOf(known['errorCode']), message, objectId);
  }
  if (known['name'] === 'CommandError') {
    return new RestError(APPLICATION_ERROR, otherErrorCode, 'WRONG_STATE', message, objectId);
  }
  return new RestError(500, 0, 'INTERNAL', message);
}

/** `InteractionNotFound` as `INTERACTION_NOT_FOUND`. */
const contextCodeOf = (name: string): string => name.replace(/(?!^)(?=[A-Z])/g, '_').toUpperCase();

/** The body of an error, as recorded from Five9. */
export function errorResponse(
  {status, errorCode, contextCode, objectId, message}: RestError,
  timestamp: number,
): Response {
  const context = {contextCode, ...(objectId && {objectId})};
  return Response.json({five9ExceptionDetail: {timestamp, errorCode, message, context}}, {status});
}
