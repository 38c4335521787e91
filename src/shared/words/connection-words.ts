import {InteractionApiError} from '../../interaction-api/errors.js';
import type {ConnectionReason} from '../../interaction-api/transport.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {NOT_SUPPORTED} from './error-words.js';

/** Texts for the agent, by the status of the connection. */
const WORDS = {
  connected: '',
  connecting: 'Connecting to Five9…',
  lost: 'The connection to Five9 was lost.',
  unreachable: 'Five9 cannot be reached. Log in to Five9.',
};

/** Texts for problems that the agent cannot solve with a login, by the reason of the connection. */
const REASONS: Partial<Record<ConnectionReason, string>> = {
  'origin-refused': 'This page does not trust the address of Five9. Ask your administrator.',
  'no-sdk': 'This page requires the Five9 SDK and does not have it. Ask your administrator.',
};

/**
 * Returns a text for the agent that explains why Five9 cannot be used now: Five9 is not connected, or it does not have
 * the method that an element needs. The text is empty if Five9 can be used.
 */
export function connectionWords(service: InteractionService | undefined, method?: string): string {
  const {status = 'connecting', reason} = service?.connection ?? {};
  const words = (reason && REASONS[reason]) ?? WORDS[status];
  if (words) return words;
  return method && !service?.supports(method) ? NOT_SUPPORTED : '';
}

/**
 * Returns the service if it is connected and has the method, for a request that must not wait for a connection.
 * @throws `NotConnected`, or `NotSupported` if the SDK of the page does not have the method
 */
export function connected(service: InteractionService | undefined, method: string): InteractionService {
  const problem = connectionWords(service, method);
  if (service && !problem) return service;
  throw new InteractionApiError(service?.connected ? 'NotSupported' : 'NotConnected', problem, method);
}
