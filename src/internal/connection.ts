import {InteractionApiError} from '../interaction-api/errors.js';
import type {InteractionService} from '../service/interaction-service.js';

const WORDS = {
  connected: '',
  connecting: 'Connecting to Five9…',
  lost: 'The connection to Five9 was lost.',
  unreachable: 'Five9 cannot be reached. Log in to its adapter.',
};

/** What an agent is told while Five9 is not connected; nothing while it is. */
export const connectionWords = (service: InteractionService | undefined): string =>
  WORDS[service?.connection.status ?? 'connecting'];

/**
 * The service, for what must be sent now or never.
 * @throws `NotConnected`
 */
export function connected(service: InteractionService | undefined, method: string): InteractionService {
  if (service?.connected) return service;
  throw new InteractionApiError('NotConnected', connectionWords(service), method);
}
