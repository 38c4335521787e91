import {expect, html} from '@open-wc/testing';
import {press} from '../../commands.js';
import {afterCall, shadow, button, choose, sets, type DispositionStage} from './disposition-stage.js';

describe('five9-disposition', () => {
  describe('confirm', () => {
    const question = (at: DispositionStage): HTMLElement | null => shadow(at).querySelector('[part=confirm]');
    const confirming = async (): Promise<DispositionStage> => {
      const at = await afterCall(html`<five9-disposition confirm></five9-disposition>`);
      await choose(at, '3553');
      button(at).focus();
      await press('Enter');
      await at.settled();
      return at;
    };

    it('asks inside the element, with the focus on the answer', async () => {
      const at = await confirming();
      expect(sets(at)).to.be.empty;
      expect(question(at)!.textContent.replace(/\s+/g, ' ').trim()).to.equal('Set “<b>Not</b> interested”? Yes No');
      expect(shadow(at).activeElement?.textContent).to.equal('Yes');
    });

    it('sets the disposition at Yes', async () => {
      const at = await confirming();
      await press('Enter');
      await at.adapter.hearsRequest('setDisposition');
      await at.settled();
      expect(question(at)).to.be.null;
      expect(shadow(at).activeElement).to.equal(button(at));
    });

    for (const answer of ['No', 'Escape']) {
      it(`sets nothing at ${answer}`, async () => {
        const at = await confirming();
        if (answer === 'No') await press('Tab');
        await press(answer === 'No' ? 'Enter' : 'Escape');
        await at.settled();
        expect(question(at)).to.be.null;
        expect(sets(at)).to.be.empty;
        expect(shadow(at).activeElement).to.equal(button(at));
      });
    }

    it('does not take a double click or a held Enter key for an answer', async () => {
      const at = await afterCall(html`<five9-disposition confirm></five9-disposition>`);
      await choose(at, '3551');
      button(at).click();
      button(at).click();
      await at.settled();
      const held = new KeyboardEvent('keydown', {key: 'Enter', repeat: true, bubbles: true, cancelable: true});
      shadow(at).activeElement!.dispatchEvent(held);
      expect(held.defaultPrevented).to.be.true;
      button(at).click();
      await at.settled();
      expect(question(at)).to.exist;
      expect(sets(at)).to.be.empty;
    });

    it('does not ask when a script calls set()', async () => {
      const at = await afterCall(html`<five9-disposition confirm></five9-disposition>`);
      at.element.value = '3551';
      expect(await at.element.set()).to.be.true;
    });

    it('removes the question when the interaction is over', async () => {
      const at = await confirming();
      await at.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(question(at)).to.be.null;
    });
  });
});
