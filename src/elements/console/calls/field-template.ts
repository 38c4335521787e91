import {html, nothing, type TemplateResult} from 'lit';
import type {Field} from './field.js';
import type {Suggestion} from './suggestions.js';

/** A form field with its current text, and the functions that handle its events. */
export interface FieldView {
  readonly field: Field;
  readonly text: string;
  readonly error: string | undefined;
  readonly suggestions: readonly Suggestion[];
  readonly onInput: (text: string) => void;
  readonly onFocus: () => void;
}

/** Renders a field, depending on its kind. */
export function fieldTemplate(view: FieldView): TemplateResult {
  switch (view.field.kind) {
    case 'check':
      return checkbox(view);
    case 'choice':
      return choice(view);
    case 'area':
    case 'json':
      return textArea({
        label: view.field.label,
        rows: 3,
        hint: view.field.hint ?? '',
        text: view.text,
        error: view.error,
        onInput: view.onInput,
      });
    default:
      return textField(view);
  }
}

/** Data and functions for a text field with several lines. */
export interface TextAreaView extends Pick<FieldView, 'text' | 'error' | 'onInput'> {
  readonly label: string;
  readonly rows: number;
  readonly hint: string;
}

/** Renders a text field with several lines, and its error. */
export function textArea({label, rows, hint, text, error, onInput}: TextAreaView): TemplateResult {
  return html`<label class="wide">
      ${label}
      <textarea
        rows=${rows}
        spellcheck="false"
        placeholder=${hint}
        aria-invalid=${error === undefined ? nothing : 'true'}
        aria-describedby=${error === undefined ? nothing : 'wrong'}
        .value=${text}
        @input=${(event: Event) => {
          onInput((event.target as HTMLTextAreaElement).value);
        }}
      ></textarea></label
    >${fieldError(error)}`;
}

/** Renders the error of a field. At most one field has an error, so the id is unique. */
export const fieldError = (error: string | undefined): TemplateResult | typeof nothing =>
  error === undefined ? nothing : html`<p id="wrong" role="alert" class="wrong">${error}</p>`;

function checkbox({field, text, onInput}: FieldView): TemplateResult {
  return html`<label class="check">
    <input
      type="checkbox"
      .checked=${text === 'true'}
      @change=${(event: Event) => {
        onInput((event.target as HTMLInputElement).checked ? 'true' : '');
      }}
    />
    ${field.label}
  </label>`;
}

function choice({field, text, onInput}: FieldView): TemplateResult {
  const {label, choices = []} = field;
  return html`<label>
    ${label}
    <select
      @change=${(event: Event) => {
        onInput((event.target as HTMLSelectElement).value);
      }}
    >
      ${choices.map(
        (value) => html`<option value=${value} ?selected=${value === text}>${value || 'not sent'}</option>`,
      )}
    </select>
  </label>`;
}

function textField({field, text, suggestions, onInput, onFocus}: FieldView): TemplateResult {
  const hasSuggestions = field.suggestions !== undefined;
  return html`<label>
      ${field.label}
      <input
        autocomplete="off"
        spellcheck="false"
        placeholder=${field.hint ?? ''}
        list=${hasSuggestions ? 'suggestions' : nothing}
        .value=${text}
        @input=${(event: Event) => {
          onInput((event.target as HTMLInputElement).value);
        }}
        @focus=${onFocus}
      /> </label
    >${hasSuggestions ? suggestionList(suggestions) : nothing}`;
}

const suggestionList = (suggestions: readonly Suggestion[]): TemplateResult =>
  html`<datalist id="suggestions">
    ${suggestions.map(({value, label}) => html`<option value=${value}>${label}</option>`)}
  </datalist>`;
