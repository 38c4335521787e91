import {expect} from '@open-wc/testing';
import type {Connection, Transport} from '../../src/interaction-api.js';
import {AdapterIdentity, type IdentifyingTransport} from '../../src/service/adapter-identity.js';
import {isLive} from '../../src/service/index.js';
import {channelOf} from '../support/client.js';
import {allHandled, connectService, freshId, sendCallEvent, type ServiceLine} from '../support/service.js';
import {until} from '../support/time.js';

const CONNECTED: Connection = {status: 'connected', origin: 'https://a.example'};
const OTHER_ORIGIN: Connection = {status: 'connected', origin: 'https://b.example'};

const inWindow = (adapterWindow: object | undefined): IdentifyingTransport =>
  ({adapterWindow}) as unknown as Transport & IdentifyingTransport;

describe('the identity of an adapter', () => {
  const [one, two] = [{}, {}];
  for (const [relation, first, second] of [
    ['same', [one, CONNECTED], [one, CONNECTED]],
    ['other frame', [one, CONNECTED], [two, CONNECTED]],
    ['other origin', [one, CONNECTED], [one, OTHER_ORIGIN]],
    ['other origin', [one, CONNECTED], [two, OTHER_ORIGIN]],
    ['same', [one, CONNECTED], [undefined, CONNECTED]],
    ['same', [undefined, CONNECTED], [two, CONNECTED]],
  ] as const) {
    it(`is ${relation} for ${first[1].origin} and then ${second[1].origin}`, () => {
      const identity = new AdapterIdentity();
      expect(identity.connect(inWindow(first[0]), first[1])).to.equal('same');
      expect(identity.connect(inWindow(second[0]), second[1])).to.equal(relation);
    });
  }
});

describe('the interactions of an adapter', () => {
  async function inCall(line: ServiceLine): Promise<string> {
    const interactionId = freshId();
    await sendCallEvent(line, 'callAccepted', {interactionId});
    await allHandled(line);
    expect(line.service.current?.id).to.equal(interactionId);
    return interactionId;
  }

  async function restart({adapter, name, service}: ServiceLine): Promise<void> {
    const connections = adapter.all('connected').length;
    await adapter.mute();
    await adapter.disconnect();
    await until(() => !service.connected);
    await adapter.start({channel: channelOf(name), announces: true});
    await adapter.receives('connected', connections + 1);
    await until(() => service.connected);
  }

  const agent = (agentId: unknown): {response: unknown} => ({response: {agentId, tenantId: 1}});

  it('stay if the same adapter reloads', async () => {
    const line = await connectService();
    await line.adapter.reply('getApplicationContext', agent(7), agent('7'));
    const interactionId = await inCall(line);
    await restart(line);
    await allHandled(line);
    expect(line.service.current?.id).to.equal(interactionId);
  });

  it('go if the adapter has the session of another agent', async () => {
    const line = await connectService();
    await line.adapter.reply('getApplicationContext', agent(7), agent(8));
    const interactionId = await inCall(line);
    await restart(line);
    await until(() => !line.service.interactions.some(isLive));
    expect(line.service.interaction(interactionId)).to.equal(undefined);
    await sendCallEvent(line, 'callStarted', {interactionId});
    expect(line.service.interaction(interactionId), 'a new call with this id').to.include({replayed: false});
  });

  it('stay unknown while the service is closed, and come back with the same adapter', async () => {
    const line = await connectService();
    const {service, adapter} = line;
    const interactionId = await inCall(line);
    service.close();
    expect(service.current).to.equal(undefined);
    expect(service.interactions).to.deep.equal([]);
    service.api;
    await adapter.receives('connected', 2);
    await until(() => service.connected);
    expect(service.current?.id).to.equal(interactionId);
  });
});
