/**
 * Chooses the adapter of the phone. Default: the simulator in this page. With `?adapter=frame`, the adapter has another
 * origin, as the adapter of a real Five9. With `?adapter=none`, there is no adapter.
 */
import {find} from '../page/template.js';

const kind = new URLSearchParams(location.search).get('adapter');
const simulator = find('five9-simulator');
const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.adapters a'));

for (const link of links) {
  if (new URL(link.href).searchParams.get('adapter') === kind) link.ariaCurrent = 'page';
}

if (kind === 'none') simulator.remove();
if (kind === 'frame') void useFrame();

/**
 * Replaces the simulator with `five9-adapter`, as for a real Five9. Only the demo needs `src`, because the demo's
 * adapter is on another port of this machine.
 */
async function useFrame() {
  const placeholder = document.createElement('div');
  simulator.replaceWith(placeholder);
  const {adapterOrigin} = await (await fetch('/demo/settings.json')).json();
  const adapter = document.createElement('five9-adapter');
  adapter.setAttribute('src', `${adapterOrigin}/clients/integrations/adt.main.html`);
  adapter.toggleAttribute('f9crmapi', true);
  placeholder.replaceWith(adapter);
}

document.addEventListener('five9-connection', ({detail: {status, reason}}) => {
  const words = {
    connecting: 'Connecting…',
    connected: 'Connected',
    lost: 'Connection lost',
    unreachable: 'Not connected',
  };
  const badge = find('#connection');
  badge.dataset.status = status;
  badge.textContent = words[status];
  badge.title = reason ?? '';
});
