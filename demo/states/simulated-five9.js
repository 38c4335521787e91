/** A contact centre for one element alone, reached over a channel of its own. */
import {ContactCenter, SimulatedAdapter} from '/cdn/simulator.js';

/** @typedef {{contactCenter: ContactCenter, name: string, close: () => void}} World */

/** What the oldest SDK that is about has of the Interaction API: 0.12.0, beside `subscribe`. */
const OLDEST = ['click2dial', 'setCav', 'getCav', 'setDisposition', 'getDispositions', 'isMasterPage'];

let count = 0;

/**
 * @param {object} [init] how the contact centre begins
 * @returns {World}
 */
export function makeWorld(init = {}) {
  const name = `states-${++count}`;
  const contactCenter = new ContactCenter(init);
  const channel = `intrx_plugin_${name}`;
  const adapter = new SimulatedAdapter(contactCenter, {window: onlyOn(channel), announces: []});
  adapter.start();
  return {contactCenter, name, close: () => adapter.stop()};
}

/**
 * This window, as far as it speaks of one channel: an adapter serves every channel that it is asked on, and there are hundreds of them here.
 *
 * @param {string} channel
 * @returns {Window}
 */
function onlyOn(channel) {
  const own = {
    top: window,
    /** @type {Window['addEventListener']} */
    addEventListener(/** @type {string} */ type, /** @type {any} */ listener, /** @type {any} */ options) {
      const heard = (/** @type {any} */ event) => {
        if (type !== 'message' || event.data?.iframeName === channel) listener(event);
      };
      window.addEventListener(type, heard, options);
    },
  };
  return /** @type {any} */ (own);
}

/** An SDK whose adapter has never answered so far. */
export const silentSdk = () => ({subscribe: () => undefined, isMasterPage: () => new Promise(() => undefined)});

/** An SDK that has given up, as it does when nobody answers for 15 seconds. */
export const desertedSdk = () => ({subscribe: () => undefined, isMasterPage: () => Promise.reject('Timeout')});

/** SDK 0.12.0, which knows few of the methods. @param {ContactCenter} contactCenter */
export function oldSdk(contactCenter) {
  const asked = (/** @type {string} */ method) => (/** @type {unknown} */ params) => {
    if (method === 'isMasterPage') return Promise.resolve(true);
    if (method === 'click2dial') return contactCenter.notify(method, params);
    return contactCenter.request(method, params);
  };
  return {
    ...Object.fromEntries(OLDEST.map((method) => [method, asked(method)])),
    /** @param {Record<string, (params: unknown) => void>} handlers */
    subscribe(handlers) {
      contactCenter.subscribe((event) => {
        if (event.kind === 'interaction') handlers[event.name]?.(event.params);
      });
    },
  };
}

/**
 * The contact centre for a `five9-simulator` that is only looked at: one with an open link would answer for all the others.
 *
 * @param {ContactCenter} contactCenter
 */
export function behindGlass(contactCenter) {
  const methods = ['state', 'run', 'onChange', 'subscribe', 'request', 'notify', 'replay', 'configure'];
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
