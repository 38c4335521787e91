/** Error codes that Five9 documents. They are the values of `Five9.CrmSdk.ApiErrorCode`. */
export const ApiErrorCode = {
  /** Anything without a code of its own. */
  Generic: 'Generic',
  /** No such interaction, or it has finished. */
  InteractionNotFound: 'InteractionNotFound',
  /** The interaction exists, but the data cannot be produced. */
  NoData: 'NoData',
} as const;

/** A documented code, or one of ours for what happens before an answer can come. */
export type InteractionApiErrorCode =
  | keyof typeof ApiErrorCode
  /** No answer within the request's time. */
  | 'Timeout'
  /** The adapter went away before it answered. Whether it carried the request out is not known. */
  | 'ConnectionLost'
  /** No adapter to send to; nothing was sent. */
  | 'NotConnected'
  /** The other side does not know the method. */
  | 'NotSupported'
  /** The caller's `AbortSignal` fired. */
  | 'Aborted';

/** The one error that every method rejects with, whatever shape the adapter sent. */
export class InteractionApiError extends Error {
  override readonly name = 'InteractionApiError';
  /** The message again, where code for the Five9 SDK looks for it: `executeRestApi` and `getMetadata` reject `{error}` there. */
  readonly error: string;

  /**
   * @param errorCode What went wrong, for programs.
   * @param errorMessage What went wrong, in the adapter's words where it has any.
   * @param method The method that failed.
   * @param cause What the other side sent, unchanged.
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

/** Makes an `InteractionApiError` of whatever was thrown or sent: adapter objects, strings, REST-style `{error}`. */
export function toInteractionApiError(
  cause: unknown,
  method?: string,
  fallback: InteractionApiErrorCode = 'Generic',
): InteractionApiError {
  const {errorCode, errorMessage, message, error} = Object(cause) as Partial<Record<string, unknown>>;
  // By name: an error of another copy of the bundle is as good.
  if (cause instanceof Error && cause.name === 'InteractionApiError') {
    (cause as InteractionApiError).method ??= method;
    return cause as InteractionApiError;
  }
  const said = [cause, errorMessage, message, error, errorCode].find((one) => typeof one === 'string');
  const text = said || 'Unknown error';
  const documented = Object.values<unknown>(ApiErrorCode).includes(errorCode) && (errorCode as InteractionApiErrorCode);
  // Strings of the wire protocol that mean more than `Generic`.
  const known = text.startsWith('Not Implemented') ? 'NotSupported' : text === 'Timeout' ? text : fallback;
  return new InteractionApiError(documented || known, text, method, cause);
}
