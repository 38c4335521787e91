import {ApiErrorCode} from '../../interaction-api/errors.js';

/** A command to the simulator that makes no sense: what was wrong, and what would be right. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The contact centre's "no" to a request of the agent's page. What crosses is `{errorCode, errorMessage}`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

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

/** What crosses for whatever was thrown: a text for a method that does not exist, an object for the rest. */
export const errorToSend = (error: unknown): unknown =>
  error instanceof NotImplemented
    ? error.message
    : error instanceof Refusal
      ? {errorCode: error.errorCode, errorMessage: error.errorMessage}
      : {errorCode: ApiErrorCode.Generic, errorMessage: String((error as Error).message)};

/** The method does not exist here. Goes out as a text that starts with these words, as the protocol has it. */
export class NotImplemented extends Error {
  constructor(method: string) {
    super(`Not Implemented: ${method}`);
  }
}
