import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {Endpoint, type Envelope} from '../../src/transport/envelope.js';
import {answerRequests} from '../../src/transport/answer-requests.js';
import {Link, type LinkFace} from '../../src/transport/link.js';
import {atEnd} from '../support/lifecycle.js';
import {rejection, turn, until} from '../support/time.js';

const CHANNEL = 'crm_api_plugin_test';
const ADAPTER = `master_${CHANNEL}-1`;

/** The adapter's end of a port, and the messages that it received. */
interface AdapterEnd {
  readonly received: Envelope[];
  /** The received messages that carry this id. */
  answersTo(id: string): unknown[];
  post(message: unknown): void;
  ask(id: string, attrName: string, args?: unknown, objectId?: string): void;
  disconnect(): void;
}

function openLink(faces: Record<string, LinkFace> = {}): {
  link: Link;
  endpoint: Endpoint;
  listener: Record<'onPortReady' | 'onLost', sinon.SinonSpy>;
  addPort(): AdapterEnd;
} {
  const listener = {refusal: () => undefined, onPortReady: sinon.spy(), onLost: sinon.spy()};
  const endpoint = new Endpoint(CHANNEL);
  const link = new Link(endpoint, listener);
  for (const [objectId, face] of Object.entries(faces)) link.addFace(objectId, face);
  atEnd(() => link.disconnect());
  const addPort = (): AdapterEnd => {
    const {port1, port2} = new MessageChannel();
    const received: Envelope[] = [];
    port1.onmessage = ({data}: MessageEvent<Envelope>) => void received.push(data);
    atEnd(() => port1.close());
    link.usePort(port2);
    const post = (message: unknown): void => port1.postMessage({iframeName: CHANNEL, sender: ADAPTER, message});
    return {
      received,
      answersTo: (id) => received.map(({message}) => message).filter((one) => (one as {id?: string}).id === id),
      post,
      ask: (id, attrName, args, objectId = 'crmApi') => {
        post({id, request: {objectId, verb: 'post', attrName, ...(args !== undefined && {args})}});
      },
      disconnect: () => port1.close(),
    };
  };
  return {link, endpoint, listener, addPort};
}

/** Sends a request to the page, and returns the first answer. */
async function answerTo(adapter: AdapterEnd, id: string, attrName: string, args?: unknown): Promise<unknown> {
  adapter.ask(id, attrName, args);
  await until(() => adapter.answersTo(id).length > 0, `an answer to ${attrName}`);
  return adapter.answersTo(id)[0];
}

describe('a link', () => {
  describe('when the adapter asks', () => {
    it('passes method and parameters to the API of the objectId, and answers on the same port', async () => {
      const onRequest = sinon.stub().returns({crmObjects: []});
      const {addPort, endpoint} = openLink({crmApi: {onEvent: () => undefined, onRequest: answerRequests(onRequest)}});
      const adapter = addPort();

      const answer = await answerTo(adapter, 'a#1', 'search', {interactionType: 'Call'});

      expect(onRequest.args).to.deep.equal([['search', {interactionType: 'Call'}]]);
      expect(answer).to.deep.equal({id: 'a#1', response: {crmObjects: []}});
      expect(adapter.received.at(-1)).to.include({iframeName: CHANNEL, sender: endpoint.sender});
    });

    const fails = new TypeError('no record');
    const cases: [name: string, handler: () => unknown, answer: Record<string, unknown>][] = [
      ['answers null for nothing', () => undefined, {response: null}],
      ['keeps 0, false and [] unchanged', () => [0, false, []], {response: [0, false, []]}],
      ['awaits a promise', () => Promise.resolve('later'), {response: 'later'}],
      ['awaits any object with then', () => ({then: (done: (value: unknown) => void) => done(1)}), {response: 1}],
      [
        'answers a thrown error as text',
        () => {
          throw fails;
        },
        {error: 'TypeError: no record'},
      ],
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as a page's code may do it
      ['keeps the object of a rejection', () => Promise.reject({code: 7}), {error: {code: 7}}],
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as a page's code may do it
      ['names a rejection without a reason', () => Promise.reject(), {error: 'Unknown error'}],
    ];
    for (const [name, handler, answer] of cases) {
      it(name, async () => {
        const {addPort} = openLink({crmApi: {onEvent: () => undefined, onRequest: answerRequests(handler)}});
        expect(await answerTo(addPort(), 'a#1', 'search')).to.deep.equal({id: 'a#1', ...answer});
      });
    }

    it('keeps name and message of an Error that a promise rejects with', async () => {
      const {addPort} = openLink({
        crmApi: {onEvent: () => undefined, onRequest: answerRequests(() => Promise.reject(fails))},
      });
      const {error} = (await answerTo(addPort(), 'a#1', 'search')) as {error: Error};
      expect([error.name, error.message]).to.deep.equal(['TypeError', 'no record']);
    });

    it('answers with an error if the result cannot be cloned', async () => {
      const {addPort} = openLink({
        crmApi: {onEvent: () => undefined, onRequest: answerRequests(() => ({open: () => undefined}))},
      });
      const {error} = (await answerTo(addPort(), 'a#1', 'getAdtConfig')) as {error: string};
      expect(error).to.match(/^The answer to getAdtConfig cannot be sent to the adapter: DataCloneError/);
    });

    it('refuses a method if the API answers no requests, or if the objectId is unknown', async () => {
      const {addPort} = openLink({crmApi: {onEvent: () => undefined}});
      const adapter = addPort();
      expect(await answerTo(adapter, 'a#1', 'search')).to.deep.equal({id: 'a#1', error: 'Not Implemented: search'});
      adapter.ask('a#2', 'beforeMakeCall', {}, 'hookApi');
      await until(() => adapter.answersTo('a#2').length);
      expect(adapter.answersTo('a#2')).to.deep.equal([{id: 'a#2', error: 'Not Implemented: beforeMakeCall'}]);
    });

    it('carries out a request once if it arrives on each of two ports', async () => {
      const onRequest = sinon.stub().returns('saved');
      const {addPort} = openLink({crmApi: {onEvent: () => undefined, onRequest: answerRequests(onRequest)}});
      const [first, second] = [addPort(), addPort()];
      first.ask('a#1', 'saveLog');
      second.ask('a#1', 'saveLog');
      await until(() => first.answersTo('a#1').length + second.answersTo('a#1').length);
      await turn();
      expect(onRequest.callCount).to.equal(1);
      expect([...first.answersTo('a#1'), ...second.answersTo('a#1')]).to.deep.equal([{id: 'a#1', response: 'saved'}]);
    });

    it('carries out a request once if the adapter sends it again on a later port', async () => {
      const onRequest = sinon.stub().returns('Proceed');
      const {addPort} = openLink({hookApi: {onEvent: () => undefined, onRequest: answerRequests(onRequest)}});
      const first = addPort();
      first.ask('a#1', 'beforeMakeCall', {}, 'hookApi');
      await until(() => first.answersTo('a#1').length, 'the answer');
      const second = addPort();
      second.ask('a#1', 'beforeMakeCall', {}, 'hookApi');
      second.ask('a#2', 'beforeTransfer', {}, 'hookApi');
      await until(() => second.answersTo('a#2').length, 'the answer to the next request');
      expect(onRequest.args.map(([method]) => method as string)).to.deep.equal(['beforeMakeCall', 'beforeTransfer']);
    });

    it('ignores a request for another host', async () => {
      const onRequest = sinon.stub();
      const {addPort} = openLink({crmApi: {onEvent: () => undefined, onRequest: answerRequests(onRequest)}});
      const adapter = addPort();
      adapter.post('connected:HOST1');
      adapter.post({id: 'a#1', hostId: 'HOST2', request: {objectId: 'crmApi', attrName: 'search'}});
      adapter.post({id: 'a#2', hostId: 'HOST1', request: {objectId: 'crmApi', attrName: 'search'}});
      await until(() => adapter.answersTo('a#2').length);
      expect(onRequest.callCount).to.equal(1);
    });

    it('sends no answer after the link is closed', async () => {
      let answer: (value: unknown) => void = () => undefined;
      const onRequest = (): Promise<unknown> => new Promise((resolve) => (answer = resolve));
      const {addPort, link} = openLink({crmApi: {onEvent: () => undefined, onRequest: answerRequests(onRequest)}});
      const adapter = addPort();
      adapter.ask('a#1', 'search');
      await turn();
      link.abandonPorts();
      answer('late');
      await turn();
      expect(adapter.answersTo('a#1')).to.deep.equal([]);
    });
  });

  describe('with several APIs on it', () => {
    it('passes events to the API of their objectId, and ignores others', async () => {
      const [crmEvent, hookEvent] = [sinon.spy(), sinon.spy()];
      const {addPort} = openLink({crmApi: {onEvent: crmEvent}, hookApi: {onEvent: hookEvent}});
      const adapter = addPort();
      for (const objectId of ['crmApi', 'hookApi', 'otherApi']) {
        adapter.post({event: {objectId, name: 'changed', data: {objectId}}});
      }
      await until(() => hookEvent.callCount);
      expect(crmEvent.args).to.deep.equal([['changed', {objectId: 'crmApi'}]]);
      expect(hookEvent.args).to.deep.equal([['changed', {objectId: 'hookApi'}]]);
    });

    it('sends requests with their objectId, and matches the answers by id', async () => {
      const {addPort, link} = openLink();
      const adapter = addPort();
      const state = link.request('applicationApi', 'getLoginState', undefined, {});
      const other = rejection(link.request('customMethodsApi', 'rate', [5], {}));
      await until(() => adapter.received.length === 3);
      const requests = adapter.received.slice(1).map(({message}) => message as {id: string; request: object});
      expect(requests.map(({request}) => request)).to.deep.equal([
        {objectId: 'applicationApi', verb: 'post', attrName: 'getLoginState', args: undefined},
        {objectId: 'customMethodsApi', verb: 'post', attrName: 'rate', args: [5]},
      ]);
      adapter.post({id: requests[1]!.id, error: {errorCode: 'NoData'}});
      adapter.post({id: requests[0]!.id, response: 'WORKING'});
      expect(await state).to.equal('WORKING');
      expect(await other).to.have.property('errorCode', 'NoData');
    });
  });

  describe('over several ports of one adapter', () => {
    it('passes on an event once if it arrives on each port, whatever data it contains', async () => {
      const cyclic: Record<string, unknown> = {id: 1n};
      cyclic['self'] = cyclic;
      const events = [{amount: 10n}, cyclic, new Map([['a', 1n]]), undefined, new Date(NaN), 'x'.repeat(1_000_000)];
      const onEvent = sinon.spy();
      const {addPort} = openLink({crmApi: {onEvent}});
      const ports = [addPort(), addPort()];
      for (const data of events) {
        for (const port of ports) port.post({event: {objectId: 'crmApi', name: 'changed', data}});
      }
      ports[1]!.post({event: {objectId: 'crmApi', name: 'last', data: 0}});
      await until(() => onEvent.calledWith('last'));
      await turn();
      expect(onEvent.args.filter(([name]) => name === 'changed')).to.have.lengthOf(events.length);
    });

    it('passes on an event twice if it arrives twice on one port', async () => {
      const onEvent = sinon.spy();
      const {addPort} = openLink({crmApi: {onEvent}});
      const [first] = [addPort(), addPort()];
      for (let times = 0; times < 2; times++) first.post({event: {objectId: 'crmApi', name: 'changed', data: 1}});
      await until(() => onEvent.callCount === 2);
    });
  });

  it('keeps the parameters of a waiting request as they were when it was made', async () => {
    const {addPort, link} = openLink();
    const params = {cavList: [{id: '1', value: 'before'}]};
    void link.request('interactionApi', 'setCav', params, {}).catch(() => undefined);
    params.cavList[0]!.value = 'after';
    const adapter = addPort();
    await until(() => adapter.received.length === 2);
    const {request} = adapter.received[1]!.message as {request: {args: unknown}};
    expect(request.args).to.deep.equal({cavList: [{id: '1', value: 'before'}]});
  });

  it('refuses a waiting request at once if its parameters cannot be cloned', async () => {
    const {link} = openLink();
    const request = link.request('interactionApi', 'setCav', {value: () => undefined}, {});
    expect(await rejection(request)).to.have.property('name', 'DataCloneError');
  });

  it('reports that the adapter’s end of the port was closed', async () => {
    const {addPort, listener} = openLink();
    const adapter = addPort();
    if (!('onclose' in MessagePort.prototype)) return;
    adapter.disconnect();
    await until(() => listener.onLost.calledWith('adapter-gone'));
  });
});
