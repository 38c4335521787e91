import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {ContactCenterState} from '../contact-center/state.js';
import {adapterForm, nextLoginState} from './adapter-form.js';
import {commandButton} from './command-button.js';
import {faultForm} from './fault-form.js';
import {type Command, onSubmit, select} from './form.js';
import {shown} from './found-records.js';
import {lastLog, suggestions, tileRow} from './home-screen.js';
import {interactionCard} from './interaction-card.js';
import {ownControls} from './own-controls.js';
import {agentMessages, questionJournal} from './page-questions.js';

/** What has become of the last command. */
export interface CommandOutcome {
  /** Message of the error; empty if the command succeeded. */
  readonly error: string;
  /** The answer of the page to a call of a custom method, as text. */
  readonly answer: string;
}

/**
 * Renders the remote control. The parts of the page stand below the buttons, so that they do not move a button that is
 * about to be pressed.
 */
export function remoteControl(
  state: ContactCenterState,
  {error, answer}: CommandOutcome,
  command: Command,
): TemplateResult {
  const {agent, campaigns, interactions, link, now, options, pendingDial, refusedDials} = state;
  const live = interactions.filter((it) => it.state !== 'FINISHED');
  const working = agent.loginState === 'WORKING';
  const provider = shown(state.adtConfig?.['providerName']);
  const refused = refusedDials.at(-1);
  // Show a refused dial until the next interaction starts.
  const isNews = refused && interactions.every(({startedAt}) => startedAt <= refused.at);

  return html`
    <div class="head">
      <b>
        Simulated Five9
        <small role="status">
          ${agent.name}${provider && html` for <bdi>${provider}</bdi>`}${working ? '' : `: ${agent.loginState}`}${link === 'up' ? '' : '. The link is down.'}
        </small>
      </b>
      ${loginButtons(agent.loginState, command)}
    </div>
    <p part="error" role="alert" dir="auto">${error}</p>
    <p role="status" dir="auto">
      ${isNews ? html`<bdi>${refused.number}</bdi> was not dialled. ${refused.message}` : nothing}
    </p>
    ${tileRow(state, command)} ${agentMessages(state, command)} ${lastLog(state)}
    ${
      pendingDial &&
      html`
        <section part="call" aria-label="Click-to-dial">
          <b>Dial <bdi>${pendingDial.number}</bdi> in which campaign?</b>
          <form
            @submit=${onSubmit((field) => {
              command('chooseCampaign', pendingDial.id, field('campaign'));
            })}
          >
            ${select('Campaign', 'campaign', campaigns)}
            <button class="main">Dial</button>
            ${commandButton('Cancel', command, ['cancelDial', pendingDial.id])}
          </form>
        </section>
      `
    }
    ${repeat(
      live,
      ({id}) => id,
      (interaction) => interactionCard(interaction, now, command),
    )}
    <form
      @submit=${onSubmit((field, button) => {
        const number = field('number');
        const campaignId = field('campaign');
        if (button === 'dial') command(button, {number, campaignName: campaignId});
        else command(button, {ani: number, from: number, campaignId});
      })}
    >
      <label>Number <input name="number" type="tel" value="9250000111" autocomplete="off" /></label>
      ${select('Campaign', 'campaign', [...campaigns, {id: '', name: 'None'}], options.defaultCampaignId ?? '')}
      <div>
        <button value="offerCall" class="main">Customer calls</button>
        <button value="dial">Agent dials</button>
        <button value="offerChat">Customer chats</button>
        <button value="offerEmail">Customer writes</button>
      </div>
    </form>
    ${ownControls(state.customComponents, command)} ${suggestions(state, command)} ${faultForm(state, command)}
    ${adapterForm(state, answer, command)} ${questionJournal(state)}
  `;
}

/** Renders the buttons that log the agent in, at once or step by step, or out. */
function loginButtons(state: string, command: Command): TemplateResult {
  if (state === 'WORKING') return commandButton('Log out', command, ['logOut']);
  const next = nextLoginState(state);
  return html`
    ${next === 'WORKING' ? nothing : commandButton('Next step', command, ['setLoginState', next])}
    ${commandButton('Log in', command, ['logIn'])}
  `;
}
