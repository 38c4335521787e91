import {expect} from '@open-wc/testing';
import {LitElement} from 'lit';
import {TicksController} from '../../../src/shared/controllers/ticks-controller.js';
import {atEnd} from '../../support/lifecycle.js';
import {fakeClock} from '../../support/time.js';

class Ticker extends LitElement {
  updates = 0;
  showsTime = true;

  constructor() {
    super();
    new TicksController(this, () => this.showsTime);
  }

  protected override updated(): void {
    this.updates++;
  }
}
customElements.define('test-ticker', Ticker);

async function show(): Promise<Ticker> {
  const ticker = new Ticker();
  document.body.append(ticker);
  atEnd(() => ticker.remove());
  await ticker.updateComplete;
  return ticker;
}

describe('TicksController', () => {
  it('updates the element every second', async () => {
    const clock = fakeClock();
    const ticker = await show();
    const before = ticker.updates;
    for (let seconds = 1; seconds <= 3; seconds++) {
      clock.tick(1000);
      await ticker.updateComplete;
      expect(ticker.updates).to.equal(before + seconds);
    }
  });

  it('has no timer while the element shows no time, or is out of the page', async () => {
    const clock = fakeClock();
    const ticker = await show();
    expect(clock.countTimers()).to.equal(1);
    ticker.showsTime = false;
    ticker.requestUpdate();
    await ticker.updateComplete;
    expect(clock.countTimers()).to.equal(0);
    ticker.showsTime = true;
    ticker.requestUpdate();
    await ticker.updateComplete;
    expect(clock.countTimers()).to.equal(1);
    ticker.remove();
    expect(clock.countTimers()).to.equal(0);
  });
});
