import {html, nothing, type TemplateResult} from 'lit';
import type {Editor, EditorOption} from './editors.js';
import {type FieldKind, type FieldType, inputTypeOf, stepFor} from './field-types.js';

/** A field in which the agent edits a variable. */
export type NativeField = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A field of the form. */
export interface VariableField {
  readonly id: string;
  /** Id of the element that contains the note about the field. */
  readonly noteId: string;
  readonly name: string;
  readonly kind: FieldKind;
  readonly text: string;
  readonly isInvalid: boolean;
  readonly editor: Editor;
}

/** Maximum number of lines that a textarea shows without scrolling. */
const MAX_ROWS = 8;

/** Renders the field of a variable. */
export function renderField(field: VariableField): TemplateResult {
  const {kind, text, editor} = field;
  if (kind === 'select') return renderSelect(field, editor.options?.(text) ?? []);
  return kind === 'textarea' ? renderTextarea(field) : renderInput(field, kind);
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

function renderTextarea(field: VariableField): TemplateResult {
  const {inputMode, required} = field.editor;
  return html`<textarea
    id=${field.id}
    part="field"
    name=${field.name}
    rows=${Math.min(field.text.split('\n').length, MAX_ROWS)}
    inputmode=${inputMode}
    dir="auto"
    autocomplete="off"
    aria-describedby=${field.noteId}
    aria-invalid=${field.isInvalid}
    ?required=${required}
    .value=${field.text}
  ></textarea>`;
}

function renderInput(field: VariableField, type: FieldType): TemplateResult {
  const {inputMode, required} = field.editor;
  return html`<input
    id=${field.id}
    part="field"
    name=${field.name}
    type=${inputTypeOf(type)}
    step=${stepFor(type, field.text) ?? nothing}
    inputmode=${inputMode}
    dir="auto"
    autocomplete="off"
    aria-describedby=${field.noteId}
    aria-invalid=${field.isInvalid}
    ?required=${required}
    .value=${field.text}
  />`;
}
