import {html, nothing, type TemplateResult} from 'lit';
import type {Disposition} from '../../interaction-api/types.js';
import {duration} from '../../shared/words/duration.js';

/** The template of a section of the element; `nothing` if the section is not shown. */
export type OptionalTemplate = TemplateResult | typeof nothing;

/** State and event handlers of the whole element. */
export interface DispositionView {
  readonly label: string;
  /** The select or the combobox. */
  readonly field: TemplateResult;
  readonly timer: OptionalTemplate;
  /**
   * Whether the button can set a disposition now. If it cannot, the button can still get the focus, and a press shows
   * the reason.
   */
  readonly canSet: boolean;
  readonly disabled: boolean;
  readonly confirmation: OptionalTemplate;
  readonly status: string;
  /** Remaining wrap-up time in milliseconds; `undefined` if there is no countdown. */
  readonly left: number | undefined;
  readonly error: TemplateResult;
  readonly canRetry: boolean;
  readonly onPress: () => void;
  readonly onRetry: () => void;
}

export function renderDisposition(view: DispositionView): TemplateResult {
  return html`<label id="label" for="field"><slot name="label">${view.label}</slot></label>
    <div class="row">
      <div class="field">${view.field}</div>
      ${view.timer}
      <button
        part="button"
        aria-disabled=${view.canSet ? nothing : 'true'}
        ?disabled=${view.disabled}
        @click=${view.onPress}
      >
        <slot>Set disposition</slot>
      </button>
    </div>
    ${view.confirmation}
    <div class="row foot">
      <span part="status" role="status">${view.status}</span>
      ${renderCountdown(view.left)}
    </div>
    ${view.error} ${view.canRetry ? html`<button part="retry" @click=${view.onRetry}>Load again</button>` : nothing}`;
}

function renderCountdown(left: number | undefined): OptionalTemplate {
  if (left === undefined) return nothing;
  return html`<span part="countdown" role="timer">${duration(Math.ceil(left / 1000))} left</span>`;
}

/** State and event handlers of the select. */
export interface SelectView {
  readonly choices: readonly Disposition[];
  /** Whether the agent can choose a disposition now. If not, the select can still get the focus. */
  readonly editable: boolean;
  readonly disabled: boolean;
  readonly required: boolean;
  readonly onChange: (event: Event) => void;
  readonly onBlur: (() => void) | typeof nothing;
}

export function renderSelect(view: SelectView): TemplateResult {
  return html`<select
    id="field"
    part="field"
    aria-disabled=${view.editable ? nothing : 'true'}
    ?disabled=${view.disabled}
    ?required=${view.required}
    @change=${view.onChange}
    @blur=${view.onBlur}
  >
    <option value="">${view.editable ? 'Choose…' : '–'}</option>
    ${view.choices.map(({id, name}) => html`<option value=${id}>${name}</option>`)}
  </select>`;
}

/** State and event handler of the timer. */
export interface TimerView {
  /** Label that describes the effect of the timer; empty if there is no timer. */
  readonly label: string;
  readonly unit: string;
  readonly text: string;
  readonly required: boolean;
  readonly onInput: (event: Event) => void;
}

export function renderTimer(view: TimerView): OptionalTemplate {
  if (!view.label) return nothing;
  return html`<label class="row"
    >${view.label}
    <input
      part="timer"
      size="6"
      autocomplete="off"
      ?required=${view.required}
      .value=${view.text}
      @input=${view.onInput}
    />
    <slot name="timer-unit">${view.unit}</slot></label
  >`;
}
