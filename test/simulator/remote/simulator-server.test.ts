import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import type {RemoteRequest} from '../../../src/simulator.js';
import {RequestQueue} from '../../../src/simulator/remote/request-queue.js';
import {SimulatorServer} from '../../../src/simulator/remote/simulator-server.js';

describe('requests to a served contact centre', () => {
  it('reach the server together, also if JSON cannot represent the data of one of them', async () => {
    const received: RemoteRequest[] = [];
    sinon.stub(window, 'fetch').callsFake((_input, init) => {
      const requests = JSON.parse(init?.body as string) as RemoteRequest[];
      received.push(...requests);
      return Promise.resolve(new Response(requests.map(({id}) => `{"id":${id},"result":${id}}\n`).join('')));
    });
    const server = new SimulatorServer('https://simulator.invalid');
    const queue = new RequestQueue((requests) => server.send(requests));
    const cyclic: {self?: unknown} = {};
    cyclic.self = cyclic;

    const results = await Promise.all([
      queue.send({method: 'getCav', params: {interactionId: 7n}}),
      queue.send({notice: 'objectVisited', data: {crmObject: cyclic}}),
      queue.send({method: 'isMasterPage'}),
    ]);

    expect(results).to.deep.equal([1, 2, 3]);
    expect(received).to.deep.equal([
      {method: 'getCav', params: {interactionId: '7'}, id: 1},
      {notice: 'objectVisited', data: {crmObject: {self: null}}, id: 2},
      {method: 'isMasterPage', id: 3},
    ]);
  });
});
