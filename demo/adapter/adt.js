/** The adapter's page: the same adapter and remote control as in a page of their own, for the contact centre in the server. */
import '/cdn/simulator.js';
import {RemoteContactCenter} from '/dist/simulator/remote/index.js';

try {
  const contactCenter = await RemoteContactCenter.open();
  const simulator = document.createElement('five9-simulator');
  simulator.contactCenter = contactCenter;
  document.body.replaceChildren(simulator, ...notice(contactCenter.notice));
} catch (error) {
  document.body.replaceChildren(
    ...notice(`The simulated Five9 does not answer. ${error.message} Reload when it runs.`),
  );
}

/** @param {string} words */
function notice(words) {
  const paragraph = document.createElement('p');
  paragraph.setAttribute('role', 'status');
  paragraph.textContent = words;
  return words ? [paragraph] : [];
}
