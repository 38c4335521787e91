import {html, nothing, type TemplateResult} from 'lit';
import type {ContactCenterState} from '../contact-center/state.js';
import {faultForm} from './fault-form.js';
import {type Command, onSubmit, select} from './form.js';
import {interactionCard} from './interaction-card.js';

/** Renders the remote control. */
export function remoteControl(state: ContactCenterState, error: string, command: Command): TemplateResult {
  const {agent, campaigns, interactions, link, now, options, pendingDial, refusedDials} = state;
  const live = interactions.filter((it) => it.state !== 'FINISHED');
  const working = agent.loginState === 'WORKING';
  const refused = refusedDials.at(-1);
  // Show a refused dial until the next interaction starts.
  const isNews = refused && interactions.every(({startedAt}) => startedAt <= refused.at);

  return html`
    <div class="head">
      <b>
        Simulated Five9
        <small role="status">
          ${agent.name}${working ? '' : `: ${agent.loginState}`}${link === 'up' ? '' : '. The link is down.'}
        </small>
      </b>
      <button
        @click=${() => {
          command(working ? 'logOut' : 'logIn');
        }}
      >
        ${working ? 'Log out' : 'Log in'}
      </button>
    </div>
    <p part="error" role="alert" dir="auto">${error}</p>
    <p role="status" dir="auto">
      ${isNews ? html`<bdi>${refused.number}</bdi> was not dialled. ${refused.message}` : nothing}
    </p>
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
            <button
              type="button"
              @click=${() => {
                command('cancelDial', pendingDial.id);
              }}
            >
              Cancel
            </button>
          </form>
        </section>
      `
    }
    ${live.map((interaction) => interactionCard(interaction, now, command))}
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
    ${faultForm(state, command)}
  `;
}
