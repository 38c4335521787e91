import {ApiErrorCode} from '../../interaction-api/errors.js';
import {isRecord} from '../../interaction-api/is-record.js';

/** The error of a command that is not possible. The message says what is wrong, and what is possible. */
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
 * Returns the error of a request for a method that does not exist. Clients recognize the error by these words, as in
 * the SDK.
 */
export const notImplemented = (method: unknown): Error =>
  new Error(`Not Implemented: ${typeof method === 'string' ? method : 'a method without a name'}`);

/**
 * Returns the `error` of the answer to a request that failed: `{errorCode, errorMessage}` for a refusal, the message of
 * any other `Error`,
 * or the thrown value itself. A refusal is recognized by its shape, because it may come from another copy of this file.
 */
export function errorToSend(error: unknown): unknown {
  if (error === undefined || error === null) return 'Unknown error';
  if (!isRecord(error)) return error;
  const {errorCode, errorMessage, message} = error;
  if (errorCode) return {errorCode, errorMessage};
  return error instanceof Error || typeof message === 'string' ? message : error;
}
