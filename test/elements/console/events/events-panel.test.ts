import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {press, type} from '../../../commands.js';
import {atEnd} from '../../../support/lifecycle.js';
import {callData} from '../../../support/samples.js';
import {words} from '../../../support/stage.js';
import {until} from '../../../support/time.js';
import {
  announcement,
  countText,
  field,
  find,
  findAll,
  frame,
  logNames,
  pressOn,
  rootOf,
  showConsole,
  textOf,
  untilLogHas,
  write,
} from '../console-stage.js';

describe('five9-console: the log', () => {
  it('shows SDK events (unknown ones too), WebSocket events, all requests of the page, actions and errors of elements, and changes of the connection', async () => {
    const at = await showConsole();
    await at.adapter.reply('mute', {response: null});
    await at.happens('callStarted');
    await at.adapter.interactionEvent('somethingNew', {a: 1});
    await at.adapter.wsEvent('4', {state: 'TALKING'}, {eventReason: 'CONNECTED'});
    await untilLogHas(at, 3);
    expect(await logNames(at)).to.deep.equal(['WebSocket 4', 'somethingNew', 'callStarted']);
    await at.service.api.mute();
    at.element.dispatchEvent(new CustomEvent('five9-dial', {detail: {number: '925'}, bubbles: true, composed: true}));
    at.element.dispatchEvent(
      new CustomEvent('five9-error', {detail: {errorCode: 'NoData'}, bubbles: true, composed: true}),
    );
    await at.drops();
    await untilLogHas(at, 7);
    expect(await logNames(at)).to.deep.equal([
      'lost',
      'five9-error',
      'five9-dial',
      'mute',
      'WebSocket 4',
      'somethingNew',
      'callStarted',
    ]);
    expect(textOf(find(at, '.entry', find(at, '.entry time', '').textContent.slice(0, 2)))).to.contain('lost');
    const ws = findAll(at, '.entry').find((one) => textOf(one).includes('WebSocket 4'))!;
    expect(textOf(ws)).to.contain('CONNECTED');
    ws.click();
    await frame();
    expect(ws).to.have.attribute('aria-expanded', 'true');
    expect(JSON.parse(rootOf(at).querySelector('[part=event] pre')!.textContent)).to.deep.equal({
      id: '4',
      payload: {state: 'TALKING'},
      context: {eventReason: 'CONNECTED'},
    });
  });

  it('shows the WebSocket events whose ids are given', async () => {
    const at = await showConsole();
    write(at, 'WebSocket event ids', '29, 12');
    await at.settled();
    await at.adapter.wsEvent('4', {}, {});
    await at.adapter.wsEvent('29', {}, {});
    await untilLogHas(at, 1);
    expect(await logNames(at)).to.deep.equal(['WebSocket 29']);
  });

  it('can be filtered by kind and by text, paused and cleared', async () => {
    const at = await showConsole();
    await at.happens('callStarted');
    await at.adapter.wsEvent('4', {note: 'Umbrella'}, {});
    await untilLogHas(at, 2);
    expect(await logNames(at)).to.deep.equal(['WebSocket 4', 'callStarted']);
    write(at, 'WebSocket', '');
    write(at, 'Filter', 'uMBRella');
    expect(await logNames(at)).to.deep.equal(['WebSocket 4']);
    write(at, 'Filter', 'nowhere');
    expect(await logNames(at)).to.be.empty;
    expect(textOf(rootOf(at).querySelector('.events')!)).to.contain('Nothing matches the filter.');
    write(at, 'Filter', '');
    write(at, 'SDK events', 'false');
    expect(await logNames(at)).to.deep.equal(['WebSocket 4']);
    write(at, 'SDK events', 'true');
    pressOn(at, 'Pause');
    await at.happens('callAccepted');
    expect(await logNames(at)).to.deep.equal(['WebSocket 4', 'callStarted']);
    expect(countText(at)).to.equal('2 entries, 1 came while paused');
    pressOn(at, 'Pause');
    expect(await logNames(at)).to.deep.equal(['callAccepted', 'WebSocket 4', 'callStarted']);
    expect(announcement(at)).to.equal('Goes on; 1 came while paused');
    pressOn(at, 'Clear');
    expect(await logNames(at)).to.be.empty;
  });

  it('copies one entry or all, and shows an error if the browser does not allow it', async () => {
    const at = await showConsole();
    await at.happens('callStarted');
    await at.happens('callAccepted');
    await logNames(at);
    const writeText = sinon.stub(navigator.clipboard, 'writeText').resolves();
    pressOn(at, 'Copy all');
    await until(() => announcement(at) === 'Copied');
    const [text] = writeText.firstCall.args;
    expect(text).to.match(/^\S+Z event callStarted .*\n\{[^]*\n\S+Z event callAccepted /);
    findAll(at, '.entry')[0]!.click();
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

  it('renders once in each frame, and keeps a thousand entries, however many events come', async () => {
    const at = await showConsole();
    let draws = 0;
    const observer = new MutationObserver(() => draws++);
    observer.observe(rootOf(at).querySelector('.events')!, {childList: true, subtree: true});
    atEnd(() => observer.disconnect());
    for (let times = 0; times < 3; times++) {
      await at.adapter.interactionEvent('somethingNew', callData(), 1000);
      await until(() =>
        rootOf(at)
          .querySelector('.count')
          ?.textContent.startsWith(`${times + 1}000`),
      );
    }
    expect(findAll(at, '[part=event]')).to.have.lengthOf(100);
    expect(countText(at)).to.equal('3000 entries, the last 1000 kept');
    expect(draws, 'fewer changes than events').to.be.lessThan(300);
    pressOn(at, 'Show 100 more');
    await frame();
    expect(findAll(at, '[part=event]')).to.have.lengthOf(200);
  });

  it('is one stop of the Tab key; arrow keys move between the entries', async () => {
    const at = await showConsole();
    for (const name of ['callStarted', 'callAccepted', 'callEnded']) await at.happens(name);
    await logNames(at);
    find(at, 'button', 'Copy all').focus();
    await press('Tab');
    const rows = findAll(at, '.entry');
    expect(rootOf(at).activeElement).to.equal(rows[0]);
    await press('ArrowDown');
    await press('ArrowDown');
    expect(rootOf(at).activeElement).to.equal(rows[2]);
    await press('Home');
    expect(rootOf(at).activeElement).to.equal(rows[0]);
    await press('Enter');
    await frame();
    expect(rows[0]).to.have.attribute('aria-expanded', 'true');
    expect(rootOf(at).activeElement).to.equal(rows[0]);
    field(at, 'Filter').focus();
    await type('ended');
    expect(await logNames(at)).to.deep.equal(['callEnded']);
  });
});
