import {html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {isRecord} from '../../interaction-api/is-record.js';
import type {InteractionService} from '../../service/interaction-service.js';
import type {ActionController} from '../../shared/controllers/action-controller.js';
import type {InteractionController} from '../../shared/controllers/interaction-controller.js';
import type {InteractionDataController} from '../../shared/controllers/interaction-data-controller.js';
import {toggleState} from '../../shared/controllers/toggle-state.js';
import {WsEventsController} from '../../shared/controllers/ws-events-controller.js';
import {nameList} from '../../shared/parse/name-list.js';
import {text} from '../../shared/parse/records.js';
import {type Change, VariableEdits} from './edits.js';
import {type NativeField, renderField} from './field.js';
import {noteAbout} from './notes.js';
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

/**
 * The form of `five9-call-variables`: shows fields, keeps drafts of typed values, and saves them. The code of the form
 * is loaded on demand.
 */
export class VariableForm implements ReactiveController {
  readonly #element: VariableFormElement;
  readonly #options: VariableFormOptions;
  readonly #rules: VariableRules;
  readonly #edits: VariableEdits;
  readonly #writer: VariableWriter;
  #shown: readonly CallVariable[] = [];
  #shownCallId = '';
  /** Name of the field that had the focus before the update. */
  #focusedName: string | undefined;
  #isRendering = false;
  #couldFetchDefinitions = false;

  constructor(element: VariableFormElement, options: VariableFormOptions) {
    const {followed, data} = options;
    this.#element = element;
    this.#options = options;
    this.#rules = new VariableRules(element);
    this.#edits = new VariableEdits(this.#rules, () => this.#callId);
    this.#writer = new VariableWriter(element, {
      followed,
      data,
      rules: this.#rules,
      edits: this.#edits,
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
      Object.entries(values).map(([name, value]) => ({...findVariable(all, name), value: text(value)})),
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
      <dl part="list">
        ${repeat(
          this.#shown,
          (variable, index) => this.#rowKey(variable, index),
          (variable, index) => this.#renderRow(variable, index),
        )}
      </dl>
      ${this.#shown.some((variable) => this.#isEditable(variable)) ? this.#renderButtons() : nothing}
    </form>`;
  }

  hostUpdate(): void {
    const {data, states} = this.#options;
    this.#isRendering = true;
    this.#focusedName = this.#focusedField;
    if (this.#callId !== this.#shownCallId) this.#edits.leaveCall(this.#shownCallId);
    this.#shownCallId = this.#callId;
    this.#shown = shownVariables(data.data ?? [], this.#element.names);
    this.#rules.reset();
    const {service} = this.#element;
    if (service) this.#edits.forgetFinishedCalls(service);
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
    // A field can be replaced by a field of another kind, because its variable has a new value.
    if (this.#focusedName !== undefined && this.#focusedField !== this.#focusedName)
      this.#focusField(this.#focusedName);
  }

  get #callId(): string {
    return this.#options.followed.interaction?.id ?? '';
  }

  /** Name of the field that has the focus. */
  get #focusedField(): string | undefined {
    // Check `activeElement`, because in WebKit `:focus` matches no element while another window is active.
    const focused = this.#element.shadowRoot?.activeElement;
    return focused?.matches('[part=field]') ? (focused as NativeField).name : undefined;
  }

  get #changes(): Change[] {
    return this.#edits.changes(this.#shown);
  }

  #deleteDraft(variable: CallVariable): void {
    this.#edits.delete(variable);
    this.#options.action.clear();
    this.#element.requestUpdate();
  }

  #label(variable: CallVariable): string {
    return this.#rules.label(variable, this.#shown);
  }

  #isEditable(variable: CallVariable): boolean {
    return this.#options.followed.isLive && this.#rules.isEditable(variable);
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

  /**
   * Returns a key with which a field stays the field of its variable when other variables appear. Two variables can
   * have the same id, or none.
   */
  #rowKey({id}: CallVariable, index: number): string {
    const isFirst = this.#shown.findIndex((variable) => variable.id === id) === index;
    return isFirst ? id : `${id} ${index}`;
  }

  #renderRow(variable: CallVariable, index: number): TemplateResult {
    const [change] = this.#edits.changes([variable]);
    const {words, quotation} = change ? noteAbout(change, this.#edits, this.#options.followed.isLive) : {};
    const isEditable = this.#isEditable(variable);
    const label = this.#label(variable);
    return html`<div>
      <dt part="name">${isEditable ? html`<label for="f${index}">${label}</label>` : label}</dt>
      <dd>
        ${isEditable ? this.#renderField(variable, index, change) : html`<bdi part="value">${variable.value || '–'}</bdi>`}
        <span part="note" id="n${index}">${words} <bdi>${quotation}</bdi></span>
      </dd>
    </div>`;
  }

  #renderField(variable: CallVariable, index: number, change: Change | undefined): TemplateResult {
    return renderField({
      id: `f${index}`,
      noteId: `n${index}`,
      name: variable.id,
      ...this.#edits.content(variable),
      isInvalid: Boolean(change?.draft.isLeft && this.#edits.problem(change)),
      editor: this.#rules.editor(variable),
    });
  }

  #save(): Promise<boolean> {
    return this.#writer.write(() =>
      this.#changes.map((change) => {
        const {variable, draft} = change;
        draft.isLeft = true;
        const problem = this.#edits.problem(change);
        if (problem) {
          this.#focusField(variable.id);
          throw refusal(`${this.#label(variable)}: ${problem}`);
        }
        return {...variable, value: this.#edits.valueOf(change)};
      }),
    );
  }

  #focusField(name: string): void {
    this.#element.renderRoot.querySelector<HTMLElement>(`[name='${CSS.escape(name)}']`)?.focus();
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
    const field = target as NativeField;
    // Ignore an event during rendering, because it is not from the agent. Chromium dispatches `change` on a field that
    // rendering removes, for example because the call has changed.
    if (this.#isRendering) return;
    this.#edits.store(field, findVariable(this.#shown, field.name), type === 'change');
    this.#writer.isSaved = false;
    this.#options.action.clear();
    this.#element.requestUpdate();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    const {name} = event.target as NativeField;
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
