/** Compares the client with a bare MessagePort. Both exchange messages with the same simple adapter (far-end.js). */
import {createInteractionApi} from '/cdn/interaction-api.js';
import {openBarePort} from './bare-port.js';
import {fromRest, race} from './measure.js';

const ROUND_TRIPS = 50;
const AT_ONCE = 1000;
const EVENTS = 5000;
const PARAMS = {interactionId: '45E471D607A94072A553A1406CC0BF03'};

/** Measures with the adapter in this page. */
export const inThisPage = async () => {
  await import('./far-end.js');
  return measure(window);
};

/**
 * Measures with the adapter in a frame of another origin, as in production. The frame has its own process if the
 * browser isolates sites.
 */
export const inAFrame = async () => {
  const frame = document.createElement('iframe');
  frame.src = `http://127.0.0.1:${location.port}/far-end.html`;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve));
  return measure(frame.contentWindow, 'http://127.0.0.1:' + location.port);
};

async function measure(farEnd, adapterOrigin) {
  const bare = await openBarePort(farEnd);
  const api = createInteractionApi({name: 'bench', ...(adapterOrigin && {adapterOrigin})});
  await api.getCav(PARAMS);
  const inTurn = async (call) => {
    for (let i = 0; i < ROUND_TRIPS; i++) await call(PARAMS);
  };
  const atOnce = (call) => Promise.all(Array.from({length: AT_ONCE}, () => call(PARAMS)));
  const getCav = (params) => api.getCav(params);
  const receive = () =>
    new Promise((resolve) => {
      let count = 0;
      const events = {
        callStarted() {
          if (++count < EVENTS) return;
          api.unsubscribe(events);
          resolve();
        },
      };
      api.subscribe(events);
      void api.getCav({interactionId: '', count: EVENTS});
    });
  const results = {
    inTurn: await race(
      81,
      () => inTurn(getCav),
      () => inTurn(bare.echo),
    ),
    sameWords: await race(
      41,
      () => inTurn(getCav),
      () => inTurn(bare.ask),
    ),
    atOnce: await race(
      15,
      () => atOnce(getCav),
      () => atOnce(bare.echo),
    ),
    events: await race(11, receive, () => bare.receive({count: EVENTS}, EVENTS)),
    fromRest: {ours: await fromRest(60, () => getCav(PARAMS)), bare: await fromRest(60, () => bare.echo(PARAMS))},
    counts: {trips: ROUND_TRIPS, calls: AT_ONCE, events: EVENTS},
  };
  api.close();
  return results;
}
