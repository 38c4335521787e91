import {InteractionApiError} from '../../interaction-api/errors.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {NOT_SUPPORTED} from './error-words.js';

const WORDS = {
  connected: '',
  connecting: 'Connecting to Five9…',
  lost: 'The connection to Five9 was lost.',
  unreachable: 'Five9 cannot be reached. Log in to its adapter.',
};

/** What an agent is told while Five9 is not connected, or lacks the method that an element needs; nothing while all is well. */
export const connectionWords = (service: InteractionService | undefined, method?: string): string =>
  WORDS[service?.connection.status ?? 'connecting'] || (method && !service?.supports(method) ? NOT_SUPPORTED : '');

/**
 * The service, for what must be sent now or never.
 * @param words Why it cannot be, if it cannot.
 * @throws `NotConnected`, or `NotSupported` where the SDK in use lacks the method
 */
export function connected(
  service: InteractionService | undefined,
  method: string,
  words = connectionWords(service, method),
): InteractionService {
  if (service && !words) return service;
  throw new InteractionApiError(service?.connected ? 'NotSupported' : 'NotConnected', words, method);
}
