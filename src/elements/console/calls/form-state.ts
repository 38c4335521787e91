import type {Interaction} from '../../../service/interactions.js';
import {type ApiName, fullName} from '../api-names.js';
import {toPrettyJson} from '../json.js';
import type {Field} from './field.js';
import {formsOf, type MethodForm} from './methods.js';
import {FieldError, paramsOf, parseJson} from './params.js';

/**
 * Path of the field for the time limit. It is in parentheses, because the time limit is not a parameter of the method.
 */
export const TIMEOUT_PATH = '(timeout)';
/** Path of the field that contains all parameters as JSON. */
export const JSON_PATH = '(json)';

/** An API call that the user has entered in the form. */
export interface CallRequest {
  readonly api: ApiName;
  readonly method: string;
  readonly params: unknown;
  /** Time limit of the API call, in milliseconds. `undefined`: the default time limit of the API. */
  readonly timeout: number | undefined;
}

/** The selected method, and the texts that the user has entered for each method. */
export class FormState {
  /** Text of the field for the time limit. */
  timeout = '';
  #api: ApiName = 'interactionApi';
  /** The method that was selected last, by API. */
  readonly #methods = new Map<ApiName, string>([['interactionApi', 'getDispositions']]);
  #error: FieldError | undefined;
  /** Texts that the user entered, by full name of the method, and then by path of the field. */
  readonly #texts = new Map<string, Map<string, string>>();
  /** Parameters as JSON, by full name of the method. For a method without an entry, the form shows separate fields. */
  readonly #json = new Map<string, string>();

  /** @param interaction Returns the current interaction. Its type and id are initial values of fields. */
  constructor(private readonly interaction: () => Interaction | undefined) {}

  get api(): ApiName {
    return this.#api;
  }

  get form(): MethodForm {
    const forms = formsOf(this.#api);
    const method = this.#methods.get(this.#api);
    return forms.find(({name}) => name === method) ?? (forms[0] as MethodForm);
  }

  /** The parameters as JSON, if the user edits them as JSON; `undefined` if the form shows separate fields. */
  get json(): string | undefined {
    return this.#json.get(this.#key);
  }

  setJson(text: string): void {
    this.#json.set(this.#key, text);
  }

  selectApi(api: ApiName): void {
    this.#api = api;
    this.#error = undefined;
  }

  /** Selects a method of the selected API. */
  select(method: string): void {
    this.#methods.set(this.#api, method);
    this.#error = undefined;
  }

  /** Selects a method, and shows the parameters of an earlier API call. */
  reuse(api: ApiName, method: string, params: unknown): void {
    this.selectApi(api);
    this.select(method);
    if (params !== undefined) this.setJson(toPrettyJson(params));
  }

  /** Switches the form between separate fields and JSON. */
  toggleJson(): void {
    this.#error = undefined;
    if (this.#json.delete(this.#key)) return;
    this.#collectError(() => {
      this.setJson(toPrettyJson(paramsOf(this.form, this.#allTexts())));
    });
  }

  /** Returns the text of a field: the entered text, or the initial value. */
  textOf(field: Field): string {
    const interaction = this.interaction();
    const ofInteraction = field.from && interaction?.[field.from];
    const initial = ofInteraction ?? field.value ?? field.choices?.[0] ?? '';
    return this.#texts.get(this.#key)?.get(field.path) ?? initial;
  }

  setText(field: Field, text: string): void {
    const texts = this.#texts.get(this.#key) ?? new Map<string, string>();
    this.#texts.set(this.#key, texts);
    // Delete an empty text, so that the field shows its initial value again.
    if (text) texts.set(field.path, text);
    else texts.delete(field.path);
  }

  /** Returns the error of a field, if the field has one. */
  errorOf(path: string): string | undefined {
    return this.#error?.path === path ? this.#error.message : undefined;
  }

  /** Removes the error of a field, because the user has changed the field. Returns whether the field had an error. */
  clearError(path: string): boolean {
    if (this.#error?.path !== path) return false;
    this.#error = undefined;
    return true;
  }

  /** Returns the API call that the user has entered; `undefined` if a field has an error. */
  read(): CallRequest | undefined {
    this.#error = undefined;
    return this.#collectError(() => {
      const {form, json} = this;
      const timeout = this.#readTimeout();
      const params = json === undefined ? paramsOf(form, this.#allTexts()) : parseJson(JSON_PATH, json);
      return {api: form.api, method: form.name, params, timeout: form.hasAnswer ? timeout : undefined};
    });
  }

  /** Key of the selected method in the stored texts. */
  get #key(): string {
    return fullName(this.#api, this.form.name);
  }

  #readTimeout(): number | undefined {
    if (this.timeout === '') return undefined;
    const timeout = Number(this.timeout);
    if (!(timeout >= 0)) throw new FieldError(TIMEOUT_PATH, 'Enter a number of milliseconds, or nothing.');
    return timeout;
  }

  #allTexts(): ReadonlyMap<string, string> {
    return new Map(this.form.fields.map((field) => [field.path, this.textOf(field)]));
  }

  #collectError<Result>(read: () => Result): Result | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      this.#error = error;
      return undefined;
    }
  }
}
