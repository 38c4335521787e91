/** The client against a bare MessagePort, both to a far end in this page that answers at once. */
import {createInteractionApi} from '/cdn/interaction-api.js';
import {compare} from './measure.js';

const ROUND_TRIPS = 500;
const AT_ONCE = 1000;
const EVENTS = 5000;

export default async function () {
  const bare = bareEcho();
  const {api, emit} = await connectedApi();
  const params = {interactionId: '45E471D607A94072A553A1406CC0BF03'};
  const inTurn = async (count, call) => {
    for (let i = 0; i < count; i++) await call();
  };
  const times = await compare(15, {
    bareTrips: () => inTurn(ROUND_TRIPS, () => bare.echo(params)),
    trips: () => inTurn(ROUND_TRIPS, () => api.getCav(params)),
    atOnce: () => Promise.all(Array.from({length: AT_ONCE}, () => api.getCav(params))),
    bareEvents: () => bare.receive(EVENTS),
    events: () =>
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
        for (let i = 0; i < EVENTS; i++) emit(i);
      }),
  });
  api.close();
  return {
    ...times,
    bareTrip: times.bareTrips / ROUND_TRIPS,
    trip: times.trips / ROUND_TRIPS,
    requestsAtOnce: AT_ONCE,
    eventsAtOnce: EVENTS,
  };
}

/** What an event carries: the same on both sides. */
const eventData = (i) => ({
  reason: 'callStarted',
  payload: {callData: {interactionId: String(i), ani: '9250000111', dnis: '9255550100', callType: 'INBOUND'}},
});

function bareEcho() {
  const {port1, port2} = new MessageChannel();
  port2.onmessage = ({data}) => port2.postMessage(data);
  port2.start();
  let resolve;
  port1.onmessage = ({data}) => resolve(data);
  return {
    echo: (data) =>
      new Promise((done) => {
        resolve = done;
        port1.postMessage(data);
      }),
    receive: (count) =>
      new Promise((done) => {
        let received = 0;
        resolve = () => ++received === count && done();
        for (let i = 0; i < count; i++) port2.postMessage(eventData(i));
      }),
  };
}

/** A far end that does no more than the protocol asks: what is measured is the client. */
async function connectedApi() {
  const channel = 'intrx_plugin_bench';
  const sender = `master_${channel}-0123456789abcdef`;
  let port;
  const envelope = (message) => ({iframeName: channel, sender, message});
  addEventListener('message', ({data, source}) => {
    if (data?.message !== 'asking_connect' || port) return;
    const {port1, port2} = new MessageChannel();
    port = port1;
    port.onmessage = ({data: {message}}) => {
      if (message.request) port.postMessage(envelope({id: message.id, response: message.request.args}));
    };
    source.postMessage(envelope('connect'), {targetOrigin: '*', transfer: [port2]});
  });
  const api = createInteractionApi({name: 'bench'});
  await api.getCav({interactionId: '1'});
  const emit = (i) =>
    port.postMessage(envelope({event: {objectId: 'interactionApi', name: 'interactionEvent', data: eventData(i)}}));
  return {api, emit};
}
