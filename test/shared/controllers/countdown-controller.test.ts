import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {CountdownController} from '../../../src/shared/controllers/countdown-controller.js';
// Restores the clock after each test.
import '../../support/lifecycle.js';
import {fakeClock, timersOf} from '../../support/time.js';

class TestCountdown extends LitElement {
  deadline: number | undefined;
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
