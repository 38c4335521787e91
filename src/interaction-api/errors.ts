import {textOf} from './text-of.js';

/** Error codes that Five9 documents. They are the values of `Five9.CrmSdk.ApiErrorCode`. */
export const ApiErrorCode = {
  /** Any error that has no other code. */
  Generic: 'Generic',
  /** The interaction does not exist, or is finished. */
  InteractionNotFound: 'InteractionNotFound',
  /** The interaction exists, but the adapter cannot return the data. */
  NoData: 'NoData',
} as const;

/** A code that Five9 documents, or a code that this package adds. */
export type InteractionApiErrorCode =
  | keyof typeof ApiErrorCode
  /** The adapter did not answer within the time limit. */
  | 'Timeout'
  /** The connection ended before the adapter answered. The adapter may have carried out the request. */
  | 'ConnectionLost'
  /** No adapter is connected. Nothing was sent. */
  | 'NotConnected'
  /** The adapter or the SDK does not have the method. */
  | 'NotSupported'
  /** The caller aborted the API call with its `AbortSignal`. */
  | 'Aborted';

/** The error with which every method rejects. Errors of the adapter and of the SDK are converted to this class. */
export class InteractionApiError extends Error {
  override readonly name = 'InteractionApiError';
  /**
   * The same text as `message`. Code that was written for the Five9 SDK reads this property, because `executeRestApi`
   * and `getMetadata` of the SDK reject with `{error}`.
   */
  readonly error: string;

  /**
   * @param errorCode The kind of error, for checks in code.
   * @param errorMessage The text of the adapter, or, if the adapter sent no text, a description of the error.
   * @param method Name of the method that failed.
   * @param cause The original error of the adapter or of the SDK, unchanged.
   */
  constructor(
    readonly errorCode: InteractionApiErrorCode,
    readonly errorMessage: string,
    public method?: string,
    override readonly cause?: unknown,
  ) {
    super(errorMessage);
    this.error = errorMessage;
  }
}

/**
 * Converts any error to an `InteractionApiError`: an error that code throws, an object or a text from the adapter, or
 * the object `{error}` with which a REST request rejects.
 */
export function toInteractionApiError(
  cause: unknown,
  method?: string,
  fallback: InteractionApiErrorCode = 'Generic',
): InteractionApiError {
  // Compare the name instead of the class, because the error may be from another copy of the bundle, which has another
  // class.
  const {name, errorCode, errorMessage, message, error} = fieldsOf(cause);
  if (name === 'InteractionApiError' && cause instanceof Error) {
    (cause as InteractionApiError).method ??= method;
    return cause as InteractionApiError;
  }
  const texts = [cause, errorMessage, message, error, errorCode].map(textOf);
  const text = texts.find((candidate) => candidate) ?? 'The adapter sent an error without a text.';
  return new InteractionApiError(codeOf(errorCode, text, fallback), text, method, cause);
}

/** Returns the fields of an error. Returns no fields if a getter of the error throws an error itself. */
function fieldsOf(cause: unknown): Partial<Record<string, unknown>> {
  try {
    const {name, errorCode, errorMessage, message, error} = Object(cause) as Partial<Record<string, unknown>>;
    return {name, errorCode, errorMessage, message, error};
  } catch {
    return {};
  }
}

function codeOf(errorCode: unknown, text: string, fallback: InteractionApiErrorCode): InteractionApiErrorCode {
  if (Object.values<unknown>(ApiErrorCode).includes(errorCode)) return errorCode as InteractionApiErrorCode;
  // Read the text of these two errors, because the SDK sends no error code with them.
  if (text.startsWith('Not Implemented')) return 'NotSupported';
  if (text === 'Timeout') return 'Timeout';
  return fallback;
}
