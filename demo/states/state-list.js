import {oldSdk, silentSdk, unreachableSdk} from './simulated-five9.js';

/** @import {ContactCenter} from '/cdn/simulator.js' */
/** @import {Action} from './actions.js' */
/** @import {SimulatedFive9} from './simulated-five9.js' */

/** @typedef {SimulatedFive9 & {tag: string, action: Action, element: any, id: string, settled: () => Promise<void>, connected: () => Promise<void>}} Setup */

/**
 * @typedef {object} State
 * @property {string} words
 * @property {object} [init] settings of the contact centre
 * @property {boolean} [alone] whether the element has no service
 * @property {(contactCenter: ContactCenter) => object} [sdk] creates an SDK, which the service then uses in place of
 *   the adapter
 * @property {(setup: Setup) => unknown} [before] runs before the element is in the page
 * @property {(setup: Setup) => Promise<unknown>} [enter] brings the element into the state
 */

/** The number of a customer with CRM records in the simulated Five9. */
const ANI = '9250000111';
/** The longest delay that a timer of the browser accepts, in milliseconds. */
const FOR_EVER = 2 ** 31 - 1;

/** @param {Setup} setup */
async function offered(setup) {
  await setup.connected();
  setup.id = setup.contactCenter.offerCall({ani: ANI});
  await setup.settled();
}

/** @param {Setup} setup */
async function talking(setup) {
  await offered(setup);
  setup.contactCenter.answer(setup.id);
  await setup.settled();
}

/** @param {Setup} setup */
async function ended(setup) {
  await talking(setup);
  setup.contactCenter.hangUp(setup.id, {by: 'customer'});
  await setup.settled();
}

/** Functions that bring the interaction into the state that the element's action needs. */
const FROM = {idle: (/** @type {Setup} */ setup) => setup.connected(), offered, talking, ended};

/** @param {Setup} setup */
const ready = (setup) => FROM[setup.action.from ?? 'talking'](setup);

/** @type {Map<string, State>} */
export const STATES = new Map(
  Object.entries({
    initial: {words: 'Initial state'},
    'no-service': {words: 'No service', alone: true},
    connecting: {words: 'Connecting', sdk: silentSdk},
    unreachable: {words: 'Unreachable', sdk: unreachableSdk},
    lost: {
      words: 'Connection lost, in the first seconds',
      async enter(setup) {
        await ready(setup);
        // The state is 'lost' for 15 seconds, and then changes to 'unreachable'.
        setup.contactCenter.inject({fault: 'drop-link'});
      },
    },
    'logged-out': {words: 'Not logged in', init: {loggedIn: false}, enter: (setup) => setup.connected()},
    idle: {words: 'Idle', enter: (setup) => setup.connected()},
    offered: {words: 'Ringing', enter: offered},
    talking: {words: 'In a call', enter: talking},
    loading: {
      words: 'Loading',
      async enter(setup) {
        await setup.connected();
        setup.contactCenter.inject({fault: 'latency', ms: FOR_EVER});
        setup.contactCenter.answer(setup.contactCenter.offerCall({ani: ANI}));
      },
    },
    pending: {
      words: 'Pending',
      async enter(setup) {
        const {action, contactCenter, element} = setup;
        await ready(setup);
        contactCenter.inject({fault: 'latency', ms: FOR_EVER});
        void (action.pending ?? action.act)?.(element, setup);
      },
    },
    error: {
      words: 'Error',
      before({action, contactCenter}) {
        // If the element has no action, let the requests fail that the element sends by itself.
        if (!action.act)
          for (const method of action.asks ?? []) contactCenter.inject({fault: 'error', method, times: 99});
      },
      async enter(setup) {
        const {action, contactCenter, element} = setup;
        await ready(setup);
        if (action.method)
          contactCenter.inject({fault: 'error', method: action.method, errorMessage: 'The server is busy.'});
        await (action.error ?? action.act)?.(element, setup);
      },
    },
    done: {
      words: 'Done',
      async enter(setup) {
        await ready(setup);
        await setup.action.act?.(setup.element, setup);
      },
    },
    ended: {words: 'Call ended', enter: ended},
    finished: {
      words: 'Finished',
      async enter(setup) {
        await ended(setup);
        setup.contactCenter.dispose(setup.id, '3551');
      },
    },
    // Run no action, because the element shows that the SDK is too old even before the action.
    'old-sdk': {words: 'Old SDK', sdk: oldSdk, enter: ready},
    chat: {
      words: 'In a chat',
      async enter(setup) {
        await setup.connected();
        setup.id = setup.contactCenter.offerChat({});
        setup.contactCenter.accept(setup.id);
      },
    },
    email: {
      words: 'An e-mail',
      async enter(setup) {
        await setup.connected();
        setup.id = setup.contactCenter.offerEmail({});
        setup.contactCenter.accept(setup.id);
      },
    },
    several: {
      words: 'Several at once',
      async enter(setup) {
        await talking(setup);
        const {contactCenter} = setup;
        contactCenter.accept(contactCenter.offerChat({}));
        contactCenter.offerEmail({});
      },
    },
  }),
);
