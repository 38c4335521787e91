import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {CALL_ID} from '../../../support/samples.js';
import {talking, words} from '../../../support/stage.js';
import {turn, until} from '../../../support/time.js';
import {
  callMethod,
  field,
  find,
  findAll,
  frame,
  historyOf,
  logNames,
  pressOn,
  requestsOf,
  rootOf,
  showConsole,
  textOf,
  write,
} from '../console-stage.js';

describe('five9-console: calls', () => {
  it('sends the values of the form, with the current interaction filled in, and shows the answer and its time', async () => {
    const setup = await showConsole();
    await talking(setup);
    await setup.adapter.reply('getDispositions', {response: [{id: '1', name: 'Sale <b>made</b>'}]});
    await callMethod(setup, 'getDispositions');
    await until(() => words(setup.element, 'result'));
    await setup.adapter.receivesRequest('getDispositions');
    expect(requestsOf(setup, 'getDispositions')[0]).to.deep.equal({interactionType: 'Call', interactionId: CALL_ID});
    expect(JSON.parse(words(setup.element, 'result'))).to.deep.equal([{id: '1', name: 'Sale <b>made</b>'}]);
    expect(rootOf(setup).querySelector('[part=result] b'), 'as text').to.be.null;
    expect(historyOf(setup)[0]).to.match(/^getDispositions answered in [\d.]+ ms/);
  });

  it('sends raw JSON; the JSON begins with the values of the form', async () => {
    const setup = await showConsole();
    await talking(setup);
    await setup.adapter.reply('setCav', {response: null});
    write(setup, 'Method', 'setCav');
    await turn();
    write(setup, 'cavList[0].id', '641');
    pressOn(setup, 'JSON');
    await turn();
    const text = field(setup, 'Parameters as JSON').value;
    expect(JSON.parse(text)).to.deep.equal({interactionId: CALL_ID, cavList: [{id: '641', value: ''}]});
    write(setup, 'Parameters as JSON', text.replace('""', '"tea"'));
    await turn();
    pressOn(setup, 'Call setCav');
    await until(() => historyOf(setup)[0]?.includes('answered'));
    await setup.adapter.receivesRequest('setCav');
    expect(requestsOf(setup, 'setCav')).to.deep.equal([{interactionId: CALL_ID, cavList: [{id: '641', value: 'tea'}]}]);
    expect(words(setup.element, 'result')).to.equal('Done. No result.');
    pressOn(setup, 'JSON');
    await turn();
    expect(field(setup, 'cavList[0].id').value, 'the form keeps its values').to.equal('641');
  });

  it('sends nothing if a field is not valid JSON, and shows the error at the field', async () => {
    const setup = await showConsole();
    await callMethod(setup, 'executeRestApiV2', {headers: '{"a": '});
    const headers = field(setup, 'headers');
    expect(headers).to.have.attribute('aria-invalid', 'true');
    expect(rootOf(setup).activeElement).to.equal(headers);
    expect(textOf(rootOf(setup).getElementById(headers.getAttribute('aria-describedby')!)!)).to.match(
      /^This is not valid JSON: /,
    );
    await expect(setup.element).to.be.accessible();
    write(setup, 'headers', '{"a": "b"}');
    await turn();
    expect(headers).not.to.have.attribute('aria-invalid');
    write(setup, 'Timeout', 'soon');
    pressOn(setup, 'Call');
    await turn();
    expect(field(setup, 'Timeout')).to.have.attribute('aria-invalid', 'true');
    pressOn(setup, 'JSON');
    await turn();
    write(setup, 'Timeout', '');
    write(setup, 'Parameters as JSON', '{');
    pressOn(setup, 'Call');
    await turn();
    expect(field(setup, 'Parameters as JSON')).to.have.attribute('aria-invalid', 'true');
    expect(historyOf(setup)).to.be.empty;
    expect(requestsOf(setup, 'executeRestApiV2')).to.be.empty;
  });

  it('sends REST requests, and shows the JSON of the answer', async () => {
    const setup = await showConsole();
    await setup.adapter.reply('executeRestApiV2', {response: {status: 435, response: '{"a":{"b":1}}'}});
    await callMethod(setup, 'executeRestApiV2', {path: '/appsvcs/rs/svc/x', method: 'PUT', payload: '{"c": 2}'});
    await until(() => words(setup.element, 'result'));
    await setup.adapter.receivesRequest('executeRestApiV2');
    expect(requestsOf(setup, 'executeRestApiV2')).to.deep.equal([
      {path: '/appsvcs/rs/svc/x', method: 'PUT', payload: '{"c": 2}'},
    ]);
    expect(JSON.parse(words(setup.element, 'result'))).to.deep.equal({status: 435, response: {a: {b: 1}}});
  });

  it('calls methods without an answer, and sends all values of the form', async () => {
    const setup = await showConsole();
    await callMethod(setup, 'click2dial', {clickToDialNumber: '9250000111', screenpopC2DSearch: 'false'});
    const {event} = await setup.adapter.receives('event').then(() => setup.adapter.all('event')[0]!);
    expect(event.data).to.deep.equal({click2DialData: {clickToDialNumber: '9250000111', screenpopC2DSearch: false}});
    expect(historyOf(setup)[0]).to.match(/^click2dial answered/);
  });

  it('runs several calls at once; one can be cancelled, one can time out, and each failure is reported', async () => {
    const setup = await showConsole();
    await setup.adapter.reply('isMasterPage', {silent: true});
    await setup.adapter.reply('mute', {error: {errorCode: 'Generic', errorMessage: 'No softphone.'}});
    await callMethod(setup, 'isMasterPage');
    await callMethod(setup, 'isMasterPage', {Timeout: '20'});
    await callMethod(setup, 'mute', {Timeout: ''});
    expect(historyOf(setup).filter((text) => text.includes('runs…'))).to.have.lengthOf.at.least(2);
    await expect(setup.element).to.be.accessible();
    find(setup, '.history li:last-child button', 'Cancel').click();
    await until(() => !historyOf(setup).some((text) => text.includes('runs…')));
    expect(findAll(setup, '[part=result]').map(textOf)).to.deep.equal([
      'Generic: No softphone.',
      'Timeout: The adapter did not answer isMasterPage within 20 ms.',
      'Aborted: The caller aborted isMasterPage.',
    ]);
    expect(setup.errors.map(({errorCode}) => errorCode)).to.have.members(['Generic', 'Timeout']);
  });

  it('shows an error if there is no adapter', async () => {
    const setup = await showConsole(false);
    await callMethod(setup, 'click2dial', {clickToDialNumber: '1'});
    expect(findAll(setup, '[part=result]').map(textOf)[0]).to.match(/^NotConnected/);
    expect(setup.errors.map(({errorCode}) => errorCode)).to.deep.equal(['NotConnected']);
  });

  it('suggests values for a field, and does not log the request for them', async () => {
    const setup = await showConsole();
    await talking(setup);
    await setup.adapter.reply('getCav', {response: [{id: '641', group: 'Custom', name: 'note', value: 'tea'}]});
    write(setup, 'Method', 'setCav');
    await turn();
    const before = (await logNames(setup)).length;
    const id = field(setup, 'cavList[0].id');
    id.focus();
    await until(() => id.list?.options.length);
    expect(id.list!.options[0]).to.include({value: '641'});
    expect(textOf(id.list!)).to.equal('Custom · note · tea');
    expect(await logNames(setup)).to.have.lengthOf(before);
  });

  it('subscribes each callback once, and unsubscribes it', async () => {
    const setup = await showConsole();
    const callbacks = async (): Promise<number> =>
      (await logNames(setup)).filter((text) => text.startsWith('callback')).length;
    await callMethod(setup, 'subscribe', {event: 'callStarted'});
    await callMethod(setup, 'subscribe', {event: 'callStarted'});
    await setup.happens('callStarted');
    expect(await callbacks()).to.equal(1);
    await callMethod(setup, 'unsubscribe', {event: 'callStarted'});
    await setup.happens('callStarted');
    expect(await callbacks()).to.equal(1);
    await callMethod(setup, 'subscribeWsEvent', {id: '29'});
    await frame();
    expect(field(setup, 'WebSocket event ids').value).to.equal('4 5 29');
    await callMethod(setup, 'unsubscribeWsEvent', {id: '4'});
    await frame();
    expect(field(setup, 'WebSocket event ids').value).to.equal('5 29');
  });

  it('end their subscriptions when the console is removed, but not when it only moves', async () => {
    const setup = await showConsole();
    const {element, service} = setup;
    await callMethod(setup, 'subscribe', {event: 'callStarted'});
    const unsubscribe = sinon.spy(service.api, 'unsubscribe');
    element.parentElement!.append(element);
    await turn();
    expect(unsubscribe.callCount, 'moved').to.equal(0);
    element.remove();
    await turn();
    expect(unsubscribe.callCount, 'removed').to.equal(1);
  });
});
