import {expect} from '@open-wc/testing';
import {type AdapterOptions, type ContactCenter, SimulatedAdapter} from '../../../src/simulator.js';
import {cloneable, fc} from '../../support/check.js';
import {channelOf, freshName} from '../../support/client.js';
import {atEnd} from '../../support/lifecycle.js';
import {addFrame, OTHER_ORIGIN} from '../../support/places.js';
import {rejection, turn, until} from '../../support/time.js';
import {quietCentre} from '../centre.js';
import {WireClient} from '../wire-client.js';

/** Starts an adapter. The adapter stops at the end of the test. */
function adapterOf(centre: ContactCenter, options: AdapterOptions = {}): SimulatedAdapter {
  const adapter = new SimulatedAdapter(centre, {announces: [], ...options});
  adapter.start();
  atEnd(() => {
    adapter.stop();
  });
  return adapter;
}

const freshClient = (self?: Window): WireClient => new WireClient(channelOf(freshName()), self);

/** Connects a client to a contact centre in this window. */
async function connected(options?: AdapterOptions) {
  const quiet = quietCentre();
  const adapter = adapterOf(quiet.centre, options);
  const client = freshClient();
  client.askToConnect();
  await client.invited();
  await client.settled();
  return {...quiet, adapter, client};
}

describe('the simulated adapter', () => {
  describe('connects', () => {
    it('a client that asks', async () => {
      const {client} = await connected();
      expect(client.invitations).to.equal(1);
    });

    it('a client that was loaded earlier, in the same window, without being asked', async () => {
      const client = freshClient();
      adapterOf(quietCentre().centre, {announces: [client.channel]});
      await client.invited();
      await client.settled();
    });

    it('a client in a reachable frame, without being asked', async () => {
      const frame = await addFrame('about:blank');
      const client = freshClient(frame.contentWindow!);
      adapterOf(quietCentre().centre, {announces: [client.channel]});
      await client.invited();
      await client.settled();
    });

    it('a client in the parent window, if the adapter lives in a frame', async () => {
      const frame = await addFrame('about:blank');
      const client = freshClient();
      adapterOf(quietCentre().centre, {window: frame.contentWindow!});
      client.askToConnect(frame.contentWindow!);
      await client.invited();
      await client.settled();
    });

    it('no client twice', async () => {
      const {client} = await connected();
      client.askToConnect();
      client.askToConnect();
      await turn();
      await client.settled();
      expect(client.invitations).to.equal(1);
    });

    it('a client again after its disconnect', async () => {
      const {client} = await connected();
      client.send('disconnect');
      // Ask several times. `asking_connect` goes to the window, and `disconnect` goes through the port, so
      // `asking_connect` can arrive first. Then the window is still a client, and gets no answer.
      for (let turns = 0; client.invitations < 2 && turns < 1000; turns++) {
        if (turns % 100 === 0) client.askToConnect();
        await turn();
      }
      expect(client.invitations).to.equal(2);
      await client.settled();
    });

    it('a client that asked twice before it answered, on the newer port', async () => {
      const client = freshClient();
      client.askToConnect();
      client.askToConnect();
      adapterOf(quietCentre().centre);
      await client.invited(2);
      await client.settled();
    });

    it('clients on every channel of the APIs that it serves, and on no other channel', async () => {
      adapterOf(quietCentre().centre);
      const [one, other] = [freshClient(), freshClient()];
      const sister = new WireClient(`presence_api_plugin_${freshName()}`);
      for (const client of [sister, one, other]) client.askToConnect();
      await one.invited();
      await other.invited();
      await one.settled();
      await other.settled();
      expect(sister.invitations).to.equal(0);
    });

    it('a client with its host id, if it has one; it ignores requests with another host id', async () => {
      const {client} = await connected({hostId: 'host7'});
      expect(client.received).to.include('connected:host7');
      expect(await client.request('isMasterPage', undefined, 'host7')).to.equal(true);
      const id = client.sendRequest('isMasterPage', undefined, 'other');
      await client.settled();
      expect(client.received).to.not.deep.include({id, response: true});
    });

    it('no client after it has stopped, and sends disconnect when it stops', async () => {
      const {adapter, client} = await connected();
      adapter.stop();
      await until(() => client.received.includes('disconnect'));
      client.askToConnect();
      await turn();
      expect(client.invitations).to.equal(1);
    });
  });

  describe('sends', () => {
    it('interaction events, in order', async () => {
      const {centre, client} = await connected();
      client.takeEvents();
      const id = centre.offerCall({ani: '9250000111'});
      centre.answer(id);
      await client.settled();
      expect(client.received[0])
        .to.have.property('event')
        .that.deep.includes({objectId: 'interactionApi', name: 'interactionEvent'});
      expect(client.received[0]).to.have.nested.property('event.data.payload.callData.interactionId', id);
      expect(client.takeEvents()).to.deep.equal(['callStarted', 'callAccepted']);
    });

    it('the missed events to a client that connects during a call', async () => {
      const {centre} = quietCentre();
      adapterOf(centre);
      centre.answer(centre.offerCall({ani: '9250000111'}));
      const client = freshClient();
      client.askToConnect();
      await client.invited();
      await client.settled();
      expect(client.takeEvents()).to.deep.equal(['callStarted', 'callAccepted']);
    });

    it('the missed events to the new client only', async () => {
      const {centre, client} = await connected();
      centre.offerCall({ani: '9250000111'});
      const late = freshClient();
      late.askToConnect();
      await late.invited();
      await late.settled();
      await client.settled();
      expect(client.takeEvents()).to.deep.equal(['callStarted']);
    });

    it('WebSocket events to the clients that subscribed to them', async () => {
      const {centre, client} = await connected();
      const other = freshClient();
      other.askToConnect();
      await other.invited();
      await client.request('updateWebSocketSubscriptions', ['29', '4']);
      await other.settled();
      client.takeEvents();
      other.takeEvents();
      centre.emitWsEvent({id: '29', payload: {ready: 1}, context: {eventReason: 'X'}});
      centre.emitWsEvent({id: '15'});
      await client.settled();
      await other.settled();
      expect(client.received[0]).to.have.nested.property('event.name', 'webSocketEvent');
      expect(client.received[0]).to.have.nested.property('event.data.payload.ready', 1);
      expect(client.received[0]).to.have.nested.property('event.data.context.eventReason', 'X');
      expect(client.takeEvents()).to.deep.equal(['29']);
      expect(other.takeEvents()).to.be.empty;
      await client.request('updateWebSocketSubscriptions', []);
      client.takeEvents();
      centre.emitWsEvent({id: '29'});
      await client.settled();
      expect(client.takeEvents()).to.be.empty;
    });
  });

  describe('answers', () => {
    it('a method of the Interaction API, with null if there is no result', async () => {
      const {centre, client} = await connected();
      const interactionId = centre.offerCall({ani: '9250000111'});
      centre.answer(interactionId);
      expect(await client.request('getCav', {interactionId})).to.deep.include({
        id: '102',
        group: 'Call',
        name: 'ANI',
        value: '9250000111',
      });
      expect(await client.request('sendDtmf', {char: '1'})).to.equal(null);
    });

    it('a refusal with its code', async () => {
      const {client} = await connected();
      expect(await rejection(client.request('getCav', {interactionId: 'X'}))).to.include({
        errorCode: 'InteractionNotFound',
      });
    });

    it('a method that does not exist, with “Not Implemented”', async () => {
      const {client} = await connected();
      for (const method of ['noSuchMethod', 'toString', '__proto__']) {
        expect(await rejection(client.request(method))).to.equal(`Not Implemented: ${method}`);
      }
    });

    it('getApplicationContext and isMasterPage', async () => {
      const {client} = await connected({isMasterPage: () => false});
      expect(await client.request('getApplicationContext')).to.include({
        agentId: '3001207',
        tenantId: '421',
        apiBaseURL: 'https://simulator.invalid',
      });
      expect(await client.request('isMasterPage')).to.equal(false);
    });

    it('on every port of the channel; a client recognizes its answers by their ids', async () => {
      const {centre, client} = await connected();
      const frame = await addFrame('about:blank');
      const other = new WireClient(client.channel, frame.contentWindow!);
      other.askToConnect(window);
      await other.invited();
      await other.settled();
      const stranger = freshClient();
      stranger.askToConnect();
      await stranger.invited();
      await stranger.settled();
      const id = client.sendRequest('getCav', {interactionId: centre.offerCall({ani: '9250000111'})});
      await client.settled();
      for (const one of [other, stranger]) await one.settled();
      const answers = ({received}: WireClient) => received.filter((it) => (it as {id?: string}).id === id);
      expect(answers(client)).to.have.lengthOf(1);
      expect(answers(other)).to.deep.equal(answers(client));
      expect(answers(stranger)).to.be.empty;
      // Disconnect one client, and check that the other client still gets answers.
      other.send('disconnect');
      expect(await client.request('isMasterPage')).to.equal(true);
    });

    it('a thousand requests at once, each once and in order', async () => {
      const {client} = await connected();
      const ids = Array.from({length: 1000}, () => client.sendRequest('isMasterPage'));
      await client.settled();
      const answered = (client.received as {id: string}[]).map(({id}) => id).filter((id) => ids.includes(id));
      expect(answered).to.deep.equal(ids);
    });
  });

  it('handles click2dial and objectVisited', async () => {
    const {centre, client} = await connected();
    const event = (name: string, data: unknown) => {
      client.send({event: {objectId: 'interactionApi', name, data}});
    };
    event('objectVisited', {crmObject: {id: '456', isWhat: true}});
    event('click2dial', {click2DialData: {clickToDialNumber: '9250000111', preselectedCampaignName: 'Support'}});
    await client.settled();
    expect(centre.state().visitedObjects.map(({id}) => id)).to.deep.equal(['456']);
    expect(centre.state().interactions[0]?.data).to.include({number: '9250000111', campaignName: 'Support'});
  });

  describe('under faults', () => {
    it('disconnects when the link drops, and connects again by itself', async () => {
      const {centre, client} = await connected();
      centre.inject({fault: 'drop-link'});
      await until(() => client.received.includes('disconnect'));
      client.askToConnect();
      await turn();
      expect(client.invitations).to.equal(1);
      centre.inject({fault: 'restore-link'});
      await client.invited(2);
      await client.settled();
    });

    it('sends no disconnect if the fault is silent', async () => {
      const {centre, client} = await connected();
      client.received.splice(0);
      centre.inject({fault: 'drop-link', silent: true});
      client.sendRequest('isMasterPage');
      await turn();
      await turn();
      expect(client.received).to.be.empty;
    });

    it('loses one answer', async () => {
      const {centre, client} = await connected();
      centre.inject({fault: 'lost-reply', method: 'isMasterPage'});
      const lost = client.sendRequest('isMasterPage');
      await client.settled();
      expect(client.received).to.not.deep.include({id: lost, response: true});
    });

    it('answers late', async () => {
      const {centre, clock, client} = await connected();
      centre.inject({fault: 'latency', ms: 1000});
      client.received.splice(0);
      const answered = client.request('isMasterPage');
      await until(() => clock.waiting === 1);
      await turn();
      expect(client.received).to.be.empty;
      clock.advance(1000);
      expect(await answered).to.equal(true);
    });
  });

  it('ignores garbage on window and port', async () => {
    const {centre, client} = await connected();
    const before = JSON.stringify(centre.state());
    const errors: unknown[] = [];
    const note = (event: ErrorEvent | PromiseRejectionEvent) =>
      errors.push('error' in event ? event.error : event.reason);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    atEnd(() => {
      removeEventListener('error', note);
      removeEventListener('unhandledrejection', note);
    });
    const garbage = fc.oneof(
      cloneable,
      fc.record({iframeName: fc.constant(client.channel), sender: cloneable, message: cloneable}),
      // Messages that are similar to requests and events, but not valid.
      fc
        .record({id: cloneable, event: fc.record({name: cloneable, data: cloneable}), hostId: cloneable})
        .map((message) => client.envelope(message)),
    );
    await fc.assert(
      fc.asyncProperty(garbage, async (data) => {
        window.postMessage(data, '*');
        client.sendRaw(data);
        await client.settled();
      }),
      {numRuns: 300},
    );
    expect(JSON.stringify(centre.state())).to.equal(before);
    expect(errors).to.be.empty;
  });

  for (const [where, origin] of [
    ['of the same origin', location.origin],
    ['of another origin', OTHER_ORIGIN],
  ]) {
    it(`serves the page around its frame ${where}`, async () => {
      const client = new WireClient('intrx_plugin_');
      await addFrame(`${origin}/test/pages/simulator.html`);
      await client.invited();
      expect(await client.request('getApplicationContext')).to.include({agentId: '3001207'});
      client.send('disconnect');
    });
  }
});
