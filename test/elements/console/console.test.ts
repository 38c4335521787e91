import {expect, html} from '@open-wc/testing';
import sinon from 'sinon';
import '../../../src/elements/console/define.js';
import type {Five9Console} from '../../../src/elements/console/console.js';
import {readRecording, type Recording} from '../../../src/elements/console/recording/recording.js';
import {press, type} from '../../commands.js';
import {atEnd} from '../../support/lifecycle.js';
import {CALL_ID, callData} from '../../support/samples.js';
import {turn, until} from '../../support/time.js';
import {comesAndGoes, isForgotten} from '../../support/element-life.js';
import {looksGood} from '../../support/looks.js';
import {stage, type Stage, talking, words} from '../../support/stage.js';

type ConsoleStage = Stage<Five9Console>;

async function show(connected = true): Promise<ConsoleStage> {
  const at = await stage<Five9Console>(html`<five9-console></five9-console>`, {connected});
  await at.adapter.reply('updateWebSocketSubscriptions', {response: null});
  await at.element.updateComplete;
  // Some engines connect before the console has come: then its log begins with that.
  pressOn(at, 'Clear');
  // Until that is drawn it still says "1 entry".
  await frame();
  return at;
}

const root = ({element}: ConsoleStage): ShadowRoot => element.shadowRoot!;
const all = <Shown extends Element = HTMLElement>(at: ConsoleStage, selector: string): Shown[] => [
  ...root(at).querySelectorAll<Shown>(selector),
];
const said = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The first of these that says so. */
function find(at: ConsoleStage, selector: string, text: string): HTMLElement {
  const found = all(at, selector).find((one) => said(one).startsWith(text));
  if (!found) throw new Error(`There is no ${selector} “${text}” among ${all(at, selector).map(said).join(' | ')}`);
  return found;
}

const pressOn = (at: ConsoleStage, text: string): void => find(at, 'button', text).click();

/** The field that a label is for. */
const field = (at: ConsoleStage, label: string): HTMLInputElement =>
  find(at, 'label', label).querySelector<HTMLInputElement>('input, select, textarea')!;

function write(at: ConsoleStage, label: string, value: string): void {
  const control = field(at, label);
  if (control.type === 'checkbox') control.checked = value === 'true';
  else control.value = value;
  for (const name of ['input', 'change']) control.dispatchEvent(new Event(name, {bubbles: true}));
}

/** Waits for the next frame, with which the log is drawn. */
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

async function call(at: ConsoleStage, method: string, values: Record<string, string> = {}): Promise<void> {
  write(at, 'Method', method);
  await turn();
  for (const [label, value] of Object.entries(values)) {
    write(at, label, value);
    await turn();
  }
  pressOn(at, `Call ${method}`);
  await turn();
}

/** What has become of the calls, the newest first. */
const history = (at: ConsoleStage): string[] => all(at, '.history li').map((one) => said(one.querySelector('.row')!));

async function log(at: ConsoleStage): Promise<string[]> {
  await at.settled();
  await frame();
  return all(at, '.entry code').map(said);
}

/** Waits until the log has these, the newest first. */
async function logs(at: ConsoleStage, ...names: string[]): Promise<void> {
  await until(() => root(at).querySelector('.count')?.textContent.startsWith(`${names.length} entr`)).catch(() => 0);
  expect(await log(at)).to.deep.equal(names);
}

const asked = ({adapter}: ConsoleStage, method: string): unknown[] =>
  adapter
    .requests()
    .filter(({request}) => request.attrName === method)
    .map(({request}) => request.args);

describe('five9-console', () => {
  describe('calls', () => {
    it('a method with what stands in its form, the current interaction filled in, and shows the answer and its time', async () => {
      const at = await show();
      await talking(at);
      await at.adapter.reply('getDispositions', {response: [{id: '1', name: 'Sale <b>made</b>'}]});
      await call(at, 'getDispositions');
      await until(() => words(at.element, 'result'));
      await at.adapter.hearsRequest('getDispositions');
      expect(asked(at, 'getDispositions')[0]).to.deep.equal({interactionType: 'Call', interactionId: CALL_ID});
      expect(JSON.parse(words(at.element, 'result'))).to.deep.equal([{id: '1', name: 'Sale <b>made</b>'}]);
      expect(root(at).querySelector('[part=result] b'), 'as text').to.be.null;
      expect(history(at)[0]).to.match(/^getDispositions answered in [\d.]+ ms/);
    });

    it('a method with raw JSON, which begins with what stands in the form', async () => {
      const at = await show();
      await talking(at);
      await at.adapter.reply('setCav', {response: null});
      write(at, 'Method', 'setCav');
      await turn();
      write(at, 'cavList[0].id', '641');
      pressOn(at, 'JSON');
      await turn();
      const text = field(at, 'Parameters as JSON').value;
      expect(JSON.parse(text)).to.deep.equal({interactionId: CALL_ID, cavList: [{id: '641', value: ''}]});
      write(at, 'Parameters as JSON', text.replace('""', '"tea"'));
      await turn();
      pressOn(at, 'Call setCav');
      await until(() => history(at)[0]?.includes('answered'));
      await at.adapter.hearsRequest('setCav');
      expect(asked(at, 'setCav')).to.deep.equal([{interactionId: CALL_ID, cavList: [{id: '641', value: 'tea'}]}]);
      expect(words(at.element, 'result')).to.equal('Done. No result.');
      pressOn(at, 'JSON');
      await turn();
      expect(field(at, 'cavList[0].id').value, 'the form is as it was').to.equal('641');
    });

    it('nothing with JSON that is none, and says so at the field', async () => {
      const at = await show();
      await call(at, 'executeRestApiV2', {headers: '{"a": '});
      const headers = field(at, 'headers');
      expect(headers).to.have.attribute('aria-invalid', 'true');
      expect(root(at).activeElement).to.equal(headers);
      expect(said(root(at).getElementById(headers.getAttribute('aria-describedby')!)!)).to.match(/^This is no JSON: /);
      await expect(at.element).to.be.accessible();
      write(at, 'headers', '{"a": "b"}');
      await turn();
      expect(headers).not.to.have.attribute('aria-invalid');
      write(at, 'Timeout', 'soon');
      pressOn(at, 'Call');
      await turn();
      expect(field(at, 'Timeout')).to.have.attribute('aria-invalid', 'true');
      pressOn(at, 'JSON');
      await turn();
      write(at, 'Timeout', '');
      write(at, 'Parameters as JSON', '{');
      pressOn(at, 'Call');
      await turn();
      expect(field(at, 'Parameters as JSON')).to.have.attribute('aria-invalid', 'true');
      expect(history(at)).to.be.empty;
      expect(asked(at, 'executeRestApiV2')).to.be.empty;
    });

    it('REST, and takes the JSON of the answer apart', async () => {
      const at = await show();
      await at.adapter.reply('executeRestApiV2', {response: {status: 435, response: '{"a":{"b":1}}'}});
      await call(at, 'executeRestApiV2', {path: '/appsvcs/rs/svc/x', method: 'PUT', payload: '{"c": 2}'});
      await until(() => words(at.element, 'result'));
      await at.adapter.hearsRequest('executeRestApiV2');
      expect(asked(at, 'executeRestApiV2')).to.deep.equal([
        {path: '/appsvcs/rs/svc/x', method: 'PUT', payload: '{"c": 2}'},
      ]);
      expect(JSON.parse(words(at.element, 'result'))).to.deep.equal({status: 435, response: {a: {b: 1}}});
    });

    it('what nobody answers too, and dials as it is told', async () => {
      const at = await show();
      await call(at, 'click2dial', {clickToDialNumber: '9250000111', screenpopC2DSearch: 'false'});
      const {event} = await at.adapter.hears('event').then(() => at.adapter.all('event')[0]!);
      expect(event.data).to.deep.equal({click2DialData: {clickToDialNumber: '9250000111', screenpopC2DSearch: false}});
      expect(history(at)[0]).to.match(/^click2dial answered/);
    });

    it('several at once; cancels one, lets one time out, and tells of what failed', async () => {
      const at = await show();
      await at.adapter.reply('isMasterPage', {silent: true});
      await at.adapter.reply('mute', {error: {errorCode: 'Generic', errorMessage: 'No softphone.'}});
      await call(at, 'isMasterPage');
      await call(at, 'isMasterPage', {Timeout: '20'});
      await call(at, 'mute', {Timeout: ''});
      expect(history(at).filter((one) => one.includes('runs…'))).to.have.lengthOf.at.least(2);
      await expect(at.element).to.be.accessible();
      find(at, '.history li:last-child button', 'Cancel').click();
      await until(() => !history(at).some((one) => one.includes('runs…')));
      expect(all(at, '[part=result]').map(said)).to.deep.equal([
        'Generic: No softphone.',
        'Timeout: No answer within 20 ms.',
        'Aborted: Aborted',
      ]);
      expect(at.errors.map(({errorCode}) => errorCode)).to.have.members(['Generic', 'Timeout']);
    });

    it('fails in words where there is no adapter', async () => {
      const at = await show(false);
      await call(at, 'click2dial', {clickToDialNumber: '1'});
      expect(all(at, '[part=result]').map(said)[0]).to.match(/^NotConnected/);
      expect(at.errors.map(({errorCode}) => errorCode)).to.deep.equal(['NotConnected']);
    });

    it('offers what may be filled in, without anybody hearing of it', async () => {
      const at = await show();
      await talking(at);
      await at.adapter.reply('getCav', {response: [{id: '641', group: 'Custom', name: 'note', value: 'tea'}]});
      write(at, 'Method', 'setCav');
      await turn();
      const before = (await log(at)).length;
      const id = field(at, 'cavList[0].id');
      id.focus();
      await until(() => id.list?.options.length);
      expect(id.list!.options[0]).to.include({value: '641'});
      expect(said(id.list!)).to.equal('Custom · note · tea');
      expect(await log(at)).to.have.lengthOf(before);
    });

    it('subscribes callbacks of its own, once each, and ends them', async () => {
      const at = await show();
      const callbacks = async (): Promise<number> => (await log(at)).filter((one) => one.startsWith('callback')).length;
      await call(at, 'subscribe', {event: 'callStarted'});
      await call(at, 'subscribe', {event: 'callStarted'});
      await at.happens('callStarted');
      expect(await callbacks()).to.equal(1);
      await call(at, 'unsubscribe', {event: 'callStarted'});
      await at.happens('callStarted');
      expect(await callbacks()).to.equal(1);
      await call(at, 'subscribeWsEvent', {id: '29'});
      await frame();
      expect(field(at, 'WebSocket event ids').value).to.equal('4 5 29');
      await call(at, 'unsubscribeWsEvent', {id: '4'});
      await frame();
      expect(field(at, 'WebSocket event ids').value).to.equal('5 29');
    });
  });

  describe('the log', () => {
    it('has events, unknown ones too, WebSocket events, requests of whomever, acts, errors and the connection', async () => {
      const at = await show();
      await at.adapter.reply('mute', {response: null});
      await at.happens('callStarted');
      await at.adapter.interactionEvent('somethingNew', {a: 1});
      await at.adapter.wsEvent('4', {state: 'TALKING'}, {eventReason: 'CONNECTED'});
      await logs(at, 'WebSocket 4', 'somethingNew', 'callStarted');
      await at.service.api.mute();
      at.element.dispatchEvent(new CustomEvent('five9-dial', {detail: {number: '925'}, bubbles: true, composed: true}));
      at.element.dispatchEvent(
        new CustomEvent('five9-error', {detail: {errorCode: 'NoData'}, bubbles: true, composed: true}),
      );
      await at.drops();
      await logs(at, 'lost', 'five9-error', 'five9-dial', 'mute', 'WebSocket 4', 'somethingNew', 'callStarted');
      expect(said(find(at, '.entry', find(at, '.entry time', '').textContent.slice(0, 2)))).to.contain('lost');
      const ws = all(at, '.entry').find((one) => said(one).includes('WebSocket 4'))!;
      expect(said(ws)).to.contain('CONNECTED');
      ws.click();
      await frame();
      expect(ws).to.have.attribute('aria-expanded', 'true');
      expect(JSON.parse(root(at).querySelector('[part=event] pre')!.textContent)).to.deep.equal({
        id: '4',
        payload: {state: 'TALKING'},
        context: {eventReason: 'CONNECTED'},
      });
    });

    it('hears the WebSocket events whose ids are given', async () => {
      const at = await show();
      write(at, 'WebSocket event ids', '29, 12');
      await at.settled();
      await at.adapter.wsEvent('4', {}, {});
      await at.adapter.wsEvent('29', {}, {});
      await logs(at, 'WebSocket 29');
    });

    it('is sifted by kind and by text, held back while paused, and cleared', async () => {
      const at = await show();
      await at.happens('callStarted');
      await at.adapter.wsEvent('4', {note: 'Umbrella'}, {});
      await logs(at, 'WebSocket 4', 'callStarted');
      write(at, 'WebSocket', '');
      write(at, 'Filter', 'uMBRella');
      expect(await log(at)).to.deep.equal(['WebSocket 4']);
      write(at, 'Filter', 'nowhere');
      expect(await log(at)).to.be.empty;
      expect(said(root(at).querySelector('.events')!)).to.contain('Nothing matches the filter.');
      write(at, 'Filter', '');
      write(at, 'SDK events', 'false');
      expect(await log(at)).to.deep.equal(['WebSocket 4']);
      write(at, 'SDK events', 'true');
      pressOn(at, 'Pause');
      await at.happens('callAccepted');
      expect(await log(at)).to.deep.equal(['WebSocket 4', 'callStarted']);
      expect(said(root(at).querySelector('.count')!)).to.equal('2 entries, 1 came while paused');
      pressOn(at, 'Pause');
      expect(await log(at)).to.deep.equal(['callAccepted', 'WebSocket 4', 'callStarted']);
      expect(said(root(at).querySelector('[role=status]')!)).to.equal('Goes on; 1 came while paused');
      pressOn(at, 'Clear');
      expect(await log(at)).to.be.empty;
    });

    it('copies one and all, and says where it could not', async () => {
      const at = await show();
      await at.happens('callStarted');
      await at.happens('callAccepted');
      await log(at);
      const writeText = sinon.stub(navigator.clipboard, 'writeText').resolves();
      pressOn(at, 'Copy all');
      await until(() => said(root(at).querySelector('[role=status]')!) === 'Copied');
      const [text] = writeText.firstCall.args;
      expect(text).to.match(/^\S+Z event callStarted .*\n\{[^]*\n\S+Z event callAccepted /);
      all(at, '.entry')[0]!.click();
      await frame();
      pressOn(at, 'Copy');
      find(at, '[part=event] button:not(.entry)', 'Copy').click();
      await until(() => writeText.callCount > 1);
      expect(writeText.lastCall.args[0])
        .to.match(/^\S+Z event callAccepted /)
        .and.not.to.contain('callStarted');
      writeText.rejects(new Error('Not allowed.'));
      sinon.stub(document, 'execCommand').returns(false);
      pressOn(at, 'Copy all');
      await until(() => words(at.element, 'error'));
      expect(words(at.element, 'error')).to.equal('Not copied: the browser did not allow it. Not allowed.');
      expect(at.errors).to.have.lengthOf(1);
    });

    it('stays fluid and bounded with a thousand events at a time', async () => {
      const at = await show();
      let draws = 0;
      const observer = new MutationObserver(() => draws++);
      observer.observe(root(at).querySelector('.events')!, {childList: true, subtree: true});
      atEnd(() => observer.disconnect());
      for (let times = 0; times < 3; times++) {
        await at.adapter.interactionEvent('somethingNew', callData(), 1000);
        await until(() =>
          root(at)
            .querySelector('.count')
            ?.textContent.startsWith(`${times + 1}000`),
        );
      }
      expect(all(at, '[part=event]')).to.have.lengthOf(100);
      expect(said(root(at).querySelector('.count')!)).to.equal('3000 entries, the last 1000 kept');
      expect(draws, 'not once for each').to.be.lessThan(300);
      pressOn(at, 'Show 100 more');
      await frame();
      expect(all(at, '[part=event]')).to.have.lengthOf(200);
    });

    it('is one stop of the Tab key; the arrow keys go on from there', async () => {
      const at = await show();
      for (const name of ['callStarted', 'callAccepted', 'callEnded']) await at.happens(name);
      await log(at);
      find(at, 'button', 'Copy all').focus();
      await press('Tab');
      const rows = all(at, '.entry');
      expect(root(at).activeElement).to.equal(rows[0]);
      await press('ArrowDown');
      await press('ArrowDown');
      expect(root(at).activeElement).to.equal(rows[2]);
      await press('Home');
      expect(root(at).activeElement).to.equal(rows[0]);
      await press('Enter');
      await frame();
      expect(rows[0]).to.have.attribute('aria-expanded', 'true');
      expect(root(at).activeElement).to.equal(rows[0]);
      field(at, 'Filter').focus();
      await type('ended');
      expect(await log(at)).to.deep.equal(['callEnded']);
    });
  });

  describe('a recording', () => {
    it('is made, handed out scrubbed unless that is not wanted, and read again', async () => {
      const at = await show();
      await at.adapter.reply('getCav', {response: [{id: '1', group: 'Custom', name: 'note', value: 'tea'}]});
      pressOn(at, 'Start recording');
      await talking(at);
      await at.adapter.wsEvent('5', {number: '9250000111'}, {eventId: '5'});
      await until(() => said(root(at).querySelector('.recording')!).includes('Recording: 4 entries'));
      await at.service.api.getCav({interactionId: CALL_ID});
      pressOn(at, 'Stop recording');
      await turn();
      const writeText = sinon.stub(navigator.clipboard, 'writeText').resolves();
      const copied = async (): Promise<Recording> => {
        pressOn(at, 'Copy recording');
        await until(() => writeText.called);
        const [text] = writeText.lastCall.args;
        writeText.resetHistory();
        return readRecording(text);
      };
      const made = await copied();
      expect(made.entries.map((one) => ('name' in one ? one.name : one.kind))).to.deep.equal([
        'connection',
        'callStarted',
        'callAccepted',
        'ws',
        'request',
      ]);
      expect(made.scrubbed).to.be.true;
      expect(JSON.stringify(made)).not.to.match(/9250000111|tea/);
      write(at, 'Scrub', 'false');
      const raw = await copied();
      expect(raw.scrubbed).to.be.false;
      expect(JSON.stringify(raw)).to.contain('9250000111').and.to.contain('"tea"');
      pressOn(at, 'Replay this one');
      await until(() => said(root(at).querySelector('.recording')!).includes('To replay: 5 entries'));
      await expect(at.element).to.be.accessible();
    });

    it('that is broken is refused in words; the one that was read before stays', async () => {
      const at = await show(false);
      const text = (entries: unknown[]): string =>
        JSON.stringify({
          format: 'five9-elements/recording',
          version: 1,
          package: '0.1.0',
          recordedAt: '2026-01-31T09:30:00Z',
          scrubbed: true,
          duration: 1,
          entries,
        });
      const read = async (json: string): Promise<void> => {
        write(at, 'or its text', json);
        await turn();
        pressOn(at, 'Read it');
        await turn();
        await at.element.updateComplete;
      };
      await read(text([]));
      expect(said(root(at).querySelector('.recording')!)).to.contain('To replay: 0 entries');
      await read(text([{at: 1, kind: 'event'}]));
      expect(words(at.element, 'error')).to.equal('entries[0].name must be a text; it is missing.');
      expect(at.errors[0]!.cause).to.include({name: 'RecordingError', where: 'entries[0].name'});
      expect(said(root(at).querySelector('.recording')!)).to.contain('To replay: 0 entries');
      expect(field(at, 'or its text').value, 'what was pasted stays').to.contain('"event"');
      await read(text([]));
      expect(words(at.element, 'error')).to.equal('');
    });

    it('is not replayed where Five9 is connected; the element says what to do', async () => {
      const at = await show();
      pressOn(at, 'Start recording');
      await turn();
      pressOn(at, 'Stop recording');
      await turn();
      pressOn(at, 'Replay this one');
      await until(() => said(root(at).querySelector('.recording')!).includes('To replay'));
      all<HTMLButtonElement>(at, '.recording .main').at(-1)!.click();
      await until(() => words(at.element, 'error'));
      expect(words(at.element, 'error')).to.contain('must not mix with live calls');
    });
  });

  it('looks good with a call, entries and an error', async function () {
    // There is much to look at.
    this.timeout(40_000);
    const at = await show();
    await talking(at);
    await at.adapter.reply('mute', {error: 'No.'});
    await call(at, 'mute');
    await until(() => words(at.element, 'result'));
    await log(at);
    all(at, '.entry')[0]!.click();
    await frame();
    await looksGood(at.element);
  });

  it('goes on to record while it is moved, and ends when it is gone', async () => {
    const at = await show();
    pressOn(at, 'Start recording');
    const recording = (): string => said(root(at).querySelector('.recording')!);
    at.element.parentElement!.prepend(at.element);
    await at.settled();
    expect(recording()).to.contain('Recording: 1 entries');
    await at.happens('callStarted');
    await until(() => recording().includes('Recording: 2 entries'));
    at.element.remove();
    await turn();
    expect(recording()).to.contain('2 entries, 0:00').and.to.contain('Start recording');
  });

  it('comes and goes without a trace', async () => {
    const at = await show();
    // What was cleared is drawn.
    await log(at);
    await comesAndGoes(at);
    await talking(at);
    expect(await log(at), 'it hears again').to.include('callStarted');
    expect(Object.hasOwn(at.service.api, 'mute'), 'it listens in').to.be.true;
    at.element.remove();
    await turn();
    expect(Object.hasOwn(at.service.api, 'mute'), 'it listens in no more').to.be.false;
    await isForgotten(await show());
  });
});
