import {expect, fixture, html} from '@open-wc/testing';
import {type FieldProblem, FormAssociated} from '../../../src/shared/base/form-associated.js';
import {Five9Element} from '../../../src/shared/base/five9-element.js';

/** A field that needs a value. */
class TestField extends FormAssociated(Five9Element) {
  /** Whether the field is disabled by its attribute or by a fieldset. */
  get isDisabled(): boolean {
    return this.formDisabled;
  }

  get input(): HTMLInputElement {
    return this.renderRoot.querySelector('input')!;
  }

  override render() {
    return html`<input aria-label="Test" />`;
  }

  protected override findProblem(): FieldProblem | undefined {
    if (this.value) return undefined;
    return {message: 'Enter a value.', anchor: this.shadowRoot?.querySelector('input') ?? undefined};
  }
}
customElements.define('five9-test-field', TestField);

async function show(template: ReturnType<typeof html>): Promise<{form: HTMLFormElement; field: TestField}> {
  const form = await fixture<HTMLFormElement>(html`<form>${template}</form>`);
  const field = form.querySelector<TestField>('five9-test-field')!;
  await field.updateComplete;
  return {form, field};
}

const dataOf = (form: HTMLFormElement): unknown => Object.fromEntries(new FormData(form));

describe('FormAssociated', () => {
  it('passes a new value to the form in the same turn', async () => {
    const {form, field} = await show(html`<five9-test-field name="test" value="a"></five9-test-field>`);
    expect(field.form).to.equal(form);
    expect(dataOf(form)).to.deep.equal({test: 'a'});
    field.value = 'b';
    expect(dataOf(form)).to.deep.equal({test: 'b'});
  });

  it('has an empty value after its attribute is removed', async () => {
    const {field} = await show(html`<five9-test-field value="a"></five9-test-field>`);
    field.removeAttribute('value');
    expect(field.value).to.equal('');
  });

  it('returns to the value attribute when the form is reset', async () => {
    const {form, field} = await show(html`<five9-test-field value="a"></five9-test-field>`);
    field.value = 'b';
    form.reset();
    expect(field.value).to.equal('a');
    field.removeAttribute('value');
    field.value = 'b';
    form.reset();
    expect(field.value).to.equal('');
  });

  it('uses the value that the browser restores, without an event', async () => {
    const {form, field} = await show(html`<five9-test-field name="test"></five9-test-field>`);
    const events: string[] = [];
    for (const type of ['input', 'change']) form.addEventListener(type, () => events.push(type));
    field.formStateRestoreCallback('a');
    expect(dataOf(form)).to.deep.equal({test: 'a'});
    expect(events).to.be.empty;
  });

  it('shows its name and whether it is disabled in attributes, in the same turn', async () => {
    const {form, field} = await show(html`<five9-test-field value="a"></five9-test-field>`);
    field.name = 'other';
    expect(field).to.have.attribute('name', 'other');
    expect(dataOf(form)).to.deep.equal({other: 'a'});
    field.disabled = true;
    expect(field).to.have.attribute('disabled');
    expect(dataOf(form)).to.deep.equal({});
    field.removeAttribute('disabled');
    expect(field.disabled).to.be.false;
  });

  it('is disabled inside a disabled fieldset', async () => {
    const {form, field} = await show(
      html`<fieldset disabled><five9-test-field name="test" value="a"></five9-test-field></fieldset>`,
    );
    expect(field.isDisabled).to.be.true;
    expect(field.disabled, 'the attribute').to.be.false;
    expect(field.willValidate).to.be.false;
    expect(dataOf(form)).to.deep.equal({});
    form.querySelector('fieldset')!.disabled = false;
    expect(field.isDisabled).to.be.false;
  });

  it('is valid or invalid in the same turn as its value', async () => {
    const {form, field} = await show(html`<five9-test-field></five9-test-field>`);
    expect(field.validity.valueMissing).to.be.true;
    expect(field.validationMessage).to.equal('Enter a value.');
    expect(field.checkValidity()).to.be.false;
    field.value = 'a';
    expect(field.validity.valid).to.be.true;
    expect(field.validationMessage).to.equal('');
    expect(form.checkValidity()).to.be.true;
  });

  it('gives the focus to the anchor of the problem when a submit fails', async () => {
    const {form, field} = await show(html`<five9-test-field></five9-test-field>`);
    expect(form.reportValidity()).to.be.false;
    expect(field.shadowRoot!.activeElement).to.equal(field.input);
  });
});
