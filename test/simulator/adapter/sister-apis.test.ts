/**
 * The messages of the CRM SDK's other APIs on the wire, between the simulated adapter and clients that are written by
 * hand from the description of the protocol.
 */
import {expect} from '@open-wc/testing';
import {type ContactCenterInit, SimulatedAdapter} from '../../../src/simulator.js';
import type {AskedApi} from '../../../src/simulator/contact-center/page/page-asker.js';
import {freshName} from '../../support/client.js';
import {atEnd, untilEnd} from '../../support/lifecycle.js';
import {addFrame} from '../../support/places.js';
import {rejection, turn, until, watch} from '../../support/time.js';
import {quietCentre} from '../centre.js';
import {WireClient} from '../wire-client.js';

const PREFIXES: Record<AskedApi, string> = {
  crmApi: 'crm_api_plugin_',
  hookApi: 'hook_api_plugin_',
  customComponentsApi: 'cust_comp_plugin_',
  applicationApi: 'app_api_plugin_',
  customMethodsApi: 'custom_methods_api_',
  sfNativeApi: 'sf_native_api_plugin_',
};

/** Starts an adapter in this window. */
function adapterHere(init: ContactCenterInit = {}) {
  const quiet = quietCentre(init);
  const adapter = new SimulatedAdapter(quiet.centre, {announces: [], clock: quiet.clock});
  adapter.start();
  atEnd(() => {
    adapter.stop();
  });
  return {...quiet, adapter};
}

/** An answer of a client; `null` if the client never answers. */
type WireAnswer = {response: unknown} | {error: unknown} | null;

/** A client that answers the adapter. Questions without an answer get the text of a method that is not registered. */
async function connect(api: AskedApi, answers: Record<string, WireAnswer> = {}, name = freshName(), self?: Window) {
  const client = new WireClient(PREFIXES[api] + name, self, api);
  client.listener = (message) => {
    const {id, request} = message as {id?: string; request?: {attrName: string}};
    if (!request) return;
    const {attrName} = request;
    const answer = attrName in answers ? answers[attrName] : {error: `Not Implemented: ${attrName}`};
    if (answer) client.send({id, ...answer});
  };
  client.askToConnect(window);
  await client.invited();
  /** Waits for a question. Returns the request. */
  const asked = async (method: string) => {
    const find = () => client.requests.map(({request}) => request).findLast(({attrName}) => attrName === method);
    await until(find, `the question ${method}`);
    return find()!;
  };
  /** Waits for a number of events. Returns the messages. */
  const events = async (count: number) => {
    const all = () => client.received.filter((it) => 'event' in Object(it)) as {event: Record<string, unknown>}[];
    await until(() => all().length >= count, `${count} events`);
    return all();
  };
  const methods = (): string[] => client.requests.map(({request}) => request.attrName);
  return {client, asked, methods, events};
}

describe('the simulated adapter, on the channels of the other APIs,', () => {
  it('asks getAdtConfig without arguments as soon as the client has connected', async () => {
    adapterHere();
    const {client} = await connect('crmApi');
    const {id, ...rest} = await client.nextRequest();
    expect(id).to.be.a('string');
    expect(rest).to.deep.equal({request: {objectId: 'crmApi', verb: 'post', attrName: 'getAdtConfig'}});
  });

  it('asks search and pops the answer', async () => {
    const {centre} = adapterHere();
    const crmObject = {
      id: '123',
      label: 'Contact',
      name: 'Joe',
      isWho: true,
      isWhat: false,
      fields: [{displayName: 'Company', value: 'ABC'}],
    };
    const page = await connect('crmApi', {search: {response: {crmObjects: [crmObject]}}});
    await page.asked('getAdtConfig');
    centre.offerCall({ani: '9250000111'});
    const search = await page.asked('search');
    expect(search).to.have.all.keys('objectId', 'verb', 'attrName', 'args');
    expect(search.args).to.have.nested.property('interactionData.ani', '9250000111');
    expect(search.args).to.include({interactionType: 'Call'});
    const pop = await page.asked('screenPop');
    expect(pop.args).to.have.all.keys('interactionType', 'interactionData', 'crmObject');
    expect(pop.args).to.deep.include({crmObject});
  });

  it('asks a hook with its parameters as args, and follows the answer', async () => {
    const {centre} = adapterHere();
    const status = {statusCode: 'Confirmation', message: 'Sure?', messageHeader: 'Please confirm'};
    const page = await connect('hookApi', {beforeDisposition: {response: {status}}});
    const clients = (): number => centre.state().questions.length;
    const id = centre.offerCall({ani: '9250000111'});
    centre.answer(id);
    centre.hangUp(id);
    await until(() => clients() || centre.searchAgain(id), 'the client');
    watch(Promise.resolve(centre.dispose(id, '3558')));
    const request = await page.asked('beforeDisposition');
    await until(() => centre.state().dialogs.length, 'the question to the agent');
    expect(request).to.deep.include({objectId: 'hookApi', verb: 'post', attrName: 'beforeDisposition'});
    expect(request.args).to.have.all.keys('dispositionId', 'interactionType', 'interactionData');
    expect(request.args).to.include({dispositionId: 3558, interactionType: 'Call'});
    expect(centre.state().dialogs).to.deep.equal([
      {id: 1, header: 'Please confirm', message: 'Sure?', interactionId: id},
    ]);
  });

  it('asks for own controls, and reports their use', async () => {
    const {centre} = adapterHere();
    const page = await connect('customComponentsApi', {getCustomComponents: {response: '<adt-components/>'}});
    expect(await page.asked('getCustomComponents')).to.deep.equal({
      objectId: 'customComponentsApi',
      verb: 'post',
      attrName: 'getCustomComponents',
    });
    await until(() => centre.state().customComponents === '<adt-components/>', 'the controls');
    const id = centre.offerCall({ani: '9250000111'});
    centre.useComponent({callback: 'onVerify', name: 'button3'});
    const [message] = await page.events(1);
    const {interactions} = centre.state();
    expect(message).to.deep.equal({
      event: {
        objectId: 'customComponentsApi',
        name: 'componentEvent',
        data: {
          callbackName: 'onVerify',
          payload: {name: 'button3', value: '', interactionType: 'Call', interactionData: interactions[0]!.data},
        },
      },
    });
    expect(interactions[0]!.id).to.equal(id);
  });

  it('answers the Application API, and reports the state of the login', async () => {
    const {centre} = adapterHere();
    const page = await connect('applicationApi');
    expect(await page.events(2)).to.deep.equal([
      {event: {objectId: 'applicationApi', name: 'sessionInitialized', data: undefined}},
      {event: {objectId: 'applicationApi', name: 'loginStateChanged', data: {state: 'WORKING'}}},
    ]);
    expect(await page.client.request('getConfig')).to.deep.equal({timezone: 'America/Los_Angeles', lang: 'en'});
    expect(await page.client.request('showErrorMessage', {msgText: 'm'})).to.equal(null);
    expect(centre.state().messages).to.deep.equal(['m']);
    expect(await page.client.request('hideErrorMessage', {msgText: 'm'})).to.equal(null);
    expect(centre.state().messages).to.deep.equal([]);
    expect(await rejection(page.client.request('notify'))).to.equal('Not Implemented: notify');
    centre.setLoginState('SELECT_SKILLS');
    expect(await rejection(page.client.request('getConfig'))).to.deep.equal({
      errorCode: 'Generic',
      errorMessage: 'The login state is SELECT_SKILLS, but WORKING is required.',
    });
  });

  it('calls custom methods of the page, and answers custom methods', async () => {
    const {centre} = adapterHere();
    const page = await connect('customMethodsApi', {_callCustomMethod: {response: 7}});
    expect(await page.client.request('_callCustomMethod', {methodName: 'other'})).to.equal(null);
    expect(await centre.callCustomMethod('getValue', {a: 1})).to.equal(7);
    expect(await page.asked('_callCustomMethod')).to.deep.equal({
      objectId: 'customMethodsApi',
      verb: 'post',
      attrName: '_callCustomMethod',
      args: {methodName: 'getValue', argument: {a: 1}},
    });
    centre.registerCustomMethods({double: (it) => Promise.resolve(Number(it) * 2)});
    expect(await page.client.request('_callCustomMethod', {methodName: 'double', argument: 4})).to.equal(8);
  });

  it('takes the three events of the CRM API', async () => {
    const {centre} = adapterHere();
    const {client} = await connect('crmApi');
    const send = (name: string, data: unknown): void => {
      client.send({event: {objectId: 'crmApi', name, data}});
    };
    send('objectVisited', {crmObject: {id: '456', label: 'Case', name: 'Microwave', isWho: false, isWhat: true}});
    send('suggestedNumbers', {suggestedNumbers: [{clickToDialNumber: '9250000111'}]});
    send('click2dial', {click2DialData: {clickToDialNumber: '9250000111'}});
    await until(() => centre.state().interactions.length, 'the call');
    const {visitedObjects, suggestedNumbers} = centre.state();
    expect(visitedObjects).to.deep.include.members([
      {id: '456', label: 'Case', name: 'Microwave', isWho: false, isWhat: true},
    ]);
    expect(suggestedNumbers).to.deep.equal([{clickToDialNumber: '9250000111'}]);
  });

  it('answers requests to the CRM API, which has none, with “Not Implemented”', async () => {
    adapterHere();
    const {client} = await connect('crmApi');
    expect(await rejection(client.request('search'))).to.equal('Not Implemented: search');
  });

  it('connects to clients that were there before, without being asked', async () => {
    const clients = (Object.keys(PREFIXES) as AskedApi[]).map((api) => new WireClient(PREFIXES[api], undefined, api));
    const {centre} = quietCentre();
    const adapter = new SimulatedAdapter(centre);
    adapter.start();
    atEnd(() => {
      adapter.stop();
    });
    for (const client of clients) await client.invited();
  });

  it('asks every frame on every channel of an API, and flags a second answer', async () => {
    const {centre} = adapterHere();
    const answers = {search: {response: {crmObjects: []}}};
    const frame = await addFrame('about:blank');
    const name = freshName();
    const pages = [
      await connect('crmApi', answers, name),
      await connect('crmApi', answers, name, frame.contentWindow!),
      await connect('crmApi', answers, freshName()),
    ];
    for (const {asked} of pages) await asked('getAdtConfig');
    centre.offerCall({ani: '9250000111'});
    const question = () => centre.state().questions.find(({method}) => method === 'search')!;
    await until(() => question().answers === 3, 'three answers');
    expect(question()).to.include({asked: 3, outcome: 'answered'});
    for (const {methods} of pages) expect(methods().filter((method) => method === 'search')).to.have.lengthOf(1);
  });

  it('uses the answer of a page if another page on another channel has gone away', async () => {
    const {centre, live} = adapterHere();
    const gone = await connect('crmApi', {search: null});
    const page = await connect('crmApi', {search: null});
    for (const {asked} of [gone, page]) await asked('getAdtConfig');
    centre.offerCall({ani: '9250000111'});
    await page.asked('search');
    gone.client.send('disconnect');
    await turn();
    const {id} = page.client.requests.findLast(({request}) => request.attrName === 'search')!;
    page.client.send({id, response: {crmObjects: [{id: '5'}]}});
    await until(() => live()[0]!.search === 'done', 'the end of the search');
    expect(live()[0]!.searchResults).to.deep.equal([{id: '5'}]);
  });

  it('asks a page again that has connected twice, because the first question may be lost', async () => {
    const {centre} = adapterHere();
    const client = new WireClient(PREFIXES.crmApi + freshName(), undefined, 'crmApi');
    client.askToConnect();
    client.askToConnect();
    await client.invited(2);
    await until(() => client.requests.some(({request}) => request.attrName === 'getAdtConfig'), 'the question');
    const last = client.requests.findLast(({request}) => request.attrName === 'getAdtConfig')!;
    client.send({id: last.id, response: {providerName: 'Demo'}});
    await until(() => centre.state().adtConfig, 'the settings');
  });

  describe('if a window answers on a second port,', () => {
    /** Gives this window two ports of the adapter, on which it has not answered. */
    async function withTwoPorts() {
      const quiet = adapterHere();
      const channel = PREFIXES.crmApi + freshName();
      const envelope = (sender: string, message: unknown): object => ({iframeName: channel, sender, message});
      const ports: {port: MessagePort; searches: string[]}[] = [];
      const keep = ({data, ports: [port]}: MessageEvent<{iframeName?: string} | null>): void => {
        if (!port || data?.iframeName !== channel) return;
        const searches: string[] = [];
        port.onmessage = ({data: {message}}: MessageEvent<{message: {id: string; request?: {attrName: string}}}>) => {
          if (message.request?.attrName === 'search') searches.push(message.id);
        };
        ports.push({port, searches});
      };
      addEventListener('message', keep, {signal: untilEnd()});
      for (let time = 0; time < 2; time++) postMessage(envelope('page 1', 'asking_connect'));
      await until(() => ports.length === 2, 'two ports');
      const [first, second] = ports;
      const send = ({port}: {port: MessagePort}, sender: string, message: unknown): void => {
        port.postMessage(envelope(sender, message));
      };
      send(first!, 'page 1', 'connected:');
      await until(() => quiet.centre.state().connectedPages.crmApi, 'the connection');
      quiet.centre.offerCall({ani: '9250000111'});
      await until(() => first!.searches[0], 'the question');
      return {...quiet, first: first!, second: second!, send, id: first!.searches[0]!};
    }

    for (const answering of ['first', 'second'] as const) {
      it(`asks the open question there too, and uses the answer on the ${answering} port`, async () => {
        const {centre, live, first, second, send, id} = await withTwoPorts();
        send(second, 'page 1', 'connected:');
        await until(() => second.searches.length, 'the question on the second port');
        expect(second.searches).to.deep.equal([id]);
        const port = {first, second}[answering];
        send(port, 'page 1', {id, response: {crmObjects: [{id: '5'}]}});
        await until(() => live()[0]!.search === 'done', 'the end of the search');
        expect(live()[0]!.searchResults).to.deep.equal([{id: '5'}]);
        expect(centre.state().questions.filter(({method}) => method === 'search')).to.have.lengthOf(1);
      });
    }

    it('ends the question if another page is in the window now', async () => {
      const {live, second, send} = await withTwoPorts();
      send(second, 'page 2', 'connected:');
      await until(() => live()[0]!.search === 'failed', 'the end of the search');
      expect(live()[0]!.searchError).to.equal('search: the page went away before it answered.');
    });
  });

  it('ends a question when the only page is gone', async () => {
    const {centre, live} = adapterHere();
    const page = await connect('crmApi', {search: null});
    await page.asked('getAdtConfig');
    centre.offerCall({ani: '9250000111'});
    await page.asked('search');
    page.client.send('disconnect');
    await until(() => live()[0]!.search === 'failed', 'the end of the search');
    expect(live()[0]!.searchError).to.equal('search: the page went away before it answered.');
  });
});
