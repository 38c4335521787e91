import type {Connection, Transport} from '../interaction-api/transport.js';
import {notConnected} from './refusals.js';

const connection: Connection = {status: 'unreachable', reason: 'no-sdk'};

/** Stands for the SDK while the settings require one and the page has none. */
export const missingSdkTransport: Transport = {
  connection,
  open: () => undefined,
  close: () => undefined,
  call: (method) => Promise.reject(notConnected(connection, method)),
  notify: (method) => {
    throw notConnected(connection, method);
  },
  watchWsEvents: () => undefined,
};
