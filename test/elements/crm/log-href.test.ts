import {expect, html} from '@open-wc/testing';
import sinon from 'sinon';
import {press} from '../../commands.js';
import {CrmServer, type CrmReply, page} from '../../support/crm-server.js';
import {aboutCall, type CrmStage, crmStage, shown} from '../../support/crm-stage.js';
import {atEnd} from '../../support/lifecycle.js';
import {CALL_ID} from '../../support/samples.js';
import {part, words} from '../../support/stage.js';
import {fakeClock, fakeDate, until} from '../../support/time.js';
import type {WireAnswer} from '../../support/wire-adapter.js';

interface LogStage extends CrmStage {
  server: CrmServer;
  save(): Promise<WireAnswer>;
}

const LOG = {subject: 'Renewal', comments: 'Wants 2 more', dispositionName: 'Sale', duration: 61};
const log = (fields: object = {}): object => aboutCall(fields, {interactionLogData: LOG});

/** Puts an element with `log-href` into the page. The server sends these replies. */
async function saving(...replies: CrmReply[]): Promise<LogStage> {
  const server = await CrmServer.start(...replies);
  const setup = await crmStage(html`<five9-crm log-href=${`${server.address}/activities`}></five9-crm>`);
  return {...setup, server, save: () => setup.ask('saveLog', log())};
}

const SAVED = {status: 201};

/** Adds a `<meta>` to the page until the test ends. */
function addMeta(name: string, content: string): void {
  const meta = Object.assign(document.createElement('meta'), {name, content});
  document.head.append(meta);
  atEnd(() => meta.remove());
}

describe('five9-crm with log-href', () => {
  it('posts the log as JSON, with the cookies of the page and the id of the interaction', async () => {
    document.cookie = 'session=mine; path=/crm';
    const {server, save, element, settled} = await saving(SAVED);
    expect(await save()).to.deep.include({response: null});
    const [request, ...others] = await server.requests();
    expect(others).to.deep.equal([]);
    expect(request).to.include({method: 'POST', url: '/activities'});
    expect(request!.headers).to.include({'content-type': 'application/json', 'idempotency-key': CALL_ID});
    expect(request!.headers['cookie']).to.contain('session=mine');
    expect(JSON.parse(request!.body)).to.deep.equal(log());
    await settled();
    expect(shown(element)).to.equal('Log saved');
    expect(element.matches(':state(log-not-saved)')).to.equal(false);
  });

  it('continues the request when the user leaves the page, unless the log is too long for the browser', async () => {
    const {save, ask} = await saving(SAVED);
    const send = sinon.spy(window, 'fetch');
    await save();
    await ask('saveLog', aboutCall({}, {interactionLogData: {comments: 'é'.repeat(35_000)}}));
    expect(send.args.map(([, request]) => request!.keepalive)).to.deep.equal([true, false]);
  });

  it('uses fields of the interaction in the address', async () => {
    const {element, server, save} = await saving(SAVED);
    element.logHref = `${server.address}/calls/{interactionId}/log`;
    await save();
    expect((await server.requests())[0]!.url).to.equal(`/calls/${CALL_ID}/log`);
  });

  it('sends the token of the meta that csrf-meta names', async () => {
    addMeta('csrf-token', 'secret');
    const {element, server, save} = await saving(SAVED);
    element.csrfMeta = 'csrf-token';
    await save();
    element.csrfHeader = 'X-Own-Token';
    await save();
    const requests = await server.requests();
    expect(requests[0]!.headers).to.include({'x-csrf-token': 'secret'});
    expect(requests[1]!.headers).to.include({'x-own-token': 'secret'});
  });

  it('sends the token to no other origin, also not to an allowed one, and reports this', async () => {
    addMeta('csrf-token', 'secret');
    const report = sinon.stub(console, 'error');
    const {element, server, save} = await saving(SAVED);
    const {origin} = new URL(server.otherAddress);
    Object.assign(element, {
      csrfMeta: 'csrf-token',
      logHref: `${server.otherAddress}/activities`,
      allowOrigins: origin,
    });
    expect(await save()).to.deep.include({response: null});
    const [request] = await server.requests();
    expect(request!.headers).not.to.have.property('x-csrf-token');
    expect(request!.headers['idempotency-key']).to.equal(CALL_ID);
    expect(String(report.args)).to.contain(origin).and.to.contain('without the token');
  });

  it('reports that the page has no token, and sends the log', async () => {
    const report = sinon.stub(console, 'error');
    const {element, save} = await saving(SAVED);
    element.csrfMeta = 'csrf-token';
    expect(await save()).to.deep.include({response: null});
    expect(String(report.args)).to.contain('<meta name="csrf-token">');
  });

  it('does not send a log with a header that is no header, and shows why', async () => {
    addMeta('csrf-token', 'secret');
    const {element, server, save, settled} = await saving(SAVED);
    Object.assign(element, {csrfMeta: 'csrf-token', csrfHeader: 'no header'});
    expect(String((await save()).error)).to.contain('cannot be sent');
    await settled();
    expect(shown(element)).to.contain('cannot be sent');
    expect(await server.requests()).to.deep.equal([]);
  });

  describe('that fails', () => {
    const final: [what: string, reply: CrmReply, text: string][] = [
      ['status 400', {status: 400}, 'status 400'],
      ['status 401', {status: 401}, 'status 401. Log in to the CRM'],
      ['status 403', {status: 403}, 'status 403. Log in to the CRM'],
      ['status 422', {status: 422}, 'status 422'],
      ['a redirect', {status: 302, headers: {location: '/test/pages/empty.html'}}, 'redirects'],
      ['a log-in page', page(), 'web page'],
    ];
    for (const [what, reply, text] of final) {
      it(`is reported as not saved to the adapter and the agent after ${what}, without another try`, async () => {
        const {element, server, save, settled, errors} = await saving(reply);
        const {error} = await save();
        expect(String(error)).to.contain('The log was not saved').and.to.contain(text);
        await settled();
        const unsaved = words(element, 'unsaved');
        expect(unsaved).to.contain('Log not saved: Renewal').and.to.contain(text);
        expect(unsaved, 'said once').not.to.contain('was not saved');
        expect(words(element, 'status')).to.equal('');
        expect(element.matches(':state(log-not-saved)')).to.equal(true);
        expect(errors).to.have.lengthOf(1);
        expect(errors[0]).to.include({method: 'saveLog'});
        expect(await server.requests()).to.have.lengthOf(1);
      });
    }

    it('accepts a short text that is no web page, whatever its type is', async () => {
      const {save} = await saving(page('saved'));
      expect(await save()).to.deep.include({response: null});
    });

    it('sends the log to no other origin, also if the server redirects there', async () => {
      const {server, save} = await saving();
      await server.reply({status: 307, headers: {location: `${server.otherAddress}/stolen`}}, SAVED);
      expect(String((await save()).error)).to.contain('redirects');
      expect((await server.requests()).map(({url}) => url)).to.deep.equal(['/activities']);
    });

    it('sends the log to an allowed origin, and to no other one', async () => {
      const {element, server, save} = await saving(SAVED);
      element.logHref = `${server.otherAddress}/activities`;
      expect(String((await save()).error)).to.contain('allow-origins');
      element.allowOrigins = new URL(server.otherAddress).origin;
      expect(await save()).to.deep.include({response: null});
      expect(await server.requests()).to.have.lengthOf(1);
    });

    for (const status of [408, 429, 500, 503]) {
      it(`is sent again after status ${status}, and is saved by the second try`, async () => {
        const {server, save} = await saving({status}, SAVED);
        const clock = fakeClock();
        const answer = save();
        await server.receives(1);
        await until(() => clock.countTimers() > 1, 'it waits for the next try');
        await clock.tickAsync(1000);
        expect(await answer).to.deep.include({response: null});
        const keys = (await server.requests()).map(({headers}) => headers['idempotency-key']);
        expect(keys).to.deep.equal([CALL_ID, CALL_ID]);
      });
    }

    it('is kept while it waits for the next try, so that the next page of the tab can save it', async () => {
      const first = await saving({status: 503});
      const clock = fakeClock();
      await first.adapter.ask('1', 'crmApi', 'saveLog', log());
      await first.server.receives(1);
      await until(() => words(first.element, 'unsaved').includes('503'), 'the failed try is shown');
      expect(part(first.element, 'retry').ariaDisabled).to.equal('true');
      expect(words(first.element, 'status')).to.equal('Saving the log…');
      const {now} = clock;
      clock.restore();
      fakeDate(now);
      const {element, settled} = await crmStage(html`<five9-crm log-href="/x"></five9-crm>`);
      await settled();
      expect(words(element, 'unsaved')).to.contain('Renewal').and.to.contain('Save again');
    });

    it('is sent three times at most', async () => {
      const {server, save} = await saving({status: 500});
      const clock = fakeClock();
      const answer = save();
      for (const [sent, pause] of [
        [1, 1000],
        [2, 4000],
      ] as const) {
        await server.receives(sent);
        await until(() => clock.countTimers() > 1, 'it waits for the next try');
        await clock.tickAsync(pause);
      }
      expect(String((await answer).error)).to.contain('status 500');
      expect(await server.requests()).to.have.lengthOf(3);
    });

    it('is sent again if the server cannot be reached, then without keepalive, which some browsers refuse', async () => {
      const {save} = await saving(SAVED);
      const clock = fakeClock();
      const send = sinon.stub(window, 'fetch');
      send.onFirstCall().rejects(new TypeError('Failed to fetch'));
      send.callThrough();
      const answer = save();
      await until(() => clock.countTimers() > 1, 'it waits for the next try');
      await clock.tickAsync(1000);
      expect(await answer).to.deep.include({response: null});
      expect(send.args.map(([, request]) => request!.keepalive)).to.deep.equal([true, false]);
    });

    it('ends after 30 s if the server never answers', async () => {
      const {server, save, element, settled} = await saving({silent: true});
      const clock = fakeClock();
      const answer = save();
      await server.receives(1);
      clock.tick(29_999);
      await settled();
      expect(words(element, 'status')).to.equal('Saving the log…');
      clock.tick(1);
      expect(String((await answer).error)).to.contain('within 30 s');
      await settled();
      expect(words(element, 'unsaved')).to.contain('Renewal').and.to.contain('within 30 s');
    });

    it('is not posted if a value cannot be JSON', async () => {
      const {server, ask} = await saving(SAVED);
      const {error} = await ask('saveLog', aboutCall({}, {interactionLogData: {duration: 1n}}));
      expect(String(error)).to.contain('cannot be sent');
      expect(await server.requests()).to.deep.equal([]);
    });
  });

  describe('after a failure', () => {
    it('saves the log when the agent presses the button, by keyboard, and keeps the focus in the element', async () => {
      const {element, server, save, settled} = await saving({status: 422}, SAVED);
      await save();
      await settled();
      part(element, 'retry').focus();
      await press('Enter');
      await until(() => words(element, 'status') === 'Log saved', 'the log is saved');
      await settled();
      expect(words(element, 'unsaved')).to.equal('');
      expect(document.activeElement).to.equal(element);
      const requests = await server.requests();
      expect(requests).to.have.lengthOf(2);
      expect(requests[1]!.body).to.equal(requests[0]!.body);
    });

    it('saves the log once if the agent presses the button twice', async () => {
      const {element, server, save, settled} = await saving({status: 422}, SAVED);
      await save();
      await settled();
      const button = part(element, 'retry');
      button.click();
      await settled();
      button.click();
      await until(() => words(element, 'status') === 'Log saved', 'the log is saved');
      expect(await server.requests()).to.have.lengthOf(2);
    });

    it('shows the reason of the second failure, and can be saved again', async () => {
      const {element, save, settled} = await saving({status: 422}, {status: 401}, SAVED);
      await save();
      await settled();
      part(element, 'retry').click();
      await until(() => words(element, 'unsaved').includes('401'), 'the second reason is shown');
      part(element, 'retry').click();
      await until(() => words(element, 'status') === 'Log saved', 'the log is saved');
    });

    it('can be discarded', async () => {
      const {element, save, settled} = await saving({status: 422});
      await save();
      await settled();
      part(element, 'discard').click();
      await settled();
      expect(shown(element)).to.equal('');
    });

    it('is removed when the adapter saves the same interaction with success', async () => {
      const {element, save, settled} = await saving({status: 422}, SAVED);
      await save();
      await save();
      await settled();
      expect(shown(element)).to.equal('Log saved');
    });

    it('is shown by the next page of the tab, which saves it', async () => {
      const first = await saving({status: 422}, SAVED);
      await first.save();
      first.element.remove();
      const {element, settled} = await crmStage(
        html`<five9-crm log-href=${`${first.server.address}/activities`}></five9-crm>`,
      );
      await settled();
      expect(words(element, 'unsaved')).to.contain('Renewal').and.to.contain('status 422');
      part(element, 'retry').click();
      await until(() => words(element, 'status') === 'Log saved', 'the log is saved');
      expect(JSON.parse((await first.server.requests())[1]!.body)).to.deep.equal(log());
    });

    it('shows several logs, each with its own button', async () => {
      const {element, ask, settled, server} = await saving({status: 422});
      for (const interactionId of ['A', 'B']) {
        const interactionLogData = {subject: `Log ${interactionId}`};
        await ask('saveLog', aboutCall({interactionId}, {interactionLogData}));
      }
      await settled();
      const buttons = element.shadowRoot!.querySelectorAll<HTMLElement>('[part=retry]');
      expect([...buttons].map(({ariaLabel}) => ariaLabel)).to.deep.equal(['Save again Log A', 'Save again Log B']);
      await server.reply(SAVED);
      buttons[1]!.click();
      await until(() => words(element, 'status') === 'Log saved', 'the log is saved');
      await settled();
      expect(words(element, 'unsaved')).to.contain('Log A');
    });
  });

  describe('with a listener', () => {
    it('does not post a log that the page saves', async () => {
      const {element, server, save} = await saving(SAVED);
      element.addEventListener('five9-save-log', (event) => event.respondWith(Promise.resolve({id: 7})));
      expect(await save()).to.deep.include({response: {id: 7}});
      expect(await server.requests()).to.deep.equal([]);
    });

    it('sends the error of the page to the adapter unchanged', async () => {
      const {element, save, settled} = await saving(SAVED);
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as a page's code may do it
      element.addEventListener('five9-save-log', (event) => event.respondWith(Promise.reject('The disk is full')));
      expect(await save()).to.deep.include({error: 'The disk is full'});
      await settled();
      expect(words(element, 'unsaved')).to.contain('The disk is full');
    });

    it('answers Not Implemented if the page cancels the event and saves nothing', async () => {
      const {element, server, save, settled} = await saving(SAVED);
      element.addEventListener('five9-save-log', (event) => event.preventDefault());
      expect(await save()).to.deep.include({error: 'Not Implemented: saveLog'});
      await settled();
      expect(shown(element)).to.equal('');
      expect(await server.requests()).to.deep.equal([]);
    });

    it('shows that the page has saved the log late', async () => {
      const {element, save, settled} = await saving();
      const clock = fakeClock();
      let finish: (value: unknown) => void = () => undefined;
      element.addEventListener('five9-save-log', (event) =>
        event.respondWith(new Promise((resolve) => (finish = resolve))),
      );
      const answer = save();
      await until(() => words(element, 'status') === 'Saving the log…', 'the page is asked');
      clock.tick(30_000);
      expect(String((await answer).error)).to.contain('“saveLog” was not answered');
      finish('done');
      await settled();
      expect(shown(element)).to.equal('Log saved');
    });

    it('is not ended by the end of the interaction', async () => {
      const {element, save} = await saving();
      let signal: AbortSignal | undefined;
      element.addEventListener('five9-save-log', (event) => {
        ({signal} = event);
        event.respondWith('done');
      });
      await save();
      expect(signal!.aborted).to.equal(false);
    });
  });

  it('answers Not Implemented if nobody saves logs, and shows nothing', async () => {
    const {element, ask, settled, errors} = await crmStage();
    expect(await ask('saveLog', log())).to.deep.include({error: 'Not Implemented: saveLog'});
    await settled();
    expect(shown(element)).to.equal('');
    expect(errors).to.deep.equal([]);
  });
});
