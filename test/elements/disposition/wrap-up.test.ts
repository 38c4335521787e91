import {expect, html} from '@open-wc/testing';
import {part, words} from '../../support/stage.js';
import {fakeClock, timersOf} from '../../support/time.js';
import {inCall, afterCall, type DispositionStage} from './disposition-stage.js';

describe('five9-disposition', () => {
  describe('wrap-up countdown', () => {
    const countdown = (at: DispositionStage): string => words(at.element, 'countdown');
    const template = html`<five9-disposition wrap-up-seconds="90"></five9-disposition>`;

    it('counts from the end of the call', async () => {
      const at = await inCall(template);
      const clock = fakeClock();
      expect(countdown(at)).to.equal('');
      await at.happens('callEnded');
      expect(countdown(at)).to.equal('1:30 left');
      clock.tick(31_000);
      await at.element.updateComplete;
      expect(countdown(at)).to.equal('0:59 left');
      clock.tick(100_000);
      await at.element.updateComplete;
      expect(countdown(at)).to.equal('0:00 left');
      expect(timersOf(clock), 'timers').to.equal(0);
    });

    it('is correct for a picker that is added later', async () => {
      const at = await inCall();
      const clock = fakeClock();
      await at.happens('callEnded');
      clock.tick(20_000);
      const late = document.createElement('five9-disposition');
      late.wrapUpSeconds = 60;
      at.element.after(late);
      await late.updateComplete;
      expect(words(late, 'countdown')).to.equal('0:40 left');
    });

    it('is not a live region', async () => {
      const at = await afterCall(template);
      expect(part(at.element, 'countdown')).to.have.attribute('role', 'timer');
      expect(part(at.element, 'status').contains(part(at.element, 'countdown'))).to.be.false;
    });

    it('ends with the interaction', async () => {
      const at = await inCall(template);
      const clock = fakeClock();
      await at.happens('callEnded');
      expect(timersOf(clock)).to.equal(1);
      await at.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(countdown(at)).to.equal('');
      expect(timersOf(clock)).to.equal(0);
    });

    it('has one timer, and none while the element is out of the page', async () => {
      const at = await inCall(template);
      const clock = fakeClock();
      await at.happens('callEnded');
      const parent = at.element.parentElement!;
      for (let times = 0; times < 5; times++) {
        at.element.remove();
        expect(timersOf(clock)).to.equal(0);
        parent.append(at.element);
        await at.settled();
        expect(timersOf(clock)).to.equal(1);
      }
    });
  });
});
