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
      const setup = await inCall(
        template ?? html`<five9-disposition name="result" value="3553" required></five9-disposition>`,
      );
      const form = document.createElement('form');
      setup.element.replaceWith(form);
      form.append(setup.element);
      await until(() => setup.element.dispositions.length);
      await setup.settled();
      return {...setup, form};
    }

    const data = (form: HTMLFormElement): unknown => Object.fromEntries(new FormData(form));

    it('sends the id under its name, and a listener of change sees the new id', async () => {
      const setup = await inForm();
      expect(setup.element.form).to.equal(setup.form);
      expect(data(setup.form)).to.deep.equal({result: '3553'});
      const events: unknown[] = [];
      setup.form.addEventListener('change', () => events.push(data(setup.form)));
      await choose(setup, '3551');
      expect(events).to.deep.equal([{result: '3551'}]);
      setup.element.value = '3559';
      expect(data(setup.form), 'in the same turn').to.deep.equal({result: '3559'});
      setup.element.name = 'other';
      expect(data(setup.form)).to.deep.equal({other: '3559'});
    });

    it('still sends the value when the disposition is set', async () => {
      const setup = await inForm();
      await choose(setup, '3551');
      await setup.element.set();
      await setup.happens('callFinished', {}, {dispositionName: 'Sale made'});
      expect(data(setup.form)).to.deep.equal({result: '3551'});
      expect(setup.form.checkValidity()).to.be.true;
    });

    it('is required if the page says so', async () => {
      const setup = await inForm();
      expect(setup.element.validity.valid).to.be.true;
      setup.element.value = '';
      expect(setup.element.validity.valueMissing).to.be.true;
      expect(setup.element.validationMessage).to.equal('Choose a disposition.');
      expect(setup.form.checkValidity()).to.be.false;
      setup.element.required = false;
      await setup.settled();
      expect(setup.form.checkValidity()).to.be.true;
    });

    it('takes the focus when the form needs a value', async () => {
      const setup = await inForm();
      setup.element.value = '';
      await setup.settled();
      expect(setup.form.reportValidity()).to.be.false;
      expect(shadow(setup).activeElement).to.equal(select(setup));
    });

    it('is required, and takes the focus, without an interaction too', async () => {
      const setup = await show(html`<five9-disposition name="result" required></five9-disposition>`);
      expect(setup.element.validity.valueMissing).to.be.true;
      expect(setup.element.reportValidity()).to.be.false;
      expect(shadow(setup).activeElement).to.equal(select(setup));
    });

    it('does not block a form when the interaction is over', async () => {
      const setup = await inForm();
      await setup.happens('callFinished', {}, {dispositionName: ''});
      expect(setup.element.value).to.equal('');
      expect(setup.form.checkValidity()).to.be.true;
    });

    it('returns to its default when the form is reset', async () => {
      const setup = await inForm();
      await choose(setup, '3560');
      const events: string[] = [];
      setup.element.addEventListener('change', () => events.push('change'));
      setup.form.reset();
      await setup.settled();
      expect(setup.element.value).to.equal('3553');
      expect(select(setup).value).to.equal('3553');
      expect(events).to.be.empty;
    });

    it('is restored by the browser', async () => {
      const setup = await inForm();
      setup.element.formStateRestoreCallback('3559');
      await setup.settled();
      expect(data(setup.form)).to.deep.equal({result: '3559'});
      expect(select(setup).value).to.equal('3559');
    });

    for (const how of ['attribute', 'property', 'fieldset'] as const) {
      it(`is disabled by ${how}`, async () => {
        const setup = await inForm();
        const fieldset = document.createElement('fieldset');
        setup.form.append(fieldset);
        fieldset.append(setup.element);
        if (how === 'attribute') setup.element.setAttribute('disabled', '');
        else if (how === 'property') setup.element.disabled = true;
        else fieldset.disabled = true;
        await until(() => setup.element.dispositions.length);
        await setup.settled();
        expect(setup.element.disabled).to.equal(how !== 'fieldset');
        expect(select(setup).disabled).to.be.true;
        expect(button(setup).disabled).to.be.true;
        expect(data(setup.form)).to.deep.equal({});
        expect(setup.element.willValidate).to.be.false;
      });
    }

    it('takes the focus when a label of the page is clicked', async () => {
      const setup = await inForm();
      const label = document.createElement('label');
      setup.element.id = 'labelled';
      label.htmlFor = 'labelled';
      setup.form.append(label);
      label.click();
      expect(shadow(setup).activeElement).to.equal(select(setup));
    });
  });
});
