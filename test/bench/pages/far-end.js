/** An adapter that does as little as possible, so that a benchmark measures the client. It runs in the page itself, or in a frame of another origin. */

const sender = 'master_intrx_plugin_bench-0123456789abcdef';
/** @param {unknown} message */
const envelope = (message) => ({iframeName: 'intrx_plugin_bench', sender, message});

/**
 * Returns the data of an event. The bare port and the adapter send the same data.
 *
 * @param {number | string} id
 * @param {string} reason
 */
const eventData = (id, reason = 'callStarted') => ({
  reason,
  payload: {callData: {interactionId: String(id), ani: '9250000111', dnis: '9255550100', callType: 'INBOUND'}},
});

let callCount = 0;

/**
 * Sends the events that a request asks for: `count` events `callStarted`, or all events of `calls` calls.
 *
 * @param {{count?: number, calls?: number}} request
 * @param {(data: ReturnType<typeof eventData>) => void} send
 */
function sendEvents({count = 0, calls = 0}, send) {
  for (let i = 0; i < count; i++) send(eventData(i));
  for (let i = 0; i < calls; i++) {
    const id = `call${++callCount}`;
    for (const reason of ['callStarted', 'callAccepted', 'callEnded', 'callFinished']) send(eventData(id, reason));
  }
}

/** Echoes messages, answers requests of the protocol, and sends events on request. @param {MessagePort} port */
function bare(port) {
  port.onmessage = ({data}) => {
    if (data.message) port.postMessage(envelope({id: data.message.id, response: data.message.request.args}));
    else if (data.count || data.calls) sendEvents(data, (event) => port.postMessage(event));
    else port.postMessage(data);
  };
}

/** Answers requests as an adapter does, and sends events on request. @param {MessagePort} port */
function adapter(port) {
  port.onmessage = ({data: {message}}) => {
    if (!message.request) return;
    const {args} = message.request;
    port.postMessage(envelope({id: message.id, response: args}));
    sendEvents(args, (data) => {
      port.postMessage(envelope({event: {objectId: 'interactionApi', name: 'interactionEvent', data}}));
    });
  };
}

let connected = false;
addEventListener('message', ({data, source}) => {
  if (data === 'bare' || (data?.message === 'asking_connect' && !connected)) {
    const {port1, port2} = new MessageChannel();
    if (data === 'bare') bare(port1);
    else adapter(port1);
    connected ||= data !== 'bare';
    const answer = data === 'bare' ? 'bare port' : envelope('connect');
    /** @type {Window} */ (source).postMessage(answer, {targetOrigin: '*', transfer: [port2]});
  }
});
