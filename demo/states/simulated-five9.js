/**
 * Creates simulated contact centres and SDKs. Each contact centre has its own channel, so it serves only one element of
 * the page.
 */
import {ContactCenter, SimulatedAdapter} from '/cdn/simulator.js';

/** @typedef {{contactCenter: ContactCenter, name: string, close: () => void}} SimulatedFive9 */

/** The methods of SDK 0.12.0, which is the oldest SDK in use, except `subscribe`. */
const OLDEST = ['click2dial', 'setCav', 'getCav', 'setDisposition', 'getDispositions', 'isMasterPage'];

let count = 0;

/**
 * Creates a contact centre and its adapter.
 *
 * @param {object} [init] settings of the contact centre
 * @returns {SimulatedFive9}
 */
export function simulateFive9(init = {}) {
  const name = `states-${++count}`;
  const contactCenter = new ContactCenter(init);
  const channel = `intrx_plugin_${name}`;
  const adapter = new SimulatedAdapter(contactCenter, {window: onlyOn(channel), announces: []});
  adapter.start();
  return {contactCenter, name, close: () => adapter.stop()};
}

/**
 * Returns a window that receives only the messages of one channel. Without this filter, every simulated adapter of this
 * page would answer on every channel.
 *
 * @param {string} channel
 * @returns {Window}
 */
function onlyOn(channel) {
  /** @type {Map<unknown, (event: MessageEvent) => void>} */
  const filters = new Map();
  const own = {
    top: window,
    addEventListener(/** @type {'message'} */ type, /** @type {(event: MessageEvent) => void} */ listener) {
      const filter = (/** @type {MessageEvent} */ event) => {
        if (event.data?.iframeName === channel) listener(event);
      };
      filters.set(listener, filter);
      window.addEventListener(type, filter);
    },
    removeEventListener(/** @type {'message'} */ type, /** @type {unknown} */ listener) {
      const filter = filters.get(listener);
      if (filter) window.removeEventListener(type, filter);
    },
  };
  return /** @type {any} */ (own);
}

/** Returns an SDK whose adapter has not answered yet. */
export const silentSdk = () => ({subscribe: () => undefined, isMasterPage: () => new Promise(() => undefined)});

/**
 * Returns an SDK whose requests fail. A real SDK behaves like this after 15 seconds without an answer of the adapter.
 */
export const unreachableSdk = () => ({subscribe: () => undefined, isMasterPage: () => Promise.reject('Timeout')});

/**
 * Returns a simulated SDK of version 0.12.0, which has only a few methods of the Interaction API.
 *
 * @param {ContactCenter} contactCenter
 */
export function oldSdk(contactCenter) {
  const call = (/** @type {string} */ method) => (/** @type {unknown} */ params) => {
    if (method === 'isMasterPage') return Promise.resolve(true);
    if (method === 'click2dial') return contactCenter.notify(method, params);
    return contactCenter.request(method, params);
  };
  return {
    ...Object.fromEntries(OLDEST.map((method) => [method, call(method)])),
    /** @param {Record<string, (params: unknown) => void>} handlers */
    subscribe(handlers) {
      contactCenter.subscribe((event) => {
        if (event.kind === 'interaction') handlers[event.name]?.(event.params);
      });
    },
  };
}

/**
 * Returns a contact centre for a `five9-simulator` that is only shown. The link is down, because otherwise the
 * simulator would answer the other elements of the page.
 *
 * @param {ContactCenter} contactCenter
 */
export function withoutLink(contactCenter) {
  const methods = [
    ...['state', 'run', 'onChange', 'subscribe', 'request', 'notify', 'replay', 'configure'],
    ...['requestApi', 'attach', 'pageConnected'],
  ];
  return {
    ...Object.fromEntries(
      methods.map((name) => [
        name,
        (/** @type {any[]} */ ...args) => /** @type {any} */ (contactCenter)[name](...args),
      ]),
    ),
    link: 'dropped silently',
  };
}
