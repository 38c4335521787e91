/**
 * Opens the panel of the simulated Five9 in a wide window. In other windows the panel is a bar that shows the state.
 */
import {find} from '../page/template.js';

const details = /** @type {HTMLDetailsElement} */ (find('#remote-details'));
const wide = matchMedia('(min-width: 76rem)');

function openIfWide() {
  details.open = wide.matches;
}

openIfWide();
wide.addEventListener('change', openIfWide);

// Open the panel when the user follows a link to it.
addEventListener('hashchange', () => {
  if (location.hash === '#remote') details.open = true;
});

void customElements.whenDefined('five9-simulator').then(() => {
  const {contactCenter} = find('five9-simulator');
  const showState = () => {
    const {agent, interactions, link} = contactCenter.state();
    const live = interactions.filter(({state}) => state !== 'FINISHED');
    find('#remote-state').textContent =
      link === 'up' && agent.loginState === 'WORKING'
        ? live.map(({type, state}) => `${type}: ${state.toLowerCase().replace('_', '-')}`).join(', ') || 'ready'
        : link === 'up'
          ? agent.loginState.toLowerCase()
          : 'the link is down';
  };
  contactCenter.onChange(showState);
  showState();
});
