import {ApiErrorCode} from '../../interaction-api/errors.js';

/** A command to the simulator that makes no sense: what was wrong, and what would be right. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The contact centre's "no" to a request of the agent's page. */
export class Refusal extends Error {
  constructor(
    readonly errorCode: keyof typeof ApiErrorCode,
    readonly errorMessage: string,
  ) {
    super(errorMessage);
  }
}

/** Refuses without a code of its own. */
export const refuse = (errorMessage: string): never => {
  throw new Refusal(ApiErrorCode.Generic, errorMessage);
};

/** What crosses for whatever was thrown: a refusal with its code, anything else as a text. By its shape: it may come from another copy of this file. */
export function errorToSend(error: unknown): unknown {
  const {errorCode, errorMessage, message} = error as Partial<Refusal>;
  return errorCode ? {errorCode, errorMessage} : message;
}
