import type {PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import type {Five9Element} from './five9-element.js';

/** The reason why a field is not valid, so that its form cannot be submitted. */
export interface FieldProblem {
  /** Text for the user. The browser shows the text when the user tries to submit the form. */
  readonly message: string;
  /**
   * Element in the shadow root at which the browser shows the message, and which gets the focus. If it is `undefined`,
   * the browser does not show the message.
   */
  readonly anchor: HTMLElement | undefined;
}

/** The members that `FormAssociated` adds to an element. */
export declare abstract class FormAssociatedMembers {
  get value(): string;
  set value(value: string | null);
  get name(): string;
  set name(name: string | null | undefined);
  get disabled(): boolean;
  set disabled(disabled: boolean | null | undefined);
  get form(): HTMLFormElement | null;
  get validity(): ValidityState;
  get validationMessage(): string;
  get willValidate(): boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
  formResetCallback(): void;
  formDisabledCallback(disabled: boolean): void;
  formStateRestoreCallback(state: string): void;
  protected get formDisabled(): boolean;
  protected findProblem(): FieldProblem | undefined;
  protected updateValidity(): void;
  protected updated(changed: PropertyValues): void;
}

// Use `any[]`, because TypeScript requires it for the constructor of a mixin.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AbstractConstructor<Instance> = abstract new (...args: any[]) => Instance;

/**
 * Makes an element a field of its form.
 *
 * - **Value**: `value` is a text. A new value reaches the form synchronously (`setFormValue`), so a listener of
 *   `change` finds the new value in `new FormData(form)`. The `value` attribute is the default value.
 * - **Reset**: when the form is reset, `value` returns to the `value` attribute. An element with more state overrides
 *   `formResetCallback`.
 * - **Restore**: when the browser restores the page, `value` becomes the stored text. The element dispatches no event
 *   for this change.
 * - **Name and disabled**: `name` and `disabled` read and write their attributes, so a change of these properties
 *   reaches the form at once. `formDisabled` is also true inside a `<fieldset disabled>`.
 * - **Validity**: override `findProblem`. The mixin calls `findProblem` when the value changes and after each update.
 *   Call `updateValidity` when a problem appears or disappears at another time.
 * - **Events**: the element itself dispatches `input` and `change`, and only for an action of the user.
 */
export function FormAssociated<Base extends AbstractConstructor<Five9Element>>(base: Base) {
  abstract class FormField extends base {
    static readonly formAssociated = true;

    #value = '';
    #formDisabled = false;

    /** Value of the field; empty if there is none. The attribute is the default value. */
    @property()
    get value(): string {
      return this.#value;
    }

    set value(value: string | null) {
      this.#value = value ?? '';
      this.internals.setFormValue(this.#value);
      this.updateValidity();
    }

    /** Name of the field in a form. */
    @property({attribute: false})
    get name(): string {
      return this.getAttribute('name') ?? '';
    }

    set name(name: string | null | undefined) {
      if (name === null || name === undefined) this.removeAttribute('name');
      else this.setAttribute('name', name);
    }

    /** Whether the field is disabled. A form does not send the value of a disabled field. */
    @property({attribute: false})
    get disabled(): boolean {
      return this.hasAttribute('disabled');
    }

    set disabled(disabled: boolean | null | undefined) {
      this.toggleAttribute('disabled', Boolean(disabled));
    }

    /** The form that the field belongs to. */
    get form(): HTMLFormElement | null {
      return this.internals.form;
    }

    /** Validity of the field. */
    get validity(): ValidityState {
      return this.internals.validity;
    }

    /** Text for the user that explains why the field is not valid; empty if the field is valid. */
    get validationMessage(): string {
      return this.internals.validationMessage;
    }

    /** Whether the form validates the field. */
    get willValidate(): boolean {
      return this.internals.willValidate;
    }

    /** Returns whether the field is valid. */
    checkValidity(): boolean {
      return this.internals.checkValidity();
    }

    /** Returns whether the field is valid. If it is invalid, the browser shows the reason. */
    reportValidity(): boolean {
      return this.internals.reportValidity();
    }

    formResetCallback(): void {
      this.value = this.getAttribute('value');
    }

    formDisabledCallback(disabled: boolean): void {
      this.#formDisabled = disabled;
      this.requestUpdate();
    }

    formStateRestoreCallback(state: string): void {
      this.value = state;
    }

    /** Whether the field is disabled by its own attribute or by a `<fieldset>`. */
    protected get formDisabled(): boolean {
      return this.#formDisabled;
    }

    /** Returns the reason why the field is not valid; `undefined` if the field is valid. */
    protected findProblem(): FieldProblem | undefined {
      return undefined;
    }

    /** Passes the current problem to the form. */
    protected updateValidity(): void {
      const problem = this.findProblem();
      this.internals.setValidity({valueMissing: problem !== undefined}, problem?.message, problem?.anchor);
    }

    protected override updated(changed: PropertyValues): void {
      super.updated(changed);
      this.updateValidity();
    }
  }
  return FormField as unknown as AbstractConstructor<FormAssociatedMembers> & Base;
}
