import type {InteractionService} from '../../service/interaction-service.js';
import {isLive} from '../../service/interactions.js';
import {type Draft, Drafts} from './drafts.js';
import type {Editor} from './editors.js';
import type {NativeField} from './field.js';
import {type FieldKind, fieldTypeFor, textInField} from './field-types.js';
import {readField} from './read-field.js';
import type {CallVariable} from './variable.js';
import type {VariableRules} from './variable-rules.js';

/** A variable that the agent has changed, and the draft of its new value. */
export interface Change {
  readonly variable: CallVariable;
  readonly draft: Draft;
}

/** What a field shows. */
export interface FieldContent {
  readonly kind: FieldKind;
  readonly text: string;
}

/** What the agent has typed into the fields of a call. A variable without an edit has no draft, and is never saved. */
export class VariableEdits {
  readonly drafts = new Drafts();

  /** @param callId Returns the id of the shown call. */
  constructor(
    private readonly rules: VariableRules,
    private readonly callId: () => string,
  ) {}

  /** Returns the changes of the agent in a list of variables. */
  changes(variables: readonly CallVariable[]): Change[] {
    return variables.flatMap((variable) => {
      const draft = this.draft(variable);
      return draft ? [{variable, draft}] : [];
    });
  }

  draft({id}: CallVariable): Draft | undefined {
    return this.drafts.get(this.callId(), id);
  }

  delete({id, value}: CallVariable): void {
    const field = this.drafts.get(this.callId(), id)?.incompleteField;
    // Reset the field here, because Lit would not reset it. For Lit, the value of a field with an incomplete date has
    // not changed.
    if (field) field.value = value;
    this.drafts.delete(this.callId(), id);
  }

  /**
   * Empties the fields with an incomplete date of a call, because another call uses these fields now. Keeps all other
   * drafts of the call.
   */
  leaveCall(callId: string): void {
    for (const {incompleteField, fieldText} of this.drafts.ofCall(callId))
      if (incompleteField) incompleteField.value = fieldText;
    this.drafts.releaseFields(callId);
  }

  /**
   * Deletes the drafts of calls that are over, because these drafts cannot be saved. If the shown call is over, its
   * drafts stay.
   */
  forgetFinishedCalls(service: InteractionService): void {
    for (const callId of this.drafts.callIds) {
      const call = service.interaction(callId);
      if (call && isLive(call)) continue;
      if (callId === this.callId()) this.drafts.releaseFields(callId);
      else this.drafts.deleteCall(callId);
    }
  }

  /** Returns what the field of a variable shows: the text of the agent, or the value of the variable as it is. */
  content(variable: CallVariable): FieldContent {
    const draft = this.draft(variable);
    const editor = this.rules.editor(variable);
    const isSameField = draft && (draft.fieldKind !== 'select' || editor.options);
    if (isSameField) return {kind: draft.fieldKind, text: draft.fieldKind === 'select' ? draft.text : draft.fieldText};
    const value = draft?.text ?? variable.value;
    const kind = editor.options ? 'select' : fieldTypeFor(value, editor.type);
    return {kind, text: textInField(kind, value)};
  }

  /** Stores the text of a field after an edit. Deletes the draft if the field shows the value of its variable again. */
  store(field: NativeField, variable: CallVariable, isLeft: boolean): void {
    const draft = this.draft(variable);
    const content = this.content(variable);
    const isIncomplete = field.validity.badInput;
    const text = isIncomplete
      ? (draft?.text ?? variable.value)
      : readField(field, content.kind, {variable, draft, editor: this.rules.editor(variable)});
    if (text === variable.value && !isIncomplete) {
      this.delete(variable);
      return;
    }
    this.drafts.set(this.callId(), variable.id, {
      text,
      fieldKind: content.kind,
      fieldText: isIncomplete ? content.text : field.value,
      originalValue: draft?.originalValue ?? variable.value,
      incompleteField: isIncomplete ? (field as HTMLInputElement) : undefined,
      isLeft: isLeft || draft?.isLeft === true,
    });
  }

  /** Returns the value that is saved for a draft. */
  valueOf({variable, draft}: Change): string {
    return this.#editor(variable).read(draft.text).value;
  }

  /** Returns the reason why a draft cannot be saved; empty if it can be saved. */
  problem({variable, draft}: Change): string {
    if (draft.incompleteField) return 'Enter the complete value.';
    const editor = this.#editor(variable);
    const {value, problem} = editor.read(draft.text);
    return problem || editor.check(value);
  }

  #editor(variable: CallVariable): Editor {
    return this.rules.editor(variable);
  }
}
