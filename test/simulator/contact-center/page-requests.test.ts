import {expect} from '@open-wc/testing';
import type {Cav, CrmObject, Disposition} from '../../../src/interaction-api/types.js';
import {rejection} from '../../support/time.js';
import {centreWithCall, dialled, quietCentre} from '../centre.js';

const refusal = async (promise: Promise<unknown>) => {
  const {errorCode, errorMessage} = (await rejection(promise)) as {errorCode?: string; errorMessage?: string};
  return {errorCode, errorMessage};
};

describe('a request of the agent’s page', () => {
  it('is refused with “Not Implemented” if the method does not exist', async () => {
    const {centre} = quietCentre();
    for (const method of ['noSuchMethod', 'constructor', '__proto__']) {
      expect(await rejection(centre.request(method))).to.have.property('message', `Not Implemented: ${method}`);
    }
  });

  it('needs a working agent, except for the application context', async () => {
    const {centre, call} = centreWithCall('talking');
    centre.inject({fault: 'not-in-working-state'});
    expect(await refusal(centre.request('getDispositions', call))).to.deep.equal({
      errorCode: 'Generic',
      errorMessage: 'The login state is SELECT_STATION, but WORKING is required.',
    });
    expect(await centre.request('getApplicationContext')).to.include({agentId: '3001207', tenantId: '421'});
    centre.logIn();
    expect(await centre.request('getDispositions', call)).to.have.lengthOf(8);
  });

  describe('for an interaction', () => {
    const methods = [
      'getCav',
      'setCav',
      'getCrm',
      'getDispositions',
      'setDisposition',
      'getSearchResults',
      'getNameObjects',
      'getRelatedToObjects',
      'getSelectedNameObject',
      'getSelectedRelatedToObject',
      'selectNameObject',
      'selectRelatedToObject',
      'openInteraction',
    ];
    for (const method of methods) {
      it(`is refused with InteractionNotFound in a listener of callFinished and later: ${method}`, async () => {
        const {centre, id, call} = centreWithCall('wrap-up');
        let inside: Promise<unknown> | undefined;
        centre.subscribe((event) => {
          if (event.kind === 'interaction' && event.name === 'callFinished') inside = centre.request(method, call);
        });
        centre.dispose(id, '3558');
        expect(await refusal(inside!)).to.include({errorCode: 'InteractionNotFound'});
        expect(await refusal(centre.request(method, call))).to.include({errorCode: 'InteractionNotFound'});
      });
    }

    it('is refused with InteractionNotFound for a wrong type, an unknown id and missing parameters', async () => {
      const {centre, id} = centreWithCall('talking');
      for (const params of [
        {interactionType: 'Chat', interactionId: id},
        {interactionType: 'Call', interactionId: 'X'},
        undefined,
      ]) {
        expect(await refusal(centre.request('getDispositions', params))).to.include({errorCode: 'InteractionNotFound'});
      }
    });
  });

  describe('dispositions', () => {
    it('are those of the campaign, with type and flags by default', async () => {
      const {centre, call} = centreWithCall('talking');
      const list = (await centre.request('getDispositions', call)) as Disposition[];
      expect(list.map(({name}) => name)).to.include.members(['Sale made', 'Left Voicemail', 'Call back later']);
      expect(list.find(({name}) => name === 'Call back later')).to.deep.equal({
        id: '3560',
        name: 'Call back later',
        type: 'REDIAL',
        flags: ['ALLOW_SET_REDIAL_TIMER'],
        timeout: '3600',
      });
    });

    it('have only id and name if the option says so', async () => {
      const {centre, call} = centreWithCall('talking', {dispositionShape: 'bare'});
      const [first] = (await centre.request('getDispositions', call)) as Disposition[];
      expect(first).to.deep.equal({id: '3551', name: 'Sale made'});
    });

    it('of a call to the agent’s own number are the personal ones', async () => {
      const {centre} = quietCentre();
      const interactionId = centre.offerCall({ani: '1', campaignId: ''});
      const list = (await centre.request('getDispositions', {interactionType: 'Call', interactionId})) as Disposition[];
      expect(list.map(({name}) => name)).to.deep.equal(['Do Not Call', 'No Disposition']);
    });

    it('finish the call when set', async () => {
      const {centre, call, takeEvents} = centreWithCall('wrap-up');
      expect(await centre.request('setDisposition', {...call, dispositionId: '3558'})).to.equal(undefined);
      expect(takeEvents()).to.deep.equal(['5 DISPOSITIONED', 'callFinished']);
      expect(centre.state().interactions[0]?.disposition).to.deep.equal({id: '3558', name: 'Left Voicemail'});
    });

    it('accept a timeout if the agent may set the timer', async () => {
      const {centre, call} = centreWithCall('wrap-up');
      await centre.request('setDisposition', {...call, dispositionId: '3560', timeout: '900'});
      expect(centre.state().interactions[0]?.disposition).to.include({id: '3560', timeout: '900'});
    });

    const refused: [why: string, params: object, init: object, message: RegExp][] = [
      ['it is unknown', {dispositionId: '1'}, {}, /no disposition 1/],
      ['it belongs to another campaign', {dispositionId: '3554'}, {}, /no disposition 3554/],
      ['it accepts no timeout', {dispositionId: '3558', timeout: '60'}, {}, /Left Voicemail takes no timeout/],
      ['the timeout is not a number', {dispositionId: '3560', timeout: 'soon'}, {}, /timeout must be/],
      ['the timeout is not a string', {dispositionId: '3560', timeout: 60}, {}, /timeout must be/],
      ['it requires a timeout', {dispositionId: '3560'}, {requireTimeout: true}, /needs a timeout/],
    ];
    for (const [why, params, init, message] of refused) {
      it(`are refused if ${why}`, async () => {
        const {centre, call, live} = centreWithCall('wrap-up', init);
        const {errorCode, errorMessage} = await refusal(centre.request('setDisposition', {...call, ...params}));
        expect(errorCode).to.equal('Generic');
        expect(errorMessage).to.match(message);
        expect(live()[0]?.state).to.equal('WRAP_UP');
        expect(live()[0]).to.not.have.property('disposition');
      });
    }

    it('are refused during a conversation, or end the call, as the option says', async () => {
      const refusing = centreWithCall('talking');
      const params = {...refusing.call, dispositionId: '3558'};
      expect((await refusal(refusing.centre.request('setDisposition', params))).errorMessage).to.match(/not ended/);
      const ending = centreWithCall('talking', {disposeWhileTalking: 'end'});
      await ending.centre.request('setDisposition', {...ending.call, dispositionId: '3558'});
      expect(ending.takeEvents()).to.deep.equal([
        '4 DISCONNECTED_BY_AGENT',
        'callEnded',
        '5 DISPOSITIONED',
        'callFinished',
      ]);
    });
  });

  describe('call variables', () => {
    const values = async (centre: ReturnType<typeof quietCentre>['centre'], interactionId: string) =>
      Object.fromEntries(
        ((await centre.request('getCav', {interactionId})) as Cav[]).map(({group, name, value}) => [
          `${group}.${name}`,
          value,
        ]),
      );

    it('describe call, agent and customer from the start', async () => {
      const {centre, id} = centreWithCall('offered');
      expect(await values(centre, id)).to.include({
        'Call.session_id': id,
        'Call.ANI': '9250000111',
        'Call.campaign_name': 'Sales',
        'Agent.full_name': 'Robin Ellis',
        'Customer.first_name': 'Alice',
        'Custom.priority': 'Normal',
      });
    });

    it('can be part of the offer, by name, by id or as a list', async () => {
      const {centre} = quietCentre();
      const given = [{'Custom.order.total': '12.50'}, {643: '12.50'}, [{id: '643', value: '12.50'}]];
      for (const cavs of given) {
        const id = centre.offerCall({ani: '1', cavs: cavs});
        expect(await values(centre, id)).to.include({'Custom.order.total': '12.50'});
      }
    });

    it('are set, and sent with event 4', async () => {
      const {centre, id, events} = centreWithCall('talking');
      const cavList = [
        {id: '641', value: 'test value'},
        {id: '219', value: 'test@example.com'},
      ];
      await centre.request('setCav', {interactionId: id, cavList});
      expect(events).to.have.lengthOf(1);
      expect(events[0]).to.include({id: '4'}).and.to.have.nested.property('payload.variables.641', 'test value');
      expect(await values(centre, id)).to.include({'Custom.note': 'test value', 'Customer.email': 'test@example.com'});
    });

    it('that are not on the layout do not change, with or without an error, as the option says', async () => {
      const cavList = [{id: '646', value: '5'}];
      const ignoring = centreWithCall('talking');
      await ignoring.centre.request('setCav', {interactionId: ignoring.id, cavList});
      expect(await values(ignoring.centre, ignoring.id)).to.include({'Custom.score': ''});
      expect(ignoring.takeEvents()).to.be.empty;
      const rejecting = centreWithCall('talking', {offLayoutCav: 'reject'});
      const rejected = await refusal(rejecting.centre.request('setCav', {interactionId: rejecting.id, cavList}));
      expect(rejected.errorMessage).to.match(/Custom\.score is not on the layout/);
    });

    const wrong: [why: string, cavList: unknown, message: RegExp][] = [
      ['an unknown id', [{id: '1', value: ''}], /no variable 1/],
      ['no list', undefined, /must be a list/],
      ['an item that is not a variable', [null], /no variable/],
      ['a value of another type', [{id: '219', value: 'x'}], /Customer\.email cannot be "x": EMAIL/],
      ['a value that is not in the set', [{id: '642', value: 'Urgent'}], /Set Low,Normal,High/],
      ['a value below the minimum', [{id: '643', value: '-1'}], /MinValue 0/],
    ];
    for (const [why, cavList, message] of wrong) {
      it(`do not change if the request has ${why}`, async () => {
        const {centre, id, takeEvents} = centreWithCall('talking');
        const before = await values(centre, id);
        const list = Array.isArray(cavList) ? [{id: '641', value: 'new'}, ...(cavList as unknown[])] : cavList;
        const {errorCode, errorMessage} = await refusal(centre.request('setCav', {interactionId: id, cavList: list}));
        expect(errorCode).to.equal('Generic');
        expect(errorMessage).to.match(message);
        expect(await values(centre, id)).to.deep.equal(before);
        expect(takeEvents()).to.be.empty;
      });
    }
  });

  describe('the softphone', () => {
    it('sends digits, and the state shows them', async () => {
      const {centre, live} = centreWithCall('talking');
      await centre.request('sendDtmf', {char: '1'});
      await centre.request('sendDtmf', {char: '2*#'});
      expect(live()[0]).to.include({dtmf: '12*#'});
    });

    const refusedDigits: [why: string, state: Parameters<typeof centreWithCall>[0], char: unknown, message: RegExp][] =
      [
        ['other characters', 'talking', '12x', /"x" is not a DTMF digit/],
        ['nothing', 'talking', '', /char must be/],
        ['a number', 'talking', 5, /char must be/],
        ['a call on hold', 'on hold', '1', /ON_HOLD/],
        ['a call that rings', 'ringing', '1', /RINGING/],
        ['a call in wrap-up', 'wrap-up', '1', /no call/],
        ['a call that is not answered', 'offered', '1', /no call/],
      ];
    for (const [why, state, char, message] of refusedDigits) {
      it(`refuses digits for ${why}`, async () => {
        const {centre, live} = centreWithCall(state);
        const {errorCode, errorMessage} = await refusal(centre.request('sendDtmf', {char}));
        expect(errorCode).to.equal('Generic');
        expect(errorMessage).to.match(message);
        expect(live()[0]).to.include({dtmf: ''});
      });
    }

    it('mutes and unmutes', async () => {
      const {centre, live} = centreWithCall('talking');
      await centre.request('mute');
      expect(live()[0]).to.include({muted: true});
      await centre.request('unmute');
      expect(live()[0]).to.include({muted: false});
    });

    it('refuses mute, unmute and digits without a call, or on a station without a softphone', async () => {
      for (const method of ['mute', 'unmute', 'sendDtmf']) {
        const {centre} = quietCentre();
        expect((await refusal(centre.request(method, {char: '1'}))).errorMessage).to.equal('There is no call.');
        const elsewhere = centreWithCall('talking', {stationType: 'PSTN'});
        expect((await refusal(elsewhere.centre.request(method, {char: '1'}))).errorMessage).to.match(
          /not supported for station type PSTN/,
        );
      }
    });
  });

  it('getCrm returns the contact with the customer’s number, or NoData', async () => {
    const {centre, id} = centreWithCall('talking');
    expect(await centre.request('getCrm', {interactionId: id})).to.deep.include({name: 'first_name', value: 'Alice'});
    centre.hangUp(id);
    centre.dispose(id, '3558');
    const stranger = centre.offerCall({ani: '12025550000'});
    expect(await refusal(centre.request('getCrm', {interactionId: stranger}))).to.include({errorCode: 'NoData'});
  });

  describe('CRM records', () => {
    const microwave: CrmObject = {id: '456', label: 'Case', name: 'Broken microwave', isWho: false, isWhat: true};
    const ids = (list: unknown): string[] => (list as CrmObject[]).map(({id}) => id);

    it('are found by the number', async () => {
      const {centre, call} = centreWithCall('talking');
      expect(ids(await centre.request('getSearchResults', call))).to.deep.equal(['123', '789', '456']);
      expect(ids(await centre.request('getNameObjects', call))).to.deep.equal(['123']);
      expect(ids(await centre.request('getRelatedToObjects', call))).to.deep.equal(['789', '456']);
    });

    it('that the agent visits before or during the call are in the lists', async () => {
      const {centre} = quietCentre();
      centre.notify('objectVisited', {crmObject: {...microwave, id: 'before'}});
      const call = {interactionType: 'Call', interactionId: centre.offerCall({ani: '12025550000'})};
      void centre.visitObject({...microwave, id: 'during'});
      expect(ids(await centre.request('getRelatedToObjects', call))).to.deep.equal(['before', 'during']);
      expect(centre.state().visitedObjects).to.have.lengthOf(2);
    });

    it('are selected from the list, with an event; None is a selection too', async () => {
      const {centre, call, events} = centreWithCall('talking');
      expect(await centre.request('getSelectedNameObject', call)).to.equal(null);
      await centre.request('selectNameObject', {...call, objectId: '123'});
      expect(await centre.request('getSelectedNameObject', call)).to.include({id: '123'});
      await centre.request('selectNameObject', {...call, objectId: null});
      expect(await centre.request('getSelectedNameObject', call)).to.equal(null);
      const selections = events.splice(0) as unknown as {name: string; params: Record<string, unknown>}[];
      expect(selections.map(({name}) => name)).to.deep.equal(['objectSelected', 'objectSelected']);
      expect(selections[0]!.params).to.have.nested.property('crmObject.id', '123');
      expect(selections[0]!.params).to.include({interactionType: 'Call'});
      expect(selections[1]!.params).to.not.have.property('crmObject');
    });

    it('can be selected by the agent in the adapter too', () => {
      const {centre, id, takeEvents, live} = centreWithCall('talking');
      centre.selectObject(id, {kind: 'related-to', objectId: '789'});
      expect(takeEvents()).to.deep.equal(['objectSelected']);
      expect(live()[0]?.selectedRelatedToObject).to.include({id: '789'});
    });

    it('cannot be selected if they are not in the list; None only if it is allowed', async () => {
      const {centre, call} = centreWithCall('talking', {allowNone: false});
      const unlisted = await refusal(centre.request('selectRelatedToObject', {...call, objectId: '123'}));
      expect(unlisted.errorMessage).to.match(/no related-to object 123/);
      const none = await refusal(centre.request('selectRelatedToObject', {...call, objectId: null}));
      expect(none.errorMessage).to.match(/'None' is not allowed/);
    });

    it('that the agent dialled from are selected', async () => {
      const {centre} = quietCentre();
      centre.notify('click2dial', {click2DialData: {clickToDialNumber: '12025550000', crmObject: microwave}});
      const call = {interactionType: 'Call', interactionId: centre.state().interactions[0]!.id};
      expect(await centre.request('getSelectedRelatedToObject', call)).to.deep.equal(microwave);
      expect(await centre.request('getSelectedNameObject', call)).to.equal(null);
    });
  });

  it('openInteraction opens the interaction', async () => {
    const {centre, id, call} = centreWithCall('talking');
    await centre.request('openInteraction', call);
    expect(centre.state().openInteractionId).to.equal(id);
  });

  it('click2dial dials; wrong data has no effect', () => {
    const {centre, takeEvents} = quietCentre();
    for (const data of [undefined, null, 5, {}, {click2DialData: null}, {click2DialData: {clickToDialNumber: {}}}]) {
      centre.notify('click2dial', data);
      centre.notify('objectVisited', data);
      centre.notify('other', data);
    }
    expect(centre.state().interactions).to.be.empty;
    takeEvents();
    centre.notify('click2dial', {click2DialData: {clickToDialNumber: '9250000111'}});
    expect(takeEvents()).to.include('callStarted');
  });

  it('the events of a call are repeated for a page that connects during the call', () => {
    const replayed = (state: Parameters<typeof centreWithCall>[0], init = {}) =>
      centreWithCall(state, init)
        .centre.replay()
        .map((it) => (it.kind === 'interaction' ? it.name : it.id));
    expect(replayed('offered')).to.deep.equal(['callStarted']);
    expect(replayed('ringing')).to.deep.equal(['callStarted', 'callAccepted']);
    expect(replayed('talking')).to.deep.equal(['callStarted', 'callAccepted']);
    expect(replayed('wrap-up')).to.deep.equal(['callStarted', 'callAccepted', 'callEnded']);
    expect(replayed('wrap-up', {replayEnded: false})).to.deep.equal(['callStarted', 'callAccepted']);
    const {centre, id} = centreWithCall('wrap-up');
    centre.dispose(id, '3558');
    expect(centre.replay()).to.be.empty;
  });

  describe('under faults', () => {
    it('is carried out late', async () => {
      const {centre, clock, live} = centreWithCall('talking');
      centre.inject({fault: 'latency', ms: 500});
      const asked = centre.request('mute');
      expect(live()[0]).to.include({muted: false});
      clock.advance(500);
      await asked;
      expect(live()[0]).to.include({muted: true});
    });

    it('is refused as often as the fault says, for the method of the fault', async () => {
      const {centre, call} = centreWithCall('talking');
      centre.inject({fault: 'error', method: 'getDispositions', errorCode: 'NoData', errorMessage: 'gone', times: 2});
      await centre.request('mute');
      for (let count = 0; count < 2; count++) {
        expect(await refusal(centre.request('getDispositions', call))).to.deep.equal({
          errorCode: 'NoData',
          errorMessage: 'gone',
        });
      }
      expect(await centre.request('getDispositions', call)).to.be.an('array');
      expect(centre.state().faults).to.be.empty;
    });

    it('is carried out even if its answer is lost', async () => {
      const {centre, live} = centreWithCall('talking');
      centre.inject({fault: 'lost-reply'});
      let answered = false;
      void centre.request('sendDtmf', {char: '1'}).then(() => (answered = true));
      await centre.request('sendDtmf', {char: '2'});
      expect(answered).to.equal(false);
      expect(live()[0]).to.include({dtmf: '12'});
    });

    it('needs a new login after the session has expired', async () => {
      const {centre, call, live} = centreWithCall('talking');
      centre.inject({fault: 'expire-session'});
      expect((await refusal(centre.request('getDispositions', call))).errorMessage).to.match(/RELOGIN/);
      centre.logIn();
      expect(await centre.request('getDispositions', call)).to.be.an('array');
      expect(live()).to.have.lengthOf(1);
    });
  });

  it('can use only the last finished interactions, because the state keeps no others', () => {
    const {centre} = quietCentre({keepFinished: 3});
    for (let count = 0; count < 10; count++) {
      const id = dialled(centre, '9250000111');
      centre.hangUp(id);
      centre.dispose(id, '3558');
    }
    expect(centre.state().interactions).to.have.lengthOf(3);
  });
});
