import {expect, fixture, html} from '@open-wc/testing';
import {Five9DtmfPad} from '../../../src/elements/dtmf-pad/define.js';
import type {BeforeDtmfEvent, DtmfEvent} from '../../../src/elements/dtmf-pad/dtmf-pad.events.js';
import {press, type} from '../../commands.js';
import {CALL_ID} from '../../support/samples.js';
import {until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {part, stage, type Stage, talking, words} from '../../support/stage.js';

type PadStage = Stage<Five9DtmfPad>;

const show = (template = html`<five9-dtmf-pad></five9-dtmf-pad>`): Promise<PadStage> => stage<Five9DtmfPad>(template);

/** Shows a pad in a call, with an adapter that accepts all digits. */
async function inCall(template?: Parameters<typeof show>[0]): Promise<PadStage> {
  const setup = await show(template);
  await setup.adapter.reply('sendDtmf', {response: null});
  await talking(setup);
  return setup;
}

const keys = (pad: Five9DtmfPad): HTMLButtonElement[] => [...pad.shadowRoot!.querySelectorAll('button')];
const key = (pad: Five9DtmfPad, name: string): HTMLButtonElement => keys(pad).find((one) => one.textContent === name)!;
const focused = (pad: Five9DtmfPad): string | undefined => pad.shadowRoot!.activeElement?.textContent ?? undefined;
const digits = ({adapter}: PadStage): unknown[] =>
  adapter.requests('sendDtmf').map(({request}) => (request.args as {char: string}).char);

/** Dispatches a paste event. As in a browser, `target` is not always the focused element. */
function paste(text: string, target: EventTarget = document.body): ClipboardEvent {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {bubbles: true, composed: true, cancelable: true});
  // Set the clipboard data here, because Firefox ignores the clipboard data of events that a script creates.
  Object.defineProperty(event, 'clipboardData', {value: clipboardData});
  target.dispatchEvent(event);
  return event;
}

describe('five9-dtmf-pad', () => {
  describe('keys', () => {
    it('are twelve, in the order of a telephone, named by their digits', async () => {
      const {element} = await inCall();
      expect(keys(element).map(({textContent}) => textContent)).to.deep.equal('123456789*0#'.split(''));
    });

    it('are in a group with a name', async () => {
      const {element} = await inCall(html`<five9-dtmf-pad label="Card number"></five9-dtmf-pad>`);
      expect(part(element, 'keys')).to.have.attribute('role', 'group');
      expect(part(element, 'keys')).to.have.attribute('aria-label', 'Card number');
    });

    it('are large enough for touch', async () => {
      const {element} = await inCall(html`<five9-dtmf-pad style="inline-size: 240px"></five9-dtmf-pad>`);
      for (const digitKey of keys(element)) {
        const {width, height} = digitKey.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      }
    });

    it('send the digit of the pressed key', async () => {
      const setup = await inCall();
      key(setup.element, '5').click();
      key(setup.element, '#').click();
      await setup.adapter.receivesRequest('sendDtmf', 2);
      expect(digits(setup)).to.deep.equal(['5', '#']);
    });
  });

  describe('keyboard', () => {
    it('has one Tab stop: the key that had the focus last', async () => {
      const {element} = await inCall();
      const before = document.createElement('button');
      element.before(before);
      before.focus();
      await press('Tab');
      expect(focused(element)).to.equal('1');
      await press('ArrowRight');
      await press('Tab', 'Shift');
      expect(focused(element), 'Shift+Tab leaves').to.equal(undefined);
      await press('Tab');
      expect(focused(element)).to.equal('2');
    });

    it('moves the focus in two dimensions and stops at the edges', async () => {
      const {element} = await inCall();
      element.focus();
      const path: [string, string][] = [
        ['ArrowLeft', '1'],
        ['ArrowUp', '1'],
        ['ArrowRight', '2'],
        ['ArrowDown', '5'],
        ['ArrowRight', '6'],
        ['ArrowRight', '6'],
        ['ArrowDown', '9'],
        ['ArrowDown', '#'],
        ['ArrowDown', '#'],
        ['ArrowLeft', '0'],
        ['ArrowUp', '8'],
        ['ArrowLeft', '7'],
        ['ArrowLeft', '7'],
        ['End', '#'],
        ['Home', '1'],
      ];
      for (const [to, there] of path) {
        await press(to);
        expect(focused(element), to).to.equal(there);
      }
    });

    it('keeps the order of a telephone in right-to-left pages', async () => {
      const {element} = await inCall(html`<five9-dtmf-pad dir="rtl"></five9-dtmf-pad>`);
      const left = (name: string): number => key(element, name).getBoundingClientRect().left;
      expect(left('1')).to.be.below(left('3'));
      element.focus();
      await press('ArrowRight');
      expect(focused(element)).to.equal('2');
    });

    it('presses a key with Enter and with the space bar', async () => {
      const setup = await inCall();
      key(setup.element, '7').focus();
      await press('Enter');
      await press('Space');
      await setup.adapter.receivesRequest('sendDtmf', 2);
      expect(digits(setup)).to.deep.equal(['7', '7']);
    });

    it('sends typed digits while the pad has the focus', async () => {
      const setup = await inCall();
      setup.element.focus();
      await type('0*#b');
      await setup.adapter.receivesRequest('sendDtmf', 4);
      expect(digits(setup)).to.deep.equal(['0', '*', '#', 'B']);
    });

    it('ignores digits that are typed elsewhere', async () => {
      const setup = await inCall();
      const input = document.createElement('input');
      setup.element.before(input);
      input.focus();
      await type('12');
      await setup.settled();
      expect(digits(setup)).to.deep.equal([]);
      expect(input.value).to.equal('12');
    });

    it('ignores keys that are held down', async () => {
      const setup = await inCall();
      setup.element.focus();
      const hold = (name: string): KeyboardEvent => {
        const event = new KeyboardEvent('keydown', {
          key: name,
          repeat: true,
          bubbles: true,
          composed: true,
          cancelable: true,
        });
        key(setup.element, '1').dispatchEvent(event);
        return event;
      };
      hold('5');
      expect(hold('Enter').defaultPrevented, 'the browser would click again').to.be.true;
      await setup.settled();
      expect(digits(setup)).to.deep.equal([]);
    });

    for (const modifier of ['Control', 'Alt', 'Meta'] as const) {
      it(`leaves ${modifier} with a digit to the browser`, async () => {
        const setup = await inCall();
        const event = new KeyboardEvent('keydown', {
          key: '5',
          ctrlKey: modifier === 'Control',
          altKey: modifier === 'Alt',
          metaKey: modifier === 'Meta',
          bubbles: true,
          cancelable: true,
        });
        key(setup.element, '1').dispatchEvent(event);
        await setup.settled();
        expect(event.defaultPrevented).to.be.false;
        expect(digits(setup)).to.deep.equal([]);
      });
    }

    it('accepts the # that a British Mac keyboard types with Alt', async () => {
      const setup = await inCall();
      key(setup.element, '1').dispatchEvent(new KeyboardEvent('keydown', {key: '#', altKey: true, bubbles: true}));
      await setup.adapter.receivesRequest('sendDtmf');
      expect(digits(setup)).to.deep.equal(['#']);
    });

    it('ignores text from an input method', async () => {
      const setup = await inCall();
      key(setup.element, '1').dispatchEvent(new KeyboardEvent('keydown', {key: '5', isComposing: true, bubbles: true}));
      await setup.settled();
      expect(digits(setup)).to.deep.equal([]);
    });

    it('does not handle Tab and function keys', async () => {
      const setup = await inCall();
      for (const name of ['Tab', 'F5', 'Escape']) {
        const event = new KeyboardEvent('keydown', {key: name, bubbles: true, cancelable: true});
        key(setup.element, '1').dispatchEvent(event);
        expect(event.defaultPrevented, name).to.be.false;
      }
      expect(setup.errors).to.be.empty;
    });
  });

  describe('pasting', () => {
    it('sends all digits in one request, without spaces and dashes', async () => {
      const setup = await inCall();
      setup.element.focus();
      expect(paste(' 4111-1111 1111\u20111111\n').defaultPrevented).to.be.true;
      await setup.adapter.receivesRequest('sendDtmf');
      expect(digits(setup)).to.deep.equal(['4111111111111111']);
    });

    it('is ignored while the focus is elsewhere', async () => {
      const setup = await inCall();
      expect(paste('12').defaultPrevented).to.be.false;
      await setup.settled();
      expect(digits(setup)).to.deep.equal([]);
    });
  });

  describe('digits as people write them', () => {
    for (const [text, sent] of [
      ['١٢', '12'],
      ['１２＃', '12#'],
      ['(925) 000-0111', '9250000111'],
      ['925.000\u22120111', '9250000111'],
      ['12\u200b34', '1234'],
    ] as const) {
      it(`are sent as ${sent} for ${JSON.stringify(text)}`, async () => {
        const setup = await inCall();
        expect(await setup.element.send(text)).to.be.true;
        expect(digits(setup)).to.deep.equal([sent]);
      });
    }

    for (const text of ['4111 **** **** 1111', '9250000111 / 9250000112', '9250000111 x 5']) {
      it(`are refused for “${text}”`, async () => {
        const setup = await inCall();
        expect(await setup.element.send(text)).to.be.false;
        expect(digits(setup)).to.deep.equal([]);
        expect(setup.errors).to.have.lengthOf(1);
      });
    }
  });

  describe('the extension of the number', () => {
    /** Dials a number with an extension, and lets the adapter report the call. */
    async function calling(template?: Parameters<typeof show>[0]): Promise<PadStage> {
      const setup = await show(template);
      await setup.adapter.reply('sendDtmf', {response: null});
      setup.service.dial('925-000-0111 ext. 5').catch(() => undefined);
      await setup.happens('callStarted');
      return setup;
    }
    const offer = ({element}: PadStage): HTMLElement | null => element.shadowRoot!.querySelector('[part=extension]');

    it('is offered when the call is answered, and is not sent by itself', async () => {
      const setup = await calling();
      expect(offer(setup), 'not answered').to.equal(null);
      await setup.happens('callAccepted');
      expect(words(setup.element, 'extension')).to.equal('Send extension 5');
      expect(setup.element.shadowRoot!.querySelector('[role=status]')!.textContent).to.contain('extension');
      expect(digits(setup)).to.deep.equal([]);
      await expect(setup.element).to.be.accessible();
    });

    it('is sent once with the events of the keypad, and is not offered again', async () => {
      const setup = await calling();
      await setup.happens('callAccepted');
      const events: string[] = [];
      setup.element.addEventListener('five9-before-dtmf', ({detail}) => events.push(`before ${detail.digits}`));
      setup.element.addEventListener('five9-dtmf', ({detail}) => events.push(`sent ${detail.digits}`));
      offer(setup)!.focus();
      offer(setup)!.click();
      offer(setup)!.click();
      await until(() => !offer(setup), 'the offer disappears');
      expect(digits(setup)).to.deep.equal(['5']);
      expect(events).to.deep.equal(['before 5', 'sent 5']);
      expect(focused(setup.element), 'the focus stays in the keypad').to.equal('1');
    });

    it('stays offered if the page cancels the digits or the adapter refuses them', async () => {
      const setup = await calling();
      await setup.happens('callAccepted');
      setup.element.addEventListener('five9-before-dtmf', (event) => event.preventDefault(), {once: true});
      offer(setup)!.click();
      await setup.settled();
      expect(offer(setup)).to.exist;
      await setup.adapter.reply('sendDtmf', {error: 'no'});
      offer(setup)!.click();
      await until(() => setup.errors.length);
      await setup.settled();
      expect(offer(setup)).to.exist;
    });

    it('disappears with its call', async () => {
      const setup = await calling();
      await setup.happens('callAccepted');
      await setup.happens('callFinished');
      expect(offer(setup)).to.equal(null);
    });

    it('is not readable on a masked keypad', async () => {
      const setup = await calling(html`<five9-dtmf-pad masked></five9-dtmf-pad>`);
      await setup.happens('callAccepted');
      expect(words(setup.element, 'extension')).to.equal('Send extension •');
    });
  });

  describe('invalid DTMF digits', () => {
    for (const text of ['12x4', '+1', '', '5;']) {
      it(`in “${text}” prevent the request and show an error`, async () => {
        const setup = await inCall();
        expect(await setup.element.send(text)).to.be.false;
        await setup.settled();
        expect(digits(setup)).to.deep.equal([]);
        expect(setup.errors).to.have.lengthOf(1);
        expect(setup.errors[0]).to.include({errorCode: 'Generic', method: 'sendDtmf', name: 'InteractionApiError'});
        expect(words(setup.element, 'error')).to.equal('Only 0–9, *, # and A–D can be sent.');
        expect(setup.element.matches(':state(error)')).to.be.true;
      });
    }

    it('show an error when they are typed', async () => {
      const setup = await inCall();
      setup.element.focus();
      await type('x');
      expect(setup.errors).to.have.lengthOf(1);
    });

    it('lose their error message at the next valid digit', async () => {
      const setup = await inCall();
      await setup.element.send('x');
      await setup.element.send('1');
      await setup.settled();
      expect(words(setup.element, 'error')).to.equal('');
      expect(setup.element.matches(':state(error)')).to.be.false;
    });
  });

  describe('the sent digits', () => {
    it('appear when the adapter has accepted them', async () => {
      const setup = await inCall();
      await setup.adapter.reply('sendDtmf', {hold: true});
      const sent = setup.element.send('42');
      await setup.adapter.receivesRequest('sendDtmf');
      await setup.settled();
      expect(words(setup.element, 'output')).to.equal('');
      expect(setup.element.matches(':state(pending)')).to.be.true;
      await setup.adapter.release();
      expect(await sent).to.be.true;
      await setup.settled();
      expect(words(setup.element, 'output')).to.equal('42');
      expect(setup.element.matches(':state(pending)')).to.be.false;
    });

    it('are announced one by one', async () => {
      const {element} = await inCall();
      const output = part(element, 'output');
      expect(output.localName).to.equal('output');
      expect(output).to.have.attribute('aria-atomic', 'false');
    });

    it('are sent at once and in order, even if they are typed fast', async () => {
      const setup = await inCall();
      await setup.adapter.reply('sendDtmf', {hold: true});
      const typed = '12345678901234567890';
      const all = Array.from(typed, (one) => setup.element.send(one));
      await setup.adapter.receivesRequest('sendDtmf', typed.length);
      expect(digits(setup).join('')).to.equal(typed);
      await setup.adapter.release(Array.from(typed, (_, index) => typed.length - 1 - index));
      await Promise.all(all);
      await setup.settled();
      expect(words(setup.element, 'output'), 'shown as sent, in whatever order they are answered').to.equal(typed);
    });

    it('stay when the adapter refuses another digit', async () => {
      const setup = await inCall();
      await setup.adapter.reply('sendDtmf', {response: null}, {error: 'Digit 2 is broken.'}, {response: null});
      const all = await Promise.all(['1', '2', '3'].map((one) => setup.element.send(one)));
      await setup.settled();
      expect(all).to.deep.equal([true, false, true]);
      expect(words(setup.element, 'output')).to.equal('13');
      expect(words(setup.element, 'error')).to.equal('Digit 2 is broken.');
    });

    it('are removed before the next call', async () => {
      const setup = await inCall();
      await setup.element.send('1');
      await setup.happens('callEnded');
      expect(words(setup.element, 'output'), 'still this call').to.equal('1');
      await setup.happens('callFinished');
      expect(words(setup.element, 'output')).to.equal('');
      await talking(setup, 'B'.repeat(32));
      expect(words(setup.element, 'output')).to.equal('');
    });

    it('are dots if the pad is masked', async () => {
      const setup = await inCall(html`<five9-dtmf-pad masked></five9-dtmf-pad>`);
      const dispatched: DtmfEvent[] = [];
      const beforeDigits: string[] = [];
      setup.element.addEventListener('five9-before-dtmf', ({detail}) => beforeDigits.push(detail.digits));
      setup.element.addEventListener('five9-dtmf', (event) => dispatched.push(event));
      await setup.element.send('4111');
      await setup.settled();
      expect(digits(setup)).to.deep.equal(['4111']);
      expect(words(setup.element, 'output')).to.equal('••••');
      expect(beforeDigits, 'before the request, the page can read and change the digits').to.deep.equal(['4111']);
      expect(dispatched[0]?.detail.digits).to.equal('••••');
    });

    it('stay dots when the page removes `masked`, and become dots when the page sets `masked`', async () => {
      const setup = await inCall();
      await setup.element.send('9');
      setup.element.masked = true;
      await setup.element.send('4111');
      await setup.settled();
      expect(words(setup.element, 'output')).to.equal('•••••');
      setup.element.masked = false;
      await setup.settled();
      expect(words(setup.element, 'output')).to.equal('9••••');
    });
  });

  describe('events', () => {
    it('sends an event before the request, and an event with the call afterwards', async () => {
      const setup = await inCall();
      const received: string[] = [];
      await setup.adapter.reply('sendDtmf', {hold: true});
      document.addEventListener('five9-before-dtmf', ({detail}) => received.push(`before ${detail.digits}`), {
        once: true,
      });
      document.addEventListener(
        'five9-dtmf',
        ({detail}) => received.push(`sent ${detail.digits} ${detail.interactionId}`),
        {
          once: true,
        },
      );
      const sent = setup.element.send('1-2');
      expect(received).to.deep.equal(['before 12']);
      await setup.adapter.receivesRequest('sendDtmf');
      expect(received, 'not before the adapter has it').to.have.lengthOf(1);
      await setup.adapter.release();
      await sent;
      expect(received).to.deep.equal(['before 12', `sent 12 ${CALL_ID}`]);
    });

    it('does not send digits if the page cancels the event', async () => {
      const setup = await inCall();
      setup.element.addEventListener('five9-before-dtmf', (event) => event.preventDefault());
      expect(await setup.element.send('1')).to.be.false;
      await setup.settled();
      expect(digits(setup)).to.deep.equal([]);
      expect(setup.errors).to.be.empty;
    });

    it('sends the digits that the page has changed', async () => {
      const setup = await inCall();
      setup.element.addEventListener('five9-before-dtmf', ({detail}: BeforeDtmfEvent) => (detail.digits += ' #'));
      await setup.element.send('1');
      await setup.settled();
      expect(digits(setup)).to.deep.equal(['1#']);
    });

    it('refuses invalid digits from the page', async () => {
      const setup = await inCall();
      setup.element.addEventListener('five9-before-dtmf', ({detail}) => (detail.digits = 'no'));
      expect(await setup.element.send('1')).to.be.false;
      await setup.settled();
      expect(digits(setup)).to.deep.equal([]);
      expect(setup.errors).to.have.lengthOf(1);
    });

    it('receives the events of its call, including the last one', async () => {
      const setup = await inCall();
      const received: string[] = [];
      for (const name of ['five9-call-ended', 'five9-call-finished'] as const) {
        setup.element.addEventListener(name, (event) => received.push(event.type));
      }
      await setup.happens('callEnded');
      await setup.happens('callFinished');
      expect(received).to.deep.equal(['five9-call-ended', 'five9-call-finished']);
    });
  });

  describe('without a call for digits', () => {
    /** Presses a key, and returns the error that the pad shows. */
    async function answer(setup: PadStage): Promise<string> {
      expect(setup.element.matches(':state(disabled)')).to.be.true;
      expect(key(setup.element, '1')).to.have.attribute('aria-disabled', 'true');
      expect(key(setup.element, '1').disabled, 'it still takes the focus').to.be.false;
      key(setup.element, '1').click();
      await setup.settled();
      expect(digits(setup)).to.deep.equal([]);
      expect(setup.errors).to.have.lengthOf(1);
      return `${setup.errors[0]!.errorCode}: ${words(setup.element, 'error')}`;
    }

    it('shows that it is not connected', async () => {
      const setup = await stage<Five9DtmfPad>(html`<five9-dtmf-pad></five9-dtmf-pad>`, {connected: false});
      expect(setup.element.shadowRoot!.querySelector('#why')?.textContent).to.equal('Connecting to Five9…');
      expect(await answer(setup)).to.match(/^NotConnected: .*not connected/);
    });

    it('shows that there is no call', async () => {
      const setup = await show();
      expect(setup.element.shadowRoot!.querySelector('#why')?.textContent).to.equal('No call');
      expect(await answer(setup)).to.equal('Generic: Digits can be sent only during a call.');
    });

    it('refuses digits while the call is offered, and when the call has ended', async () => {
      const setup = await show();
      await setup.happens('callStarted');
      await answer(setup);
      await setup.happens('callAccepted');
      expect(words(setup.element, 'error'), 'the message of the earlier call is removed').to.equal('');
      expect(setup.element.matches(':state(disabled)')).to.be.false;
      await setup.happens('callEnded');
      setup.errors.length = 0;
      await answer(setup);
    });

    it('refuses digits in a chat', async () => {
      const setup = await show();
      await setup.happens('chatOffered');
      await setup.happens('chatAccepted');
      await answer(setup);
    });

    it('shows that the connection was lost during a call, and works again after the connection returns', async () => {
      const setup = await inCall();
      await setup.element.send('1');
      await setup.drops();
      key(setup.element, '2').click();
      await setup.settled();
      expect(setup.errors[0]?.errorCode).to.equal('NotConnected');
      expect(digits(setup), 'nothing is sent later').to.deep.equal(['1']);
      await setup.returns();
      expect(words(setup.element, 'error')).to.equal('');
      expect(words(setup.element, 'output'), 'still the same call').to.equal('1');
      expect(digits(setup)).to.deep.equal(['1']);
    });
  });

  describe('the call', () => {
    it('does not change when a chat arrives', async () => {
      const setup = await inCall();
      await setup.element.send('1');
      await setup.happens('chatOffered', {interactionId: 'C'.repeat(32)});
      expect(setup.element.interaction?.id).to.equal(CALL_ID);
      expect(await setup.element.send('2')).to.be.true;
      await setup.settled();
      expect(words(setup.element, 'output')).to.equal('12');
    });

    it('is set by interaction-id', async () => {
      const setup = await inCall(html`<five9-dtmf-pad interaction-id=${'D'.repeat(32)}></five9-dtmf-pad>`);
      expect(setup.element.matches(':state(disabled)'), 'the call is another').to.be.true;
      setup.element.interactionId = CALL_ID;
      await setup.settled();
      expect(setup.element.matches(':state(disabled)')).to.be.false;
    });
  });

  it('shows the adapter’s error if the station is not a softphone', async () => {
    const setup = await inCall();
    await setup.adapter.reply('sendDtmf', {
      error: {errorCode: 'Generic', errorMessage: 'DTMF is not supported by this station.'},
    });
    key(setup.element, '1').click();
    await until(() => setup.errors.length);
    await setup.settled();
    expect(words(setup.element, 'error')).to.equal('DTMF is not supported by this station.');
    expect(part(setup.element, 'error')).to.have.attribute('role', 'alert');
    expect(words(setup.element, 'output')).to.equal('');
  });

  describe('life', () => {
    it('leaves no listeners or timers after it is added, moved and removed many times', async () => {
      await comesAndGoes(await inCall());
    });

    it('is collected as garbage after it is removed', async () => {
      await isForgotten(await inCall());
    });

    it('keeps properties that were set before it was defined', async () => {
      const early = document.createElement('five9-early-pad');
      Object.assign(early, {masked: true, label: 'Early'});
      document.body.append(early);
      customElements.define('five9-early-pad', class extends Five9DtmfPad {});
      if (!(early instanceof Five9DtmfPad)) throw new Error('not upgraded');
      await early.updateComplete;
      expect(part(early, 'keys')).to.have.attribute('aria-label', 'Early');
      expect(early.masked).to.be.true;
      expect(Object.hasOwn(early, 'masked'), 'nothing shadows the accessor').to.be.false;
      early.remove();
    });

    it('works after a move, and ignores pastes after it is removed', async () => {
      const setup = await inCall();
      await setup.element.send('1');
      const provider = setup.element.parentElement!;
      for (let times = 0; times < 3; times++) {
        setup.element.remove();
        provider.append(setup.element);
      }
      await setup.settled();
      expect(words(setup.element, 'output')).to.equal('1');
      setup.element.focus();
      paste('23');
      await setup.adapter.receivesRequest('sendDtmf', 2);
      await setup.settled();
      expect(digits(setup), 'pasted once').to.deep.equal(['1', '23']);
      setup.element.remove();
      expect(paste('4').defaultPrevented).to.be.false;
    });
  });

  describe('accessibility', () => {
    it('right to left, in a dark colour scheme, and in forced colours', async () => {
      const setup = await inCall();
      await setup.element.send('12x');
      await setup.settled();
      await looksGood(setup.element);
    });

    it('before there is a call', async () => {
      const {element} = await show();
      await expect(element).to.be.accessible();
    });

    it('without a service', async () => {
      await expect(await fixture(html`<five9-dtmf-pad></five9-dtmf-pad>`)).to.be.accessible();
    });

    it('in a call, with digits', async () => {
      const setup = await inCall();
      await setup.element.send('123');
      await setup.settled();
      await expect(setup.element).to.be.accessible();
    });

    it('with an error', async () => {
      const setup = await inCall();
      await setup.element.send('x');
      await setup.settled();
      await expect(setup.element).to.be.accessible();
    });
  });
});
