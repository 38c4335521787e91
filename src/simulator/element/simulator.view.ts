import {html, nothing, type TemplateResult} from 'lit';
import type {Fault} from '../contact-center/faults.js';
import type {ContactCenterState, InteractionState} from '../contact-center/state.js';

/** Gives a command to the contact centre. */
type Command = (name: string, ...args: unknown[]) => void;

/** What a state is called. */
const STATES = {
  OFFERED: 'Ringing',
  RINGING_ON_OTHER_SIDE: 'Ringing at the customer',
  TALKING: 'Talking',
  ACCEPTED: 'Open',
  ON_HOLD: 'On hold',
  WRAP_UP: 'Wrap-up',
  FINISHED: 'Finished',
};

/** What a step is called. Setting the disposition has a form of its own. */
const STEPS = {
  answer: 'Answer',
  accept: 'Accept',
  remoteAnswer: 'Customer answers',
  hold: 'Hold',
  resume: 'Resume',
  transfer: 'Transfer',
  end: 'End',
  reject: 'Reject',
  hangUp: 'Hang up',
};

const FAULTS: Record<string, Fault> = {
  'Drop the link': {fault: 'drop-link'},
  'Restore the link': {fault: 'restore-link'},
  'Lose the next answer': {fault: 'lost-reply'},
  'Refuse the next request': {fault: 'error'},
  'Answer 2 s late': {fault: 'latency', ms: 2000},
  'Expire the session': {fault: 'expire-session'},
  'Not yet working': {fault: 'not-in-working-state'},
  'No more faults': {fault: 'clear'},
};

/** The whole remote control. */
export function panel(state: ContactCenterState, error: string, command: Command): TemplateResult {
  const {agent, interactions, link, now, options, pendingDial, refusedDials} = state;
  const live = interactions.filter((it) => it.state !== 'FINISHED');
  const refused = refusedDials.at(-1);
  const working = agent.loginState === 'WORKING';
  return html`
    <header>
      <b>Simulated Five9</b>
      <span part="state" role="status"
        >${link === 'up' ? (working ? agent.name : agent.loginState) : 'Link dropped'}</span
      >
      <button
        @click=${() => {
          command(working ? 'logOut' : 'logIn');
        }}
      >
        ${working ? 'Log out' : 'Log in'}
      </button>
    </header>
    <form
      @submit=${onSubmit((field, button) => {
        const number = field('number');
        const campaign = field('campaign');
        if (button === 'dial') command('dial', {number, ...(campaign && {campaignName: campaign})});
        else command(button, {ani: number, from: number, campaignId: campaign});
      })}
    >
      <label>Number <input name="number" type="tel" autocomplete="off" value="9250000111" /></label>
      <label>
        Campaign
        <select name="campaign">
          ${state.campaigns.map(({id, name}) => html`<option value=${id}>${name}</option>`)}
          <option value="">None</option>
        </select>
      </label>
      <button value="offerCall" class="main">Customer calls</button>
      <button value="dial">Agent dials</button>
      <button value="offerChat">Chat</button>
      <button value="offerEmail">E-mail</button>
    </form>
    <p part="error" role="alert">${error}</p>
    <p role="status">
      ${refused && now - refused.at < 10_000 ? html`<bdi>${refused.number}</bdi> was not dialled: ${refused.message}` : nothing}
    </p>
    ${
      pendingDial
        ? html`<section part="call" aria-label="Click-to-dial">
            <b><bdi>${pendingDial.number}</bdi></b>
            <form
              @submit=${onSubmit((field) => {
                command('chooseCampaign', pendingDial.id, field('campaign'));
              })}
            >
              <label>
                Dial in campaign
                <select name="campaign">
                  ${state.campaigns.map(({id, name}) => html`<option value=${id}>${name}</option>`)}
                </select>
              </label>
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
          </section>`
        : nothing
    }
    ${live.map((interaction) => card(interaction, now, command))}
    <details>
      <summary>Faults and far end</summary>
      <form
        @submit=${onSubmit((field) => {
          const method = field('method');
          command('inject', {...FAULTS[field('fault')], ...(method && {method})});
        })}
      >
        <label>
          Fault
          <select name="fault">
            ${Object.keys(FAULTS).map((name) => html`<option>${name}</option>`)}
          </select>
        </label>
        <label>Method <input name="method" autocomplete="off" placeholder="any" /></label>
        <button>Inject</button>
      </form>
      <label>
        Far end answers after, seconds
        <input
          type="number"
          min="0"
          step="0.5"
          placeholder="never"
          .value=${options.autoAnswerAfter === null ? '' : String(options.autoAnswerAfter / 1000)}
          @change=${({target}: Event) => {
            const {value} = target as HTMLInputElement;
            command('configure', {autoAnswerAfter: value === '' ? null : Number(value) * 1000});
          }}
        />
      </label>
    </details>
  `;
}

/** One interaction. */
function card(interaction: InteractionState, now: number, command: Command): TemplateResult {
  const {id, type, number, data, state, steps, startedAt, connectedAt, endedAt, wrapUpEndsAt, dispositions} =
    interaction;
  const call = interaction.type === 'Call' ? interaction : undefined;
  const seconds = wrapUpEndsAt ? wrapUpEndsAt - now : now - (endedAt ?? connectedAt ?? startedAt);
  return html`<section part="call" aria-label="${type} ${number}">
    <b>${type} <bdi>${number}</bdi></b>
    <span>${data.campaignName}</span>
    <span part="state" role="status">${STATES[state]}</span>
    <time>${duration(seconds)}</time>
    <div>
      ${steps.map((step) =>
        step === 'dispose'
          ? nothing
          : html`<button
              class=${step === 'answer' || step === 'accept' ? 'main' : step === 'hangUp' || step === 'reject' ? 'end' : ''}
              @click=${() => {
                command(step, id);
              }}
            >
              ${STEPS[step]}
            </button>`,
      )}
      ${
        steps.includes('hangUp')
          ? html`<button
              @click=${() => {
                command('hangUp', id, {by: 'customer'});
              }}
            >
              Customer hangs up
            </button>`
          : nothing
      }
    </div>
    ${
      call?.dtmf || call?.muted
        ? html`<p>${call.muted ? 'Muted. ' : ''}${call.dtmf ? html`Digits: <bdi>${call.dtmf}</bdi>` : nothing}</p>`
        : nothing
    }
    ${
      steps.includes('dispose')
        ? html`<form
            @submit=${onSubmit((field) => {
              command('dispose', id, field('disposition'));
            })}
          >
            <label>
              Disposition
              <select name="disposition">
                ${dispositions.map((it) => html`<option value=${it.id}>${it.name}</option>`)}
              </select>
            </label>
            <button class="main">Set</button>
          </form>`
        : nothing
    }
    ${
      call
        ? html`<details>
            <summary>Variables</summary>
            <dl>
              ${call.cavs.map(
                ({group, name, value}) =>
                  html`<div>
                    <dt>${group}.${name}</dt>
                    <dd><bdi>${value}</bdi></dd>
                  </div>`,
              )}
            </dl>
          </details>`
        : nothing
    }
  </section>`;
}

/** Handles a form: hands on what stands in its fields, and the value of the button that was pressed. */
const onSubmit =
  (handle: (field: (name: string) => string, button: string) => void) =>
  (event: SubmitEvent): void => {
    event.preventDefault();
    const values = new FormData(event.target as HTMLFormElement);
    handle((name) => values.get(name) as string, (event.submitter as HTMLButtonElement | null)?.value ?? '');
  };

/** Minutes and seconds. */
const duration = (ms: number): string => {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};
