/** Which adapter the phone has: the simulator in this page, as the HTML says; with `?adapter=frame` one of another origin, as with a real Five9; or none. */
import {find} from '../page/template.js';

const kind = new URLSearchParams(location.search).get('adapter');
const simulator = find('five9-simulator');
const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.adapters a'));

for (const link of links) {
  if (new URL(link.href).searchParams.get('adapter') === kind) link.ariaCurrent = 'page';
}

if (kind === 'none') simulator.remove();
if (kind === 'frame') void useFrame();

/** Puts in the tag that a page with a real Five9 has. That one needs no `src`; ours is at a port of this machine. */
async function useFrame() {
  const place = document.createElement('div');
  simulator.replaceWith(place);
  const {adapterOrigin} = await (await fetch('/demo/settings.json')).json();
  const adapter = document.createElement('five9-adapter');
  adapter.setAttribute('src', `${adapterOrigin}/clients/integrations/adt.main.html`);
  adapter.toggleAttribute('f9crmapi', true);
  place.replaceWith(adapter);
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
