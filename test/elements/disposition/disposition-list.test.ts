import {expect} from '@open-wc/testing';
import {DispositionList} from '../../../src/elements/disposition/disposition-list.js';
import type {Interaction} from '../../../src/service/interactions.js';
import type {InteractionService} from '../../../src/service/interaction-service.js';
import {LIST} from './disposition-stage.js';

const interaction = (id: string): Interaction => ({id, type: 'Call'}) as Interaction;

/** Returns a fake service, and the requests to this service, which the test answers. */
function fakeService() {
  const requests: {id: string; reply: (list: unknown) => void; refuse: (error: Error) => void}[] = [];
  const service = {
    fetchOnce: (_method: string, {id}: Interaction) =>
      new Promise((resolve, reject) => {
        requests.push({id, reply: resolve, refuse: reject});
      }),
  } as unknown as InteractionService;
  return {service, requests};
}

/** Returns a list, the results of its requests, and a fake service for the list. */
function openList() {
  const results: Promise<unknown>[] = [];
  const list = new DispositionList((request) => {
    results.push(request().catch(() => 'failed'));
  });
  const {service, requests} = fakeService();
  return {list, results, service, requests};
}

describe('DispositionList', () => {
  it('requests the list of an interaction once', async () => {
    const {list, results, service, requests} = openList();
    list.setInteraction('A');
    list.load(service, interaction('A'));
    list.load(service, interaction('A'));
    expect(list.dispositions).to.equal(undefined);
    requests[0]!.reply(LIST);
    await Promise.all(results);
    list.load(service, interaction('A'));
    expect(list.dispositions).to.deep.equal(LIST);
    expect(requests).to.have.lengthOf(1);
  });

  it('requests the list again after an error only when that is allowed', async () => {
    const {list, results, service, requests} = openList();
    list.setInteraction('A');
    list.load(service, interaction('A'));
    requests[0]!.refuse(new Error('No.'));
    await Promise.all(results);
    list.load(service, interaction('A'));
    expect(requests).to.have.lengthOf(1);
    expect(list.isRequested).to.be.true;
    list.allowRequest();
    expect(list.isRequested).to.be.false;
    list.load(service, interaction('A'));
    expect(requests).to.have.lengthOf(2);
  });

  it('ignores the reply for an interaction that was replaced', async () => {
    const {list, results, service, requests} = openList();
    list.setInteraction('A');
    list.load(service, interaction('A'));
    list.setInteraction('B');
    list.load(service, interaction('B'));
    requests[1]!.reply([LIST[1]]);
    requests[0]!.reply(LIST);
    await Promise.all(results);
    expect(list.dispositions).to.deep.equal([LIST[1]]);
  });

  it('contains only dispositions with a text as id and name, for any answer of the adapter', async () => {
    for (const [reply, expected] of [
      [null, []],
      ['text', []],
      [[null, 1, LIST[0]], [LIST[0]]],
      [
        [{id: 5, name: 7}, {id: 6}, {name: 'Without an id'}],
        [
          {id: '5', name: '7'},
          {id: '6', name: '6'},
        ],
      ],
    ]) {
      const {list, results, service, requests} = openList();
      list.setInteraction('A');
      list.load(service, interaction('A'));
      requests[0]!.reply(reply);
      await Promise.all(results);
      expect(list.dispositions).to.deep.equal(expected);
    }
  });

  it('finds dispositions by id and by name', async () => {
    const {list, results, service, requests} = openList();
    list.setInteraction('A');
    list.load(service, interaction('A'));
    requests[0]!.reply(LIST);
    await Promise.all(results);
    expect(list.find('3559')).to.deep.equal(LIST[2]);
    expect(list.find('')).to.equal(undefined);
    expect(list.find('unknown'), 'the id is the name').to.deep.equal({id: 'unknown', name: 'unknown'});
    expect(list.idOf('Busy')).to.equal('3559');
    expect(list.idOf('unknown')).to.equal('');
  });
});
