/**
 * Shows a `five9-simulator` in the adapter's page. This element is the adapter, and also the remote control of the
 * contact centre in the server.
 */
import '/cdn/simulator.js';
import {RemoteContactCenter} from '/dist/simulator/remote/index.js';

try {
  const contactCenter = await RemoteContactCenter.open();
  const simulator = document.createElement('five9-simulator');
  simulator.contactCenter = contactCenter;
  document.body.replaceChildren(simulator, ...notice(contactCenter.notice));
} catch (error) {
  document.body.replaceChildren(
    ...notice(`The simulated Five9 does not answer. ${error.message} Run “npm start”, then reload this page.`),
  );
}

/** @param {string} words */
function notice(words) {
  const paragraph = document.createElement('p');
  paragraph.setAttribute('role', 'status');
  paragraph.textContent = words;
  return words ? [paragraph] : [];
}
