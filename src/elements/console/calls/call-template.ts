import {html, nothing, type TemplateResult} from 'lit';
import {fullName} from '../api-names.js';
import {toPrettyJson} from '../json.js';
import type {ConsoleCall} from './call-list.js';

/** Functions for the buttons of an API call in the history. */
export interface CallActions {
  readonly cancel: () => void;
  /** Copies the result or the error. */
  readonly copy: () => void;
  /** Puts the method and its parameters into the form. */
  readonly reuse: () => void;
}

const STATE_TEXTS = {running: 'runs…', done: 'answered', failed: 'failed'};

/** Renders an API call in the history. */
export function callTemplate(call: ConsoleCall, actions: CallActions): TemplateResult {
  const {api, method, params, state, took, text} = call;
  const duration = took === undefined ? '' : ` in ${took} ms`;
  return html`<li data-state=${state}>
    <div class="row">
      <code>${fullName(api, method)}</code>
      <span class=${state === 'failed' ? 'wrong' : 'quiet'}>${STATE_TEXTS[state]}${duration}</span>
      ${
        state === 'running'
          ? html`<button @click=${actions.cancel}>Cancel</button>`
          : html`<button @click=${actions.copy}>Copy</button>`
      }
      <button @click=${actions.reuse}>Use again</button>
    </div>
    ${params === undefined ? nothing : parameters(params)} ${text ? result(call) : nothing}
  </li>`;
}

const parameters = (params: unknown): TemplateResult =>
  html`<details>
    <summary>Parameters</summary>
    <pre tabindex="0" role="group" aria-label="Parameters" .textContent=${toPrettyJson(params)}></pre>
  </details>`;

const result = ({method, state, text}: ConsoleCall): TemplateResult =>
  html`<pre
    part="result"
    tabindex="0"
    role="group"
    aria-label=${`Result of ${method}`}
    class=${state === 'failed' ? 'wrong' : ''}
    .textContent=${text}
  ></pre>`;
