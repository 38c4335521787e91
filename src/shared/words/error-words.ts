import type {InteractionApiError, InteractionApiErrorCode} from '../../interaction-api/errors.js';

/** What is said where the adapter or an SDK lacks a method. */
export const NOT_SUPPORTED = 'This version of Five9 cannot do that.';

/** What an agent can do about an error, where the code says more than the adapter's words. */
const WORDS: Partial<Record<InteractionApiErrorCode, string>> = {
  NotConnected: 'Five9 is not connected. Log in to Five9, then try again.',
  ConnectionLost: 'The connection to Five9 was lost. Look in Five9 what came of it.',
  Timeout: 'Five9 did not answer in time. Look in Five9 what came of it.',
  InteractionNotFound: 'This interaction is already finished.',
  NotSupported: NOT_SUPPORTED,
};

/** An error in words for the agent; nothing where there is none. */
export const errorWords = (error: InteractionApiError | undefined): string =>
  error ? (WORDS[error.errorCode] ?? error.errorMessage) : '';
