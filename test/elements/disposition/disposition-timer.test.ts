import {expect, html} from '@open-wc/testing';
import {type} from '../../commands.js';
import {part, words} from '../../support/stage.js';
import {until} from '../../support/time.js';
import {afterCall, shadow, button, choose, sets, type DispositionStage} from './disposition-stage.js';

describe('five9-disposition', () => {
  describe('timer', () => {
    const timer = (setup: DispositionStage): HTMLInputElement => part(setup.element, 'timer') as HTMLInputElement;
    const timed = async (setup: DispositionStage, id: string, text: string): Promise<void> => {
      await choose(setup, id);
      timer(setup).focus();
      await type(text);
      await setup.settled();
    };

    it('appears if the disposition allows a timer, and its label names the effect', async () => {
      const setup = await afterCall();
      for (const [id, name] of [
        ['3551', ''],
        ['3559', ''],
        ['3560', 'Redial after'],
        ['3562', 'Reactivate after'],
      ] as const) {
        await choose(setup, id);
        expect(shadow(setup).querySelector('[part=timer]')?.parentElement?.textContent.trim() ?? '', id).to.equal(name);
      }
    });

    it('depends on the type if the adapter sends no flags', async () => {
      const setup = await afterCall(undefined, [
        {id: '1', name: 'Later', type: 'REDIAL'},
        {id: '2', name: 'Done', type: 'FINAL'},
      ]);
      await choose(setup, '1');
      expect(timer(setup)).to.exist;
      await choose(setup, '2');
      expect(shadow(setup).querySelector('[part=timer]')).to.be.null;
    });

    it('depends on timer-for if the adapter sends neither type nor flags', async () => {
      const setup = await afterCall(html`<five9-disposition timer-for="2 3"></five9-disposition>`, [
        {id: '3', name: 'Later'},
      ]);
      await choose(setup, '3');
      expect(timer(setup)).to.exist;
    });

    it('passes the text to the adapter unchanged', async () => {
      const setup = await afterCall();
      await timed(setup, '3560', '01:30 h');
      await setup.element.set();
      await setup.settled();
      expect(sets(setup)[0]).to.include({timeout: '01:30 h'});
    });

    it('is not sent if the agent then chooses a disposition without a timer', async () => {
      const setup = await afterCall();
      await timed(setup, '3560', '60');
      await choose(setup, '3551');
      await setup.element.set();
      await setup.settled();
      expect(sets(setup)[0]).not.to.have.property('timeout');
    });

    it('shows the unit that the page sets by attribute or slot', async () => {
      const setup = await afterCall(html`<five9-disposition timer-unit="minutes"></five9-disposition>`);
      await choose(setup, '3560');
      expect(timer(setup).labels![0]!.textContent.replace(/\s+/g, ' ').trim()).to.equal('Redial after minutes');
      const unit = document.createElement('b');
      unit.slot = 'timer-unit';
      unit.textContent = 'hours';
      setup.element.append(unit);
      expect(unit.assignedSlot).to.exist;
    });

    it('shows an error if the time is required and missing', async () => {
      const setup = await afterCall(html`<five9-disposition timer-required></five9-disposition>`);
      await choose(setup, '3560');
      expect(setup.element.checkValidity()).to.be.false;
      button(setup).click();
      await setup.settled();
      expect(setup.errors[0]).to.include({
        errorCode: 'Generic',
        errorMessage: 'Enter the time.',
        method: 'setDisposition',
      });
      expect(sets(setup)).to.be.empty;
      await timed(setup, '3560', '5');
      expect(words(setup.element, 'error')).to.equal('');
      expect(setup.element.checkValidity()).to.be.true;
      expect(await setup.element.set()).to.be.true;
    });

    it('shows the error of an adapter that needs a time', async () => {
      const setup = await afterCall();
      await setup.adapter.reply('setDisposition', {
        error: {errorCode: 'Generic', errorMessage: 'Call back later needs a timeout.'},
      });
      await choose(setup, '3560');
      button(setup).click();
      await until(() => setup.errors.length);
      await setup.settled();
      expect(words(setup.element, 'error')).to.equal('Call back later needs a timeout.');
      expect(timer(setup), 'the timer stays').to.exist;
    });
  });
});
