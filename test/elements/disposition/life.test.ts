import {expect, html} from '@open-wc/testing';
import {Five9Disposition} from '../../../src/elements/disposition/define.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {inCall, afterCall, select, choose} from './disposition-stage.js';

describe('five9-disposition', () => {
  describe('life', () => {
    it('leaves no listener, timer or node when it is added and removed', async () => {
      await comesAndGoes(await afterCall(html`<five9-disposition wrap-up-seconds="60" confirm></five9-disposition>`));
    });

    it('is not held in memory after it is removed', async () => {
      await isForgotten(await inCall());
    });

    it('uses properties that were set before it was defined', async () => {
      const early = document.createElement('five9-early-disposition');
      const given = {value: '3551', name: 'result', disabled: true, required: true, comboboxFrom: 3};
      Object.assign(early, given);
      document.body.append(early);
      customElements.define('five9-early-disposition', class extends Five9Disposition {});
      if (!(early instanceof Five9Disposition)) throw new Error('not upgraded');
      await early.updateComplete;
      expect(early).to.include(given);
      expect(early).to.have.attribute('name', 'result');
      for (const name of Object.keys(given)) expect(Object.hasOwn(early, name), name).to.be.false;
      early.remove();
    });

    it('has no attributes after createElement', () => {
      expect(document.createElement('five9-disposition').getAttributeNames()).to.be.empty;
    });

    it('keeps the choice when it is moved or temporarily removed', async () => {
      const setup = await inCall();
      await choose(setup, '3560');
      const parent = setup.element.parentElement!;
      setup.element.remove();
      setup.element.label = 'Result';
      await setup.element.updateComplete;
      parent.prepend(setup.element);
      await setup.settled();
      expect(setup.element.value).to.equal('3560');
      expect(select(setup).value).to.equal('3560');
      expect(setup.adapter.requests('getDispositions')).to.have.lengthOf(1);
    });
  });
});
