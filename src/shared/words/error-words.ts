import type {InteractionApiError, InteractionApiErrorCode} from '../../interaction-api/errors.js';

/** Words for a method that the adapter or an SDK lacks. */
export const NOT_SUPPORTED = 'This version of Five9 cannot do that.';

/** Words for the codes that say more than the message of the adapter: what an agent can do about the error. */
const WORDS: Partial<Record<InteractionApiErrorCode, string>> = {
  NotConnected: 'Five9 is not connected. Log in to Five9, then try again.',
  ConnectionLost: 'The connection to Five9 was lost. Look in Five9 what came of it.',
  Timeout: 'Five9 did not answer in time. Look in Five9 what came of it.',
  InteractionNotFound: 'This interaction is already finished.',
  NotSupported: NOT_SUPPORTED,
};

/** Returns an error in words for the agent; empty if there is none. */
export function errorWords(error: InteractionApiError | undefined): string {
  if (!error) return '';
  return WORDS[error.errorCode] ?? error.errorMessage;
}
