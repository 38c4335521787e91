import {ApiErrorCode} from '../../interaction-api/errors.js';
import {isRecord} from '../../interaction-api/is-record.js';

/**
 * The error of a command that is not possible. The message explains the problem, and names the possible values or
 * commands.
 */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The error of a request that the contact centre refuses. */
export class Refusal extends Error {
  constructor(
    readonly errorCode: keyof typeof ApiErrorCode,
    readonly errorMessage: string,
  ) {
    super(errorMessage);
  }
}

/** Refuses a request with the code `Generic`. */
export const refuse = (errorMessage: string): never => {
  throw new Refusal(ApiErrorCode.Generic, errorMessage);
};

/**
 * Returns the error of a request for a method that does not exist. Clients recognize the error by the text
 * `Not Implemented`, which the official SDK also uses.
 */
export const notImplemented = (method: unknown): Error =>
  new Error(`Not Implemented: ${typeof method === 'string' ? method : 'a method without a name'}`);

/**
 * Returns the `error` field for the answer to a request that failed: `{errorCode, errorMessage}` for a refusal, the
 * message for any other error, or the thrown value itself. Recognizes a refusal by its fields and not by its class,
 * because another bundle has its own copy of the class.
 */
export function errorToSend(error: unknown): unknown {
  if (error === undefined || error === null) return 'Unknown error';
  if (!isRecord(error)) return error;
  const {errorCode, errorMessage, message} = error;
  if (errorCode) return {errorCode, errorMessage};
  return error instanceof Error || typeof message === 'string' ? message : error;
}
