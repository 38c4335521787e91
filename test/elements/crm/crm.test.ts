import {expect, fixture, html} from '@open-wc/testing';
import sinon from 'sinon';
import type {Five9Crm} from '../../../src/elements/crm/crm.js';
import type {SearchEvent} from '../../../src/elements/crm/crm.events.js';
import '../../../src/elements/adapter/define.js';
import {aboutCall, crmStage, shown} from '../../support/crm-stage.js';
import {comesAndGoes} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {CALL_ID, CRM_OBJECT} from '../../support/samples.js';
import {listen, openAdapter} from '../../support/service.js';
import {part, words} from '../../support/stage.js';
import {fakeClock, turn, until} from '../../support/time.js';

const JANE = {id: '5', label: 'Contact', name: 'Jane', isWho: true, isWhat: false};
const NOTHING = {response: {crmObjects: []}};

/** Lets a listener answer the next searches. */
const onSearch = (element: Five9Crm, listener: (event: SearchEvent) => unknown): void =>
  element.addEventListener('five9-search', listener);

describe('five9-crm', () => {
  describe('as settings of the adapter', () => {
    it('switches on the tiles whose attributes are there, and sends only texts that are set', async () => {
      const {ask} = await crmStage(html`<five9-crm provider-name="Our CRM" calls-today="7" emails-today></five9-crm>`);
      expect((await ask('getAdtConfig')).response).to.deep.equal({
        providerName: 'Our CRM',
        myCallsTodayEnabled: true,
        myChatsTodayEnabled: false,
        myEmailsTodayEnabled: true,
        showContactInfo: false,
      });
    });

    it('sends a guide as a whole address, and no address of another kind', async () => {
      const {element, ask, errors} = await crmStage(html`<five9-crm guide-link="/help" contact-info></five9-crm>`);
      expect((await ask('getAdtConfig')).response).to.include({
        guideLink: `${location.origin}/help`,
        showContactInfo: true,
      });
      element.guideLink = 'javascript:alert(1)';
      expect((await ask('getAdtConfig')).response).to.not.have.property('guideLink');
      expect(errors[0]!.message).to.contain('javascript:alert(1)').and.to.contain('http');
    });

    it('answers a count with the number of the tile, and with null for a tile without a number', async () => {
      const {element, ask} = await crmStage(html`<five9-crm calls-today="7" chats-today></five9-crm>`);
      expect(await ask('getTodayCallsCount')).to.deep.include({response: 7});
      expect(await ask('getTodayChatsCount')).to.deep.include({response: null});
      element.setAttribute('calls-today', '8');
      expect(await ask('getTodayCallsCount')).to.deep.include({response: 8});
    });

    it('answers Not Implemented for a tile that is off', async () => {
      const {ask} = await crmStage();
      expect(await ask('getTodayEmailsCount')).to.deep.include({error: 'Not Implemented: getTodayEmailsCount'});
    });

    it('shows that the number of a tile is no number, until it gets a number', async () => {
      const {element, ask, settled, errors} = await crmStage();
      element.setAttribute('calls-today', 'many');
      await settled();
      expect(shown(element)).to.contain('calls-today must be a number').and.to.contain('many');
      expect(errors.map(({message}) => message)).to.deep.equal(['calls-today must be a number, and not “many”.']);
      expect(await ask('getTodayCallsCount')).to.deep.include({response: null});
      element.callsToday = 8;
      await settled();
      expect(shown(element)).to.not.contain('calls-today');
      expect(await ask('getTodayCallsCount')).to.deep.include({response: 8});
    });
  });

  describe('for a search', () => {
    it('asks the page with the parameters and the number of the customer', async () => {
      const {element, ask} = await crmStage();
      let event: SearchEvent | undefined;
      document.addEventListener('five9-search', (asked) => (event = asked), {once: true});
      onSearch(element, (asked) => asked.respondWith([JANE]));
      const args = aboutCall({}, {interactionSearchData: {x: 1}});
      const answer = await ask('search', args);
      expect(answer.response).to.deep.equal({crmObjects: [JANE]});
      expect(event!.detail).to.deep.equal({...args, number: '9250000111'});
      expect(event!.composed).to.equal(true);
      expect(event!.signal.aborted).to.equal(false);
    });

    const answers: [what: string, answer: unknown, result: object][] = [
      ['a record', JANE, {crmObjects: [JANE]}],
      ['a list', [JANE, CRM_OBJECT], {crmObjects: [JANE, CRM_OBJECT]}],
      ['a search result', {crmObjects: [JANE], screenPopObject: JANE}, {crmObjects: [JANE], screenPopObject: JANE}],
      ['a search result whose screenPopObject is null', {crmObjects: [], screenPopObject: null}, {crmObjects: []}],
      ['null', null, {crmObjects: []}],
      ['nothing', undefined, {crmObjects: []}],
      ['an id that is a number', {...JANE, id: 5}, {crmObjects: [JANE]}],
      ['only an id', {id: 'a'}, {crmObjects: [{id: 'a', label: '', name: 'a', isWho: true, isWhat: false}]}],
    ];
    for (const [what, answer, result] of answers) {
      it(`takes ${what} as an answer, also as a promise`, async () => {
        const {element, ask} = await crmStage();
        onSearch(element, (event) => event.respondWith(Promise.resolve(answer as never)));
        expect((await ask('search', aboutCall())).response).to.deep.equal(result);
      });
    }

    const wrong: [what: string, answer: unknown, shownText: string][] = [
      ['a text', 'Jane', 'a text is no record'],
      ['a record without an id', {name: 'Jane'}, 'the record has no id'],
      ['crmObjects that are no list', {crmObjects: {id: '1'}}, 'crmObjects is no list'],
      ['a value that cannot be sent', {...JANE, open: () => undefined}, 'could not be cloned'],
    ];
    for (const [what, answer, text] of wrong) {
      it(`shows an error for ${what}, and the adapter continues`, async () => {
        const {element, ask, errors, settled} = await crmStage();
        onSearch(element, (event) => event.respondWith(answer as never));
        expect(await ask('search', aboutCall())).to.deep.include(NOTHING);
        await settled();
        expect(errors).to.have.lengthOf(1);
        expect(errors[0]!.method).to.equal('search');
        if (text !== 'could not be cloned') expect(shown(element)).to.contain(text);
        expect(words(element, 'status')).to.equal('');
      });
    }

    it('sends the records with an id, and shows how many have none', async () => {
      const {element, ask, settled} = await crmStage();
      onSearch(element, (event) => event.respondWith([JANE, {name: 'x'}, 7] as never));
      expect((await ask('search', aboutCall())).response).to.deep.equal({crmObjects: [JANE]});
      await settled();
      expect(shown(element)).to.contain('1 record found').and.to.contain('2 entries of the search answer have no id');
    });

    it('answers with no records if nobody answers, and shows nothing', async () => {
      const {element, ask, errors} = await crmStage();
      expect(await ask('search', aboutCall())).to.deep.include(NOTHING);
      expect(shown(element)).to.equal('');
      expect(errors).to.deep.equal([]);
    });

    it('shows the search, and the number of records', async () => {
      const {element, ask, settled} = await crmStage();
      let finish: (records: (typeof JANE)[]) => void = () => undefined;
      onSearch(element, (event) => event.respondWith(new Promise((resolve) => (finish = resolve))));
      const answer = ask('search', aboutCall());
      await until(() => words(element, 'status') === 'Searching…', 'the search is shown');
      finish([JANE, {...JANE, id: '6'}]);
      await answer;
      await settled();
      expect(words(element, 'status')).to.equal('2 records found');
      onSearch(element, (event) => event.respondWith([]));
    });

    it('refuses a second answer, and an answer after the event, with InvalidStateError', async () => {
      const {element, ask} = await crmStage();
      const errors: unknown[] = [];
      const attempt = (event: SearchEvent): void => {
        try {
          event.respondWith([]);
        } catch (error) {
          errors.push(error);
        }
      };
      let event: SearchEvent | undefined;
      onSearch(element, (asked) => {
        event = asked;
        asked.respondWith([JANE]);
        attempt(asked);
      });
      expect((await ask('search', aboutCall())).response).to.deep.equal({crmObjects: [JANE]});
      attempt(event!);
      expect(errors.map((error) => (error as DOMException).name)).to.deep.equal(Array(2).fill('InvalidStateError'));
    });

    it('shows why the page failed, and the adapter continues', async () => {
      const {element, ask, errors, settled} = await crmStage();
      onSearch(element, (event) => event.respondWith(Promise.reject(new Error('The contacts are locked.'))));
      expect(await ask('search', aboutCall())).to.deep.include(NOTHING);
      await settled();
      expect(words(element, 'error')).to.equal('The contacts are locked.');
      expect(errors).to.have.lengthOf(1);
    });

    it('ends after timeout, which the signal reports, and shows that the page did not answer', async () => {
      const {element, ask, settled} = await crmStage(html`<five9-crm timeout="4000"></five9-crm>`);
      const clock = fakeClock();
      let signal: AbortSignal | undefined;
      onSearch(element, (event) => {
        signal = event.signal;
        event.respondWith(new Promise(() => undefined));
      });
      const answer = ask('search', aboutCall());
      await until(() => signal, 'the page is asked');
      clock.tick(3999);
      expect(signal!.aborted).to.equal(false);
      clock.tick(1);
      expect(signal!.aborted).to.equal(true);
      expect(await answer).to.deep.include(NOTHING);
      await settled();
      expect(words(element, 'error')).to.contain('“search” was not answered').and.to.contain('4 s');
      expect(words(element, 'error')).to.not.contain('Five9');
    });

    for (const [timeout, limit] of [
      [undefined, 10_000],
      ['soon', 10_000],
      ['-1', 10_000],
    ] as const) {
      it(`ends after 10 s if timeout is ${timeout ?? 'not set'}`, async () => {
        const {element, ask} = await crmStage();
        if (timeout) element.setAttribute('timeout', timeout);
        const clock = fakeClock();
        let signal: AbortSignal | undefined;
        onSearch(element, (event) => {
          signal = event.signal;
          event.respondWith(new Promise(() => undefined));
        });
        const answer = ask('search', aboutCall());
        await until(() => signal, 'the page is asked');
        clock.tick(limit - 1);
        expect(signal!.aborted).to.equal(false);
        clock.tick(1);
        expect(await answer).to.deep.include(NOTHING);
      });
    }

    it('ends when the interaction is over', async () => {
      const {element, ask, name, service} = await crmStage();
      const calls = await openAdapter(name);
      await until(() => service.connected, 'the service is connected');
      await calls.receives('connected');
      await calls.interactionEvent('callStarted', {callData: {interactionId: CALL_ID}});
      await until(() => service.interaction(CALL_ID), 'the call is known');
      let signal: AbortSignal | undefined;
      onSearch(element, (event) => {
        signal = event.signal;
        event.respondWith(new Promise(() => undefined));
      });
      const answer = ask('search', aboutCall());
      await until(() => signal, 'the page is asked');
      await calls.interactionEvent('callFinished', {callData: {interactionId: CALL_ID}});
      expect(await answer).to.deep.include(NOTHING);
      expect(signal!.aborted).to.equal(true);
      expect((signal!.reason as Error).message).to.contain('the interaction is over');
    });

    it('keeps the signal quiet after an answer', async () => {
      const {element, ask} = await crmStage();
      const clock = fakeClock();
      let signal: AbortSignal | undefined;
      onSearch(element, (event) => {
        signal = event.signal;
        event.respondWith([JANE]);
      });
      await ask('search', aboutCall());
      clock.tick(60_000);
      expect(signal!.aborted).to.equal(false);
    });

    it('answers a question without parameters', async () => {
      const {ask} = await crmStage(html`<five9-crm search-href="/x?{number}"></five9-crm>`);
      expect(await ask('search')).to.deep.include(NOTHING);
      expect(await ask('search', 'rubbish')).to.deep.include(NOTHING);
      expect(await ask('screenPop')).to.deep.include({response: null});
    });
  });

  describe('for a tile that the agent presses', () => {
    for (const [method, type] of [
      ['openMyCallsToday', 'five9-calls-today'],
      ['openMyChatsToday', 'five9-chats-today'],
      ['openMyEmailsToday', 'five9-emails-today'],
    ] as const) {
      it(`dispatches ${type}, which can be answered`, async () => {
        const {element, ask} = await crmStage();
        const events = listen(document, type);
        expect(await ask(method)).to.deep.include({response: null});
        element.addEventListener(type, (event) => event.respondWith('shown'));
        expect(await ask(method)).to.deep.include({response: 'shown'});
        expect(events).to.have.lengthOf(2);
        expect(events[0]!.cancelable).to.equal(true);
      });
    }
  });

  describe('about the adapter itself', () => {
    it('reports whether the agent can dial, in an event and a state', async () => {
      const {element, ask} = await crmStage();
      const events = listen<CustomEvent<{available: boolean}>>(document, 'five9-dial-availability');
      expect(await ask('enableClickToDial')).to.deep.include({response: null});
      expect(element.matches(':state(dial-available)')).to.equal(true);
      await ask('disableClickToDial');
      expect(element.matches(':state(dial-available)')).to.equal(false);
      expect(events.map(({detail}) => detail.available)).to.deep.equal([true, false]);
    });

    it('opens the parts of the page around the adapter, the outermost first', async () => {
      const {ask} = await crmStage();
      const place = await fixture(html`
        <div popover>
          <details>
            <summary>Phone</summary>
            <dialog><iframe title="Adapter" src="/test/pages/empty.html"></iframe></dialog>
          </details>
        </div>
      `);
      expect(await ask('bringAppToFront')).to.deep.include({response: null});
      expect(place.matches(':popover-open')).to.equal(true);
      expect(place.querySelector('details')!.open).to.equal(true);
      expect(place.querySelector('dialog')!.open).to.equal(true);
    });

    it('opens nothing if the page cancels five9-bring-to-front', async () => {
      const {element, ask} = await crmStage();
      const place = await fixture<HTMLDetailsElement>(
        html`<details><iframe title="Adapter" src="/test/pages/empty.html"></iframe></details>`,
      );
      element.addEventListener('five9-bring-to-front', (event) => event.preventDefault());
      await ask('bringAppToFront');
      expect(place.open).to.equal(false);
    });

    it('does not answer a question that it does not know', async () => {
      const {ask} = await crmStage();
      expect(await ask('_beforeCallFinished', aboutCall())).to.deep.include({
        error: 'Not Implemented: _beforeCallFinished',
      });
      expect(await ask('constructor')).to.deep.include({error: 'Not Implemented: constructor'});
    });
  });

  describe('in a page', () => {
    it('answers only while it is in the page', async () => {
      const {element, ask, service} = await crmStage();
      const parent = element.parentElement!;
      element.remove();
      expect(await ask('search', aboutCall())).to.deep.include({error: 'Not Implemented: search'});
      const begins = sinon.spy(service.sdkApi('crmApi'), 'addResponder');
      parent.append(element);
      // The element answers in a later task.
      await until(() => begins.called, 'the element answers again');
      expect(await ask('search', aboutCall())).to.deep.include(NOTHING);
    });

    it('answers a question that comes while it is moved', async () => {
      const {element, ask, service} = await crmStage();
      await ask('search', aboutCall());
      const begins = sinon.spy(service.sdkApi('crmApi'), 'addResponder');
      const place = document.createElement('section');
      element.replaceWith(place);
      place.append(element);
      expect(await ask('search', aboutCall())).to.deep.include(NOTHING);
      expect(begins.called, 'it has answered all the time').to.equal(false);
    });

    it('does not connect again when the service is closed, until it starts again', async () => {
      const {service, adapter, ask, name} = await crmStage();
      const clock = fakeClock();
      service.close();
      clock.tick(1);
      await adapter.receives('disconnect');
      await turn();
      await adapter.sync();
      expect(adapter.received.map(({kind}) => kind)).to.deep.equal(['asked', 'connected', 'disconnect']);
      await openAdapter(name);
      service.restart();
      clock.tick(1);
      await until(() => service.connected, 'the service is connected again');
      clock.tick(1);
      await adapter.receives('connected', 2);
      expect(await ask('search', aboutCall())).to.deep.include(NOTHING);
    });

    it('is passive next to another one, shows why, and answers when the other one is removed', async () => {
      const log = sinon.stub(console, 'error');
      const {element, ask, settled} = await crmStage(html`<five9-crm></five9-crm><five9-crm></five9-crm>`);
      const second = element.nextElementSibling as Five9Crm;
      const asked: Element[] = [];
      for (const one of [element, second]) onSearch(one, () => asked.push(one));
      await until(() => shown(second).includes('another five9-crm'), 'the second one reports the first one');
      expect(String(log.args)).to.contain('another five9-crm');
      await ask('search', aboutCall());
      element.remove();
      await ask('search', aboutCall());
      await settled();
      expect(asked).to.deep.equal([element, second]);
      await until(() => shown(second) === '', 'the error is gone');
    });

    it('leaves a question to a function that the page has registered, and reports that once', async () => {
      const warn = sinon.stub(console, 'warn');
      const {element, ask, service} = await crmStage(html`<five9-crm provider-name="Ours"></five9-crm>`);
      const asked: unknown[] = [];
      onSearch(element, (event) => asked.push(event));
      service.sdkApi('crmApi').registerApi({search: () => ({crmObjects: [JANE]}), enableClickToDial: () => 'mine'});
      for (let times = 0; times < 2; times++) {
        expect((await ask('search', aboutCall())).response).to.deep.equal({crmObjects: [JANE]});
      }
      expect((await ask('getAdtConfig')).response).to.have.property('providerName', 'Ours');
      expect(asked).to.deep.equal([]);
      expect(warn.args.filter(([text]) => String(text).includes('“search”'))).to.have.lengthOf(1);
      expect(await ask('enableClickToDial')).to.deep.include({response: 'mine'});
      expect(element.matches(':state(dial-available)'), 'also if the page answers').to.equal(true);
    });

    it('leaves nothing behind when it is removed', async function () {
      this.timeout(20_000);
      const setup = await crmStage(html`<five9-crm suggest-numbers></five9-crm>`);
      await comesAndGoes(setup as never);
    });

    it('shows everything at a width of 200 pixels', async () => {
      const {element, ask, settled} = await crmStage();
      element.addEventListener('five9-save-log', (event) =>
        event.respondWith(Promise.reject(new Error('x'.repeat(90)))),
      );
      await ask('saveLog', aboutCall({}, {interactionLogData: {subject: 'y'.repeat(90)}}));
      await settled();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('five9-crm { inline-size: 200px }');
      document.adoptedStyleSheets.push(sheet);
      expect(element.scrollWidth).to.be.at.most(200);
      expect(part(element, 'discard').getBoundingClientRect().right).to.be.at.most(
        element.getBoundingClientRect().right,
      );
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    });

    it('is accessible in every look, with everything that it shows', async function () {
      this.timeout(20_000);
      const {element, ask, settled} = await crmStage();
      element.addEventListener('five9-save-log', (event) => event.respondWith(Promise.reject(new Error('Full.'))));
      onSearch(element, (event) => event.respondWith('no' as never));
      await ask('search', aboutCall());
      await ask('saveLog', aboutCall({}, {interactionLogData: {subject: 'Renewal'}}));
      await settled();
      expect(shown(element)).to.contain('Renewal').and.to.contain('Full.').and.to.contain('no record');
      await looksGood(element);
    });
  });
});
