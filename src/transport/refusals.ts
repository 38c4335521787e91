import {InteractionApiError} from '../interaction-api/errors.js';
import type {Connection} from '../interaction-api/transport.js';

/** Returns the error of an API call that was not sent because no adapter is connected. */
export function notConnected({reason = 'searching', origin}: Connection, method?: string): InteractionApiError {
  return new InteractionApiError('NotConnected', `Nothing was sent: ${whatToCheck(reason, origin)}`, method);
}

function whatToCheck(reason: Connection['reason'], origin: string | undefined): string {
  if (reason === 'origin-refused') {
    return `an adapter answered from ${origin}, which is not allowed. Add this origin to adapter-origin if it is yours.`;
  }
  return `no adapter is connected (${reason}). Check that the adapter’s frame is in the page and that the agent is logged in.`;
}

/** Returns the error of an API call that was sent, if the connection ended before the answer. */
export function connectionLost(): InteractionApiError {
  return new InteractionApiError(
    'ConnectionLost',
    'The connection ended before the adapter answered. Check in Five9 whether the request was carried out.',
  );
}

/** Returns the error of an API call if the page's SDK does not have the method. */
export function notSupported(method: string): InteractionApiError {
  return new InteractionApiError(
    'NotSupported',
    `The Five9 SDK of this page has no method ${method}. Load a newer SDK, or set transport to "adapter".`,
    method,
  );
}
