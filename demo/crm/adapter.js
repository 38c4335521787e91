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

/** Puts in the two tags that a page with a real Five9 has. The provider is needed where the adapter is not at five9.com. */
async function useFrame() {
  const place = document.createElement('div');
  simulator.replaceWith(place);
  const {adapterOrigin} = await (await fetch('/demo/settings.json')).json();
  const provider = document.createElement('five9-provider');
  provider.setAttribute('adapter-origin', adapterOrigin);
  const iframe = document.createElement('iframe');
  iframe.src = `${adapterOrigin}/clients/integrations/adt.main.html?f9crmapi=true`;
  iframe.title = 'Five9';
  iframe.allow = 'microphone; autoplay; clipboard-read; clipboard-write';
  place.replaceWith(provider, iframe);
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
