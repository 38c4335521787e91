import {expect, html} from '@open-wc/testing';
import {part, words} from '../../support/stage.js';
import {fakeClock, timersOf} from '../../support/time.js';
import {inCall, afterCall, type DispositionStage} from './disposition-stage.js';

describe('five9-disposition', () => {
  describe('wrap-up countdown', () => {
    const countdown = (setup: DispositionStage): string => words(setup.element, 'countdown');
    const template = html`<five9-disposition wrap-up-seconds="90"></five9-disposition>`;

    it('counts from the end of the call', async () => {
      const setup = await inCall(template);
      const clock = fakeClock();
      expect(countdown(setup)).to.equal('');
      await setup.happens('callEnded');
      expect(countdown(setup)).to.equal('1:30 left');
      clock.tick(31_000);
      await setup.element.updateComplete;
      expect(countdown(setup)).to.equal('0:59 left');
      clock.tick(100_000);
      await setup.element.updateComplete;
      expect(countdown(setup)).to.equal('0:00 left');
      expect(timersOf(clock), 'timers').to.equal(0);
    });

    it('is correct for a picker that is added later', async () => {
      const setup = await inCall();
      const clock = fakeClock();
      await setup.happens('callEnded');
      clock.tick(20_000);
      const late = document.createElement('five9-disposition');
      late.wrapUpSeconds = 60;
      setup.element.after(late);
      await late.updateComplete;
      expect(words(late, 'countdown')).to.equal('0:40 left');
    });

    for (const [what, hours] of [
      ['back', -1],
      ['forward', 1],
    ] as const) {
      it(`counts on if the clock of the computer is set ${what}, before or after the picker is added`, async () => {
        const setup = await inCall(template);
        const clock = fakeClock();
        await setup.happens('callEnded');
        clock.tick(10_000);
        clock.setSystemTime(Date.now() + hours * 3_600_000);
        clock.tick(10_000);
        await setup.element.updateComplete;
        expect(countdown(setup)).to.equal('1:10 left');
        const late = document.createElement('five9-disposition');
        late.wrapUpSeconds = 60;
        setup.element.after(late);
        await late.updateComplete;
        expect(words(late, 'countdown')).to.equal('0:40 left');
      });
    }

    it('is not a live region', async () => {
      const setup = await afterCall(template);
      expect(part(setup.element, 'countdown')).to.have.attribute('role', 'timer');
      expect(part(setup.element, 'status').contains(part(setup.element, 'countdown'))).to.be.false;
    });

    it('ends with the interaction', async () => {
      const setup = await inCall(template);
      const clock = fakeClock();
      await setup.happens('callEnded');
      expect(timersOf(clock)).to.equal(1);
      await setup.happens('callFinished', {}, {dispositionName: 'Busy'});
      expect(countdown(setup)).to.equal('');
      expect(timersOf(clock)).to.equal(0);
    });

    it('has one timer, and no timer while the element is not in the page', async () => {
      const setup = await inCall(template);
      const clock = fakeClock();
      await setup.happens('callEnded');
      const parent = setup.element.parentElement!;
      for (let times = 0; times < 5; times++) {
        setup.element.remove();
        expect(timersOf(clock)).to.equal(0);
        parent.append(setup.element);
        await setup.settled();
        expect(timersOf(clock)).to.equal(1);
      }
    });
  });
});
