import type {Draft} from './drafts.js';
import type {Editor} from './editors.js';
import type {NativeField} from './field.js';
import {type FieldKind, keepSeconds, textInField} from './field-types.js';
import {keepLineBreaks} from './line-breaks.js';
import type {CallVariable} from './variable.js';

/** The variable of a field, and what the agent has typed so far. */
export interface FieldContext {
  readonly variable: CallVariable;
  readonly draft: Draft | undefined;
  readonly editor: Editor;
}

/**
 * Returns the value that the agent has entered into a field. If the field shows a known value, returns that value as it
 * is, because the field may show it in another form. What the agent has not changed keeps its form.
 */
export function readField(field: NativeField, kind: FieldKind, context: FieldContext): string {
  const {variable, draft, editor} = context;
  const original = draft?.originalValue ?? variable.value;
  if (editor.join && field instanceof HTMLSelectElement) {
    const chosen = [...field.selectedOptions].map(({value}) => value);
    return editor.join(chosen, original);
  }
  const known = [variable.value, original].find((value) => textInField(kind, value) === field.value);
  if (known !== undefined) return known;
  if (kind === 'textarea') return keepLineBreaks(field.value, draft?.text ?? variable.value, original);
  return kind === 'time' || kind === 'datetime-local' ? keepSeconds(field.value, original) : field.value;
}
