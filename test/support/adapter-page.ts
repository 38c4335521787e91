/** Script of test/pages/adapter.html: starts an adapter, controlled by the window that sends a port to this page. */
import {serveAdapter} from './wire-adapter.js';

addEventListener('message', ({data, ports}) => {
  const [control] = ports;
  if (data === 'be an adapter' && control) serveAdapter(control, window);
});
