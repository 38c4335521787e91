import {expect, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {type Five9Click2dial} from '../../../src/elements/click2dial/define.js';
import type {DialEvent, DialRequest} from '../../../src/elements/click2dial/click2dial.events.js';
import {InteractionApiError} from '../../../src/interaction-api.js';
import type {Five9ErrorEvent} from '../../../src/service/index.js';
import {emulateMedia, isChromium, press} from '../../commands.js';
import {channelOf, freshName} from '../../support/client.js';
import {atEnd} from '../../support/lifecycle.js';
import {callData} from '../../support/samples.js';
import {openRealm, openScope, type Scope} from '../../support/scope.js';
import {freshId, allHandled, listen, openAdapter, sendCallEvent} from '../../support/service.js';
import {fakeClock, turn, until, watch} from '../../support/time.js';

const NUMBER = '9250000111';

interface Tag extends Scope {
  element: Five9Click2dial;
  button: HTMLButtonElement;
  /** Returns the text of a CSS part. */
  text(part: 'status' | 'error'): string;
}

async function open(content: TemplateResult, options?: Parameters<typeof openScope>[1]): Promise<Tag> {
  const scope = await openScope(content, options);
  const element = scope.find('five9-click2dial');
  await element.updateComplete;
  return {...scope, element, ...inside(element)};
}

const inside = (element: Five9Click2dial): Pick<Tag, 'button' | 'text'> => ({
  button: element.renderRoot.querySelector('button')!,
  text: (part) => element.renderRoot.querySelector(`[part=${part}]`)!.textContent.trim(),
});

const simple = html`<five9-click2dial number="(925) 000-0111"></five9-click2dial>`;

/** Returns the data of all `click2dial` events that the adapter has received. */
async function dialled({service, adapter}: Scope): Promise<object[]> {
  await allHandled({service, adapter});
  await adapter.sync();
  return adapter.all('event').map(({event}) => (event.data as {click2DialData: object}).click2DialData);
}

/** Opens an element, dials, and lets the adapter report `reasons` for the call. */
async function inCall(...reasons: string[]): Promise<Tag & {interactionId: string}> {
  const tag = await open(simple);
  const interactionId = freshId();
  tag.button.click();
  await tag.adapter.receives('event');
  for (const reason of reasons) await sendCallEvent(tag, reason, {interactionId});
  await tag.element.updateComplete;
  return {...tag, interactionId};
}

describe('<five9-click2dial>', () => {
  describe('shows', () => {
    it('the number as it was written, as a button', async () => {
      const {button, text, element} = await open(simple);
      expect(button.textContent).to.contain('(925) 000-0111');
      expect(button.hasAttribute('aria-disabled')).to.equal(false);
      expect([text('status'), text('error')]).to.deep.equal(['', '']);
      expect(element.matches(':state(pending), :state(in-call), :state(error)')).to.equal(false);
    });

    it('the slotted text instead of the number', async () => {
      const {element, button} = await open(html`<five9-click2dial number=${NUMBER}>Call Umbrella</five9-click2dial>`);
      const slot = button.querySelector('slot')!;
      expect(slot.assignedNodes().map(({textContent}) => textContent)).to.deep.equal(['Call Umbrella']);
      expect(element.textContent).to.equal('Call Umbrella');
    });

    it('the new number when the number changes', async () => {
      const {element, button} = await open(simple);
      element.number = '030 1234567';
      await element.updateComplete;
      expect(button.textContent).to.contain('030 1234567').and.not.to.contain('925');
      element.setAttribute('number', '1');
      await element.updateComplete;
      expect(button.querySelector('bdi')!.textContent).to.equal('1');
    });

    it('the digits from left to right in a right-to-left page', async () => {
      document.documentElement.dir = 'rtl';
      atEnd(() => document.documentElement.removeAttribute('dir'));
      const {button, element} = await open(simple);
      expect(getComputedStyle(element).direction).to.equal('rtl');
      expect(getComputedStyle(button.querySelector('bdi')!).direction).to.equal('ltr');
      await expect(element).to.be.accessible();
    });

    it('nothing when it has the attribute hidden', async () => {
      const {element} = await open(html`<five9-click2dial hidden number=${NUMBER}></five9-click2dial>`);
      expect(getComputedStyle(element).display).to.equal('none');
    });
  });

  describe('dials', () => {
    it('its number, cleaned of punctuation, on a click', async () => {
      const tag = await open(simple);
      tag.button.click();
      expect(await dialled(tag)).to.deep.equal([{clickToDialNumber: NUMBER}]);
    });

    for (const key of ['Enter', 'Space']) {
      it(`on ${key}, once`, async () => {
        const tag = await open(simple);
        tag.element.focus();
        expect(tag.element.shadowRoot?.activeElement).to.equal(tag.button);

        await press(key);
        await tag.adapter.receives('event');

        expect(await dialled(tag)).to.have.lengthOf(1);
      });
    }

    it('as one Tab stop: Tab reaches it, and the next Tab leaves it', async () => {
      const {provider, find} = await open(html`
        <input aria-label="before" /><five9-click2dial number=${NUMBER}></five9-click2dial><input aria-label="after" />
      `);
      const [before, after] = provider.querySelectorAll('input') as unknown as [HTMLElement, HTMLElement];
      before.focus();
      await press('Tab');
      expect(document.activeElement).to.equal(find('five9-click2dial'));
      await press('Tab');
      expect(document.activeElement).to.equal(after);
      await press('Tab', 'Shift');
      expect(document.activeElement).to.equal(find('five9-click2dial'));
    });

    it('the text inside if it has no number', async () => {
      const tag = await open(html`<five9-click2dial> <b>(925)</b> 000-0111 </five9-click2dial>`);
      tag.button.click();
      expect(await dialled(tag)).to.deep.equal([{clickToDialNumber: NUMBER}]);
    });

    it('the number if it has a number and a text', async () => {
      const tag = await open(html`<five9-click2dial number=${NUMBER}>030 7654321</five9-click2dial>`);
      tag.button.click();
      expect(await dialled(tag)).to.deep.equal([{clickToDialNumber: NUMBER}]);
    });

    it('the text that is inside at the time of the click', async () => {
      const tag = await open(html`<five9-click2dial>030 7654321</five9-click2dial>`);
      tag.element.textContent = NUMBER;
      tag.button.click();
      expect(await dialled(tag)).to.deep.equal([{clickToDialNumber: NUMBER}]);
    });

    it('in its campaign, with its CRM record', async () => {
      const tag = await open(html`
        <five9-click2dial
          number=${NUMBER}
          campaign="Outbound Sales"
          record-id="789"
          record-type="Account__c"
          record-label="Account"
          record-name="Umbrella"
          record-kind="what"
        ></five9-click2dial>
      `);
      tag.button.click();
      expect(await dialled(tag)).to.deep.equal([
        {
          clickToDialNumber: NUMBER,
          preselectedCampaignName: 'Outbound Sales',
          crmObject: {id: '789', type: 'Account__c', label: 'Account', name: 'Umbrella', isWho: false, isWhat: true},
        },
      ]);
    });

    for (const [kind, flags] of [
      ['who', {isWho: true, isWhat: false}],
      ['what', {isWho: false, isWhat: true}],
    ] as const) {
      it(`with a record of the kind ${kind}`, async () => {
        const tag = await open(
          html`<five9-click2dial number=${NUMBER} record-id="1" record-kind=${kind}></five9-click2dial>`,
        );
        tag.button.click();
        const [{crmObject}] = (await dialled(tag)) as [{crmObject: object}];
        expect(crmObject).to.include({id: '1', ...flags});
      });
    }

    it('without a record if the record has no id', async () => {
      const tag = await open(
        html`<five9-click2dial number=${NUMBER} record-name="Umbrella" record-kind="who"></five9-click2dial>`,
      );
      tag.button.click();
      expect(await dialled(tag)).to.deep.equal([{clickToDialNumber: NUMBER}]);
    });

    it('with the values of its properties after an attribute was removed', async () => {
      const tag = await open(html`<five9-click2dial number="1" campaign="Old"></five9-click2dial>`);
      tag.element.removeAttribute('campaign');
      Object.assign(tag.element, {number: NUMBER, recordId: '7', recordLabel: 'Contact', recordKind: 'who'});
      tag.button.click();
      expect(await dialled(tag)).to.deep.equal([
        {clickToDialNumber: NUMBER, crmObject: {id: '7', label: 'Contact', isWho: true, isWhat: false}},
      ]);
    });

    it('when dial() is called, which resolves with the call that starts', async () => {
      const tag = await open(simple);
      const dial = tag.element.dial();
      const interactionId = freshId();
      await tag.adapter.receives('event');
      await sendCallEvent(tag, 'callStarted', {interactionId});

      expect(await dial).to.include({id: interactionId, state: 'offered'});
      expect(tag.element.call).to.include({id: interactionId});
    });

    it('once if it is clicked twice', async () => {
      const tag = await open(simple);
      tag.button.click();
      tag.button.click();
      await tag.adapter.receives('event');
      tag.button.click();
      expect(await dialled(tag)).to.have.lengthOf(1);
    });
  });

  describe('before it dials', () => {
    const before = (change: (event: CustomEvent<DialRequest>) => void): CustomEvent<DialRequest>[] => {
      const events = listen<CustomEvent<DialRequest>>(document, 'five9-before-dial');
      const listener = (event: Event): void => change(event as CustomEvent<DialRequest>);
      document.addEventListener('five9-before-dial', listener);
      atEnd(() => document.removeEventListener('five9-before-dial', listener));
      return events;
    };

    it('no five9-dial if the dial cannot be sent', async () => {
      const {adapter, service, element, button} = await open(simple);
      element.addEventListener('five9-before-dial', ({detail}) => {
        // Add a function, because the dial cannot be sent if its data cannot be cloned.
        detail.crmObject = {id: '1', open: () => undefined};
      });
      const events = listen(element, 'five9-dial', 'five9-error');
      button.click();
      await until(() => events.length);
      await allHandled({service, adapter});
      expect(events.map(({type}) => type)).to.deep.equal(['five9-error']);
      expect(adapter.all('event')).to.deep.equal([]);
    });

    it('dispatches a cancelable event with the request, which reaches the document', async () => {
      const tag = await open(
        html`<five9-click2dial number="(925) 000-0111" campaign="Sales" record-id="7"></five9-click2dial>`,
      );
      const events = before(() => undefined);
      tag.button.click();
      const [event] = events;
      expect(event).to.include({bubbles: true, composed: true, cancelable: true, target: tag.element});
      expect(event!.detail).to.deep.include({number: NUMBER, campaign: 'Sales'});
      expect(event!.detail.crmObject).to.include({id: '7'});
      await dialled(tag);
      expect(events).to.have.lengthOf(1);
    });

    it('dials nothing if the page cancels the event', async () => {
      const tag = await open(simple);
      const dispatched = listen(document, 'five9-dial', 'five9-error');
      before((event) => event.preventDefault());

      expect(await tag.element.dial()).to.equal(undefined);

      expect(await dialled(tag)).to.deep.equal([]);
      expect(dispatched).to.deep.equal([]);
      expect(tag.element.matches(':state(pending), :state(error)')).to.equal(false);
    });

    it('dials the request as the page changed it', async () => {
      const tag = await open(simple);
      before(({detail}) =>
        Object.assign(detail, {number: '+19250000111', campaign: 'Other', crmObject: {id: '1', isWho: true}}),
      );
      const interactionId = freshId();
      const dial = watch(tag.element.dial());

      expect(await dialled(tag)).to.deep.equal([
        {clickToDialNumber: '+19250000111', preselectedCampaignName: 'Other', crmObject: {id: '1', isWho: true}},
      ]);
      await sendCallEvent(tag, 'callStarted', {interactionId, number: '+19250000111'});
      await until(() => dial.state === 'fulfilled');
      expect(dial.value).to.include({id: interactionId});
    });

    it('dials a number that the page made of words', async () => {
      const tag = await open(html`<five9-click2dial>1-800-FLOWERS</five9-click2dial>`);
      const events = before(({detail}) => Object.assign(detail, {number: '18003569377'}));
      tag.button.click();
      expect(events[0]!.detail.number, 'amended').to.equal('18003569377');
      expect(await dialled(tag)).to.deep.equal([{clickToDialNumber: '18003569377'}]);
    });

    for (const number of ['', 'agent:jill@example.com', undefined, null]) {
      it(`dials nothing if the page changed the number to ${JSON.stringify(number)}`, async () => {
        const tag = await open(simple);
        before(({detail}) => Object.assign(detail, {number}));
        const errors = listen(document, 'five9-error');
        await tag.element.dial();
        expect(await dialled(tag)).to.deep.equal([]);
        expect(errors).to.have.lengthOf(1);
      });
    }
  });

  describe('dispatches', () => {
    it('five9-dial with the request and a promise of the call', async () => {
      const tag = await open(html`<five9-click2dial number="(925) 000-0111" campaign="Sales"></five9-click2dial>`);
      const events = listen<DialEvent>(document, 'five9-dial');
      tag.button.click();
      expect(await dialled(tag)).to.have.lengthOf(1);
      const [event] = events;
      expect(event).to.include({bubbles: true, composed: true, cancelable: false, target: tag.element});
      expect(event!.detail).to.include({number: NUMBER, campaign: 'Sales'});
      const interactionId = freshId();
      await sendCallEvent(tag, 'callStarted', {interactionId});
      expect(await event!.call).to.include({id: interactionId});
      expect(events).to.have.lengthOf(1);
    });

    it('each event of its call, and no event of another call', async () => {
      const tag = await open(simple);
      const events = listen(
        tag.element,
        'five9-call-started',
        'five9-call-accepted',
        'five9-call-ended',
        'five9-call-finished',
      );
      tag.button.click();
      await tag.adapter.receives('event');
      const interactionId = freshId();
      for (const reason of ['callStarted', 'callAccepted', 'callEnded', 'callFinished']) {
        await sendCallEvent(tag, reason, {interactionId});
        await sendCallEvent(tag, reason, {interactionId: `${interactionId}2`, number: '5', dnis: '5'});
      }
      expect(events.map(({type}) => type)).to.deep.equal([
        'five9-call-started',
        'five9-call-accepted',
        'five9-call-ended',
        'five9-call-finished',
      ]);
    });
  });

  describe('while it waits for the call', () => {
    it('shows that it is pending, and does not dial again', async () => {
      const tag = await inCall();
      await tag.element.updateComplete;
      expect(tag.element.matches(':state(pending)')).to.equal(true);
      expect(tag.text('status')).to.not.equal('');
      expect(tag.element.renderRoot.querySelector('[part=status]')!.getAttribute('role')).to.equal('status');
      expect(tag.button.getAttribute('aria-disabled')).to.equal('true');
      expect(tag.button.disabled, 'the button keeps the focus').to.equal(false);
      tag.button.click();
      expect(await dialled(tag)).to.have.lengthOf(1);
      await expect(tag.element).to.be.accessible();
    });

    it('is not in a call before the adapter reports the call', async () => {
      const tag = await inCall();
      expect(tag.element.call).to.equal(undefined);
      expect(tag.element.matches(':state(in-call)')).to.equal(false);
    });
  });

  describe('during the call', () => {
    for (const reasons of [
      ['callStarted'],
      ['callStarted', 'callAccepted'],
      ['callStarted', 'callAccepted', 'callEnded'],
    ]) {
      it(`shows the call after ${reasons.join(', ')}`, async () => {
        const tag = await inCall(...reasons);
        expect(tag.element.matches(':state(in-call)')).to.equal(true);
        expect(tag.element.matches(':state(pending)')).to.equal(false);
        expect(tag.text('status')).to.not.equal('');
        expect(tag.button.getAttribute('aria-disabled')).to.equal('true');
        tag.button.click();
        expect(await dialled(tag)).to.have.lengthOf(1);
        await expect(tag.element).to.be.accessible();
      });
    }

    for (const reasons of [
      ['callStarted', 'callFinished'],
      ['callStarted', 'callRejected'],
    ]) {
      it(`returns to its first state after ${reasons.join(', ')}, and dials again`, async () => {
        const tag = await inCall(...reasons);
        expect(tag.element.call).to.equal(undefined);
        expect(tag.element.matches(':state(in-call), :state(pending), :state(error)')).to.equal(false);
        expect(tag.text('status')).to.equal('');
        expect(tag.button.hasAttribute('aria-disabled')).to.equal(false);
        tag.button.click();
        expect(await dialled(tag)).to.have.lengthOf(2);
      });
    }

    it('does not change another tag with the same number', async () => {
      const tag = await open(html`${simple}${simple}`);
      const [first, second] = tag.provider.querySelectorAll('five9-click2dial') as unknown as [
        Five9Click2dial,
        Five9Click2dial,
      ];
      void first.dial();
      await tag.adapter.receives('event');
      await sendCallEvent(tag, 'callStarted', {interactionId: freshId()});
      await second.updateComplete;
      expect(first.call).to.exist;
      expect(second.call).to.equal(undefined);
      expect(inside(second).button.hasAttribute('aria-disabled')).to.equal(false);
    });
  });

  describe('when it fails', () => {
    /** Expects that the element shows an error, and dispatches one `five9-error` event with this code. */
    async function failed(tag: Tag, errors: Five9ErrorEvent[], errorCode: string): Promise<void> {
      await until(() => errors.length);
      await tag.element.updateComplete;
      expect(errors).to.have.lengthOf(1);
      const [event] = errors;
      expect(event).to.include({bubbles: true, composed: true, target: tag.element});
      expect(event!.detail).to.be.instanceOf(InteractionApiError);
      expect(event!.detail).to.include({errorCode});
      expect(tag.text('error'), 'in words').to.not.equal('');
      expect(tag.element.renderRoot.querySelector('[part=error]')!.getAttribute('role')).to.equal('alert');
      expect(tag.element.matches(':state(error)')).to.equal(true);
      expect(tag.element.matches(':state(pending)')).to.equal(false);
      await expect(tag.element).to.be.accessible();
    }

    for (const text of ['agent:jill@example.com', 'call me', '', '+', '1-800-FLOWERS']) {
      it(`shows that ${JSON.stringify(text)} is not a number, and dials nothing`, async () => {
        const tag = await open(html`<five9-click2dial number=${text}></five9-click2dial>`);
        const errors = listen<Five9ErrorEvent>(document, 'five9-error');
        const dispatched = listen(document, 'five9-dial');
        tag.button.click();
        await failed(tag, errors, 'Generic');
        expect(await dialled(tag)).to.deep.equal([]);
        expect(dispatched).to.deep.equal([]);
      });
    }

    it('shows that no adapter is connected, and does not dial later', async () => {
      const tag = await open(simple, {connected: false});
      const errors = listen<Five9ErrorEvent>(document, 'five9-error');
      const dispatched = listen(document, 'five9-dial');
      expect(tag.button.getAttribute('aria-disabled')).to.equal('true');
      expect(tag.button.disabled, 'the button can take the focus').to.equal(false);
      await expect(tag.element).to.be.accessible();

      tag.element.focus();
      await press('Enter');

      await failed(tag, errors, 'NotConnected');
      expect(dispatched).to.deep.equal([]);
      await tag.adapter.start({channel: channelOf(tag.name), announces: true});
      await until(() => tag.service.connected);
      expect(await dialled(tag)).to.deep.equal([]);
      await tag.element.updateComplete;
      expect(tag.button.hasAttribute('aria-disabled'), 'the button can be pressed after the connection').to.equal(
        false,
      );
    });

    it('reports an error if it is not in a page', async () => {
      const element = document.createElement('five9-click2dial');
      element.number = NUMBER;
      const errors = listen<Five9ErrorEvent>(element, 'five9-error');

      expect(await element.dial()).to.equal(undefined);

      expect(errors.map(({detail}) => detail.errorCode)).to.deep.equal(['NotConnected']);
    });

    it('shows the adapter’s message if the adapter refuses the dial', async () => {
      const tag = await inCall();
      const errors = listen<Five9ErrorEvent>(document, 'five9-error');
      await tag.adapter.wsEvent('65', {errorMessage: 'The number is on the DNC list'});
      await failed(tag, errors, 'Generic');
      expect(tag.text('error')).to.contain('DNC');
    });

    it('shows an error if no call starts in time', async () => {
      const tag = await open(simple, {requestTimeout: 30_000});
      const errors = listen<Five9ErrorEvent>(document, 'five9-error');
      const clock = fakeClock();
      tag.button.click();
      await tag.adapter.receives('event');
      await clock.tickAsync(30_000);
      clock.restore();
      await failed(tag, errors, 'Timeout');
    });

    it('shows an error if the adapter disconnects before the call starts', async () => {
      const tag = await inCall();
      const errors = listen<Five9ErrorEvent>(document, 'five9-error');
      await tag.adapter.disconnect();
      await failed(tag, errors, 'ConnectionLost');
    });

    it('removes the error with the next dial', async () => {
      const tag = await open(html`<five9-click2dial number="call me"></five9-click2dial>`);
      await tag.element.dial();
      await tag.element.updateComplete;
      expect(tag.text('error')).to.not.equal('');

      tag.element.number = NUMBER;
      void tag.element.dial();
      await tag.element.updateComplete;

      expect(tag.text('error')).to.equal('');
      expect(tag.element.matches(':state(error)')).to.equal(false);
    });

    it('shows the adapter’s message as text, also if the message is HTML', async () => {
      const tag = await inCall();
      await tag.adapter.wsEvent('65', {errorMessage: '<img src=x onerror="document.body.dataset.hacked=1">'});
      await until(() => tag.element.matches(':state(error)'));
      await tag.element.updateComplete;
      expect(tag.text('error')).to.contain('<img');
      expect(tag.element.renderRoot.querySelector('img')).to.equal(null);
    });

    it('causes no unhandled rejection', async () => {
      const unhandled: unknown[] = [];
      const note = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
      addEventListener('unhandledrejection', note);
      atEnd(() => removeEventListener('unhandledrejection', note));
      const tag = await inCall();
      await tag.adapter.wsEvent('65', {errorMessage: 'no'});
      await until(() => tag.element.matches(':state(error)'));
      await turn();
      await turn();
      expect(unhandled).to.deep.equal([]);
    });
  });

  describe('after a move', () => {
    it('keeps its call', async () => {
      const tag = await inCall('callStarted');
      const elsewhere = document.createElement('section');
      tag.provider.append(elsewhere);
      const events = listen(tag.element, 'five9-call-ended');

      elsewhere.append(tag.element);
      await tag.element.updateComplete;
      expect(tag.element.call).to.include({id: tag.interactionId});
      expect(tag.element.matches(':state(in-call)')).to.equal(true);
      await sendCallEvent(tag, 'callEnded', {interactionId: tag.interactionId});

      expect(events).to.have.lengthOf(1);
    });

    it('knows its call if it was removed while the call started', async () => {
      const tag = await inCall();
      tag.element.remove();
      await sendCallEvent(tag, 'callStarted', {interactionId: tag.interactionId});
      tag.provider.append(tag.element);
      await tag.element.updateComplete;
      expect(tag.element.call).to.include({id: tag.interactionId});
      expect(tag.element.matches(':state(pending)')).to.equal(false);
      await until(() => tag.text('status') !== '');
    });

    it('to another provider, dials with that provider’s service', async () => {
      const [one, two] = [await open(simple), await openScope(html`<p></p>`)];
      two.provider.append(one.element);
      await until(() => one.element.service === two.service);
      one.button.click();
      expect(await dialled(two)).to.have.lengthOf(1);
      expect(await dialled(one)).to.deep.equal([]);
    });

    it('out of its provider, uses the page’s service', async () => {
      const tag = await open(simple);
      document.body.append(tag.element);
      atEnd(() => tag.element.remove());
      await tag.element.updateComplete;
      expect(tag.element.service).to.exist.and.not.to.equal(tag.service);
    });

    it('into a closed shadow root, works unchanged', async () => {
      const scope = await openScope(html`<p></p>`);
      const host = document.createElement('div');
      const element = document.createElement('five9-click2dial');
      element.number = NUMBER;
      host.attachShadow({mode: 'closed'}).append(element);
      scope.provider.append(host);
      await until(() => element.service?.connected);
      const events = listen(document, 'five9-dial');
      void element.dial();
      expect(await dialled(scope)).to.have.lengthOf(1);
      expect(events, 'composed').to.have.lengthOf(1);
    });
  });

  describe('upgraded after its creation', () => {
    it('uses the properties and attributes that were set before the upgrade', async () => {
      const {window, document: page, load} = await openRealm();
      const name = freshName();
      const adapter = await openAdapter(name);
      const element = page.createElement('five9-click2dial');
      Object.assign(element, {number: '(925) 000-0111', recordId: '7'});
      element.setAttribute('campaign', 'Sales');
      element.setAttribute('number', '1');
      page.body.append(element);

      await load('/src/elements/provider/define.ts');
      const provider = Object.assign(page.createElement('five9-provider'), {name});
      page.body.append(provider);
      await load('/src/elements/click2dial/define.ts');
      await window.customElements.whenDefined('five9-click2dial');
      await until(() => element.service?.connected);
      void element.dial();

      const [receivedEvent] = await adapter.receives('event');
      expect(receivedEvent!.event.data).to.deep.equal({
        click2DialData: {
          clickToDialNumber: NUMBER,
          preselectedCampaignName: 'Sales',
          crmObject: {id: '7', isWho: false, isWhat: false},
        },
      });
    });
  });

  describe('for every user', () => {
    it('has an accessible name with the action and the number', async () => {
      const {element, button} = await open(simple);
      expect(button.textContent.replace(/\s+/g, ' ').trim()).to.equal('Call (925) 000-0111');
      await expect(element).to.be.accessible();
    });

    it('is at least 24 pixels high', async function () {
      if (!isChromium) this.skip();
      const {button} = await open(simple);
      expect(button.getBoundingClientRect().height).to.be.at.least(24);
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      it(`is accessible in a ${colorScheme} page (Chromium only: other engines cannot emulate it)`, async function () {
        if (!isChromium) this.skip();
        await emulateMedia({colorScheme});
        // Set a background, because axe does not know the default background of a dark page.
        document.documentElement.style.cssText = 'color-scheme: light dark; background: Canvas';
        atEnd(async () => {
          document.documentElement.style.cssText = '';
          await emulateMedia({colorScheme: 'light'});
        });
        const {element} = await open(html`<five9-click2dial number="call me"></five9-click2dial>`);
        await expect(element).to.be.accessible();
        await element.dial();
        await element.updateComplete;
        await expect(element).to.be.accessible();
      });
    }

    it('is not animated if the user prefers reduced motion (Chromium only: other engines cannot emulate it)', async function () {
      if (!isChromium) this.skip();
      await emulateMedia({reducedMotion: 'reduce'});
      atEnd(() => emulateMedia({reducedMotion: 'no-preference'}));
      const tag = await inCall();
      await tag.element.updateComplete;
      expect(getComputedStyle(tag.button.querySelector('svg')!).animationName).to.equal('none');
    });
  });

  it('does not update 1,000 tags for the events of a call that none of them placed', async () => {
    const scope = await openScope(html`<div></div>`);
    const list = scope.provider.querySelector('div')!;
    const elements = Array.from({length: 1000}, (_, number) => {
      const element = document.createElement('five9-click2dial');
      element.number = String(9250000000 + number);
      return element;
    });
    list.append(...elements);
    await Promise.all(elements.map(({updateComplete}) => updateComplete));
    await until(() => elements.every((element) => !element.isUpdatePending));
    let updates = 0;
    for (const element of elements) {
      const {requestUpdate} = element;
      element.requestUpdate = function (...args: Parameters<typeof requestUpdate>) {
        updates++;
        requestUpdate.apply(this, args);
      };
    }

    const interactionId = freshId();
    for (const reason of ['callStarted', 'callAccepted', 'callEnded', 'callFinished']) {
      await scope.adapter.interactionEvent(reason, {callData: callData({interactionId, number: '5', dnis: '5'})});
    }
    await allHandled(scope);

    expect(updates).to.equal(0);
  });
});
