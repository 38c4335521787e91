/** A far end that does no more than it must: what is measured is the near one. It runs in the page itself, or in a frame of another origin. */

const sender = 'master_intrx_plugin_bench-0123456789abcdef';
/** @param {unknown} message */
const envelope = (message) => ({iframeName: 'intrx_plugin_bench', sender, message});

/** What an event carries: the same on both sides. @param {number} i */
const eventData = (i) => ({
  reason: 'callStarted',
  payload: {callData: {interactionId: String(i), ani: '9250000111', dnis: '9255550100', callType: 'INBOUND'}},
});

/** Echoes what comes, answers what is asked in the protocol's words, and sends `count` messages when it is told to. @param {MessagePort} port */
function bare(port) {
  port.onmessage = ({data}) => {
    if (data.message) port.postMessage(envelope({id: data.message.id, response: data.message.request.args}));
    else if (data.count) for (let i = 0; i < data.count; i++) port.postMessage(eventData(i));
    else port.postMessage(data);
  };
}

/** The adapter's side of the wire. @param {MessagePort} port */
function adapter(port) {
  port.onmessage = ({data: {message}}) => {
    if (!message.request) return;
    const {args} = message.request;
    port.postMessage(envelope({id: message.id, response: args}));
    for (let i = 0; i < (args.count ?? 0); i++) {
      const event = {objectId: 'interactionApi', name: 'interactionEvent', data: eventData(i)};
      port.postMessage(envelope({event}));
    }
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
