import {html, type TemplateResult} from 'lit';
import type {Fault} from '../contact-center/faults.js';
import type {ContactCenterState} from '../contact-center/state.js';
import {type Command, onSubmit, select} from './form.js';

const FAULTS: readonly Fault['fault'][] = [
  'drop-link',
  'restore-link',
  'lost-reply',
  'error',
  'latency',
  'late-answer',
  'lost-answer',
  'page-error',
  'rubbish',
  'expire-session',
  'not-in-working-state',
  'clear',
];
const LATENCY = 2000;

/** Renders the form for faults, and the field for the time until the customer answers. */
export const faultForm = ({options}: ContactCenterState, command: Command): TemplateResult => html`
  <details>
    <summary>Faults and customer</summary>
    <form
      @submit=${onSubmit((field) => {
        const method = field('method');
        command('inject', {fault: field('fault'), ms: LATENCY, ...(method && {method})});
      })}
    >
      ${select(
        'Fault',
        'fault',
        FAULTS.map((id) => ({id, name: id})),
      )}
      <label>Method <input name="method" placeholder="any" autocomplete="off" /></label>
      <button>Inject</button>
    </form>
    <label>
      Seconds until the customer answers
      <input
        type="number"
        min="0"
        step="0.5"
        placeholder="never"
        .value=${options.autoAnswerAfter === null ? '' : String(options.autoAnswerAfter / 1000)}
        @change=${({target}: Event) => {
          const {value} = target as HTMLInputElement;
          command('configure', {autoAnswerAfter: value ? Number(value) * 1000 : null});
        }}
      />
    </label>
  </details>
`;
