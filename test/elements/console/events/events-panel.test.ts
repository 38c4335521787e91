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
    const setup = await showConsole();
    await setup.adapter.reply('mute', {response: null});
    await setup.happens('callStarted');
    await setup.adapter.interactionEvent('somethingNew', {a: 1});
    await setup.adapter.wsEvent('4', {state: 'TALKING'}, {eventReason: 'CONNECTED'});
    await untilLogHas(setup, 3);
    expect(await logNames(setup)).to.deep.equal(['WebSocket 4', 'somethingNew', 'callStarted']);
    await setup.service.api.mute();
    setup.element.dispatchEvent(
      new CustomEvent('five9-dial', {detail: {number: '925'}, bubbles: true, composed: true}),
    );
    setup.element.dispatchEvent(
      new CustomEvent('five9-error', {detail: {errorCode: 'NoData'}, bubbles: true, composed: true}),
    );
    await setup.drops();
    await untilLogHas(setup, 7);
    expect(await logNames(setup)).to.deep.equal([
      'lost',
      'five9-error',
      'five9-dial',
      'mute',
      'WebSocket 4',
      'somethingNew',
      'callStarted',
    ]);
    expect(textOf(find(setup, '.entry', find(setup, '.entry time', '').textContent.slice(0, 2)))).to.contain('lost');
    const ws = findAll(setup, '.entry').find((one) => textOf(one).includes('WebSocket 4'))!;
    expect(textOf(ws)).to.contain('CONNECTED');
    ws.click();
    await frame();
    expect(ws).to.have.attribute('aria-expanded', 'true');
    expect(JSON.parse(rootOf(setup).querySelector('[part=event] pre')!.textContent)).to.deep.equal({
      id: '4',
      payload: {state: 'TALKING'},
      context: {eventReason: 'CONNECTED'},
    });
  });

  it('shows the WebSocket events whose ids are given', async () => {
    const setup = await showConsole();
    write(setup, 'WebSocket event ids', '29, 12');
    await setup.settled();
    await setup.adapter.wsEvent('4', {}, {});
    await setup.adapter.wsEvent('29', {}, {});
    await untilLogHas(setup, 1);
    expect(await logNames(setup)).to.deep.equal(['WebSocket 29']);
  });

  it('can be filtered by kind and by text, paused and cleared', async () => {
    const setup = await showConsole();
    await setup.happens('callStarted');
    await setup.adapter.wsEvent('4', {note: 'Umbrella'}, {});
    await untilLogHas(setup, 2);
    expect(await logNames(setup)).to.deep.equal(['WebSocket 4', 'callStarted']);
    write(setup, 'WebSocket', '');
    write(setup, 'Filter', 'uMBRella');
    expect(await logNames(setup)).to.deep.equal(['WebSocket 4']);
    write(setup, 'Filter', 'nowhere');
    expect(await logNames(setup)).to.be.empty;
    expect(textOf(rootOf(setup).querySelector('.events')!)).to.contain('Nothing matches the filter.');
    write(setup, 'Filter', '');
    write(setup, 'SDK events', 'false');
    expect(await logNames(setup)).to.deep.equal(['WebSocket 4']);
    write(setup, 'SDK events', 'true');
    pressOn(setup, 'Pause');
    await setup.happens('callAccepted');
    expect(await logNames(setup)).to.deep.equal(['WebSocket 4', 'callStarted']);
    expect(countText(setup)).to.equal('2 entries, 1 arrived during the pause');
    pressOn(setup, 'Pause');
    expect(await logNames(setup)).to.deep.equal(['callAccepted', 'WebSocket 4', 'callStarted']);
    expect(announcement(setup)).to.equal('The log continues. Events during the pause: 1');
    pressOn(setup, 'Clear');
    expect(await logNames(setup)).to.be.empty;
  });

  it('copies one entry or all, and shows an error if the browser does not allow it', async () => {
    const setup = await showConsole();
    await setup.happens('callStarted');
    await setup.happens('callAccepted');
    await logNames(setup);
    const writeText = sinon.stub(navigator.clipboard, 'writeText').resolves();
    pressOn(setup, 'Copy all');
    await until(() => announcement(setup) === 'Copied');
    const [text] = writeText.firstCall.args;
    expect(text).to.match(/^\S+Z event callStarted .*\n\{[^]*\n\S+Z event callAccepted /);
    findAll(setup, '.entry')[0]!.click();
    await frame();
    pressOn(setup, 'Copy');
    find(setup, '[part=event] button:not(.entry)', 'Copy').click();
    await until(() => writeText.callCount > 1);
    expect(writeText.lastCall.args[0])
      .to.match(/^\S+Z event callAccepted /)
      .and.not.to.contain('callStarted');
    writeText.rejects(new Error('Not allowed.'));
    sinon.stub(document, 'execCommand').returns(false);
    pressOn(setup, 'Copy all');
    await until(() => words(setup.element, 'error'));
    expect(words(setup.element, 'error')).to.equal('Not copied: the browser did not allow it. Not allowed.');
    expect(setup.errors).to.have.lengthOf(1);
  });

  it('renders once in each frame, and keeps a thousand entries, however many events come', async () => {
    const setup = await showConsole();
    let draws = 0;
    const observer = new MutationObserver(() => draws++);
    observer.observe(rootOf(setup).querySelector('.events')!, {childList: true, subtree: true});
    atEnd(() => observer.disconnect());
    for (let times = 0; times < 3; times++) {
      await setup.adapter.interactionEvent('somethingNew', callData(), 1000);
      await until(() =>
        rootOf(setup)
          .querySelector('.count')
          ?.textContent.startsWith(`${times + 1}000`),
      );
    }
    expect(findAll(setup, '[part=event]')).to.have.lengthOf(100);
    expect(countText(setup)).to.equal('3000 entries, the last 1000 kept');
    expect(draws, 'fewer changes than events').to.be.lessThan(300);
    pressOn(setup, 'Show 100 more');
    await frame();
    expect(findAll(setup, '[part=event]')).to.have.lengthOf(200);
  });

  it('is one Tab stop; arrow keys move between the entries', async () => {
    const setup = await showConsole();
    for (const name of ['callStarted', 'callAccepted', 'callEnded']) await setup.happens(name);
    await logNames(setup);
    find(setup, 'button', 'Copy all').focus();
    await press('Tab');
    const rows = findAll(setup, '.entry');
    expect(rootOf(setup).activeElement).to.equal(rows[0]);
    await press('ArrowDown');
    await press('ArrowDown');
    expect(rootOf(setup).activeElement).to.equal(rows[2]);
    await press('Home');
    expect(rootOf(setup).activeElement).to.equal(rows[0]);
    await press('Enter');
    await frame();
    expect(rows[0]).to.have.attribute('aria-expanded', 'true');
    expect(rootOf(setup).activeElement).to.equal(rows[0]);
    field(setup, 'Filter').focus();
    await type('ended');
    expect(await logNames(setup)).to.deep.equal(['callEnded']);
  });
});
