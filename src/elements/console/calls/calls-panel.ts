import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Interaction} from '../../../service/interactions.js';
import type {ConsoleCall} from './calls.js';
import {pretty} from './calls.js';
import {type Field, FieldError, METHODS, type MethodForm, type Offer, paramsOf, readJson} from './methods.js';
import {Panel} from '../panel.js';
import {answers} from '../tap.js';

/** Names of what is no parameter, where one of these is wrong. */
const TIMEOUT = 'the timeout';
const JSON_TEXT = 'the JSON';

/** What the panel asks for. */
export interface CallsOwner {
  readonly calls: readonly ConsoleCall[];
  readonly interaction: Interaction | undefined;
  run(method: string, params: unknown, timeout: number | undefined): void;
  cancel(number: number): void;
  /** What a field may be filled in with. */
  offers(from: Offer, interactionId: string): Promise<readonly {value: string; label: string}[]>;
  copyText(text: string): void;
}

/** Forms for the methods of the API, and what has become of the calls. */
export class CallsPanel extends Panel {
  #method = 'getDispositions';
  /** What was written into each field, by method and path. */
  readonly #values = new Map<string, Map<string, string>>();
  /** The JSON in place of the form, by method. */
  readonly #json = new Map<string, string>();
  #timeout = '';
  #error: FieldError | undefined;
  #offers: {key: string; list: readonly {value: string; label: string}[]} = {key: '', list: []};

  constructor(private readonly owner: CallsOwner) {
    super('calls');
  }

  protected override view(): TemplateResult {
    const form = this.#form;
    const json = this.#json.get(form.name);
    return html`
      <h2>Methods</h2>
      <form part="form" novalidate @submit=${this.#onSubmit}>
        <div class="row">
          <label class="grow">
            Method
            <select
              @change=${({target}: Event) => {
                this.#method = (target as HTMLSelectElement).value;
                this.#error = undefined;
                this.requestUpdate();
              }}
            >
              ${METHODS.map(
                ({name}) => html`<option value=${name} ?selected=${name === this.#method}>${name}</option>`,
              )}
            </select>
          </label>
          ${
            form.fields.length
              ? html`<button
                  type="button"
                  aria-pressed=${json === undefined ? 'false' : 'true'}
                  @click=${this.#onToggleJson}
                >
                  JSON
                </button>`
              : nothing
          }
        </div>
        ${
          json === undefined
            ? html`<div class="fields">
                ${repeat(
                  form.fields,
                  ({path}) => `${form.name} ${path}`,
                  (field) => this.#field(form, field),
                )}
              </div>`
            : this.#jsonField(json)
        }
        <div class="row">
          ${
            answers(form.name)
              ? html`<label>
                  Timeout, ms
                  <input
                    inputmode="numeric"
                    autocomplete="off"
                    placeholder="as set"
                    .value=${this.#timeout}
                    aria-invalid=${this.#isWrong(TIMEOUT) ? 'true' : nothing}
                    aria-describedby=${this.#isWrong(TIMEOUT) ? 'wrong' : nothing}
                    @input=${({target}: Event) => {
                      this.#timeout = (target as HTMLInputElement).value;
                      this.#right(TIMEOUT);
                    }}
                  />
                </label>`
              : nothing
          }
          <button class="main">Call ${form.name}</button>
        </div>
        ${this.#wrong(TIMEOUT)}
      </form>
      <h3 ?hidden=${!this.owner.calls.length}>History</h3>
      <ol class="history" ?hidden=${!this.owner.calls.length}>
        ${repeat(
          this.owner.calls,
          ({number}) => number,
          (call) => this.#call(call),
        )}
      </ol>
    `;
  }

  get #form(): MethodForm {
    return METHODS.find(({name}) => name === this.#method) as MethodForm;
  }

  /** What stands in a field: what was written there, else what it begins with. */
  #value({name}: MethodForm, field: Field): string {
    const {interaction} = this.owner;
    const first = (field.from && interaction?.[field.from]) ?? field.value ?? field.choices?.[0];
    return this.#values.get(name)?.get(field.path) ?? first ?? '';
  }

  #write({name}: MethodForm, {path}: Field, value: string): void {
    const values = this.#values.get(name) ?? new Map<string, string>();
    this.#values.set(name, values);
    // What is emptied gets again what it began with.
    if (value) values.set(path, value);
    else values.delete(path);
    this.#right(path);
    this.requestUpdate();
  }

  #field(form: MethodForm, field: Field): TemplateResult {
    const {kind, path, label, hint, offers, choices = []} = field;
    const value = this.#value(form, field);
    const onInput = ({target}: Event): void => this.#write(form, field, (target as HTMLInputElement).value);
    if (kind === 'check') {
      return html`<label class="check">
        <input
          type="checkbox"
          .checked=${value === 'true'}
          @change=${({target}: Event) => {
            this.#write(form, field, (target as HTMLInputElement).checked ? 'true' : '');
          }}
        />
        ${label}
      </label>`;
    }
    if (kind === 'choice') {
      return html`<label>
        ${label}
        <select @change=${onInput}>
          ${choices.map((one) => html`<option value=${one} ?selected=${one === value}>${one || 'left out'}</option>`)}
        </select>
      </label>`;
    }
    if (kind === 'area' || kind === 'json') {
      return html`<label class="wide">
          ${label}
          <textarea
            rows="3"
            spellcheck="false"
            placeholder=${hint ?? ''}
            aria-invalid=${this.#isWrong(path) ? 'true' : nothing}
            aria-describedby=${this.#isWrong(path) ? 'wrong' : nothing}
            .value=${value}
            @input=${onInput}
          ></textarea></label
        >${this.#wrong(path)}`;
    }
    const key = `${form.name} ${path}`;
    const list = this.#offers.key === key ? this.#offers.list : [];
    return html`<label>
        ${label}
        <input
          autocomplete="off"
          spellcheck="false"
          placeholder=${hint ?? ''}
          list=${offers ? 'offers' : nothing}
          .value=${value}
          @input=${onInput}
          @focus=${() => {
            if (offers) void this.#ask(key, offers, form);
          }}
        /> </label
      >${
        offers
          ? html`<datalist id="offers">
              ${list.map((one) => html`<option value=${one.value}>${one.label}</option>`)}
            </datalist>`
          : nothing
      }`;
  }

  #jsonField(json: string): TemplateResult {
    return html`<label class="wide">
        Parameters as JSON
        <textarea
          rows="8"
          spellcheck="false"
          aria-invalid=${this.#isWrong(JSON_TEXT) ? 'true' : nothing}
          aria-describedby=${this.#isWrong(JSON_TEXT) ? 'wrong' : nothing}
          .value=${json}
          @input=${({target}: Event) => {
            this.#json.set(this.#method, (target as HTMLTextAreaElement).value);
            this.#right(JSON_TEXT);
          }}
        ></textarea></label
      >${this.#wrong(JSON_TEXT)}`;
  }

  #call({number, method, params, state, took, text}: ConsoleCall): TemplateResult {
    const words = {running: 'runs…', done: 'answered', failed: 'failed'}[state];
    return html`<li data-state=${state}>
      <div class="row">
        <code>${method}</code>
        <span class=${state === 'failed' ? 'wrong' : 'quiet'}
          >${words}${took === undefined ? '' : ` in ${took} ms`}</span
        >
        ${
          state === 'running'
            ? html`<button
                @click=${() => {
                  this.owner.cancel(number);
                }}
              >
                Cancel
              </button>`
            : html`<button
                @click=${() => {
                  this.owner.copyText(text);
                }}
              >
                Copy
              </button>`
        }
        <button
          @click=${() => {
            this.#method = method;
            this.#error = undefined;
            if (params !== undefined) this.#json.set(method, pretty(params));
            this.requestUpdate();
          }}
        >
          Take over
        </button>
      </div>
      ${
        params === undefined
          ? nothing
          : html`<details>
              <summary>Parameters</summary>
              <pre tabindex="0" role="group" aria-label="Parameters" .textContent=${pretty(params)}></pre>
            </details>`
      }
      ${
        text
          ? html`<pre
              part="result"
              tabindex="0"
              role="group"
              aria-label=${`Result of ${method}`}
              class=${state === 'failed' ? 'wrong' : ''}
              .textContent=${text}
            ></pre>`
          : nothing
      }
    </li>`;
  }

  #isWrong(path: string): boolean {
    return this.#error?.path === path;
  }

  /** What is wrong with a field, below it. */
  #wrong(path: string): TemplateResult | typeof nothing {
    return this.#isWrong(path) ? html`<p id="wrong" role="alert" class="wrong">${this.#error?.message}</p>` : nothing;
  }

  /** A field was changed: what was wrong with it is of no interest any more. */
  #right(path: string): void {
    if (!this.#isWrong(path)) return;
    this.#error = undefined;
    this.requestUpdate();
  }

  /** Shows what is wrong, and brings whoever sits at the keyboard there. */
  #complain(): void {
    this.draw();
    this.place.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }

  readonly #onToggleJson = (): void => {
    const form = this.#form;
    this.#error = undefined;
    if (!this.#json.delete(form.name)) {
      this.#try(() => {
        this.#json.set(form.name, pretty(paramsOf(form, this.#all(form))));
      });
    }
    this.requestUpdate();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = this.#form;
    const json = this.#json.get(form.name);
    this.#error = undefined;
    this.#try(() => {
      const timeout = this.#timeout === '' ? undefined : Number(this.#timeout);
      if (timeout !== undefined && !(timeout >= 0))
        throw new FieldError(TIMEOUT, 'A number of milliseconds, or nothing.');
      const params = json === undefined ? paramsOf(form, this.#all(form)) : readJson(JSON_TEXT, json);
      this.owner.run(form.name, params, answers(form.name) ? timeout : undefined);
    });
    this.requestUpdate();
  };

  /** What stands in all fields. */
  #all(form: MethodForm): ReadonlyMap<string, string> {
    return new Map(form.fields.map((field) => [field.path, this.#value(form, field)]));
  }

  #try(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      this.#error = error;
      this.#complain();
    }
  }

  /** Asks what a field may be filled in with. An answer that comes too late, or none, offers nothing. */
  async #ask(key: string, from: Offer, form: MethodForm): Promise<void> {
    const interactionId = this.#all(form).get('interactionId');
    if (!interactionId) return;
    const list = await this.owner.offers(from, interactionId).catch(() => []);
    this.#offers = {key, list};
    this.requestUpdate();
  }
}
