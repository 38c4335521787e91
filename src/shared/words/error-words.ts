import type {InteractionApiError, InteractionApiErrorCode} from '../../interaction-api/errors.js';
import {isPageError} from './page-error.js';

/** Text for a method that the adapter or an SDK does not have. */
export const NOT_SUPPORTED = 'This version of Five9 cannot do that.';

/**
 * Texts for the agent, by error code. For these codes, the text is more useful to an agent than the message of the
 * error.
 */
const WORDS: Partial<Record<InteractionApiErrorCode, string>> = {
  NotConnected: 'Five9 is not connected. Log in to Five9, then try again.',
  ConnectionLost: 'The connection to Five9 was lost. Check in Five9 whether your last action was carried out.',
  Timeout: 'Five9 did not answer in time. Check in Five9 whether your last action was carried out.',
  InteractionNotFound: 'This interaction is already finished.',
  NotSupported: NOT_SUPPORTED,
};

/** Returns the text of an error for the agent; empty without an error. */
export function errorWords(error: InteractionApiError | undefined): string {
  if (!error) return '';
  return isPageError(error) ? error.errorMessage : (WORDS[error.errorCode] ?? error.errorMessage);
}
