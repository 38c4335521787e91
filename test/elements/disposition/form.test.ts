import {expect, html} from '@open-wc/testing';
import {until} from '../../support/time.js';
import {
  show,
  inCall,
  shadow,
  select,
  button,
  choose,
  type DispositionStage,
  type Template,
} from './disposition-stage.js';

describe('five9-disposition', () => {
  describe('form', () => {
    interface InForm extends DispositionStage {
      form: HTMLFormElement;
    }

    async function inForm(template?: Template): Promise<InForm> {
      const at = await inCall(
        template ?? html`<five9-disposition name="result" value="3553" required></five9-disposition>`,
      );
      const form = document.createElement('form');
      at.element.replaceWith(form);
      form.append(at.element);
      await until(() => at.element.dispositions.length);
      await at.settled();
      return {...at, form};
    }

    const data = (form: HTMLFormElement): unknown => Object.fromEntries(new FormData(form));

    it('sends the id under its name, and a listener of change sees the new id', async () => {
      const at = await inForm();
      expect(at.element.form).to.equal(at.form);
      expect(data(at.form)).to.deep.equal({result: '3553'});
      const events: unknown[] = [];
      at.form.addEventListener('change', () => events.push(data(at.form)));
      await choose(at, '3551');
      expect(events).to.deep.equal([{result: '3551'}]);
      at.element.value = '3559';
      expect(data(at.form), 'in the same turn').to.deep.equal({result: '3559'});
      at.element.name = 'other';
      expect(data(at.form)).to.deep.equal({other: '3559'});
    });

    it('still sends the value when the disposition is set', async () => {
      const at = await inForm();
      await choose(at, '3551');
      await at.element.set();
      await at.happens('callFinished', {}, {dispositionName: 'Sale made'});
      expect(data(at.form)).to.deep.equal({result: '3551'});
      expect(at.form.checkValidity()).to.be.true;
    });

    it('is required if the page says so', async () => {
      const at = await inForm();
      expect(at.element.validity.valid).to.be.true;
      at.element.value = '';
      expect(at.element.validity.valueMissing).to.be.true;
      expect(at.element.validationMessage).to.equal('Choose a disposition.');
      expect(at.form.checkValidity()).to.be.false;
      at.element.required = false;
      await at.settled();
      expect(at.form.checkValidity()).to.be.true;
    });

    it('takes the focus when the form needs a value', async () => {
      const at = await inForm();
      at.element.value = '';
      await at.settled();
      expect(at.form.reportValidity()).to.be.false;
      expect(shadow(at).activeElement).to.equal(select(at));
    });

    it('is required, and takes the focus, without an interaction too', async () => {
      const at = await show(html`<five9-disposition name="result" required></five9-disposition>`);
      expect(at.element.validity.valueMissing).to.be.true;
      expect(at.element.reportValidity()).to.be.false;
      expect(shadow(at).activeElement).to.equal(select(at));
    });

    it('does not block a form when the interaction is over', async () => {
      const at = await inForm();
      await at.happens('callFinished', {}, {dispositionName: ''});
      expect(at.element.value).to.equal('');
      expect(at.form.checkValidity()).to.be.true;
    });

    it('returns to its default when the form is reset', async () => {
      const at = await inForm();
      await choose(at, '3560');
      const events: string[] = [];
      at.element.addEventListener('change', () => events.push('change'));
      at.form.reset();
      await at.settled();
      expect(at.element.value).to.equal('3553');
      expect(select(at).value).to.equal('3553');
      expect(events).to.be.empty;
    });

    it('is restored by the browser', async () => {
      const at = await inForm();
      at.element.formStateRestoreCallback('3559');
      await at.settled();
      expect(data(at.form)).to.deep.equal({result: '3559'});
      expect(select(at).value).to.equal('3559');
    });

    for (const how of ['attribute', 'property', 'fieldset'] as const) {
      it(`is disabled by ${how}`, async () => {
        const at = await inForm();
        const fieldset = document.createElement('fieldset');
        at.form.append(fieldset);
        fieldset.append(at.element);
        if (how === 'attribute') at.element.setAttribute('disabled', '');
        else if (how === 'property') at.element.disabled = true;
        else fieldset.disabled = true;
        await until(() => at.element.dispositions.length);
        await at.settled();
        expect(at.element.disabled).to.equal(how !== 'fieldset');
        expect(select(at).disabled).to.be.true;
        expect(button(at).disabled).to.be.true;
        expect(data(at.form)).to.deep.equal({});
        expect(at.element.willValidate).to.be.false;
      });
    }

    it('takes the focus when a label of the page is clicked', async () => {
      const at = await inForm();
      const label = document.createElement('label');
      at.element.id = 'labelled';
      label.htmlFor = 'labelled';
      at.form.append(label);
      label.click();
      expect(shadow(at).activeElement).to.equal(select(at));
    });
  });
});
