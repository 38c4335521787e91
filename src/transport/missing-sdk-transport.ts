import {InteractionApiError} from '../interaction-api/errors.js';
import type {Connection, Transport} from '../interaction-api/transport.js';

const connection: Connection = {status: 'unreachable', reason: 'no-sdk'};

const missingSdk = (method: string): InteractionApiError =>
  new InteractionApiError(
    'NotConnected',
    'Nothing was sent: the settings require the Five9 SDK, and the page has none. Load the SDK, or set transport to "auto".',
    method,
  );

/** Transport that rejects every API call. It is used if the settings require an SDK and the page has no SDK. */
export const missingSdkTransport: Transport = {
  connection,
  open: () => undefined,
  close: () => undefined,
  call: (method) => Promise.reject(missingSdk(method)),
  notify: (method) => {
    throw missingSdk(method);
  },
  watchWsEvents: () => undefined,
};
