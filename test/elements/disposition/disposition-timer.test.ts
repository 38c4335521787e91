import {expect, html} from '@open-wc/testing';
import {type} from '../../commands.js';
import {part, words} from '../../support/stage.js';
import {until} from '../../support/time.js';
import {afterCall, shadow, button, choose, sets, type DispositionStage} from './disposition-stage.js';

describe('five9-disposition', () => {
  describe('timer', () => {
    const timer = (at: DispositionStage): HTMLInputElement => part(at.element, 'timer') as HTMLInputElement;
    const timed = async (at: DispositionStage, id: string, text: string): Promise<void> => {
      await choose(at, id);
      timer(at).focus();
      await type(text);
      await at.settled();
    };

    it('appears if the disposition allows a timer, and its label names the effect', async () => {
      const at = await afterCall();
      for (const [id, name] of [
        ['3551', ''],
        ['3559', ''],
        ['3560', 'Redial after'],
        ['3562', 'Reactivate after'],
      ] as const) {
        await choose(at, id);
        expect(shadow(at).querySelector('[part=timer]')?.parentElement?.textContent.trim() ?? '', id).to.equal(name);
      }
    });

    it('depends on the type if the adapter sends no flags', async () => {
      const at = await afterCall(undefined, [
        {id: '1', name: 'Later', type: 'REDIAL'},
        {id: '2', name: 'Done', type: 'FINAL'},
      ]);
      await choose(at, '1');
      expect(timer(at)).to.exist;
      await choose(at, '2');
      expect(shadow(at).querySelector('[part=timer]')).to.be.null;
    });

    it('depends on timer-for if the adapter sends neither type nor flags', async () => {
      const at = await afterCall(html`<five9-disposition timer-for="2 3"></five9-disposition>`, [
        {id: '3', name: 'Later'},
      ]);
      await choose(at, '3');
      expect(timer(at)).to.exist;
    });

    it('passes the text to the adapter unchanged', async () => {
      const at = await afterCall();
      await timed(at, '3560', '01:30 h');
      await at.element.set();
      await at.settled();
      expect(sets(at)[0]).to.include({timeout: '01:30 h'});
    });

    it('is left out if another disposition is chosen', async () => {
      const at = await afterCall();
      await timed(at, '3560', '60');
      await choose(at, '3551');
      await at.element.set();
      await at.settled();
      expect(sets(at)[0]).not.to.have.property('timeout');
    });

    it('shows the unit that the page sets by attribute or slot', async () => {
      const at = await afterCall(html`<five9-disposition timer-unit="minutes"></five9-disposition>`);
      await choose(at, '3560');
      expect(timer(at).labels![0]!.textContent.replace(/\s+/g, ' ').trim()).to.equal('Redial after minutes');
      const unit = document.createElement('b');
      unit.slot = 'timer-unit';
      unit.textContent = 'hours';
      at.element.append(unit);
      expect(unit.assignedSlot).to.exist;
    });

    it('shows an error if the time is required and missing', async () => {
      const at = await afterCall(html`<five9-disposition timer-required></five9-disposition>`);
      await choose(at, '3560');
      expect(at.element.checkValidity()).to.be.false;
      button(at).click();
      await at.settled();
      expect(at.errors[0]).to.include({
        errorCode: 'Generic',
        errorMessage: 'Enter the time.',
        method: 'setDisposition',
      });
      expect(sets(at)).to.be.empty;
      await timed(at, '3560', '5');
      expect(words(at.element, 'error')).to.equal('');
      expect(at.element.checkValidity()).to.be.true;
      expect(await at.element.set()).to.be.true;
    });

    it('shows the error of an adapter that needs a time', async () => {
      const at = await afterCall();
      await at.adapter.reply('setDisposition', {
        error: {errorCode: 'Generic', errorMessage: 'Call back later needs a timeout.'},
      });
      await choose(at, '3560');
      button(at).click();
      await until(() => at.errors.length);
      await at.settled();
      expect(words(at.element, 'error')).to.equal('Call back later needs a timeout.');
      expect(timer(at), 'the timer stays').to.exist;
    });
  });
});
