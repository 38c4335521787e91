import type {InteractionApiError, InteractionApiErrorCode} from '../interaction-api/errors.js';

/** What an agent is told where the code says more than the message. */
const WORDS: Partial<Record<InteractionApiErrorCode, string>> = {
  NotConnected: 'Five9 is not connected. Log in to the Five9 adapter, then try again.',
  ConnectionLost: 'The connection to Five9 was lost. Check the call in Five9 before you try again.',
  Timeout: 'Five9 did not answer in time. Check in Five9 what happened before you try again.',
  InteractionNotFound: 'This interaction is already finished.',
  NotSupported: 'This Five9 adapter cannot do that.',
};

/** An error in words that an agent can act on. */
export const errorWords = ({errorCode, errorMessage}: InteractionApiError): string =>
  WORDS[errorCode] ?? errorMessage;
