import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {type Countdown, CountdownController} from '../../../src/shared/controllers/countdown-controller.js';
// Restores the clock after each test.
import '../../support/lifecycle.js';
import {fakeClock, timersOf} from '../../support/time.js';

class TestCountdown extends LitElement {
  deadline: Countdown | number | undefined;
  renders = 0;
  readonly countdown = new CountdownController(this, () => this.deadline);

  override render() {
    this.renders++;
    return html`${this.countdown.left}`;
  }
}
customElements.define('five9-test-countdown', TestCountdown);

describe('CountdownController', () => {
  it('renders the element when each whole second has passed, until no time is left', async () => {
    const element = await fixture<TestCountdown>(html`<five9-test-countdown></five9-test-countdown>`);
    const clock = fakeClock();
    element.deadline = Date.now() + 2500;
    element.requestUpdate();
    const shown: string[] = [];
    for (const milliseconds of [0, 500, 1000, 1000, 1000]) {
      clock.tick(milliseconds);
      await element.updateComplete;
      shown.push(element.shadowRoot!.textContent.trim());
    }
    expect(shown).to.deep.equal(['2500', '2000', '1000', '0', '0']);
    expect(timersOf(clock)).to.equal(0);
  });

  for (const hours of [-1, 1]) {
    it(`counts on if the clock of the computer is set by ${hours} hours`, async () => {
      const element = await fixture<TestCountdown>(html`<five9-test-countdown></five9-test-countdown>`);
      const clock = fakeClock();
      const forms = [(now: number) => now + 30_000, (now: number) => ({start: now, deadline: now + 30_000})];
      for (const form of forms) {
        element.deadline = form(Date.now());
        expect(element.countdown.left).to.equal(30_000);
        clock.tick(5000);
        clock.setSystemTime(Date.now() + hours * 3_600_000);
        expect(element.countdown.left).to.equal(25_000);
      }
    });
  }

  it('is never longer than its length, also if its beginning is in the future', async () => {
    const element = await fixture<TestCountdown>(html`<five9-test-countdown></five9-test-countdown>`);
    const clock = fakeClock();
    const start = Date.now() + 3_600_000;
    element.deadline = {start, deadline: start + 30_000};
    expect(element.countdown.left).to.equal(30_000);
    clock.tick(5000);
    expect(element.countdown.left).to.be.within(0, 30_000);
  });

  it('has no timer without a deadline', async () => {
    const element = await fixture<TestCountdown>(html`<five9-test-countdown></five9-test-countdown>`);
    const clock = fakeClock();
    element.requestUpdate();
    await element.updateComplete;
    expect(element.countdown.left).to.equal(undefined);
    expect(timersOf(clock)).to.equal(0);
  });

  it('has one timer however often the element renders, and none while the element is out of the page', async () => {
    const element = await fixture<TestCountdown>(html`<five9-test-countdown></five9-test-countdown>`);
    const clock = fakeClock();
    element.deadline = Date.now() + 60_000;
    for (let times = 0; times < 3; times++) {
      element.requestUpdate();
      await element.updateComplete;
      expect(timersOf(clock)).to.equal(1);
    }
    const parent = element.parentElement!;
    element.remove();
    expect(timersOf(clock)).to.equal(0);
    element.requestUpdate();
    await element.updateComplete;
    expect(timersOf(clock)).to.equal(0);
    parent.append(element);
    element.requestUpdate();
    await element.updateComplete;
    expect(timersOf(clock)).to.equal(1);
  });
});
