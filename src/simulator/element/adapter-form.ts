import {html, type TemplateResult} from 'lit';
import type {ContactCenterState} from '../contact-center/state.js';
import {commandButton} from './command-button.js';
import {type Command, onSubmit, select} from './form.js';

/** The states of the login, in the order in which an agent goes through them. */
const STATES = ['LOGOUT', 'SELECT_STATION', 'SELECT_SKILLS', 'ACCEPT_NOTICE', 'WORKING', 'RELOGIN'];

/** Returns the next state of a login that is not complete. */
export function nextLoginState(state: string): string {
  const steps = STATES.slice(1, 5);
  return steps[steps.indexOf(state) + 1] ?? 'WORKING';
}

/**
 * Renders the forms for the state of the login, and for own code inside the adapter.
 *
 * @param answer The answer of the page to the last call of a custom method, as text.
 */
export const adapterForm = ({agent}: ContactCenterState, answer: string, command: Command): TemplateResult => html`
  <details>
    <summary>Login and custom methods</summary>
    <form
      @submit=${onSubmit((field) => {
        command('setLoginState', field('loginState'));
      })}
    >
      ${select(
        'Login state',
        'loginState',
        STATES.map((id) => ({id, name: id})),
        agent.loginState,
      )}
      <button>Set</button>
    </form>
    <form
      @submit=${onSubmit((field) => {
        command('callCustomMethod', field('methodName'), argumentOf(field('argument')));
      })}
    >
      <label>Custom method <input name="methodName" autocomplete="off" /></label>
      <label>Argument <input name="argument" placeholder="text or JSON" autocomplete="off" /></label>
      <button>Call</button>
    </form>
    <p part="answer" role="status" dir="auto">${answer}</p>
    ${commandButton('Bring to front', command, ['bringToFront'])}
  </details>
`;

/** Returns the argument that a person has typed: JSON if it is JSON, else the text. */
function argumentOf(text: string): unknown {
  try {
    return text ? (JSON.parse(text) as unknown) : null;
  } catch {
    return text;
  }
}
