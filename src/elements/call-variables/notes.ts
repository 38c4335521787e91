import type {Change, VariableEdits} from './edits.js';

/** A note below a variable. */
export interface Note {
  readonly words?: string;
  /** The value that the note quotes. It is separate from `words`, because its text direction may be different. */
  readonly quotation?: string;
}

/** Returns the note about a draft. */
export function noteAbout(change: Change, edits: VariableEdits, isLive: boolean): Note {
  const {variable, draft} = change;
  if (!isLive) return {words: 'Not saved:', quotation: draft.text};
  const problem = draft.isLeft ? edits.problem(change) : '';
  if (problem) return {words: problem};
  if (variable.value !== draft.originalValue) return {words: 'Changed elsewhere to', quotation: variable.value || '–'};
  const saved = draft.isLeft ? edits.valueOf(change) : draft.text;
  return saved === draft.text ? {} : {words: 'This is saved as', quotation: saved};
}
