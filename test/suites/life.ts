/**
 * Tests calls, chats and e-mails in a simulated Five9 from the offer to the disposition, and the faults that the
 * simulator can inject. The expected behaviour is in the documentation and in the description of the wire protocol.
 * Runs with every client, and with the simulator in every place.
 */
import {expect} from '@open-wc/testing';
import {InteractionApi} from '../../src/interaction-api.js';
import {requestJson, type RestApi, type RestError} from '../../src/rest.js';
import {CrmSdkTransport} from '../../src/transport/crm-sdk/crm-sdk-transport.js';
import {freshName, openClient} from '../support/client.js';
import {atEnd} from '../support/lifecycle.js';
import type {Simulator, SimulatorPlace} from '../support/simulators.js';
import {rejection, turn, until, watch} from '../support/time.js';
import {type Build, SpeakingSdk} from '../support/speaking-sdk.js';
import {DOCUMENTED_EVENTS} from './methods.js';

/** The documented API, in any implementation. */
type Api = InteractionApi;

/** A kind of client. */
export interface ClientKind {
  readonly name: string;
  /** Whether this is the project's own client, which has time limits, abort signals and its own error class. */
  readonly isOurs: boolean;
  /** Returns whether the client has a method. Tests of other methods are left out. */
  has(method: string): boolean;
  open(name: string, origin: string): {api: Api; leave(): void; wait(ms: number): void};
}

export const ourClient: ClientKind = {
  name: 'our client',
  isOurs: true,
  has: () => true,
  open(name, adapterOrigin) {
    const {api} = openClient({name, adapterOrigin});
    return {api, leave: () => api.close(), wait: (ms) => (api.requestTimeout = ms)};
  },
};

export const sdkLike = (build: Build): ClientKind => ({
  name: `a client with the messages of SDK ${build}`,
  isOurs: false,
  has: (method) => method in new SpeakingSdk('', {build, silent: true}).api,
  open(name) {
    const sdk = new SpeakingSdk(name, {build});
    atEnd(() => sdk.unload());
    return {api: sdk.api as unknown as Api, leave: () => sdk.unload(), wait: (ms) => (sdk.requestTimeout = ms)};
  },
});

export const ourClientOverSdk: ClientKind = {
  name: 'our client with an SDK as its transport',
  isOurs: true,
  has: () => true,
  open(name) {
    const sdk = new SpeakingSdk(name);
    const api = new InteractionApi(new CrmSdkTransport(sdk.api));
    const leave = (): void => {
      api.close();
      sdk.unload();
    };
    atEnd(leave);
    return {api, leave, wait: (ms) => (api.requestTimeout = ms)};
  },
};

const CALLER = '9250000111';
const DISPOSITIONS = '/appsvcs/rs/svc/orgs/1/dispositions';
const INTERACTIONS = '/appsvcs/rs/svc/agents/3001207/interactions';

export function describeLife(place: SimulatorPlace, kind: ClientKind): void {
  describe(`${kind.name} and a simulated Five9 ${place.name}`, () => {
    let simulator: Simulator;
    const run = (name: string, ...args: unknown[]): Promise<string> => simulator.run(name, ...args) as Promise<string>;
    const state = () => simulator.run('state') as Promise<{interactions: {id: string; dtmf: string; muted: boolean}[]}>;

    /** Ids of the interactions of earlier tests. A simulator on a server may still send their events. */
    let earlier: string[] = [];
    const isOfThisTest = (params: unknown): boolean => {
      const text = JSON.stringify(params);
      return !earlier.some((id) => text.includes(id));
    };

    before(async () => {
      simulator = await place.open();
    });
    after(() => {
      simulator.close();
    });
    beforeEach(async () => {
      earlier = (await state()).interactions.map(({id}) => id);
      await run('reset');
      // Turn off the automatic answer, because the tests answer the calls.
      await run('configure', {autoAnswerAfter: null});
    });

    /** Opens a connected client, with the events that it has received since the last `receives()`. */
    async function connect(name = freshName()) {
      const {api, leave, wait} = kind.open(name, simulator.origin);
      const received: {name: string; params: Record<string, Record<string, unknown>>}[] = [];
      api.subscribe(
        Object.fromEntries(
          DOCUMENTED_EVENTS.map((event) => [
            event,
            (params: never) => {
              if (isOfThisTest(params)) received.push({name: event, params});
            },
          ]),
        ),
      );
      await api.isMasterPage();
      /** Waits for exactly these events, and returns their parameters. */
      const receives = async (...names: string[]) => {
        await until(
          () => received.length >= names.length,
          `${names.join()}; received ${received.map((it) => it.name).join()}`,
        );
        expect(received.map((it) => it.name)).to.deep.equal(names);
        return received.splice(0).map(({params}) => params);
      };
      return {name, api, leave, wait, received, receives};
    }

    /** Checks that an API call rejects with a documented error. */
    async function refused(promise: Promise<unknown>, errorCode: string): Promise<void> {
      const error = (await rejection(promise)) as Record<string, unknown>;
      expect(error).to.include({errorCode});
      expect(error['errorMessage']).to.be.a('string').that.is.not.empty;
      if (!kind.isOurs) expect(Object.keys(error).sort()).to.deep.equal(['errorCode', 'errorMessage']);
    }

    /** Checks that an API call resolves without a result. On the wire, such a result is `null`. */
    const nothing = async (promise: Promise<unknown>): Promise<void> => {
      expect((await promise) ?? null).to.equal(null);
    };

    /** Checks that no data of a phone call is available. */
    const gone = async (api: Api, interactionId: string): Promise<void> => {
      const ref = {interactionType: 'Call', interactionId} as const;
      await refused(api.getCav({interactionId}), 'InteractionNotFound');
      await refused(api.getDispositions(ref), 'InteractionNotFound');
      await refused(api.setDisposition({...ref, dispositionId: '3558'}), 'InteractionNotFound');
      if (!kind.has('getCrm')) return;
      await refused(api.getCrm({interactionId}), 'InteractionNotFound');
      await refused(api.getNameObjects(ref), 'InteractionNotFound');
      await refused(api.getSearchResults(ref), 'InteractionNotFound');
      await refused(api.openInteraction(ref), 'InteractionNotFound');
    };

    it('an inbound call gets a disposition, and then its data is gone', async () => {
      const {api, received, receives} = await connect();
      const interactionId = await run('offerCall', {ani: CALLER, campaignId: 'Sales', cavs: {'Custom.note': 'hello'}});
      const ref = {interactionType: 'Call', interactionId} as const;
      const [started] = await receives('callStarted');
      expect(Object.keys(started!)).to.deep.equal(['callData']);
      expect(started!['callData']).to.include({interactionId, ani: CALLER, callType: 'INBOUND', campaignName: 'Sales'});
      expect(interactionId).to.match(/^[0-9A-F]{32}$/);
      await run('answer', interactionId);
      expect(await receives('callAccepted')).to.deep.equal([started]);

      const cavs = await api.getCav({interactionId});
      expect(cavs).to.deep.include({id: '641', group: 'Custom', name: 'note', value: 'hello'});
      expect(await api.getCav()).to.deep.equal(cavs);
      const cavList = [
        {id: '641', value: 'test value'},
        {id: '646', value: '1'},
      ];
      await nothing(api.setCav({interactionId, cavList}));
      const after = await api.getCav({interactionId});
      expect(after.find(({id}) => id === '641')?.value).to.equal('test value');
      expect(after.find(({id}) => id === '646')?.value, 'not part of the layout').to.equal('');
      await refused(api.setCav({interactionId, cavList: [{id: '642', value: 'Highest'}]}), 'Generic');
      expect(await api.getDispositions(ref)).to.deep.include({
        id: '3558',
        name: 'Left Voicemail',
        type: 'FINAL',
        flags: [],
      });
      await refused(api.setDisposition({...ref, dispositionId: '3558'}), 'Generic');
      if (kind.has('getCrm')) {
        expect(await api.getCrm({interactionId})).to.deep.include({name: 'number1', value: CALLER});
        expect((await api.getSearchResults(ref)).map(({id}) => id)).to.deep.equal(['123', '789', '456']);
        await nothing(api.openInteraction(ref));
      }
      if (kind.has('sendDtmf')) {
        await nothing(api.sendDtmf({char: '12#'}));
        await refused(api.sendDtmf({char: 'x'}), 'Generic');
        await nothing(api.mute());
        expect((await state()).interactions[0]).to.include({dtmf: '12#', muted: true});
        await nothing(api.unmute());
        expect((await state()).interactions[0]).to.include({muted: false});
      }

      await run('hangUp', interactionId, {by: 'customer'});
      const [ended] = await receives('callEnded');
      expect(ended!['callData']).to.deep.equal(started!['callData']);
      const errorAtFinish = new Promise<unknown>((resolve) => {
        api.subscribe('callFinished', () => resolve(rejection(api.getCav({interactionId}))));
      });
      await nothing(api.setDisposition({...ref, dispositionId: '3558'}));
      await until(() => received.length);
      const [finished] = await receives('callFinished');
      expect(finished!['callLogData']).to.include({dispositionName: 'Left Voicemail'});
      expect(finished!['callData']).to.deep.equal(started!['callData']);
      expect(await errorAtFinish).to.include({errorCode: 'InteractionNotFound'});
      await gone(api, interactionId);
      await gone(api, 'constructor');
    });

    it('a number is dialled from a record, and callAccepted arrives while it rings', async () => {
      const {api, receives} = await connect();
      const crmObject = {id: '789', label: 'Account', name: 'Umbrella', isWho: false, isWhat: true};
      api.click2dial({click2DialData: {clickToDialNumber: CALLER, crmObject, preselectedCampaignName: 'Sales'}});
      const [started] = await receives('callStarted', 'callAccepted');
      expect(started!['callData']).to.include({
        callType: 'MANUAL',
        number: CALLER,
        dnis: CALLER,
        campaignName: 'Sales',
      });
      const {interactionId} = started!['callData'] as {interactionId: string};
      const ref = {interactionType: 'Call', interactionId} as const;
      if (kind.has('sendDtmf')) await refused(api.sendDtmf({char: '1'}), 'Generic');
      if (kind.has('getSelectedRelatedToObject')) {
        expect(await api.getSelectedRelatedToObject(ref)).to.deep.equal(crmObject);
        await nothing(api.getSelectedNameObject(ref));
      }
      await run('remoteAnswer', interactionId);
      await run('hold', interactionId);
      await run('resume', interactionId);
      await run('hangUp', interactionId, {by: 'agent'});
      await receives('callEnded');
      await refused(api.setDisposition({...ref, dispositionId: '3551', timeout: '60'}), 'Generic');
      await nothing(api.setDisposition({...ref, dispositionId: '3560', timeout: '60'}));
      const [finished] = await receives('callFinished');
      expect(finished!['callLogData']).to.deep.include({
        dispositionName: 'Call back later',
        ...(kind.has('objectVisited') && {what: crmObject}),
      });

      // Expect no SDK event, because a refused dial causes only a WebSocket event.
      api.click2dial({click2DialData: {clickToDialNumber: '9255550199'}});
      await api.isMasterPage();
      await receives();
    });

    it('chats and e-mails have the documented events', async () => {
      const {receives} = await connect();
      const chat = await run('offerChat', {from: 'Alice', customFields: [{key: 'a', value: 'b'}]});
      await run('accept', chat);
      await run('end', chat);
      await run('dispose', chat, '3558');
      const [, , ended, finished] = await receives('chatOffered', 'chatAccepted', 'chatEnded', 'chatFinished');
      expect(ended!['chatData']).to.deep.include({interactionId: chat, customFields: [{key: 'a', value: 'b'}]});
      expect(finished!['chatLogData']).to.include({dispositionName: 'Left Voicemail'});
      const email = await run('offerEmail');
      await run('accept', email);
      await run('dispose', email, '3558');
      const [offered] = await receives('emailOffered', 'emailAccepted', 'emailFinished');
      expect(offered!['emailData']).to.include({interactionId: email});
      await run('reject', await run('offerChat'));
      await run('reject', await run('offerEmail'));
      await run('reject', await run('offerCall', {ani: CALLER}));
      await receives('chatOffered', 'chatRejected', 'emailOffered', 'emailRejected', 'callStarted', 'callRejected');
      for (const offer of ['offerChat', 'offerEmail']) {
        const id = await run(offer);
        await run('accept', id);
        await run('transfer', id);
      }
      await receives(
        ...['chatOffered', 'chatAccepted', 'chatTransferred'],
        ...['emailOffered', 'emailAccepted', 'emailTransferred'],
      );
    });

    if (kind.has('objectVisited')) {
      it('CRM records can be visited and selected', async () => {
        const {api, receives} = await connect();
        const interactionId = await run('offerCall', {ani: '5550000000'});
        const ref = {interactionType: 'Call', interactionId} as const;
        const [started] = await receives('callStarted');
        const who = {id: '1', label: 'Contact', name: 'Jill', isWho: true, isWhat: false, fields: []};
        const what = {id: '2', label: 'Case', name: 'Broken microwave', isWho: false, isWhat: true, metadata: null};
        api.objectVisited({crmObject: who});
        api.objectVisited({crmObject: what});
        expect(await api.getNameObjects(ref)).to.deep.equal([who]);
        expect(await api.getRelatedToObjects(ref)).to.deep.equal([what]);
        await nothing(api.selectNameObject({...ref, objectId: '1'}));
        await nothing(api.selectRelatedToObject({...ref, objectId: '2'}));
        const at = {interactionType: 'Call', interactionData: started!['callData']};
        expect(await receives('objectSelected', 'objectSelected')).to.deep.equal([
          {crmObject: who, ...at},
          {crmObject: what, ...at},
        ]);
        expect(await api.getSelectedNameObject(ref)).to.deep.equal(who);
        await nothing(api.selectNameObject({...ref, objectId: null}));
        expect(await receives('objectSelected')).to.deep.equal([at]);
        await nothing(api.getSelectedNameObject(ref));
        await refused(api.selectNameObject({...ref, objectId: '2'}), 'Generic');
        await run('configure', {allowNone: false});
        await refused(api.selectRelatedToObject({...ref, objectId: null}), 'Generic');
        await receives();
      });

      it('WebSocket events arrive with payload and context while they are subscribed', async () => {
        const {api} = await connect();
        const received: unknown[][] = [];
        const fn = (...args: unknown[]): unknown => received.push(args);
        api.subscribeWsEvent({29: fn});
        api.subscribeWsEvent('10003', fn);
        await api.isMasterPage();
        await run('emitWsEvent', {id: '15'});
        await run('emitWsEvent', {id: '29', payload: {ready: 1}, context: {eventReason: 'X'}});
        await run('emitWsEvent', {id: '10003'});
        await until(() => received.length > 1);
        expect(received.map(([payload]) => payload)).to.deep.equal([{ready: 1}, null]);
        expect(received[0]![1]).to.include({eventId: '29', eventReason: 'X', userId: '3001207', tenantId: '421'});
        api.unsubscribeWsEvent('29', fn);
        await api.isMasterPage();
        await run('emitWsEvent', {id: '29'});
        await run('emitWsEvent', {id: '10003'});
        await until(() => received.length > 2);
        expect(received).to.have.lengthOf(3);
      });

      it('getMetadata returns the agent, and REST requests are sent', async () => {
        const {api} = await connect();
        expect(await api.getMetadata()).to.deep.equal({agentId: '3001207', tenantId: '421'});
        expect(await api.isMasterPage()).to.equal(true);
        if (simulator.hasRest) {
          const {status, response} = await api.executeRestApi({path: DISPOSITIONS, method: 'GET', payload: null});
          expect(status).to.equal(200);
          expect(JSON.parse(response)).to.deep.include({id: '3558', name: 'Left Voicemail', type: 'FINAL'});
          expect((await api.executeRestApi({path: '/appsvcs/rs/svc/nowhere'})).status).to.equal(404);
        }
        if (!kind.has('executeRestApiV2')) return;
        const {status, response} = await api.executeRestApiV2({path: DISPOSITIONS, method: 'GET', payload: null});
        expect(status).to.equal(200);
        expect(JSON.parse(response)).to.deep.include({id: '3558', name: 'Left Voicemail', type: 'FINAL'});
        await refusedRest(api, '/appsvcs/rs/svc/nowhere', 404, 'NOT_FOUND');
        const body = {number: CALLER, campaignId: 'Sales'};
        const path = `${INTERACTIONS}/make_external_call`;
        const call = await requestJson<{id: string; state: string}>(rest(api), path, {
          method: 'POST',
          body,
          via: 'adapter',
        });
        expect(call.state).to.equal('RINGING_ON_OTHER_SIDE');
        await refusedRest(api, `${INTERACTIONS}/calls/${'0'.repeat(32)}`, 435, 'CALL_NOT_FOUND');
      });
    }

    it('a page that connects during a call receives its earlier events, and other pages do not', async () => {
      const first = await connect();
      const call = await run('offerCall', {ani: CALLER});
      await run('answer', call);
      const chat = await run('offerChat');
      await run('accept', chat);
      const missed = await first.receives('callStarted', 'callAccepted', 'chatOffered', 'chatAccepted');
      const second = await connect();
      const [started, accepted] = await second.receives('callStarted', 'callAccepted', 'chatAccepted');
      expect([started, accepted]).to.deep.equal(missed.slice(0, 2));
      // Connect again on the same channel and in the same window, like a reloaded page.
      second.leave();
      const again = await connect(second.name);
      await again.receives('callStarted', 'callAccepted', 'chatAccepted');
      await run('hangUp', call, {by: 'agent'});
      await again.receives('callEnded');
      await first.receives('callEnded');
      expect(second.received).to.deep.equal([]);
    });

    it('forty requests at once each get their own reply', async () => {
      const {api} = await connect();
      const interactionId = await run('offerCall', {ani: CALLER});
      const answers = await Promise.all(
        Array.from({length: 40}, (_, index) =>
          index % 2 ? api.getCav({interactionId}) : rejection(api.getCav({interactionId: String(index)})),
        ),
      );
      for (const [index, answer] of answers.entries()) {
        if (index % 2) expect(answer).to.be.an('array');
        else expect(answer).to.have.property('errorMessage').that.contains(` ${index}`);
      }
    });

    describe('with faults', () => {
      it('an injected error affects one API call', async () => {
        const {api} = await connect();
        const interactionId = await run('offerCall', {ani: CALLER});
        await run('inject', {fault: 'error', method: 'getCav', errorCode: 'NoData', errorMessage: 'No variables.'});
        const error = await rejection(api.getCav({interactionId}));
        expect(error).to.include({errorCode: 'NoData', errorMessage: 'No variables.'});
        expect(await api.getCav({interactionId})).to.be.an('array');
      });

      it('an API call whose reply is lost has its effect, rejects with Timeout, and can be repeated', async () => {
        const {api, wait} = await connect();
        const interactionId = await run('offerCall', {ani: CALLER});
        await run('inject', {fault: 'lost-reply', method: 'setCav'});
        const cavList = [{id: '641', value: 'kept'}];
        wait(300);
        const error = await rejection(api.setCav({interactionId, cavList}));
        if (kind.isOurs) expect(error).to.include({errorCode: 'Timeout', method: 'setCav'});
        else expect(error).to.equal('Timeout');
        wait(8000);
        expect(await api.getCav({interactionId})).to.deep.include({
          ...{id: '641', group: 'Custom', name: 'note', value: 'kept'},
        });
        await nothing(api.setCav({interactionId, cavList}));
      });

      it('replies are delayed by the latency, and the API calls can be aborted', async () => {
        const {api} = await connect();
        const interactionId = await run('offerCall', {ani: CALLER});
        await run('inject', {fault: 'latency', ms: 150});
        const begun = performance.now();
        expect(await api.getCav({interactionId})).to.be.an('array');
        expect(performance.now() - begun).to.be.at.least(140);
        if (!kind.isOurs) return;
        const given = new AbortController();
        const call = rejection(api.getCav({interactionId}, {signal: given.signal}));
        const other = api.getCav({interactionId});
        given.abort('enough');
        expect(await call).to.include({errorCode: 'Aborted', method: 'getCav', cause: 'enough'});
        expect(await other).to.be.an('array');
      });

      it('a link that breaks during a request is reported, and the events of that time arrive later', async () => {
        const {api, receives} = await connect();
        const id = await run('offerCall', {ani: CALLER});
        await receives('callStarted');
        // Use a long latency, so that even a slow machine interrupts the link before the reply.
        await run('inject', {fault: 'latency', ms: 5000});
        const done = {interactionId: id, cavList: [{id: '641', value: 'done'}]};
        const call = watch(api.setCav(done));
        await run('inject', {fault: 'drop-link'});
        if (kind.isOurs && kind.name === ourClient.name) {
          await until(() => call.state === 'rejected');
          expect(call.error).to.include({errorCode: 'ConnectionLost', method: 'setCav'});
        }
        await run('answer', id);
        await run('inject', {fault: 'clear'});
        // Expect these events, because the adapter sends the events of live calls again after every handshake.
        await receives('callStarted', 'callAccepted');
        // Set the value again, because the first `setCav` may have been lost. If it was not lost, the same value
        // changes nothing.
        await api.setCav(done);
        const cavs = await api.getCav({interactionId: id});
        expect(cavs.find((cav) => cav.id === '641')?.value).to.equal('done');
      });

      it('an agent can log in again after the session has expired', async () => {
        const {api, receives} = await connect();
        const interactionId = await run('offerCall', {ani: CALLER});
        await receives('callStarted');
        await run('inject', {fault: 'expire-session'});
        await refused(api.getCav({interactionId}), 'Generic');
        api.click2dial({click2DialData: {clickToDialNumber: '9255550161'}});
        if (kind.has('executeRestApiV2')) await refusedRest(api, DISPOSITIONS, 401, 'NO_SESSION');
        if (simulator.hasRest && kind.has('executeRestApi')) {
          expect((await api.executeRestApi({path: DISPOSITIONS})).status).to.equal(401);
        }
        await run('logIn');
        expect(await api.getCav({interactionId})).to.be.an('array');
        if (kind.has('executeRestApiV2')) {
          const status = async (): Promise<number> => (await api.executeRestApiV2({path: DISPOSITIONS})).status;
          // Repeat the request, because the adapter needs a moment to start a new session.
          while ((await status()) !== 200) await turn();
        }
        await receives();
      });

      it('API calls reject while the agent is not WORKING yet', async () => {
        const {api} = await connect();
        const interactionId = await run('offerCall', {ani: CALLER});
        await run('inject', {fault: 'not-in-working-state'});
        await refused(api.getDispositions({interactionType: 'Call', interactionId}), 'Generic');
        if (kind.has('getMetadata'))
          expect(await api.getMetadata()).to.deep.equal({agentId: '3001207', tenantId: '421'});
        if (kind.has('executeRestApiV2')) {
          const {five9ExceptionDetail} = await refusedRest(api, INTERACTIONS, 435, 'LOGIN');
          expect(five9ExceptionDetail?.errorCode).to.equal(3);
        }
        await run('logIn', {stationType: 'PSTN'});
        expect(await api.getDispositions({interactionType: 'Call', interactionId})).to.be.an('array');
        if (kind.has('mute')) await refused(api.mute(), 'Generic');
      });
    });
  });
}

const rest = (api: Api): RestApi => api;

/** Sends a REST request through the adapter, checks that Five9 refuses it, and returns the error. */
async function refusedRest(api: Api, path: string, status: number, contextCode: string): Promise<RestError> {
  const error = (await rejection(requestJson(rest(api), path, {via: 'adapter'}))) as RestError;
  expect(error).to.include({status, errorCode: 'Generic', method: 'executeRestApiV2'});
  expect(error.five9ExceptionDetail?.context?.contextCode).to.equal(contextCode);
  expect(error.message).to.equal(error.five9ExceptionDetail?.message);
  return error;
}
