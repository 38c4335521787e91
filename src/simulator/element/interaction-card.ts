import {html, nothing, type TemplateResult} from 'lit';
import type {Step} from '../contact-center/interaction.js';
import type {InteractionState} from '../contact-center/state.js';
import {commandButton} from './command-button.js';
import {foundRecords} from './found-records.js';
import {type Command, onSubmit, select} from './form.js';

/** Returns a name as words: `hang up` for `hangUp`, and `wrap up` for `WRAP_UP`. */
const words = (name: string): string => name.replace(/_|(?=[A-Z][a-z])/g, ' ').toLowerCase();

/** CSS classes of the buttons for important commands. */
const BUTTON_CLASSES: Partial<Record<Step, string>> = {
  answer: 'main',
  accept: 'main',
  remoteAnswer: 'main',
  resume: 'main',
  reject: 'end',
  hangUp: 'end',
  end: 'end',
};

/** Renders an interaction: its state, and buttons for the possible commands. */
export function interactionCard(interaction: InteractionState, now: number, command: Command): TemplateResult {
  const {id, type, number, data, state, steps, startedAt, connectedAt, endedAt, wrapUpEndsAt} = interaction;
  const call = interaction.type === 'Call' ? interaction : undefined;

  return html`
    <section part="call" aria-label="${type} ${number}">
      <b>${type} <bdi>${number}</bdi></b>
      <small>${data.campaignName}</small>
      <span part="state" role="status">${words(state)}</span>
      <time>${duration(wrapUpEndsAt ? wrapUpEndsAt - now : now - (endedAt ?? connectedAt ?? startedAt))}</time>
      <div>
        ${steps.map((step) => [
          // Show no button for the disposition, which has its own form, and no 'hang up' button for the agent before
          // the agent has answered.
          step === 'dispose' || (step === 'hangUp' && state === 'OFFERED')
            ? nothing
            : commandButton(words(step), command, [step, id], {className: BUTTON_CLASSES[step] ?? ''}),
          step === 'hangUp' ? commandButton('customer hangs up', command, [step, id, {by: 'customer'}]) : nothing,
        ])}
        ${call?.state === 'TALKING' && !call.recorded ? commandButton('record', command, ['record', id]) : nothing}
      </div>
      ${foundRecords(interaction, command)}
      ${
        call?.dtmf || call?.muted || call?.recorded
          ? html`<p dir="auto">
              ${call.muted ? 'Muted. ' : nothing}${call.recorded ? 'Recorded. ' : nothing}
              ${call.dtmf && html`Digits: <bdi>${call.dtmf}</bdi>`}
            </p>`
          : nothing
      }
      ${
        steps.includes('dispose')
          ? html`
              <form
                @submit=${onSubmit((field) => {
                  command('dispose', id, field('disposition'));
                })}
              >
                ${select('Disposition', 'disposition', interaction.dispositions)}
                <button class="main">Set</button>
              </form>
            `
          : nothing
      }
      ${
        call &&
        html`
          <details>
            <summary>Variables</summary>
            <dl>
              ${call.cavs.map(
                ({group, name, value}) => html`
                  <div>
                    <dt>${group}.${name}</dt>
                    <dd><bdi>${value}</bdi></dd>
                  </div>
                `,
              )}
            </dl>
          </details>
        `
      }
    </section>
  `;
}

/** Returns a duration as text with minutes and seconds, for example `2:05`. */
function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
