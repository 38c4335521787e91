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

/** A pad in a call, with an adapter that takes all digits. */
async function inCall(template?: Parameters<typeof show>[0]): Promise<PadStage> {
  const at = await show(template);
  await at.adapter.reply('sendDtmf', {response: null});
  await talking(at);
  return at;
}

const keys = (pad: Five9DtmfPad): HTMLButtonElement[] => [...pad.shadowRoot!.querySelectorAll('button')];
const key = (pad: Five9DtmfPad, name: string): HTMLButtonElement => keys(pad).find((one) => one.textContent === name)!;
const focused = (pad: Five9DtmfPad): string | undefined => pad.shadowRoot!.activeElement?.textContent ?? undefined;
const digits = ({adapter}: PadStage): unknown[] =>
  adapter.requests('sendDtmf').map(({request}) => (request.args as {char: string}).char);

/** Pastes a text as the browser does: into whatever it takes for the place. */
function paste(text: string, target: EventTarget = document.body): ClipboardEvent {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', {bubbles: true, composed: true, cancelable: true});
  // Firefox takes no data from a script's own event.
  Object.defineProperty(event, 'clipboardData', {value: clipboardData});
  target.dispatchEvent(event);
  return event;
}

describe('five9-dtmf-pad', () => {
  describe('keys', () => {
    it('has twelve in the order of a telephone, named by their digits', async () => {
      const {element} = await inCall();
      expect(keys(element).map(({textContent}) => textContent)).to.deep.equal('123456789*0#'.split(''));
    });

    it('is a group with a name', async () => {
      const {element} = await inCall(html`<five9-dtmf-pad label="Card number"></five9-dtmf-pad>`);
      expect(part(element, 'keys')).to.have.attribute('role', 'group');
      expect(part(element, 'keys')).to.have.attribute('aria-label', 'Card number');
    });

    it('has keys that a finger finds', async () => {
      const {element} = await inCall(html`<five9-dtmf-pad style="inline-size: 240px"></five9-dtmf-pad>`);
      for (const one of keys(element)) {
        const {width, height} = one.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      }
    });

    it('sends the digit that is pressed', async () => {
      const at = await inCall();
      key(at.element, '5').click();
      key(at.element, '#').click();
      await at.adapter.hearsRequest('sendDtmf', 2);
      expect(digits(at)).to.deep.equal(['5', '#']);
    });
  });

  describe('keyboard', () => {
    it('is one stop of the Tab key, at the key that had the focus last', async () => {
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

    it('moves in two dimensions and stops at the edges', async () => {
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

    it('presses with Enter and with the space bar', async () => {
      const at = await inCall();
      key(at.element, '7').focus();
      await press('Enter');
      await press('Space');
      await at.adapter.hearsRequest('sendDtmf', 2);
      expect(digits(at)).to.deep.equal(['7', '7']);
    });

    it('sends what is typed while the focus is inside', async () => {
      const at = await inCall();
      at.element.focus();
      await type('0*#b');
      await at.adapter.hearsRequest('sendDtmf', 4);
      expect(digits(at)).to.deep.equal(['0', '*', '#', 'B']);
    });

    it('ignores what is typed elsewhere', async () => {
      const at = await inCall();
      const input = document.createElement('input');
      at.element.before(input);
      input.focus();
      await type('12');
      await at.settled();
      expect(digits(at)).to.deep.equal([]);
      expect(input.value).to.equal('12');
    });

    it('ignores keys that are held down', async () => {
      const at = await inCall();
      at.element.focus();
      const hold = (name: string): KeyboardEvent => {
        const event = new KeyboardEvent('keydown', {
          key: name,
          repeat: true,
          bubbles: true,
          composed: true,
          cancelable: true,
        });
        key(at.element, '1').dispatchEvent(event);
        return event;
      };
      hold('5');
      expect(hold('Enter').defaultPrevented, 'the browser would click again').to.be.true;
      await at.settled();
      expect(digits(at)).to.deep.equal([]);
    });

    for (const modifier of ['Control', 'Alt', 'Meta'] as const) {
      it(`leaves ${modifier} with a digit to the browser`, async () => {
        const at = await inCall();
        const event = new KeyboardEvent('keydown', {
          key: '5',
          ctrlKey: modifier === 'Control',
          altKey: modifier === 'Alt',
          metaKey: modifier === 'Meta',
          bubbles: true,
          cancelable: true,
        });
        key(at.element, '1').dispatchEvent(event);
        await at.settled();
        expect(event.defaultPrevented).to.be.false;
        expect(digits(at)).to.deep.equal([]);
      });
    }

    it('takes the # that a British Mac types with Alt', async () => {
      const at = await inCall();
      key(at.element, '1').dispatchEvent(new KeyboardEvent('keydown', {key: '#', altKey: true, bubbles: true}));
      await at.adapter.hearsRequest('sendDtmf');
      expect(digits(at)).to.deep.equal(['#']);
    });

    it('ignores what an input method composes', async () => {
      const at = await inCall();
      key(at.element, '1').dispatchEvent(new KeyboardEvent('keydown', {key: '5', isComposing: true, bubbles: true}));
      await at.settled();
      expect(digits(at)).to.deep.equal([]);
    });

    it('leaves Tab and function keys alone', async () => {
      const at = await inCall();
      for (const name of ['Tab', 'F5', 'Escape']) {
        const event = new KeyboardEvent('keydown', {key: name, bubbles: true, cancelable: true});
        key(at.element, '1').dispatchEvent(event);
        expect(event.defaultPrevented, name).to.be.false;
      }
      expect(at.errors).to.be.empty;
    });
  });

  describe('pasting', () => {
    it('sends all in one request, without spaces and dashes', async () => {
      const at = await inCall();
      at.element.focus();
      expect(paste(' 4111-1111 1111\u20111111\n').defaultPrevented).to.be.true;
      await at.adapter.hearsRequest('sendDtmf');
      expect(digits(at)).to.deep.equal(['4111111111111111']);
    });

    it('is not for it while the focus is elsewhere', async () => {
      const at = await inCall();
      expect(paste('12').defaultPrevented).to.be.false;
      await at.settled();
      expect(digits(at)).to.deep.equal([]);
    });
  });

  describe('what is no DTMF digit', () => {
    for (const text of ['12x4', '+1', '', '١٢', '5;']) {
      it(`sends nothing of “${text}”, and says so`, async () => {
        const at = await inCall();
        expect(await at.element.send(text)).to.be.false;
        await at.settled();
        expect(digits(at)).to.deep.equal([]);
        expect(at.errors).to.have.lengthOf(1);
        expect(at.errors[0]).to.include({errorCode: 'Generic', method: 'sendDtmf', name: 'InteractionApiError'});
        expect(words(at.element, 'error')).to.equal('Only 0–9, *, # and A–D can be sent.');
        expect(at.element.matches(':state(error)')).to.be.true;
      });
    }

    it('is told when it is typed', async () => {
      const at = await inCall();
      at.element.focus();
      await type('x');
      expect(at.errors).to.have.lengthOf(1);
    });

    it('is forgotten at the next digit', async () => {
      const at = await inCall();
      await at.element.send('x');
      await at.element.send('1');
      await at.settled();
      expect(words(at.element, 'error')).to.equal('');
      expect(at.element.matches(':state(error)')).to.be.false;
    });
  });

  describe('the digits that were sent', () => {
    it('appear when the adapter has taken them', async () => {
      const at = await inCall();
      await at.adapter.reply('sendDtmf', {hold: true});
      const sent = at.element.send('42');
      await at.adapter.hearsRequest('sendDtmf');
      await at.settled();
      expect(words(at.element, 'output')).to.equal('');
      expect(at.element.matches(':state(pending)')).to.be.true;
      await at.adapter.release();
      expect(await sent).to.be.true;
      await at.settled();
      expect(words(at.element, 'output')).to.equal('42');
      expect(at.element.matches(':state(pending)')).to.be.false;
    });

    it('are announced one by one', async () => {
      const {element} = await inCall();
      const output = part(element, 'output');
      expect(output.localName).to.equal('output');
      expect(output).to.have.attribute('aria-atomic', 'false');
    });

    it('are sent at once and in order, however fast they come', async () => {
      const at = await inCall();
      await at.adapter.reply('sendDtmf', {hold: true});
      const typed = '12345678901234567890';
      const all = Array.from(typed, (one) => at.element.send(one));
      await at.adapter.hearsRequest('sendDtmf', typed.length);
      expect(digits(at).join('')).to.equal(typed);
      await at.adapter.release(Array.from(typed, (_, index) => typed.length - 1 - index));
      await Promise.all(all);
      await at.settled();
      expect(words(at.element, 'output'), 'shown as sent, in whatever order they are answered').to.equal(typed);
    });

    it('are lost one by one: a refused digit takes no other with it', async () => {
      const at = await inCall();
      await at.adapter.reply('sendDtmf', {response: null}, {error: 'Digit 2 is broken.'}, {response: null});
      const all = await Promise.all(['1', '2', '3'].map((one) => at.element.send(one)));
      await at.settled();
      expect(all).to.deep.equal([true, false, true]);
      expect(words(at.element, 'output')).to.equal('13');
      expect(words(at.element, 'error')).to.equal('Digit 2 is broken.');
    });

    it('are gone in the next call', async () => {
      const at = await inCall();
      await at.element.send('1');
      await at.happens('callEnded');
      expect(words(at.element, 'output'), 'still this call').to.equal('1');
      await at.happens('callFinished');
      expect(words(at.element, 'output')).to.equal('');
      await talking(at, 'B'.repeat(32));
      expect(words(at.element, 'output')).to.equal('');
    });

    it('are dots where the pad is masked', async () => {
      const at = await inCall(html`<five9-dtmf-pad masked></five9-dtmf-pad>`);
      const told: DtmfEvent[] = [];
      const asked: string[] = [];
      at.element.addEventListener('five9-before-dtmf', ({detail}) => asked.push(detail.digits));
      at.element.addEventListener('five9-dtmf', (event) => told.push(event));
      await at.element.send('4111');
      await at.settled();
      expect(digits(at)).to.deep.equal(['4111']);
      expect(words(at.element, 'output')).to.equal('••••');
      expect(asked, 'before it, the page may see and amend them').to.deep.equal(['4111']);
      expect(told[0]?.detail.digits).to.equal('••••');
    });

    it('stay dots when the page takes the mask away, and become dots when it puts it on', async () => {
      const at = await inCall();
      await at.element.send('9');
      at.element.masked = true;
      await at.element.send('4111');
      await at.settled();
      expect(words(at.element, 'output')).to.equal('•••••');
      at.element.masked = false;
      await at.settled();
      expect(words(at.element, 'output')).to.equal('9••••');
    });
  });

  describe('events', () => {
    it('asks first and tells afterwards, with the call', async () => {
      const at = await inCall();
      const heard: string[] = [];
      await at.adapter.reply('sendDtmf', {hold: true});
      document.addEventListener('five9-before-dtmf', ({detail}) => heard.push(`before ${detail.digits}`), {once: true});
      document.addEventListener(
        'five9-dtmf',
        ({detail}) => heard.push(`sent ${detail.digits} ${detail.interactionId}`),
        {
          once: true,
        },
      );
      const sent = at.element.send('1-2');
      expect(heard).to.deep.equal(['before 12']);
      await at.adapter.hearsRequest('sendDtmf');
      expect(heard, 'not before the adapter has it').to.have.lengthOf(1);
      await at.adapter.release();
      await sent;
      expect(heard).to.deep.equal(['before 12', `sent 12 ${CALL_ID}`]);
    });

    it('sends nothing that the page cancels', async () => {
      const at = await inCall();
      at.element.addEventListener('five9-before-dtmf', (event) => event.preventDefault());
      expect(await at.element.send('1')).to.be.false;
      await at.settled();
      expect(digits(at)).to.deep.equal([]);
      expect(at.errors).to.be.empty;
    });

    it('sends what the page makes of it', async () => {
      const at = await inCall();
      at.element.addEventListener('five9-before-dtmf', ({detail}: BeforeDtmfEvent) => (detail.digits += ' #'));
      await at.element.send('1');
      await at.settled();
      expect(digits(at)).to.deep.equal(['1#']);
    });

    it('does not take from the page what it would not take from the agent', async () => {
      const at = await inCall();
      at.element.addEventListener('five9-before-dtmf', ({detail}) => (detail.digits = 'no'));
      expect(await at.element.send('1')).to.be.false;
      await at.settled();
      expect(digits(at)).to.deep.equal([]);
      expect(at.errors).to.have.lengthOf(1);
    });

    it('hears the events of its call, the last one included', async () => {
      const at = await inCall();
      const heard: string[] = [];
      for (const name of ['five9-call-ended', 'five9-call-finished'] as const) {
        at.element.addEventListener(name, (event) => heard.push(event.type));
      }
      await at.happens('callEnded');
      await at.happens('callFinished');
      expect(heard).to.deep.equal(['five9-call-ended', 'five9-call-finished']);
    });
  });

  describe('while there is nothing to send digits to', () => {
    /** Presses a key, and gives the answer. */
    async function answer(at: PadStage): Promise<string> {
      expect(at.element.matches(':state(disabled)')).to.be.true;
      expect(key(at.element, '1')).to.have.attribute('aria-disabled', 'true');
      expect(key(at.element, '1').disabled, 'it still takes the focus').to.be.false;
      key(at.element, '1').click();
      await at.settled();
      expect(digits(at)).to.deep.equal([]);
      expect(at.errors).to.have.lengthOf(1);
      return `${at.errors[0]!.errorCode}: ${words(at.element, 'error')}`;
    }

    it('says that it is not connected', async () => {
      const at = await stage<Five9DtmfPad>(html`<five9-dtmf-pad></five9-dtmf-pad>`, {connected: false});
      expect(at.element.shadowRoot!.querySelector('#why')?.textContent).to.equal('Connecting to Five9…');
      expect(await answer(at)).to.match(/^NotConnected: .*not connected/);
    });

    it('says that there is no call', async () => {
      const at = await show();
      expect(at.element.shadowRoot!.querySelector('#why')?.textContent).to.equal('No call');
      expect(await answer(at)).to.equal('Generic: Digits can be sent only during a call.');
    });

    it('says so while the call is offered, and when it has ended', async () => {
      const at = await show();
      await at.happens('callStarted');
      await answer(at);
      await at.happens('callAccepted');
      expect(words(at.element, 'error'), 'what was said before the call is gone').to.equal('');
      expect(at.element.matches(':state(disabled)')).to.be.false;
      await at.happens('callEnded');
      at.errors.length = 0;
      await answer(at);
    });

    it('says so in a chat', async () => {
      const at = await show();
      await at.happens('chatOffered');
      await at.happens('chatAccepted');
      await answer(at);
    });

    it('says so when the connection is lost in mid-call, and goes on when it is back', async () => {
      const at = await inCall();
      await at.element.send('1');
      await at.drops();
      key(at.element, '2').click();
      await at.settled();
      expect(at.errors[0]?.errorCode).to.equal('NotConnected');
      expect(digits(at), 'nothing is sent later').to.deep.equal(['1']);
      await at.returns();
      expect(words(at.element, 'error')).to.equal('');
      expect(words(at.element, 'output'), 'still the same call').to.equal('1');
      expect(digits(at)).to.deep.equal(['1']);
    });
  });

  describe('which call', () => {
    it('is still the call when a chat comes in', async () => {
      const at = await inCall();
      await at.element.send('1');
      await at.happens('chatOffered', {interactionId: 'C'.repeat(32)});
      expect(at.element.interaction?.id).to.equal(CALL_ID);
      expect(await at.element.send('2')).to.be.true;
      await at.settled();
      expect(words(at.element, 'output')).to.equal('12');
    });

    it('is the one that it names', async () => {
      const at = await inCall(html`<five9-dtmf-pad interaction-id=${'D'.repeat(32)}></five9-dtmf-pad>`);
      expect(at.element.matches(':state(disabled)'), 'the call is another').to.be.true;
      at.element.interactionId = CALL_ID;
      await at.settled();
      expect(at.element.matches(':state(disabled)')).to.be.false;
    });
  });

  it('shows what the adapter says when the station is no softphone', async () => {
    const at = await inCall();
    await at.adapter.reply('sendDtmf', {
      error: {errorCode: 'Generic', errorMessage: 'DTMF is not supported by this station.'},
    });
    key(at.element, '1').click();
    await until(() => at.errors.length);
    await at.settled();
    expect(words(at.element, 'error')).to.equal('DTMF is not supported by this station.');
    expect(part(at.element, 'error')).to.have.attribute('role', 'alert');
    expect(words(at.element, 'output')).to.equal('');
  });

  describe('life', () => {
    it('leaves nothing behind when it comes and goes', async () => {
      await comesAndGoes(await inCall());
    });

    it('is forgotten when it is gone', async () => {
      await isForgotten(await inCall());
    });

    it('takes properties that were set before it was defined', async () => {
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

    it('goes on after a move, and leaves nothing behind when it is removed', async () => {
      const at = await inCall();
      await at.element.send('1');
      const provider = at.element.parentElement!;
      for (let times = 0; times < 3; times++) {
        at.element.remove();
        provider.append(at.element);
      }
      await at.settled();
      expect(words(at.element, 'output')).to.equal('1');
      at.element.focus();
      paste('23');
      await at.adapter.hearsRequest('sendDtmf', 2);
      await at.settled();
      expect(digits(at), 'pasted once').to.deep.equal(['1', '23']);
      at.element.remove();
      expect(paste('4').defaultPrevented).to.be.false;
    });
  });

  describe('accessibility', () => {
    it('right to left, in the dark, and in forced colours', async () => {
      const at = await inCall();
      await at.element.send('12x');
      await at.settled();
      await looksGood(at.element);
    });

    it('before there is a call', async () => {
      const {element} = await show();
      await expect(element).to.be.accessible();
    });

    it('without a service', async () => {
      await expect(await fixture(html`<five9-dtmf-pad></five9-dtmf-pad>`)).to.be.accessible();
    });

    it('in a call, with digits', async () => {
      const at = await inCall();
      await at.element.send('123');
      await at.settled();
      await expect(at.element).to.be.accessible();
    });

    it('with an error', async () => {
      const at = await inCall();
      await at.element.send('x');
      await at.settled();
      await expect(at.element).to.be.accessible();
    });
  });
});
