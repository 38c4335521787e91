import {InteractionApiError} from '../interaction-api/errors.js';
import type {Connection, ConnectionReason} from '../interaction-api/transport.js';

const REASONS: Partial<Record<ConnectionReason, string>> = {
  searching: 'No adapter has answered yet. Wait for the connection, or check that the adapter’s frame is in the page.',
  'no-answer': 'No adapter answers. Check that the adapter’s frame is in the page and that the agent is logged in.',
  'no-sdk': 'The settings require the Five9 SDK, and the page has none. Load the SDK, or set transport to "auto".',
  'adapter-disconnected': 'The adapter’s page was left or reloaded. Wait until the adapter is back.',
  'adapter-gone': 'The adapter’s frame was removed from the page. Add the frame again.',
  'page-hidden': 'This page was left.',
  closed: 'The connection was closed by close().',
};

/** Returns the error of a call that cannot be sent because no adapter is connected. Nothing was sent. */
export function notConnected({reason = 'searching', origin}: Connection, method?: string): InteractionApiError {
  const text =
    reason === 'origin-refused'
      ? `An adapter answered from ${origin}, which is not allowed. Add this origin to adapter-origin if it is yours.`
      : (REASONS[reason] ?? REASONS.searching);
  return new InteractionApiError('NotConnected', `Not sent: ${text}`, method);
}

/** Returns the error of a call that was sent, and whose answer can no longer come. */
export function connectionLost(method?: string): InteractionApiError {
  return new InteractionApiError(
    'ConnectionLost',
    'The connection to the adapter ended before the answer came. Check in Five9 whether the adapter carried the call out.',
    method,
  );
}

/** Returns the error of a call of a method that the page's SDK does not have. */
export function notSupported(method: string): InteractionApiError {
  return new InteractionApiError(
    'NotSupported',
    `The Five9 SDK of this page has no method ${method}. Load a newer SDK, or set transport to "adapter".`,
    method,
  );
}
