import {expect, fixture, html} from '@open-wc/testing';
import {ContactCenter} from '../../../src/simulator.js';
import {Five9Simulator} from '../../../src/simulator/element/define.js';
import {emulateForcedColors, emulateMedia, isChromium, press, type} from '../../commands.js';
import {turn, until} from '../../support/time.js';
import {quietCentre} from '../centre.js';
import {WireClient} from '../wire-client.js';

/** Renders a simulator on a manual clock. */
async function show(init = {}) {
  const quiet = quietCentre(init);
  const element = await fixture<Five9Simulator>(html`
    <five9-simulator .contactCenter=${quiet.centre}></five9-simulator>
  `);
  return {...quiet, element};
}

const buttons = ({renderRoot}: Five9Simulator): HTMLButtonElement[] => [...renderRoot.querySelectorAll('button')];
const words = (element: Element | null): string => element?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
const button = (element: Five9Simulator, name: string): HTMLButtonElement => {
  const found = buttons(element).find((it) => words(it) === name);
  if (!found) throw new Error(`No button ${name}; there are ${buttons(element).map(words).join(', ')}.`);
  return found;
};
const part = ({renderRoot}: Five9Simulator, name: string) => renderRoot.querySelector<HTMLElement>(`[part=${name}]`)!;
const field = ({renderRoot}: Five9Simulator, name: string) =>
  renderRoot.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)!;

async function click(element: Five9Simulator, name: string): Promise<void> {
  button(element, name).click();
  await element.updateComplete;
}

/** Commands that bring the element into each of its states. */
const STATES: Record<string, (centre: ContactCenter) => void> = {
  idle: () => {},
  'logged out': (it) => it.logOut(),
  'with the link down': (it) => it.inject({fault: 'drop-link'}),
  'with an incoming call': (it) => void it.offerCall({ani: '9250000111'}),
  'with a call that rings at the customer': (it) => void it.dial({number: '9250000111'}),
  'talking, muted, with digits sent': (it) => {
    it.answer(it.offerCall({ani: '9250000111'}));
    void it.request('mute');
    void it.request('sendDtmf', {char: '12#'});
  },
  'with a call on hold': (it) => {
    const id = it.offerCall({ani: '9250000111'});
    it.answer(id);
    it.hold(id);
  },
  'in wrap-up, against the clock': (it) => {
    it.configure({wrapUpSeconds: 30});
    const id = it.offerCall({ani: '9250000111'});
    it.answer(id);
    it.hangUp(id);
  },
  'with chat and e-mail': (it) => {
    it.accept(it.offerChat({from: 'Mei'}));
    it.offerEmail({from: 'Jonas'});
  },
  'with a dial that waits for a campaign': (it) => {
    it.configure({defaultCampaignId: null});
    void it.dial({number: '9250000111'});
  },
  'with a dial that was refused': (it) => void it.dial({number: '9255550199'}),
};

describe('five9-simulator', () => {
  describe('is accessible', () => {
    for (const [name, arrange] of Object.entries(STATES)) {
      it(name, async () => {
        const {element, centre} = await show();
        arrange(centre);
        for (const details of element.renderRoot.querySelectorAll('details')) details.open = true;
        await element.updateComplete;
        await expect(element).to.be.accessible();
      });
    }

    it('with an error', async () => {
      const {element} = await show();
      field(element, 'number').value = '';
      await click(element, 'Customer calls');
      expect(part(element, 'error')).to.have.attribute('role', 'alert');
      expect(words(part(element, 'error'))).to.equal('offerCall: ani must be a text.');
      await expect(element).to.be.accessible();
      await click(element, 'Log out');
      expect(words(part(element, 'error'))).to.equal('');
    });

    it('in dark mode and in forced colours', async function () {
      if (!isChromium) this.skip();
      const {element, centre} = await show();
      centre.answer(centre.offerCall({ani: '9250000111'}));
      await element.updateComplete;
      try {
        document.documentElement.setAttribute('style', 'color-scheme: light dark; background: Canvas');
        await emulateMedia({colorScheme: 'dark'});
        await expect(element).to.be.accessible();
        // Check the colours without axe, because axe does not read forced colours correctly.
        await emulateForcedColors('active');
        const {color, backgroundColor, borderTopWidth, borderTopStyle} = getComputedStyle(button(element, 'hang up'));
        expect(color).to.not.equal(backgroundColor);
        expect(`${borderTopWidth} ${borderTopStyle}`).to.equal('1px solid');
      } finally {
        document.documentElement.removeAttribute('style');
        await emulateForcedColors('none');
        await emulateMedia({colorScheme: 'light'});
      }
    });

    it('for touch at a width of 280 pixels, in both text directions', async () => {
      const {element, centre} = await show();
      centre.answer(centre.offerCall({ani: '9250000111'}));
      await element.updateComplete;
      for (const details of element.renderRoot.querySelectorAll('details')) details.open = true;
      for (const direction of ['ltr', 'rtl'] as const) {
        const narrow = element.parentElement!;
        narrow.dir = direction;
        narrow.style.inlineSize = '280px';
        expect(element.scrollWidth).to.be.at.most(280);
        for (const one of buttons(element).filter((it) => it.checkVisibility())) {
          const {width, height, left, right} = one.getBoundingClientRect();
          expect(Math.min(width, height), words(one)).to.be.at.least(44);
          const frame = narrow.getBoundingClientRect();
          expect(left >= frame.left && right <= frame.right, words(one)).to.equal(true);
        }
      }
    });
  });

  describe('as a remote control', () => {
    it('lets a customer call, and the agent answer, hold and hang up', async () => {
      const {element, takeEvents} = await show();
      const number = field(element, 'number');
      number.value = '9255550161';
      field(element, 'campaign').value = '300000000000484';
      await click(element, 'Customer calls');
      expect(words(part(element, 'call')))
        .to.contain('9255550161')
        .and.to.contain('Support');
      expect(words(part(element, 'state'))).to.equal('offered');
      for (const name of ['answer', 'hold', 'resume', 'hang up']) await click(element, name);
      expect(words(part(element, 'state'))).to.equal('wrap up');
      expect(takeEvents()).to.include.members(['callStarted', 'callAccepted', 'callEnded']);
      const disposition = field(element, 'disposition');
      disposition.value = '3555';
      await click(element, 'Set');
      expect(takeEvents()).to.deep.equal(['5 DISPOSITIONED', 'callFinished']);
      expect(part(element, 'call')).to.equal(null);
    });

    it('shows the dialled number, and lets the customer answer and hang up', async () => {
      const {element, centre, live} = await show();
      void centre.dial({number: '9250000111'});
      await element.updateComplete;
      await click(element, 'remote answer');
      await centre.request('sendDtmf', {char: '42#'});
      await element.updateComplete;
      expect(words(part(element, 'call')))
        .to.contain('Digits: 42#')
        .and.not.to.contain('Muted');
      await click(element, 'customer hangs up');
      expect(live()[0]?.state).to.equal('WRAP_UP');
    });

    it('asks for a campaign if a dial has none', async () => {
      const {element, centre, live} = await show({defaultCampaignId: null});
      centre.notify('click2dial', {click2DialData: {clickToDialNumber: '9250000111'}});
      await element.updateComplete;
      const prompt = part(element, 'call');
      prompt.querySelector('select')!.value = '300000000000485';
      await click(element, 'Dial');
      expect(live()[0]?.data).to.include({campaignName: 'Renewals'});
    });

    it('shows why a dial was refused', async () => {
      const {element, centre} = await show();
      void centre.dial({number: '925-555-0199'});
      await element.updateComplete;
      expect(words(element)).to.equal('');
      expect(words(element.renderRoot.querySelector('p[role=status]'))).to.match(
        /^925-555-0199 was not dialled.*do-not-call/,
      );
    });

    it('dials for the agent', async () => {
      const {element, live} = await show();
      await click(element, 'Agent dials');
      expect(live()[0]).to.include({state: 'RINGING_ON_OTHER_SIDE', number: '9250000111'});
    });

    it('logs the agent out and in', async () => {
      const {element, centre} = await show();
      await click(element, 'Log out');
      expect(centre.state().agent.loginState).to.equal('LOGOUT');
      await click(element, 'Log in');
      expect(centre.state().agent.loginState).to.equal('WORKING');
    });

    it('injects faults', async () => {
      const {element, centre} = await show();
      field(element, 'fault').value = 'lost-reply';
      field(element, 'method').value = 'getCav';
      await click(element, 'Inject');
      expect(centre.state().faults).to.have.lengthOf(1);
      expect(centre.state().faults[0]).to.include({fault: 'lost-reply', method: 'getCav', times: 1});
    });

    it('sets the time until the customer answers', async () => {
      const {element, centre} = await show();
      const seconds = element.renderRoot.querySelector<HTMLInputElement>('input[type=number]')!;
      const change = async (value: string) => {
        seconds.value = value;
        seconds.dispatchEvent(new Event('change'));
        await element.updateComplete;
      };
      await change('1.5');
      expect(centre.state().options.autoAnswerAfter).to.equal(1500);
      await change('');
      expect(centre.state().options.autoAnswerAfter).to.equal(null);
    });

    it('keeps a chosen disposition at its interaction when another one finishes', async () => {
      const {element, centre} = await show();
      const [first, second] = ['Mei', 'Jonas'].map((from) => {
        const id = centre.offerChat({from});
        centre.accept(id);
        centre.end(id);
        return id;
      });
      await element.updateComplete;
      const lists = () => [...element.renderRoot.querySelectorAll<HTMLSelectElement>('[name=disposition]')];
      const [ofFirst, ofSecond] = lists();
      ofFirst!.selectedIndex = 1;
      const chosen = ofSecond!.value;
      await centre.dispose(first!, centre.state().interactions[0]!.dispositions[0]!.id);
      await element.updateComplete;
      expect(lists()).to.deep.equal([ofSecond]);
      expect(lists()[0]!.value).to.equal(chosen);
      expect(centre.state().interactions.find(({id}) => id === second)?.state).to.not.equal('FINISHED');
    });

    it('shows the rest of the wrap-up time', async () => {
      const {element, centre, clock} = await show({wrapUpSeconds: 90});
      STATES['in wrap-up, against the clock']!(centre);
      centre.configure({wrapUpSeconds: 90});
      clock.advance(5000);
      element.requestUpdate();
      await element.updateComplete;
      expect(words(element.renderRoot.querySelector('time'))).to.equal('0:25');
    });

    it('can be used with the keyboard alone', async () => {
      const {element, live} = await show();
      field(element, 'number').focus();
      await press('Tab');
      await press('Tab');
      await press('Enter');
      await until(() => live()[0]?.state === 'OFFERED');
      await element.updateComplete;
      button(element, 'answer').focus();
      await press('Space');
      await until(() => live()[0]?.state === 'TALKING');
    });

    it('keeps the focus inside if the pressed control is removed', async () => {
      const {element, centre} = await show();
      const id = centre.offerCall({ani: '9250000111'});
      centre.answer(id);
      centre.hangUp(id);
      await element.updateComplete;
      button(element, 'Set').focus();
      await press('Enter');
      await until(() => element.shadowRoot?.activeElement === field(element, 'number'));
      await type('1');
      expect(field(element, 'number').value).to.contain('1');
    });
  });

  describe('as an adapter', () => {
    it('serves the clients of its window from its insertion until its removal', async () => {
      const client = new WireClient('intrx_plugin_');
      const {element} = await show();
      await client.invited();
      await client.settled();
      element.remove();
      await until(() => client.received.includes('disconnect'));
    });

    it('keeps its clients when it is moved', async () => {
      const client = new WireClient('intrx_plugin_');
      const {element} = await show();
      await client.invited();
      await client.settled();
      const elsewhere = document.createElement('div');
      element.before(elsewhere);
      elsewhere.append(element);
      await turn();
      await client.settled();
      expect(client.received).to.not.include('disconnect');
      expect(client.invitations).to.equal(1);
    });

    it('serves clients again when it is inserted again', async () => {
      const client = new WireClient('intrx_plugin_');
      const {element} = await show();
      await client.invited();
      const place = element.parentElement!;
      element.remove();
      await until(() => client.received.includes('disconnect'));
      place.append(element);
      await client.invited(2);
      await client.settled();
    });

    it('serves another contact centre after the property is set', async () => {
      const client = new WireClient('intrx_plugin_');
      const {element} = await show();
      await client.invited();
      await client.settled();
      const {centre} = quietCentre();
      centre.offerCall({ani: '9250000111'});
      element.contactCenter = centre;
      await client.invited(2);
      await client.settled();
      await element.updateComplete;
      expect(words(part(element, 'state'))).to.equal('offered');
      expect(client.takeEvents()).to.include('callStarted');
    });
  });

  describe('creates a contact centre', () => {
    it('on demand, in which the customer answers after the default time', () => {
      const element = document.createElement('five9-simulator');
      expect(element.contactCenter).to.be.instanceOf(ContactCenter);
      expect(element.contactCenter).to.equal(element.contactCenter);
      expect(element.contactCenter.state().options.autoAnswerAfter).to.equal(2500);
    });

    it('in which the customer answers after the time in the attribute', async () => {
      const element = await fixture<Five9Simulator>(html`<five9-simulator answer-after="100"></five9-simulator>`);
      const after = () => element.contactCenter.state().options.autoAnswerAfter;
      expect(after()).to.equal(100);
      element.setAttribute('answer-after', 'off');
      await element.updateComplete;
      expect(after()).to.equal(null);
    });

    for (const value of ['', ' ', '-5', '1e999', 'Infinity', 'soon', '{}']) {
      it(`in which the customer never answers if the attribute is "${value}"`, async () => {
        const element = await fixture<Five9Simulator>(html`<five9-simulator answer-after="100"></five9-simulator>`);
        element.setAttribute('answer-after', value);
        await element.updateComplete;
        expect(element.contactCenter.state().options.autoAnswerAfter).to.equal(null);
        expect(words(part(element, 'error'))).to.equal('');
      });
    }

    it('in which the customer answers after the default time if the attribute is removed', async () => {
      const element = await fixture<Five9Simulator>(html`<five9-simulator answer-after="100"></five9-simulator>`);
      element.removeAttribute('answer-after');
      await element.updateComplete;
      expect(element.contactCenter.state().options.autoAnswerAfter).to.equal(2500);
    });

    for (const value of [NaN, -1, Infinity, null, 'soon', {}]) {
      it(`and continues to render if the property is ${JSON.stringify(value)}`, async () => {
        const element = await fixture<Five9Simulator>(html`<five9-simulator></five9-simulator>`);
        element.answerAfter = value as number;
        await element.updateComplete;
        expect(button(element, 'Customer calls')).to.exist;
        expect(words(part(element, 'error'))).to.equal('');
      });
    }
  });

  it('uses a contact centre that was set before the element was defined', async () => {
    const {centre} = quietCentre();
    const early: HTMLElement & {contactCenter?: ContactCenter} = document.createElement('five9-late-simulator');
    early.contactCenter = centre;
    document.body.append(early);
    customElements.define('five9-late-simulator', class extends Five9Simulator {});
    await (early as Partial<Five9Simulator>).updateComplete;
    expect(Object.hasOwn(early, 'contactCenter')).to.equal(false);
    expect(early.contactCenter).to.equal(centre);
    early.remove();
  });
});
