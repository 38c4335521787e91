import {desertedSdk, oldSdk, silentSdk} from './simulated-five9.js';

/** @import {ContactCenter} from '/cdn/simulator.js' */
/** @import {Act} from './actions.js' */
/** @import {World} from './simulated-five9.js' */

/** @typedef {World & {tag: string, act: Act, element: any, id: string, settled: () => Promise<void>, connected: () => Promise<void>}} Stage */

/**
 * @typedef {object} State
 * @property {string} words
 * @property {object} [init] how the contact centre begins
 * @property {boolean} [alone] without a service
 * @property {(contactCenter: ContactCenter) => object} [sdk] the way to the adapter, where it is not our own
 * @property {(stage: Stage) => unknown} [before] before the element is in the page
 * @property {(stage: Stage) => Promise<unknown>} [bring]
 */

/** Of a customer that the simulated company knows. */
const ANI = '9250000111';
/** Longer than anybody looks. */
const FOR_EVER = 2 ** 31 - 1;

/** @param {Stage} stage */
async function offered(stage) {
  await stage.connected();
  stage.id = stage.contactCenter.offerCall({ani: ANI});
  await stage.settled();
}

/** @param {Stage} stage */
async function talking(stage) {
  await offered(stage);
  stage.contactCenter.answer(stage.id);
  await stage.settled();
}

/** @param {Stage} stage */
async function ended(stage) {
  await talking(stage);
  stage.contactCenter.hangUp(stage.id, {by: 'customer'});
  await stage.settled();
}

/** How far the interaction must have come for the element to have something to do. */
const FROM = {idle: (/** @type {Stage} */ stage) => stage.connected(), offered, talking, ended};

/** @param {Stage} stage */
const ready = (stage) => FROM[stage.act.from ?? 'talking'](stage);

/** @type {Map<string, State>} */
export const STATES = new Map(
  Object.entries({
    still: {words: 'As it stands'},
    'no-service': {words: 'No service', alone: true},
    connecting: {words: 'Connecting', sdk: silentSdk},
    unreachable: {words: 'Unreachable', sdk: desertedSdk},
    lost: {
      words: 'Connection lost, in the first seconds',
      async bring(stage) {
        await ready(stage);
        // After 15 seconds it counts as unreachable.
        stage.contactCenter.inject({fault: 'drop-link'});
      },
    },
    'logged-out': {words: 'Not logged in', init: {loggedIn: false}, bring: (stage) => stage.connected()},
    idle: {words: 'Idle', bring: (stage) => stage.connected()},
    offered: {words: 'Ringing', bring: offered},
    talking: {words: 'In a call', bring: talking},
    loading: {
      words: 'Loading',
      async bring(stage) {
        await stage.connected();
        stage.contactCenter.inject({fault: 'latency', ms: FOR_EVER});
        stage.contactCenter.answer(stage.contactCenter.offerCall({ani: ANI}));
      },
    },
    pending: {
      words: 'Pending',
      async bring(stage) {
        const {act, contactCenter, element} = stage;
        await ready(stage);
        contactCenter.inject({fault: 'latency', ms: FOR_EVER});
        void (act.pending ?? act.act)?.(element, stage);
      },
    },
    error: {
      words: 'Error',
      before({act, contactCenter}) {
        // What only looks fails as soon as it looks.
        if (!act.act) for (const method of act.asks ?? []) contactCenter.inject({fault: 'error', method, times: 99});
      },
      async bring(stage) {
        const {act, contactCenter, element} = stage;
        await ready(stage);
        if (act.method) contactCenter.inject({fault: 'error', method: act.method, errorMessage: 'The server is busy.'});
        await (act.error ?? act.act)?.(element, stage);
      },
    },
    done: {
      words: 'Done',
      async bring(stage) {
        await ready(stage);
        await stage.act.act?.(stage.element, stage);
      },
    },
    ended: {words: 'Call ended', bring: ended},
    finished: {
      words: 'Finished',
      async bring(stage) {
        await ended(stage);
        stage.contactCenter.dispose(stage.id, '3551');
      },
    },
    // It says so before anybody tries.
    'old-sdk': {words: 'Old SDK', sdk: oldSdk, bring: ready},
    chat: {
      words: 'In a chat',
      async bring(stage) {
        await stage.connected();
        stage.id = stage.contactCenter.offerChat({});
        stage.contactCenter.accept(stage.id);
      },
    },
    email: {
      words: 'An e-mail',
      async bring(stage) {
        await stage.connected();
        stage.id = stage.contactCenter.offerEmail({});
        stage.contactCenter.accept(stage.id);
      },
    },
    several: {
      words: 'Several at once',
      async bring(stage) {
        await talking(stage);
        const {contactCenter} = stage;
        contactCenter.accept(contactCenter.offerChat({}));
        contactCenter.offerEmail({});
      },
    },
  }),
);
