import {expect, html} from '@open-wc/testing';
import {press} from '../../commands.js';
import {afterCall, shadow, button, choose, sets, type DispositionStage} from './disposition-stage.js';

describe('five9-disposition', () => {
  describe('confirm', () => {
    const question = (setup: DispositionStage): HTMLElement | null => shadow(setup).querySelector('[part=confirm]');
    const confirming = async (): Promise<DispositionStage> => {
      const setup = await afterCall(html`<five9-disposition confirm></five9-disposition>`);
      await choose(setup, '3553');
      button(setup).focus();
      await press('Enter');
      await setup.settled();
      return setup;
    };

    it('asks inside the element, with the focus on the answer', async () => {
      const setup = await confirming();
      expect(sets(setup)).to.be.empty;
      expect(question(setup)!.textContent.replace(/\s+/g, ' ').trim()).to.equal('Set “<b>Not</b> interested”? Yes No');
      expect(shadow(setup).activeElement?.textContent).to.equal('Yes');
    });

    it('sets the disposition at Yes', async () => {
      const setup = await confirming();
      await press('Enter');
      await setup.adapter.receivesRequest('setDisposition');
      await setup.settled();
      expect(question(setup)).to.be.null;
      expect(shadow(setup).activeElement).to.equal(button(setup));
    });

    for (const answer of ['No', 'Escape']) {
      it(`sets nothing at ${answer}`, async () => {
        const setup = await confirming();
        if (answer === 'No') await press('Tab');
        await press(answer === 'No' ? 'Enter' : 'Escape');
        await setup.settled();
        expect(question(setup)).to.be.null;
        expect(sets(setup)).to.be.empty;
        expect(shadow(setup).activeElement).to.equal(button(setup));
      });
    }

    it('does not treat a double click or a held Enter key as an answer', async () => {
      const setup = await afterCall(html`<five9-disposition confirm></five9-disposition>`);
      await choose(setup, '3551');
      button(setup).click();
      button(setup).click();
      await setup.settled();
      const held = new KeyboardEvent('keydown', {key: 'Enter', repeat: true, bubbles: true, cancelable: true});
      shadow(setup).activeElement!.dispatchEvent(held);
      expect(held.defaultPrevented).to.be.true;
      button(setup).click();
      await setup.settled();
      expect(question(setup)).to.exist;
      expect(sets(setup)).to.be.empty;
    });

    it('does not ask when a script calls set()', async () => {
      const setup = await afterCall(html`<five9-disposition confirm></five9-disposition>`);
      setup.element.value = '3551';
      expect(await setup.element.set()).to.be.true;
    });

    it('removes the question when the interaction is over', async () => {
      const setup = await confirming();
      await setup.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(question(setup)).to.be.null;
    });
  });
});
