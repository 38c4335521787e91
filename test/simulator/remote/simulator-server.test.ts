import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import type {RemoteRequest} from '../../../src/simulator.js';
import {RequestQueue} from '../../../src/simulator/remote/request-queue.js';
import {rejection, until} from '../../support/time.js';
import {SimulatorServer} from '../../../src/simulator/remote/simulator-server.js';

describe('requests to a served contact centre', () => {
  it('reach the server together, also if JSON cannot represent the data of one of them', async () => {
    const received: RemoteRequest[] = [];
    sinon.stub(window, 'fetch').callsFake((_input, init) => {
      const requests = JSON.parse(init?.body as string) as RemoteRequest[];
      received.push(...requests);
      return Promise.resolve(new Response(requests.map(({id}) => `{"id":"${id}","result":"${id}"}\n`).join('')));
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

    expect(results).to.deep.equal(received.map(({id}) => id));
    expect(new Set(results).size, 'each request has an id of its own').to.equal(3);
    expect(received.map(({id: _, ...request}) => request)).to.deep.equal([
      {method: 'getCav', params: {interactionId: '7'}},
      {notice: 'objectVisited', data: {crmObject: {self: null}}},
      {method: 'isMasterPage'},
    ]);
  });

  it('reach the server in order, also if the response to earlier requests breaks', async () => {
    const posts: {methods: string[]; respond: (response: Response) => void; fail: (error: Error) => void}[] = [];
    const queue = new RequestQueue(
      (requests) =>
        new Promise((resolve, reject) => {
          posts.push({
            methods: requests.map((request) => ('method' in request ? request.method : 'other')),
            respond: resolve,
            fail: reject,
          });
        }),
    );
    let breakFirst!: (error: Error) => void;
    const body = new ReadableStream({
      start: (controller) => {
        breakFirst = (error) => controller.error(error);
      },
    });
    const first = rejection(queue.send({method: 'first'}));
    await until(() => posts.length === 1);
    posts[0]!.respond(new Response(body));
    const second = rejection(queue.send({method: 'second'}));
    await until(() => posts.length === 2);
    const third = rejection(queue.send({method: 'third'}));
    breakFirst(new Error('broken'));
    expect(String(await first)).to.contain('cannot be reached');
    expect(posts.map(({methods}) => methods)).to.deep.equal([['first'], ['second']]);
    posts[1]!.fail(new Error('no server'));
    await second;
    await until(() => posts.length === 3);
    posts[2]!.respond(new Response('', {status: 500}));
    await third;
    expect(posts.map(({methods}) => methods)).to.deep.equal([['first'], ['second'], ['third']]);
  });
});
