import {expect, html} from '@open-wc/testing';
import {listen} from '../../support/service.js';
import {part, words} from '../../support/stage.js';
import {until} from '../../support/time.js';
import {afterCall, choose, LIST, options, select, shadow, status, type DispositionStage} from './disposition-stage.js';

/** Shows a picker after a call, with a value for every attribute that can have a value. */
const show = (): Promise<DispositionStage> =>
  afterCall(
    html`<five9-disposition
      name="result"
      value="3551"
      label="Result"
      combobox-from="20"
      timer-unit="minutes"
      timer-for="3551"
      wrap-up-seconds="90"
      timer-required
      required
      confirm
    ></five9-disposition>`,
  );

const ATTRIBUTES = [
  'name',
  'value',
  'label',
  'combobox-from',
  'timer-unit',
  'timer-for',
  'timer-required',
  'wrap-up-seconds',
  'required',
  'confirm',
  'disabled',
  'interaction-id',
];
const GARBAGE = ['', ' ', 'NaN', '-1', '1e999', '-1e999', '2147483648', 'null', '<b>', '\u0000\uD800', ',;'];

describe('the attributes of five9-disposition', () => {
  for (const name of ATTRIBUTES) {
    it(`${name} can be removed, empty or invalid`, async () => {
      const errors = listen<ErrorEvent>(window, 'error', 'unhandledrejection');
      const setup = await show();
      for (const value of [...GARBAGE, null]) {
        if (value === null) setup.element.removeAttribute(name);
        else setup.element.setAttribute(name, value);
        await setup.element.updateComplete;
        expect(part(setup.element, 'status'), String(value)).to.exist;
      }
      // Wait for the select, because an invalid `combobox-from` may have shown the combobox. The default, after the
      // attribute is removed, shows the select again.
      await until(() => select(setup));
      expect(options(setup)).to.be.empty;
      expect(await setup.element.set()).to.be.a('boolean');
      expect(errors).to.be.empty;
    });
  }

  it('have their defaults after they are removed', async () => {
    const setup = await show();
    for (const name of ATTRIBUTES) setup.element.removeAttribute(name);
    await setup.settled();
    expect(setup.element).to.include({
      name: '',
      value: '',
      label: 'Disposition',
      comboboxFrom: 15,
      timerUnit: '',
      timerFor: '',
      timerRequired: false,
      wrapUpSeconds: 0,
      required: false,
      confirm: false,
      disabled: false,
    });
    expect(shadow(setup).querySelector('label')!.textContent).to.equal('Disposition');
    expect(words(setup.element, 'countdown')).to.equal('');
  });

  it('timer-for: without it, no disposition has a timer that the adapter does not report', async () => {
    const setup = await show();
    expect(part(setup.element, 'timer')).to.exist;
    setup.element.removeAttribute('timer-for');
    await setup.settled();
    expect(shadow(setup).querySelector('[part=timer]')).to.be.null;
  });

  for (const seconds of ['', 'soon', 'NaN', '0', '-1', '1e999', '-1e999']) {
    it(`wrap-up-seconds="${seconds}" shows no countdown`, async () => {
      const setup = await show();
      expect(words(setup.element, 'countdown')).to.match(/^1:(30|29|28) left$/);
      setup.element.setAttribute('wrap-up-seconds', seconds);
      await setup.settled();
      expect(words(setup.element, 'countdown')).to.equal('');
    });
  }

  for (const number of ['many', 'NaN', '1e999']) {
    it(`combobox-from="${number}" shows the select`, async () => {
      const setup = await show();
      setup.element.setAttribute('combobox-from', number);
      await setup.settled();
      expect(select(setup).options).to.have.lengthOf(LIST.length + 1);
    });
  }

  it('interaction-id: without it, the element acts on the current interaction', async () => {
    const setup = await show();
    setup.element.setAttribute('interaction-id', 'unknown');
    await setup.settled();
    expect(status(setup)).to.equal('No interaction');
    setup.element.removeAttribute('interaction-id');
    await setup.settled();
    expect(status(setup)).to.equal('Call ended. Set the disposition.');
    await choose(setup, '3553');
    expect(setup.element.value).to.equal('3553');
  });
});
