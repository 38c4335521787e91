import {html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult} from 'lit';
import {isRecord} from '../../interaction-api/is-record.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {isLive} from '../../service/interactions.js';
import type {ActionController} from '../../shared/controllers/action-controller.js';
import type {InteractionController} from '../../shared/controllers/interaction-controller.js';
import type {InteractionDataController} from '../../shared/controllers/interaction-data-controller.js';
import {toggleState} from '../../shared/controllers/toggle-state.js';
import {WsEventsController} from '../../shared/controllers/ws-events-controller.js';
import {nameList} from '../../shared/parse/name-list.js';
import {text} from '../../shared/parse/records.js';
import {type Draft, Drafts} from './drafts.js';
import {renderField} from './field.js';
import {type CallVariable, DEFAULT_LABEL, isNamed, shownVariables} from './variable.js';
import {type RulesElement, VariableRules} from './variable-rules.js';
import {findVariable, refusal, VariableWriter} from './variable-writer.js';

/** Id of the WebSocket event 'call updated' (docs/FIVE9.md 7.1). */
const CALL_UPDATED = '4';

/** The element that shows the form. */
export interface VariableFormElement extends ReactiveElement, RulesElement {
  readonly service: InteractionService | undefined;
  /** Name of the form, for screen readers. */
  readonly label: string | null;
  readonly names: string | null;
  /** Whether types and rules are fetched from Five9's REST API. */
  readonly typed: boolean;
}

/** The objects of the element that the form uses. */
export interface VariableFormOptions {
  readonly followed: InteractionController;
  readonly action: ActionController;
  readonly data: InteractionDataController<readonly CallVariable[]>;
  /** Custom states of the element. The form sets `changed`. */
  readonly states: CustomStateSet;
}

/** A variable that the agent has changed, and the draft of its new value. */
interface Change {
  readonly variable: CallVariable;
  readonly draft: Draft;
}

/**
 * The form of `five9-call-variables`: shows fields, keeps drafts of typed values, and saves them. The code of the form
 * is loaded on demand.
 */
export class VariableForm implements ReactiveController {
  readonly #element: VariableFormElement;
  readonly #options: VariableFormOptions;
  readonly #drafts = new Drafts();
  readonly #rules: VariableRules;
  readonly #writer: VariableWriter;
  #shown: readonly CallVariable[] = [];
  #isRendering = false;
  #couldFetchDefinitions = false;

  constructor(element: VariableFormElement, options: VariableFormOptions) {
    const {followed, data} = options;
    this.#element = element;
    this.#options = options;
    this.#rules = new VariableRules(element);
    this.#writer = new VariableWriter(element, {
      followed,
      data,
      rules: this.#rules,
      drafts: this.#drafts,
      shown: () => this.#shown,
    });
    new WsEventsController(element, (_id, payload) => this.#onCallUpdated(payload), [CALL_UPDATED]);
    element.addController(this);
    element.requestUpdate();
    // Fetch the variables again, because they may have changed before the form subscribed to the event.
    data.refreshIfPossible();
  }

  /**
   * Sets variables. The keys of `values` are full names: `Group.Name`. A variable that already has the value is not
   * sent.
   */
  set(values: Readonly<Record<string, unknown>>): Promise<boolean> {
    return this.#writer.write((all) =>
      Object.entries(values)
        .map(([name, value]) => ({...findVariable(all, name), value: text(value)}))
        .filter(({id, value}) => findVariable(all, id).value !== value),
    );
  }

  /** The status of the form as text. */
  get status(): string {
    if (this.#writer.isSaving) return 'Saving…';
    const changedElsewhere = this.#changes.filter(({variable, draft}) => variable.value !== draft.originalValue);
    if (changedElsewhere.length)
      return `Changed elsewhere: ${changedElsewhere.map(({variable}) => this.#label(variable)).join(', ')}`;
    const all = this.#options.data.data;
    const missing = all
      ? nameList(this.#element.names).filter((name) => !all.some((variable) => isNamed(name, variable)))
      : [];
    if (missing.length) return `Not in this call: ${missing.join(', ')}`;
    if (this.#writer.isSaved) return 'Saved';
    return all?.length === 0 ? 'No variables' : '';
  }

  render(): TemplateResult {
    return html`<form
      novalidate
      aria-label=${this.#element.label ?? DEFAULT_LABEL}
      @submit=${this.#onSubmit}
      @reset=${this.#onReset}
      @input=${this.#onInput}
      @change=${this.#onInput}
      @keydown=${this.#onKeyDown}
    >
      <dl part="list">${this.#shown.map((variable, index) => this.#renderRow(variable, index))}</dl>
      ${this.#shown.some((variable) => this.#isEditable(variable)) ? this.#renderButtons() : nothing}
    </form>`;
  }

  hostUpdate(): void {
    const {data, states} = this.#options;
    this.#isRendering = true;
    this.#shown = shownVariables(data.data ?? [], this.#element.names);
    this.#rules.reset();
    this.#forgetFinishedCalls();
    for (const {variable, draft} of this.#changes) {
      // Delete a draft that equals the value of its variable, because the draft was saved, or the same value was set
      // elsewhere.
      if (draft.text === variable.value && !draft.incompleteField) this.#deleteDraft(variable);
    }
    toggleState(states, 'changed', this.#changes.length > 0);
    const canFetchDefinitions = this.#element.typed && data.canFetch;
    if (canFetchDefinitions && !this.#couldFetchDefinitions) void this.#fetchDefinitions();
    this.#couldFetchDefinitions = canFetchDefinitions;
  }

  hostUpdated(): void {
    this.#isRendering = false;
  }

  get #callId(): string {
    return this.#options.followed.interaction?.id ?? '';
  }

  get #changes(): Change[] {
    return this.#shown.flatMap((variable) => {
      const draft = this.#draft(variable);
      return draft ? [{variable, draft}] : [];
    });
  }

  #draft({id}: CallVariable): Draft | undefined {
    return this.#drafts.get(this.#callId, id);
  }

  #deleteDraft({id, value}: CallVariable): void {
    const field = this.#drafts.get(this.#callId, id)?.incompleteField;
    // Reset the field here, because Lit would not reset it. For Lit, the value of a field with an incomplete date has
    // not changed.
    if (field) field.value = value;
    this.#drafts.delete(this.#callId, id);
    this.#options.action.clear();
    this.#element.requestUpdate();
  }

  /**
   * Deletes the drafts of calls that are over, because these drafts cannot be saved. If the shown call is over, its
   * drafts stay.
   */
  #forgetFinishedCalls(): void {
    const {service} = this.#element;
    if (!service) return;
    for (const callId of this.#drafts.callIds) {
      const call = service.interaction(callId);
      if (call && isLive(call)) continue;
      if (callId === this.#callId) this.#drafts.releaseFields(callId);
      else this.#drafts.deleteCall(callId);
    }
  }

  #label(variable: CallVariable): string {
    return this.#rules.label(variable, this.#shown);
  }

  #isEditable(variable: CallVariable): boolean {
    return this.#options.followed.isLive && this.#rules.isEditable(variable);
  }

  /** Returns the reason why a draft cannot be saved; empty if it can be saved. */
  #problem(variable: CallVariable, draft: Draft): string {
    return draft.incompleteField ? 'Enter the complete value.' : this.#rules.editor(variable).check(draft.text);
  }

  async #fetchDefinitions(): Promise<void> {
    const {service} = this.#element;
    try {
      if (service) await this.#rules.fetch(service);
      this.#element.requestUpdate();
    } catch {
      // Ignore the error, because without definitions, the agent can still edit every variable as text.
    }
  }

  #renderButtons(): TemplateResult {
    const hasChanges = this.#changes.length > 0;
    const canSave = hasChanges && this.#options.data.canFetch;
    return html`<button part="save" .ariaDisabled=${canSave ? null : 'true'}><slot>Save</slot></button> ${
        hasChanges ? html`<button type="reset" part="revert"><slot name="revert">Revert</slot></button>` : nothing
      }`;
  }

  #renderRow(variable: CallVariable, index: number): TemplateResult {
    const {words, quotation} = this.#note(variable);
    const isEditable = this.#isEditable(variable);
    const label = this.#label(variable);
    return html`<div>
      <dt part="name">${isEditable ? html`<label for="f${index}">${label}</label>` : label}</dt>
      <dd>
        ${isEditable ? this.#renderField(variable, index) : html`<bdi part="value">${variable.value || '–'}</bdi>`}
        <span part="note" id="n${index}">${words} <bdi>${quotation}</bdi></span>
      </dd>
    </div>`;
  }

  #renderField(variable: CallVariable, index: number): TemplateResult {
    const draft = this.#draft(variable);
    return renderField({
      id: `f${index}`,
      noteId: `n${index}`,
      name: variable.id,
      value: draft?.text ?? variable.value,
      isInvalid: Boolean(draft?.isLeft && this.#problem(variable, draft)),
      editor: this.#rules.editor(variable),
    });
  }

  /**
   * Returns the note below a variable. `quotation` is the value that the note quotes. It is separate from `words`,
   * because its text direction may be different.
   */
  #note(variable: CallVariable): {words?: string; quotation?: string} {
    const draft = this.#draft(variable);
    if (!draft) return {};
    if (!this.#options.followed.isLive) return {words: 'Not saved:', quotation: draft.text};
    const problem = draft.isLeft ? this.#problem(variable, draft) : '';
    if (problem) return {words: problem};
    if (variable.value === draft.originalValue) return {};
    return {words: 'Changed elsewhere to', quotation: variable.value || '–'};
  }

  #save(): Promise<boolean> {
    return this.#writer.write(() =>
      this.#changes.map(({variable, draft}) => {
        draft.isLeft = true;
        const problem = this.#problem(variable, draft);
        if (problem) {
          this.#focusField(variable);
          throw refusal(`${this.#label(variable)}: ${problem}`);
        }
        return {...variable, value: draft.text};
      }),
    );
  }

  #focusField({id}: CallVariable): void {
    this.#element.renderRoot.querySelector<HTMLElement>(`[name='${CSS.escape(id)}']`)?.focus();
  }

  /**
   * Handles the WebSocket event 'call updated'. If the event is about the shown call, replaces the values of the
   * variables.
   */
  #onCallUpdated(payload: unknown): void {
    const {data} = this.#options;
    const {id, variables} = isRecord(payload) ? payload : {};
    if (!data.data || id !== this.#callId || !isRecord(variables)) return;
    const newer = data.data.map((variable) =>
      Object.hasOwn(variables, variable.id) ? {...variable, value: text(variables[variable.id])} : variable,
    );
    data.replace(newer);
  }

  readonly #onInput = ({target, type}: Event): void => {
    const field = target as HTMLInputElement & HTMLSelectElement;
    // Ignore an event during rendering, because it is not from the agent. Chromium dispatches `change` on a field that
    // rendering removes, for example because the call has changed.
    if (this.#isRendering) return;
    const variable = findVariable(this.#shown, field.name);
    const draft = this.#draft(variable);
    const isIncomplete = field.validity.badInput;
    const value = isIncomplete ? (draft?.text ?? variable.value) : this.#fieldValue(field, variable);
    this.#writer.isSaved = false;
    if (value === variable.value && !isIncomplete) {
      this.#deleteDraft(variable);
      return;
    }
    this.#drafts.set(this.#callId, variable.id, {
      text: value,
      originalValue: draft?.originalValue ?? variable.value,
      incompleteField: isIncomplete ? field : undefined,
      isLeft: type === 'change' || draft?.isLeft === true,
    });
    this.#options.action.clear();
    this.#element.requestUpdate();
  };

  #fieldValue(field: HTMLInputElement & HTMLSelectElement, variable: CallVariable): string {
    const {separator} = this.#rules.editor(variable);
    if (!separator) return field.value;
    return Array.from(field.selectedOptions, (option) => option.value).join(separator);
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    const {name} = event.target as HTMLInputElement;
    const change = this.#changes.find(({variable}) => variable.id === name);
    if (!change) return;
    this.#deleteDraft(change.variable);
    // Stop the event, so that Escape reverts only the field, and does not also close a dialog around the element.
    event.stopPropagation();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.#writer.isSaving && this.#changes.length) void this.#options.action.run(() => this.#save());
  };

  readonly #onReset = (event: Event): void => {
    event.preventDefault();
    for (const {variable} of this.#changes) this.#deleteDraft(variable);
  };
}
