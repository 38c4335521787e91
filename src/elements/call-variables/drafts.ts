import type {FieldKind} from './field-types.js';

/** A value that the agent has typed but not saved. */
export interface Draft {
  readonly text: string;
  /**
   * Kind of the field in which the agent types. The field keeps its kind until the draft is saved or deleted, because
   * another kind could lose a part of the text.
   */
  readonly fieldKind: FieldKind;
  /** Text that the field shows. The line breaks and the seconds of `text` may be different. */
  readonly fieldText: string;
  /** Value of the variable when the agent began to type. */
  readonly originalValue: string;
  /**
   * The field, if the agent has typed only a part of a date or a time; otherwise `undefined`. (The `value` of such a
   * field is empty.)
   */
  readonly incompleteField: HTMLInputElement | undefined;
  /** Whether the agent has left the field. The element shows an error of the field only if this is true. */
  isLeft: boolean;
}

/** The drafts of each call. They are kept while the agent works on another call. */
export class Drafts {
  readonly #byCall = new Map<string, Map<string, Draft>>();

  get(callId: string, variableId: string): Draft | undefined {
    return this.#byCall.get(callId)?.get(variableId);
  }

  set(callId: string, variableId: string, draft: Draft): void {
    const drafts = this.#byCall.get(callId) ?? new Map<string, Draft>();
    drafts.set(variableId, draft);
    this.#byCall.set(callId, drafts);
  }

  delete(callId: string, variableId: string): void {
    const drafts = this.#byCall.get(callId);
    drafts?.delete(variableId);
    if (drafts?.size === 0) this.#byCall.delete(callId);
  }

  /** Ids of the calls that have drafts. */
  get callIds(): string[] {
    return [...this.#byCall.keys()];
  }

  /** Returns the drafts of a call. */
  ofCall(callId: string): Draft[] {
    return [...(this.#byCall.get(callId)?.values() ?? [])];
  }

  /** Deletes the drafts of a call, because they may contain data of a customer. */
  deleteCall(callId: string): void {
    this.#byCall.delete(callId);
  }

  /**
   * Removes the fields from the drafts of a call, because the page does not show these fields any more. Keeps the
   * texts.
   */
  releaseFields(callId: string): void {
    for (const [variableId, draft] of this.#byCall.get(callId) ?? []) {
      if (draft.incompleteField) this.set(callId, variableId, {...draft, incompleteField: undefined});
    }
  }
}
