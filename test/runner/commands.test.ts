import {expect, fixture, html} from '@open-wc/testing';
import {
  collectGarbage,
  emulateForcedColors,
  emulateMedia,
  isChromium,
  press,
  resetMouse,
  sendMouse,
  setViewport,
  type,
} from '../commands.js';

// Test the commands in every engine, because if a command does nothing in an engine, a test that uses the command
// proves nothing in this engine.
describe('the commands of the runner in every engine', () => {
  it('type into the focused field', async () => {
    const input = await fixture<HTMLInputElement>(html`<input aria-label="digits" />`);
    input.focus();

    await type('a5*#');
    await press('Home');
    await press('Delete');

    expect(input.value).to.equal('5*#');
  });

  it('press buttons with Enter and the space bar', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>press me</button>`);
    let clicks = 0;
    button.addEventListener('click', () => clicks++);
    button.focus();

    await press('Enter');
    await press('Space');

    expect(clicks).to.equal(2);
  });

  it('move the focus with Tab, and back with Shift and Tab', async () => {
    const group = await fixture(html`<div><button>first</button><button>second</button></div>`);
    const [first, second] = group.querySelectorAll('button');
    first!.focus();

    await press('Tab');
    expect(document.activeElement).to.equal(second);
    await press('Tab', 'Shift');
    expect(document.activeElement).to.equal(first);
  });

  it('report the pressed key in the event', async () => {
    const input = await fixture<HTMLInputElement>(html`<input aria-label="any" />`);
    const keys: string[] = [];
    input.addEventListener('keydown', ({key}) => keys.push(key));
    input.focus();

    for (const key of ['ArrowLeft', 'ArrowDown', 'End', 'Escape', 'Enter', 'Space', '#']) await press(key);

    expect(keys).to.deep.equal(['ArrowLeft', 'ArrowDown', 'End', 'Escape', 'Enter', ' ', '#']);
  });

  it('move and click the mouse', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>click me</button>`);
    const events: string[] = [];
    for (const name of ['pointerenter', 'pointerdown', 'pointerup', 'click']) {
      button.addEventListener(name, () => events.push(name));
    }
    const {left, top} = button.getBoundingClientRect();

    await sendMouse({type: 'click', position: [Math.round(left) + 5, Math.round(top) + 5]});
    await resetMouse();

    expect(events).to.deep.equal(['pointerenter', 'pointerdown', 'pointerup', 'click']);
  });

  it('resize the viewport', async () => {
    const resized = new Promise((resolve) => {
      addEventListener('resize', resolve, {once: true});
    });
    await setViewport({width: 500, height: 400});
    await resized;

    expect([innerWidth, innerHeight]).to.deep.equal([500, 400]);
  });
});

describe('the server of the runner', () => {
  it('has a second origin: its IP address', async () => {
    const other = location.origin.replace('localhost', '127.0.0.1');
    const frame = document.createElement('iframe');
    const greeted = new Promise<MessageEvent<unknown>>((resolve) => {
      addEventListener('message', resolve, {once: true});
    });
    frame.src = `${other}/test/pages/greeting.html`;
    document.body.append(frame);

    const {data, origin} = await greeted;
    frame.remove();

    expect({data, origin}).to.deep.equal({data: 'hello', origin: other});
  });

  it('sends the headers of the file .headers.json next to a page', async () => {
    const {headers} = await fetch('/test/pages/greeting.html');
    expect(headers.get('content-security-policy')).to.equal("default-src 'none'; script-src 'self'");
  });
});

describe('the commands for Chromium only', () => {
  before(function () {
    if (!isChromium) this.skip();
  });

  it('emulate media features', async () => {
    await emulateMedia({colorScheme: 'dark'});
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
    await emulateMedia({colorScheme: 'no-preference', reducedMotion: 'reduce'});
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).to.equal(true);
  });

  it('emulate forced colours', async () => {
    await emulateForcedColors('active');
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    await emulateForcedColors('none');
    expect(matchMedia('(forced-colors: active)').matches).to.equal(false);
  });

  it('collect garbage', async () => {
    const dropped = Array.from({length: 20}, () => new WeakRef(document.createElement('div')));
    await collectGarbage();
    expect(dropped.filter((reference) => reference.deref()).length).to.be.lessThan(2);
  });
});
