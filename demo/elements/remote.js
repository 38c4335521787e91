/** The simulated Five9: open in a wide window, otherwise a bar with its state. */
import {find} from '../page/template.js';

const details = /** @type {HTMLDetailsElement} */ (find('#remote-details'));
const wide = matchMedia('(min-width: 76rem)');

function openIfWide() {
  details.open = wide.matches;
}

openIfWide();
wide.addEventListener('change', openIfWide);

// The demos have links to it.
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
