import {expect, html} from '@open-wc/testing';
import {listen} from '../../support/service.js';
import {part, words} from '../../support/stage.js';
import {until} from '../../support/time.js';
import {afterCall, choose, LIST, options, select, shadow, status, type DispositionStage} from './disposition-stage.js';

/** A picker after a call, with a value for every attribute that takes one. */
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
    it(`${name} can be removed, emptied and garbled`, async () => {
      const errors = listen<ErrorEvent>(window, 'error', 'unhandledrejection');
      const at = await show();
      for (const value of [...GARBAGE, null]) {
        if (value === null) at.element.removeAttribute(name);
        else at.element.setAttribute(name, value);
        await at.element.updateComplete;
        expect(part(at.element, 'status'), String(value)).to.exist;
      }
      // A list that is long for the garbage may have loaded the combobox: the default shows the select again.
      await until(() => select(at));
      expect(options(at)).to.be.empty;
      expect(await at.element.set()).to.be.a('boolean');
      expect(errors).to.be.empty;
    });
  }

  it('have their defaults after they are removed', async () => {
    const at = await show();
    for (const name of ATTRIBUTES) at.element.removeAttribute(name);
    await at.settled();
    expect(at.element).to.include({
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
    expect(shadow(at).querySelector('label')!.textContent).to.equal('Disposition');
    expect(words(at.element, 'countdown')).to.equal('');
  });

  it('timer-for: without it, no disposition has a timer that the adapter does not report', async () => {
    const at = await show();
    expect(part(at.element, 'timer')).to.exist;
    at.element.removeAttribute('timer-for');
    await at.settled();
    expect(shadow(at).querySelector('[part=timer]')).to.be.null;
  });

  for (const seconds of ['', 'soon', 'NaN', '0', '-1', '1e999', '-1e999']) {
    it(`wrap-up-seconds="${seconds}" shows no countdown`, async () => {
      const at = await show();
      expect(words(at.element, 'countdown')).to.match(/^1:(30|29|28) left$/);
      at.element.setAttribute('wrap-up-seconds', seconds);
      await at.settled();
      expect(words(at.element, 'countdown')).to.equal('');
    });
  }

  for (const number of ['many', 'NaN', '1e999']) {
    it(`combobox-from="${number}" shows the select`, async () => {
      const at = await show();
      at.element.setAttribute('combobox-from', number);
      await at.settled();
      expect(select(at).options).to.have.lengthOf(LIST.length + 1);
    });
  }

  it('interaction-id: without it, the element acts on the current interaction', async () => {
    const at = await show();
    at.element.setAttribute('interaction-id', 'unknown');
    await at.settled();
    expect(status(at)).to.equal('No interaction');
    at.element.removeAttribute('interaction-id');
    await at.settled();
    expect(status(at)).to.equal('Call ended. Set the disposition.');
    await choose(at, '3553');
    expect(at.element.value).to.equal('3553');
  });
});
