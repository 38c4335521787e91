import {expect} from '@open-wc/testing';
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
    const at = await showConsole();
    await talking(at);
    await at.adapter.reply('getDispositions', {response: [{id: '1', name: 'Sale <b>made</b>'}]});
    await callMethod(at, 'getDispositions');
    await until(() => words(at.element, 'result'));
    await at.adapter.hearsRequest('getDispositions');
    expect(requestsOf(at, 'getDispositions')[0]).to.deep.equal({interactionType: 'Call', interactionId: CALL_ID});
    expect(JSON.parse(words(at.element, 'result'))).to.deep.equal([{id: '1', name: 'Sale <b>made</b>'}]);
    expect(rootOf(at).querySelector('[part=result] b'), 'as text').to.be.null;
    expect(historyOf(at)[0]).to.match(/^getDispositions answered in [\d.]+ ms/);
  });

  it('sends raw JSON; the JSON begins with the values of the form', async () => {
    const at = await showConsole();
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
    await until(() => historyOf(at)[0]?.includes('answered'));
    await at.adapter.hearsRequest('setCav');
    expect(requestsOf(at, 'setCav')).to.deep.equal([{interactionId: CALL_ID, cavList: [{id: '641', value: 'tea'}]}]);
    expect(words(at.element, 'result')).to.equal('Done. No result.');
    pressOn(at, 'JSON');
    await turn();
    expect(field(at, 'cavList[0].id').value, 'the form keeps its values').to.equal('641');
  });

  it('sends nothing if a field is not valid JSON, and shows the error at the field', async () => {
    const at = await showConsole();
    await callMethod(at, 'executeRestApiV2', {headers: '{"a": '});
    const headers = field(at, 'headers');
    expect(headers).to.have.attribute('aria-invalid', 'true');
    expect(rootOf(at).activeElement).to.equal(headers);
    expect(textOf(rootOf(at).getElementById(headers.getAttribute('aria-describedby')!)!)).to.match(
      /^This is not valid JSON: /,
    );
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
    expect(historyOf(at)).to.be.empty;
    expect(requestsOf(at, 'executeRestApiV2')).to.be.empty;
  });

  it('sends REST requests, and shows the JSON of the answer', async () => {
    const at = await showConsole();
    await at.adapter.reply('executeRestApiV2', {response: {status: 435, response: '{"a":{"b":1}}'}});
    await callMethod(at, 'executeRestApiV2', {path: '/appsvcs/rs/svc/x', method: 'PUT', payload: '{"c": 2}'});
    await until(() => words(at.element, 'result'));
    await at.adapter.hearsRequest('executeRestApiV2');
    expect(requestsOf(at, 'executeRestApiV2')).to.deep.equal([
      {path: '/appsvcs/rs/svc/x', method: 'PUT', payload: '{"c": 2}'},
    ]);
    expect(JSON.parse(words(at.element, 'result'))).to.deep.equal({status: 435, response: {a: {b: 1}}});
  });

  it('calls methods without an answer, and sends all values of the form', async () => {
    const at = await showConsole();
    await callMethod(at, 'click2dial', {clickToDialNumber: '9250000111', screenpopC2DSearch: 'false'});
    const {event} = await at.adapter.hears('event').then(() => at.adapter.all('event')[0]!);
    expect(event.data).to.deep.equal({click2DialData: {clickToDialNumber: '9250000111', screenpopC2DSearch: false}});
    expect(historyOf(at)[0]).to.match(/^click2dial answered/);
  });

  it('runs several calls at once; one can be cancelled, one can time out, and each failure is reported', async () => {
    const at = await showConsole();
    await at.adapter.reply('isMasterPage', {silent: true});
    await at.adapter.reply('mute', {error: {errorCode: 'Generic', errorMessage: 'No softphone.'}});
    await callMethod(at, 'isMasterPage');
    await callMethod(at, 'isMasterPage', {Timeout: '20'});
    await callMethod(at, 'mute', {Timeout: ''});
    expect(historyOf(at).filter((text) => text.includes('runs…'))).to.have.lengthOf.at.least(2);
    await expect(at.element).to.be.accessible();
    find(at, '.history li:last-child button', 'Cancel').click();
    await until(() => !historyOf(at).some((text) => text.includes('runs…')));
    expect(findAll(at, '[part=result]').map(textOf)).to.deep.equal([
      'Generic: No softphone.',
      'Timeout: No answer within 20 ms.',
      'Aborted: The caller gave up isMasterPage.',
    ]);
    expect(at.errors.map(({errorCode}) => errorCode)).to.have.members(['Generic', 'Timeout']);
  });

  it('shows an error if there is no adapter', async () => {
    const at = await showConsole(false);
    await callMethod(at, 'click2dial', {clickToDialNumber: '1'});
    expect(findAll(at, '[part=result]').map(textOf)[0]).to.match(/^NotConnected/);
    expect(at.errors.map(({errorCode}) => errorCode)).to.deep.equal(['NotConnected']);
  });

  it('suggests values for a field, and does not log the request for them', async () => {
    const at = await showConsole();
    await talking(at);
    await at.adapter.reply('getCav', {response: [{id: '641', group: 'Custom', name: 'note', value: 'tea'}]});
    write(at, 'Method', 'setCav');
    await turn();
    const before = (await logNames(at)).length;
    const id = field(at, 'cavList[0].id');
    id.focus();
    await until(() => id.list?.options.length);
    expect(id.list!.options[0]).to.include({value: '641'});
    expect(textOf(id.list!)).to.equal('Custom · note · tea');
    expect(await logNames(at)).to.have.lengthOf(before);
  });

  it('subscribes each callback once, and unsubscribes it', async () => {
    const at = await showConsole();
    const callbacks = async (): Promise<number> =>
      (await logNames(at)).filter((text) => text.startsWith('callback')).length;
    await callMethod(at, 'subscribe', {event: 'callStarted'});
    await callMethod(at, 'subscribe', {event: 'callStarted'});
    await at.happens('callStarted');
    expect(await callbacks()).to.equal(1);
    await callMethod(at, 'unsubscribe', {event: 'callStarted'});
    await at.happens('callStarted');
    expect(await callbacks()).to.equal(1);
    await callMethod(at, 'subscribeWsEvent', {id: '29'});
    await frame();
    expect(field(at, 'WebSocket event ids').value).to.equal('4 5 29');
    await callMethod(at, 'unsubscribeWsEvent', {id: '4'});
    await frame();
    expect(field(at, 'WebSocket event ids').value).to.equal('5 29');
  });
});
