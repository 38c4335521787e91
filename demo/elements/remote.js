/** The simulated Five9: open where there is room beside the elements, else a bar that says what goes on. */
import {find} from '../page/template.js';

const details = /** @type {HTMLDetailsElement} */ (find('#remote-details'));
const wide = matchMedia('(min-width: 76rem)');

function openWhereThereIsRoom() {
  details.open = wide.matches;
}

openWhereThereIsRoom();
wide.addEventListener('change', openWhereThereIsRoom);

// It is asked for by links from the demos.
addEventListener('hashchange', () => {
  if (location.hash === '#remote') details.open = true;
});

void customElements.whenDefined('five9-simulator').then(() => {
  const {contactCenter} = find('five9-simulator');
  const say = () => {
    const {agent, interactions, link} = contactCenter.state();
    const live = interactions.filter(({state}) => state !== 'FINISHED');
    find('#remote-state').textContent =
      link === 'up' && agent.loginState === 'WORKING'
        ? live.map(({type, state}) => `${type}: ${state.toLowerCase().replace('_', '-')}`).join(', ') || 'ready'
        : link === 'up'
          ? agent.loginState.toLowerCase()
          : 'the link is down';
  };
  contactCenter.onChange(say);
  say();
});
