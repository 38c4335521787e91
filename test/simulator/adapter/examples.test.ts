/** Runs the examples of the public Interaction API documentation, unchanged, with the drop-in and a simulated Five9. */
import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {createInteractionApi, type InteractionApi, installDropIn} from '../../../src/interaction-api.js';
import {ContactCenter, SimulatedAdapter} from '../../../src/simulator.js';
import {atEnd} from '../../support/lifecycle.js';
import {until} from '../../support/time.js';

/** The ids in the documentation. */
const CALL_ID = '45E471D607A94072A553A1406CC0BF03';
const OTHER_ID = '92544E7EFD1B4858A93C54092CB51886';

/** Returns an example that calls a method for the interaction of an event, and logs the result. */
const onMessage = (event: string, method: string, more: string, result: string, message: string): string => `
interactionApi.subscribe({
  ${event}: params => {
    interactionApi.${method}({
      interactionType: params.interactionType,
      interactionId: params.interactionData.interactionId${more}
    }).then(${result} => {
      console.debug('Interaction API ${message}'${result === '()' ? '' : ` + JSON.stringify(${result})`});
    });
  }
});`;

const ON_CALL_STARTED = `
interactionApi.subscribe({
callStarted: params => {
interactionApi.getCav({interactionId: params.callData.interactionId})
.then(cavList => {
console.debug('Interaction API got cavList: ' + JSON.stringify(cavList));
});
}
});
interactionApi.subscribe({
callStarted: params => {
interactionApi.getCrm({interactionId: params.callData.interactionId})
.then(crmList => {
console.debug('Interaction API got crmList: ' + JSON.stringify(crmList));
});
}
});
interactionApi.subscribe({
callStarted: params => {
interactionApi.getDispositions({interactionType: 'Call', interactionId: params.callData.interactionId})
.then(dispositionList => {
console.debug('Interaction API got dispositionList: ' + JSON.stringify(dispositionList));
});
}
});`;

const CLICK2DIAL = `
const interactionApi = window.Five9.CrmSdk.interactionApi();
interactionApi.click2dial({
click2DialData: {
clickToDialNumber: "9250000111",
crmObject: {id: "789", label: "Account", name: "Umbrella", isWho: false, isWhat: true}
}
});`;

const OBJECT_VISITED = `
const interactionApi = window.Five9.CrmSdk.interactionApi();
interactionApi.objectVisited({
crmObject: {id: "456", label: "Case", name: "Broken microwave", isWho: false, isWhat: true}
});`;

const SUBSCRIBE = `
const interactionApi = window.Five9.CrmSdk.interactionApi();
interactionApi.subscribe({
callStarted: function (params) {
},
callFinished: function (params) {
},
callEnded: function (params) {
},
objectSelected: function (params) {
}
});`;

const SET_CAV = `
interactionApi.setCav({
interactionId: "45E471D607A94072A553A1406CC0BF03",
cavList: [
{id: "641", value: "test value"},
{id:"219", value: "test@example.com"}
]
});`;

const SET_DISPOSITION = `
interactionApi.setDisposition({
interactionType: 'Call',
interactionId: "92544E7EFD1B4858A93C54092CB51886",
dispositionId: "3558"
});`;

const OPEN_INTERACTION = `
interactionApi.openInteraction({
interactionType: params.interactionType,
interactionId: params.interactionId
}).then(() => {
console.debug('Interaction API interaction opened');
});`;

const EXECUTE_REST_API = `
interactionApi.executeRestApi({path: '/appsvcs/rs/svc/orgs/1/dispositions', method: 'GET', payload: null}).then(function (result) {
console.debug(result.status);
}, function (result) {
console.debug(result.error);
});`;

describe('the examples of the documentation', () => {
  type Page = Window & {Five9?: {CrmSdk: {interactionApi(name?: string): InteractionApi}}};
  let centre: ContactCenter;
  let logged: string[];
  let api: InteractionApi;

  /** Runs an example as a script of the page. */
  function run(code: string, params?: object): void {
    const head = code.includes('const interactionApi')
      ? ''
      : 'const interactionApi = window.Five9.CrmSdk.interactionApi();';
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- a script of the page, unchanged from the documentation
    new Function('params', head + code)(params);
  }

  const logs = async (...words: string[]): Promise<void> => {
    for (const word of words)
      await until(() => logged.some((one) => one.startsWith(word)), `${word} in ${logged.join('; ')}`);
  };

  beforeEach(async () => {
    // Replace the random numbers, so that the calls get the ids in the documentation.
    const digits = Array.from(CALL_ID + OTHER_ID, (digit) => parseInt(digit, 16) / 16);
    centre = new ContactCenter({random: () => digits.shift() ?? Math.random()});
    const adapter = new SimulatedAdapter(centre);
    adapter.start();
    logged = [];
    sinon.stub(console, 'debug').callsFake((message) => logged.push(String(message)));
    delete (window as Page).Five9;
    installDropIn({interactionApi: (name) => createInteractionApi({name})});
    api = (window as Page).Five9!.CrmSdk.interactionApi();
    const unhandled: unknown[] = [];
    const note = ({reason}: PromiseRejectionEvent): void => void unhandled.push(reason);
    addEventListener('unhandledrejection', note);
    atEnd(async () => {
      // Wait for an answer, because the earlier requests of the examples have also been answered then.
      await api.isMasterPage();
      removeEventListener('unhandledrejection', note);
      api.close();
      adapter.stop();
      delete (window as Page).Five9;
      expect(unhandled).to.deep.equal([]);
    });
    await api.isMasterPage();
  });

  it('get the data of a call that starts', async () => {
    run(SUBSCRIBE);
    run(ON_CALL_STARTED);
    expect(centre.offerCall({ani: '9250000111'})).to.equal(CALL_ID);
    await logs(
      'Interaction API got cavList: [{"id":"101","group":"Call","name":"session_id"',
      'Interaction API got crmList: [{"name":"number1","value":"9250000111"}',
      'Interaction API got dispositionList: [{"id":"3551"',
    );
  });

  it('get the lists of records when one is selected', async () => {
    run(onMessage('objectSelected', 'getNameObjects', '', 'objects', 'got name objects: '));
    run(onMessage('objectSelected', 'getRelatedToObjects', '', 'objects', 'got related to objects: '));
    centre.selectObject(centre.offerCall({ani: '9250000111'}), {kind: 'name', objectId: '123'});
    await logs(
      'Interaction API got name objects: [{"id":"123"',
      'Interaction API got related to objects: [{"id":"789"',
    );
  });

  it('get and select records when a call has ended', async () => {
    // Add a record that is in both lists, with the id that the examples select.
    void centre.visitObject({id: '123', label: 'Person', name: 'Jill', isWho: true, isWhat: true});
    run(onMessage('callEnded', 'getSearchResults', '', 'searchResults', 'got searchResults: '));
    run(onMessage('callEnded', 'getSelectedNameObject', '', 'nameObject', 'got selected name object: '));
    run(onMessage('callEnded', 'getSelectedRelatedToObject', '', 'object', 'got selected related to object: '));
    run(onMessage('callEnded', 'selectNameObject', ", objectId: '123'", '()', 'set selected name object'));
    run(onMessage('callEnded', 'selectRelatedToObject', ", objectId: '123'", '()', 'set selected related to object'));
    const id = centre.offerCall({ani: '5550000000'});
    centre.answer(id);
    centre.hangUp(id);
    await logs('Interaction API got searchResults: []', 'Interaction API set selected name object');
    await logs('Interaction API got selected name object: null', 'Interaction API set selected related to object');
    expect(centre.state().interactions[0]).to.have.nested.property('selectedRelatedToObject.id', '123');
  });

  it('set variables and a disposition', async () => {
    centre.answer(centre.offerCall({ani: '9250000111'}));
    run(SET_CAV);
    const cavs = async (): Promise<unknown[]> => (await api.getCav({interactionId: CALL_ID})).map(({value}) => value);
    expect(await cavs()).to.include.members(['test value', 'test@example.com']);

    const other = centre.offerCall({ani: '9250000111'});
    expect(other).to.equal(OTHER_ID);
    centre.answer(other);
    centre.hangUp(other);
    run(SET_DISPOSITION);
    await until(() => centre.state().interactions[1]?.state === 'FINISHED');
    expect(centre.state().interactions[1]).to.have.nested.property('disposition.name', 'Left Voicemail');
  });

  it('dial, visit a record and open an interaction', async () => {
    run(OBJECT_VISITED);
    run(CLICK2DIAL);
    await until(() => centre.state().interactions.length);
    const [call] = centre.state().interactions;
    expect(call).to.include({id: CALL_ID, number: '9250000111', state: 'RINGING_ON_OTHER_SIDE'});
    expect(call?.relatedToObjects.map(({id}) => id)).to.include.members(['456', '789']);
    expect(call).to.have.nested.property('selectedRelatedToObject.id', '789');
    run(OPEN_INTERACTION, {interactionType: 'Call', interactionId: CALL_ID});
    await logs('Interaction API interaction opened');
    expect(centre.state().openInteractionId).to.equal(CALL_ID);
  });

  it('send a REST request', async () => {
    centre.configure({apiBaseURL: location.origin});
    const fetching = sinon.stub(window, 'fetch').callsFake(() => Promise.resolve(new Response('[]')));
    run(EXECUTE_REST_API);
    await logs('200');
    expect(new Request(fetching.firstCall.args[0]).url).to.equal(
      `${location.origin}/appsvcs/rs/svc/orgs/1/dispositions`,
    );
  });

  it('subscribe to WebSocket events and unsubscribe', async () => {
    run(`
      const first = function (params, context) { console.debug('29 ' + params.ready + ' ' + context.eventId); };
      const second = function (params) { console.debug('15 ' + params.length); };
      interactionApi.subscribeWsEvent({
      "29": first,
      "15": second,
      });
      interactionApi.subscribeWsEvent("29", second);
      interactionApi.unsubscribeWsEvent("29", second);
      window.leave = () => interactionApi.unsubscribeWsEvent({"29": first, "15": second});`);
    await api.isMasterPage();
    centre.emitWsEvent({id: '29', payload: {ready: 2}});
    centre.emitWsEvent({id: '15', payload: []});
    await until(() => logged.length === 2);
    expect(logged).to.deep.equal(['29 2 29', '15 0']);
    (window as unknown as {leave(): void}).leave();
    await api.isMasterPage();
    centre.emitWsEvent({id: '29', payload: {ready: 2}});
    await api.isMasterPage();
    expect(logged).to.have.lengthOf(2);
  });
});
