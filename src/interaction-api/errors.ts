/** Error codes that Five9 documents. They are the values of `Five9.CrmSdk.ApiErrorCode`. */
export const ApiErrorCode = {
  /** Any error that has no code of its own. */
  Generic: 'Generic',
  /** The interaction does not exist, or is finished. */
  InteractionNotFound: 'InteractionNotFound',
  /** The interaction exists, but the adapter cannot return the data. */
  NoData: 'NoData',
} as const;

/** A documented code, or a code of this package for a call that gets no answer. */
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
  /** The caller's `AbortSignal` fired. */
  | 'Aborted';

/** The error that every method rejects with, for every kind of error that the adapter sends. */
export class InteractionApiError extends Error {
  override readonly name = 'InteractionApiError';
  /**
   * The same text as `message`, for code that was written for the Five9 SDK: its `executeRestApi` and `getMetadata`
   * reject with `{error}`.
   */
  readonly error: string;

  /**
   * @param errorCode The kind of error, for code.
   * @param errorMessage A description: the adapter's own text if the adapter sent one.
   * @param method The method that failed.
   * @param cause The adapter's or SDK's own error, unchanged.
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
 * Converts any thrown or received error to an `InteractionApiError`: adapter objects, strings, `{error}` of REST calls.
 */
export function toInteractionApiError(
  cause: unknown,
  method?: string,
  fallback: InteractionApiErrorCode = 'Generic',
): InteractionApiError {
  const {errorCode, errorMessage, message, error} = Object(cause) as Partial<Record<string, unknown>>;
  // Compare the name, not the class: the error may come from another copy of the bundle.
  if (cause instanceof Error && cause.name === 'InteractionApiError') {
    (cause as InteractionApiError).method ??= method;
    return cause as InteractionApiError;
  }
  const texts = [cause, errorMessage, message, error, errorCode];
  const text =
    texts.find((candidate) => typeof candidate === 'string' && candidate !== '') ??
    'The adapter sent an error without a text.';
  return new InteractionApiError(codeOf(errorCode, text as string, fallback), text as string, method, cause);
}

function codeOf(errorCode: unknown, text: string, fallback: InteractionApiErrorCode): InteractionApiErrorCode {
  if (Object.values<unknown>(ApiErrorCode).includes(errorCode)) return errorCode as InteractionApiErrorCode;
  // The SDK rejects with these two texts and without a code.
  if (text.startsWith('Not Implemented')) return 'NotSupported';
  if (text === 'Timeout') return 'Timeout';
  return fallback;
}
