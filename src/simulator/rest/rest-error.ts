import {isRecord} from '../../transport/envelope.js';
import type {RestAssumptions} from './options.js';

/** The error that the answer to a REST request reports. */
export class RestError extends Error {
  /**
   * @param status HTTP status. 435 is Five9's own "application error".
   * @param contextCode Kind of the error in capital letters, for example `NOT_FOUND`.
   * @param objectId Id of the object that the error is about, for example an interaction.
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

/** The error of a request whose path exists, but not for this HTTP method. */
export class MethodError extends RestError {
  constructor(
    readonly allow: string,
    message: string,
  ) {
    super(405, 0, 'METHOD_NOT_ALLOWED', message);
  }
}

/** Five9's HTTP status for a request that is valid but refused. */
export const APPLICATION_ERROR = 435;
/** Error code if the agent's login state is not WORKING. No other error code is public. */
export const NOT_WORKING = 3;

/** Returns the error of a wrong body, query or header. */
export const badRequest = (message: string): RestError => new RestError(400, 0, 'BAD_REQUEST', message);

/**
 * Returns the REST error for a thrown value. Recognizes the contact centre's errors by their fields and not by their
 * classes, because another bundle has its own copies of the classes.
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

/** Returns an error code in capital letters, for example `INTERACTION_NOT_FOUND` for `InteractionNotFound`. */
const contextCodeOf = (name: string): string => name.replace(/(?!^)(?=[A-Z])/g, '_').toUpperCase();

/** Returns the response for an error, in the form that was recorded from Five9. */
export function errorResponse(
  {status, errorCode, contextCode, objectId, message}: RestError,
  timestamp: number,
): Response {
  const context = {contextCode, ...(objectId && {objectId})};
  return Response.json({five9ExceptionDetail: {timestamp, errorCode, message, context}}, {status});
}
