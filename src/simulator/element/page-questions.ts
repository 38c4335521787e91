import {html, nothing, type TemplateResult} from 'lit';
import type {ContactCenterState} from '../contact-center/state.js';
import type {AskedQuestion} from '../contact-center/page/question-journal.js';
import {commandButton} from './command-button.js';
import type {Command} from './form.js';

/** Renders the questions of hooks to the agent, and the messages. */
export const agentMessages = ({dialogs, messages}: ContactCenterState, command: Command): TemplateResult => html`
  ${dialogs.map(
    ({id, header, message}) => html`
      <div part="dialog" role="group" aria-label=${header}>
        <div role="alert">
          <b dir="auto">${header}</b>
          <p dir="auto">${message}</p>
        </div>
        <div>
          ${commandButton('Yes', command, ['answerDialog', id, true], {className: 'main'})}
          ${commandButton('No', command, ['answerDialog', id, false])}
        </div>
      </div>
    `,
  )}
  ${messages.map(
    (message) => html`
      <div part="message" role="group" aria-label="Message">
        <p role="alert" dir="auto">${message}</p>
        ${commandButton('Hide', command, ['hideMessage', message])}
      </div>
    `,
  )}
`;

/** Renders the last questions to the pages, newest first. */
export const questionJournal = ({questions}: ContactCenterState): TemplateResult | typeof nothing =>
  questions.length
    ? html`
        <details>
          <summary>Questions to the page</summary>
          <ol part="questions" reversed>
            ${[...questions].reverse().map(journalEntry)}
          </ol>
        </details>
      `
    : nothing;

function journalEntry({
  number,
  method,
  outcome,
  asked,
  answers,
  decision,
  error,
  problem,
}: AskedQuestion): TemplateResult {
  const isTwice = answers > 1;
  return html`
    <li value=${number} class=${error || problem || isTwice ? 'bad' : ''}>
      <b>${method}</b> ${decision ?? outcome}
      ${asked > 1 ? html`<small>${asked} pages, ${answers} ${answers === 1 ? 'answer' : 'answers'}</small>` : nothing}
      ${[error, problem].map((text) => (text ? html`<small dir="auto">${text}</small>` : nothing))}
    </li>
  `;
}
