/**
 * The action of each element. The action brings the element into states such as 'pending' and 'error'. An element
 * without an entry has no action, and is shown in every state.
 */

/** @import {Setup} from './state-list.js' */

/** @typedef {(element: any, setup: Setup) => unknown} Callback */

/**
 * @typedef {object} Action
 * @property {'idle' | 'offered' | 'talking' | 'ended'} [from] the state of the call that the action needs
 * @property {string} [method] the method of the Interaction API that the action calls
 * @property {Callback} [act]
 * @property {Callback} [pending] runs instead of `act` for the state 'pending'
 * @property {Callback} [error] runs instead of `act` for the state 'error'
 * @property {string[]} [asks] methods of the Interaction API that the element calls by itself
 * @property {string[]} [states] the states to show, in each of which the element looks different
 */

const EVERYWHERE = 'no-service connecting unreachable lost logged-out idle';

/** @param {string} names */
const states = (names) => `${EVERYWHERE} ${names}`.split(' ');

/** @type {Record<string, Action>} */
export const actions = {
  'five9-adapter': {states: []},
  'five9-adt-button': {states: []},
  'five9-adt-input': {states: []},
  'five9-agent-status': {
    from: 'idle',
    asks: ['getApplicationContext', 'isMasterPage'],
    states: states('error old-sdk'),
  },
  'five9-call-variables': {
    method: 'setCav',
    act: (element) => element.set({'Custom.note': 'Wants a refund'}),
    states: states('talking loading pending error done ended finished old-sdk chat'),
  },
  'five9-click2dial': {
    from: 'idle',
    act: (element) => element.dial(),
    // Remove the default campaign, so that the dial waits until the agent has chosen a campaign.
    pending(element, {contactCenter}) {
      contactCenter.configure({defaultCampaignId: null});
      return element.dial();
    },
    error(element) {
      element.number = '(925) 555-0199';
      return element.dial();
    },
    states: states('pending error done old-sdk'),
  },
  'five9-console': {states: 'no-service connecting unreachable idle talking'.split(' ')},
  'five9-contact': {asks: ['getCrm'], states: states('talking loading error ended finished old-sdk chat')},
  'five9-crm': {states: []},
  'five9-custom-component': {states: []},
  'five9-dial-links': {
    from: 'idle',
    act: (element) => element.querySelector('a').click(),
    pending(element, {contactCenter}) {
      contactCenter.configure({defaultCampaignId: null});
      element.querySelector('a').click();
    },
    error(element) {
      const link = element.querySelector('a');
      link.href = 'tel:9255550199';
      link.click();
    },
    states: states('pending error done old-sdk'),
  },
  'five9-disposition': {
    from: 'ended',
    method: 'setDisposition',
    act(element) {
      element.value = '3551';
      return element.set();
    },
    states: states('offered talking loading ended pending error finished old-sdk chat email'),
  },
  'five9-dtmf-pad': {
    from: 'talking',
    method: 'sendDtmf',
    act: (element) => element.send('1'),
    states: states('offered talking pending error done ended finished old-sdk chat'),
  },
  'five9-hooks': {states: []},
  'five9-interaction-panel': {states: states('offered talking loading ended finished old-sdk chat email several')},
  'five9-interactions': {
    from: 'talking',
    method: 'openInteraction',
    act: (element, {id}) => element.open(id),
    states: states('offered talking pending error ended finished several old-sdk'),
  },
  'five9-mute': {
    from: 'talking',
    method: 'mute',
    act: (element) => element.toggle(true),
    states: states('offered talking pending error done ended finished old-sdk chat'),
  },
  'five9-object-picker': {
    from: 'talking',
    method: 'selectRelatedToObject',
    act: (element) => element.select('456'),
    states: states('offered talking loading pending error done finished old-sdk chat'),
  },
  'five9-object-visited': {from: 'idle', states: ['old-sdk']},
  'five9-provider': {states: []},
  'five9-search-results': {
    from: 'talking',
    method: 'getSearchResults',
    act: (element) => element.refresh(),
    states: states('offered talking loading pending error finished old-sdk chat'),
  },
  'five9-simulator': {states: 'idle logged-out offered talking ended chat email several'.split(' ')},
  'five9-ws-events': {states: []},
};
