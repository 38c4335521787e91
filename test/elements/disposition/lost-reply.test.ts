import {expect, html} from '@open-wc/testing';
import {kindWords} from '../../../src/interaction-api/text-of.js';
import {listen} from '../../support/service.js';
import {until} from '../../support/time.js';
import {afterCall, button, inCall, sets, status} from './disposition-stage.js';

describe('a disposition whose reply is lost', () => {
  it('is reported once if the log of the call confirms it', async () => {
    const setup = await afterCall(html`<five9-disposition value="3559"></five9-disposition>`);
    const told = listen(setup.element, 'five9-disposition-set');
    await setup.adapter.reply('setDisposition', {hold: true});
    const set = setup.element.set();
    await setup.adapter.receivesRequest('setDisposition');
    expect(told).to.have.lengthOf(0);

    await setup.happens('callFinished', {}, {dispositionName: 'Busy'});

    expect(await set).to.equal(true);
    expect(told.map(({detail}) => (detail as {dispositionId: string}).dispositionId)).to.deep.equal(['3559']);
    expect(status(setup)).to.equal('Set: Busy');
    await setup.adapter.release();
    await setup.settled();
    expect(told, 'also after the late reply').to.have.lengthOf(1);
  });

  it('is not reported if the log has another disposition', async () => {
    const setup = await afterCall(html`<five9-disposition value="3559"></five9-disposition>`);
    const told = listen(setup.element, 'five9-disposition-set');
    await setup.adapter.reply('setDisposition', {hold: true});
    void setup.element.set();
    await setup.adapter.receivesRequest('setDisposition');
    await setup.happens('callFinished', {}, {dispositionName: 'Sale made'});
    await setup.drops();
    await setup.settled();
    expect(told).to.have.lengthOf(0);
  });

  it('is reported late if the log confirms it after the connection was lost', async () => {
    const setup = await afterCall(html`<five9-disposition value="3559"></five9-disposition>`);
    const told = listen(setup.element, 'five9-disposition-set');
    await setup.adapter.reply('setDisposition', {silent: true});
    const set = setup.element.set();
    await setup.adapter.receivesRequest('setDisposition');
    await setup.drops();
    expect(await set).to.equal(false);
    await setup.returns();
    await setup.happens('callFinished', {}, {dispositionName: 'Busy'});
    await until(() => told.length);
    expect(told).to.have.lengthOf(1);
  });
});

describe('a disposition that is a number', () => {
  it('is the disposition with this id, as a property', async () => {
    const setup = await inCall(html`<five9-disposition confirm></five9-disposition>`);
    setup.element.value = 3559 as never;
    await setup.settled();
    expect(setup.element.value).to.equal('3559');
    button(setup).click();
    await setup.settled();
    expect(setup.element.shadowRoot!.querySelector('#ask')?.textContent).to.equal('Set “Busy”?');
  });

  it('is sent as its text if a listener sets it in the detail', async () => {
    const setup = await inCall(html`<five9-disposition value="3551"></five9-disposition>`);
    setup.element.addEventListener('five9-before-disposition', ({detail}) => {
      detail.dispositionId = 3559 as never;
    });
    expect(await setup.element.set()).to.equal(true);
    expect(sets(setup)).to.have.lengthOf(1);
    expect(sets(setup)[0]).to.include({dispositionId: '3559'});
  });

  for (const value of [{}, NaN, true]) {
    it(`is refused in words if it is ${kindWords(value)}`, async () => {
      const setup = await inCall(html`<five9-disposition></five9-disposition>`);
      setup.element.value = value as never;
      await setup.settled();
      expect(setup.element.value).to.equal('');
      expect(setup.element.shadowRoot!.querySelector('[part=error]')?.textContent).to.contain(
        'value must be a text or a number',
      );
      expect(setup.errors).to.have.lengthOf(1);
      setup.element.value = '3559';
      await setup.settled();
      expect(setup.element.matches(':state(error)')).to.equal(false);
    });
  }
});
