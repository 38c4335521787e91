import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Interaction} from '../../../service/interactions.js';
import {API_NAMES, type ApiName} from '../api-names.js';
import {Panel} from '../panel.js';
import type {ConsoleCall} from './call-list.js';
import {callTemplate} from './call-template.js';
import {fieldError, fieldTemplate, textArea} from './field-template.js';
import {type CallRequest, FormState, JSON_PATH, TIMEOUT_PATH} from './form-state.js';
import type {Field, SuggestionMethod} from './field.js';
import {formsOf} from './methods.js';
import type {Suggestion} from './suggestions.js';

/** Data and functions that the panel uses. */
export interface CallsOwner {
  readonly calls: readonly ConsoleCall[];
  readonly interaction: Interaction | undefined;
  run(request: CallRequest): void;
  cancel(number: number): void;
  suggestions(method: SuggestionMethod, interactionId: string): Promise<readonly Suggestion[]>;
  copyText(text: string): void;
}

/** The panel with the form for the API's methods and the history of API calls. */
export class CallsPanel extends Panel {
  readonly #state: FormState;
  /** The field with suggestions that had the focus last, and its suggestions. */
  #suggestions: {field: Field; list: readonly Suggestion[]} | undefined;

  constructor(private readonly owner: CallsOwner) {
    super('calls');
    this.#state = new FormState(() => owner.interaction);
  }

  protected override template(): TemplateResult {
    const {form, json} = this.#state;
    const {calls} = this.owner;
    return html`
      <h2>Methods</h2>
      <form part="form" novalidate @submit=${this.#onSubmit}>
        <div class="row">
          ${this.#apiField()} ${this.#methodField()} ${form.fields.length ? this.#jsonButton() : nothing}
        </div>
        ${json === undefined ? this.#fields() : this.#jsonField(json)}
        <div class="row">
          ${form.hasAnswer ? this.#timeoutField() : nothing}
          <button class="main">Call ${form.name}</button>
        </div>
        ${fieldError(this.#state.errorOf(TIMEOUT_PATH))}
      </form>
      <h3 ?hidden=${!calls.length}>History</h3>
      <ol class="history" ?hidden=${!calls.length}>
        ${repeat(
          calls,
          ({number}) => number,
          (call) => this.#call(call),
        )}
      </ol>
    `;
  }

  #apiField(): TemplateResult {
    const {api} = this.#state;
    return html`<label>
      API
      <select
        @change=${(event: Event) => {
          this.#state.selectApi((event.target as HTMLSelectElement).value as ApiName);
          this.requestUpdate();
        }}
      >
        ${API_NAMES.map((name) => html`<option value=${name} ?selected=${name === api}>${name}</option>`)}
      </select>
    </label>`;
  }

  #methodField(): TemplateResult {
    const {api, form} = this.#state;
    return html`<label class="grow">
      Method
      <select
        @change=${(event: Event) => {
          this.#state.select((event.target as HTMLSelectElement).value);
          this.requestUpdate();
        }}
      >
        ${repeat(
          formsOf(api),
          ({name}) => `${api} ${name}`,
          ({name}) => html`<option value=${name} ?selected=${name === form.name}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #jsonButton(): TemplateResult {
    const isPressed = this.#state.json !== undefined;
    return html`<button type="button" aria-pressed=${isPressed ? 'true' : 'false'} @click=${this.#onToggleJson}>
      JSON
    </button>`;
  }

  #fields(): TemplateResult {
    const {form} = this.#state;
    return html`<div class="fields">
      ${repeat(
        form.fields,
        ({path}) => `${form.api} ${form.name} ${path}`,
        (field) => this.#field(field),
      )}
    </div>`;
  }

  #field(field: Field): TemplateResult {
    return fieldTemplate({
      field,
      text: this.#state.textOf(field),
      error: this.#state.errorOf(field.path),
      suggestions: this.#suggestions?.field === field ? this.#suggestions.list : [],
      onInput: (text) => {
        this.#state.setText(field, text);
        this.#state.clearError(field.path);
        this.requestUpdate();
      },
      onFocus: () => void this.#suggest(field),
    });
  }

  #jsonField(text: string): TemplateResult {
    return textArea({
      label: 'Parameters as JSON',
      rows: 8,
      hint: '',
      text,
      error: this.#state.errorOf(JSON_PATH),
      onInput: (json) => {
        this.#state.setJson(json);
        if (this.#state.clearError(JSON_PATH)) this.requestUpdate();
      },
    });
  }

  #timeoutField(): TemplateResult {
    const isInvalid = this.#state.errorOf(TIMEOUT_PATH) !== undefined;
    return html`<label>
      Timeout, ms
      <input
        inputmode="numeric"
        autocomplete="off"
        placeholder="default"
        .value=${this.#state.timeout}
        aria-invalid=${isInvalid ? 'true' : nothing}
        aria-describedby=${isInvalid ? 'wrong' : nothing}
        @input=${(event: Event) => {
          this.#state.timeout = (event.target as HTMLInputElement).value;
          if (this.#state.clearError(TIMEOUT_PATH)) this.requestUpdate();
        }}
      />
    </label>`;
  }

  #call(call: ConsoleCall): TemplateResult {
    const {number, api, method, params, text} = call;
    return callTemplate(call, {
      cancel: () => this.owner.cancel(number),
      copy: () => this.owner.copyText(text),
      reuse: () => {
        this.#state.reuse(api, method, params);
        this.requestUpdate();
      },
    });
  }

  readonly #onToggleJson = (): void => {
    this.#state.toggleJson();
    this.#focusInvalidField();
    this.requestUpdate();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const request = this.#state.read();
    if (request) this.owner.run(request);
    else this.#focusInvalidField();
    this.requestUpdate();
  };

  #focusInvalidField(): void {
    this.render();
    this.root.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }

  /** Loads the suggestions of a field that got the focus. If this fails, the field has no suggestions. */
  async #suggest(field: Field): Promise<void> {
    const idField = this.#state.form.fields.find(({path}) => path === 'interactionId');
    const interactionId = idField && this.#state.textOf(idField);
    if (!field.suggestions || !interactionId) return;
    const list = await this.owner.suggestions(field.suggestions, interactionId).catch(() => []);
    this.#suggestions = {field, list};
    this.requestUpdate();
  }
}
