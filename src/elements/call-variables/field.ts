import {html, type TemplateResult} from 'lit';
import type {Editor, EditorOption} from './editors.js';

/** A field of the form. */
export interface VariableField {
  readonly id: string;
  /** Id of the element that contains the note about the field. */
  readonly noteId: string;
  readonly name: string;
  readonly value: string;
  readonly isInvalid: boolean;
  readonly editor: Editor;
}

/** Renders the field of a variable: a select if the editor has options, otherwise an input. */
export function renderField(field: VariableField): TemplateResult {
  const {options} = field.editor;
  return options ? renderSelect(field, options(field.value)) : renderInput(field);
}

function renderSelect(field: VariableField, options: readonly EditorOption[]): TemplateResult {
  const {required, separator} = field.editor;
  return html`<select
    id=${field.id}
    part="field"
    name=${field.name}
    aria-describedby=${field.noteId}
    aria-invalid=${field.isInvalid}
    ?required=${required}
    ?multiple=${separator !== undefined}
  >
    ${options.map(({value, words, chosen}) => html`<option value=${value} .selected=${chosen}>${words}</option>`)}
  </select>`;
}

function renderInput(field: VariableField): TemplateResult {
  const {type, inputMode, required} = field.editor;
  return html`<input
    id=${field.id}
    part="field"
    name=${field.name}
    type=${type}
    inputmode=${inputMode}
    dir="auto"
    autocomplete="off"
    aria-describedby=${field.noteId}
    aria-invalid=${field.isInvalid}
    ?required=${required}
    .value=${field.value}
  />`;
}
