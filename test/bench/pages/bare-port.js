/**
 * Opens a port to far-end.js, with as little code as possible.
 *
 * @param {Window} farEnd The window in which far-end.js runs.
 */
export async function openBarePort(farEnd) {
  const port = await new Promise((resolve) => {
    addEventListener('message', function onMessage({data, ports: [found]}) {
      if (data !== 'bare port') return;
      removeEventListener('message', onMessage);
      resolve(found);
    });
    farEnd.postMessage('bare', '*');
  });
  const waiting = [];
  const sender = 'remote_intrx_plugin_bench-0123456789abcdef';
  let asked = 0;
  let onEvent;
  port.onmessage = ({data}) => (data.reason ? onEvent() : waiting.shift()(data));
  const echo = (data) =>
    new Promise((done) => {
      waiting.push(done);
      port.postMessage(data);
    });
  return {
    echo,
    /** Sends a message that is as long as a request of our client, and waits for the reply. */
    ask: (args) =>
      echo({
        iframeName: 'intrx_plugin_bench',
        sender,
        message: {
          id: `${sender}-0123456789abcdef#${++asked}`,
          request: {objectId: 'interactionApi', verb: 'post', attrName: 'getCav', args},
        },
      }),
    /**
     * Sends a request for events, and waits until `count` events have arrived.
     *
     * @param {{count?: number, calls?: number}} request
     * @param {number} count Number of events that far-end.js sends for the request.
     * @param {() => void} [onMessage]
     */
    receive: (request, count, onMessage = () => undefined) =>
      new Promise((done) => {
        let received = 0;
        onEvent = () => {
          onMessage();
          if (++received === count) done();
        };
        port.postMessage(request);
      }),
  };
}
