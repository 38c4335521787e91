/** Script of test/pages/adapter.html: an adapter for whoever sends this page a port. */
import {serveAdapter} from './wire-adapter.js';

addEventListener('message', ({data, ports}) => {
  const [control] = ports;
  if (data === 'be an adapter' && control) serveAdapter(control, window);
});
