import {expect} from '@open-wc/testing';
import {InteractionApiError} from '../../src/interaction-api.js';
import {normalParams} from '../../src/interaction-api/params.js';
import {kindWords, textOf} from '../../src/interaction-api/text-of.js';
import {CALL_ID, CRM_OBJECT} from '../support/samples.js';
import {connectService} from '../support/service.js';
import {rejection} from '../support/time.js';

const CALL = {interactionType: 'Call', interactionId: 5};

/** Values that are neither a text nor a number. */
const WRONG: unknown[] = [null, undefined, {}, [], NaN, Infinity, true, false, (): void => undefined, Symbol('x')];

describe('a value as text', () => {
  for (const [value, text] of [
    ['a', 'a'],
    ['', ''],
    [5, '5'],
    [-0, '0'],
    [0.5, '0.5'],
    [9250000111, '9250000111'],
    [1e21, '1000000000000000000000'],
    [300000000000000483n, '300000000000000483'],
  ] as const) {
    it(`is ${JSON.stringify(text)} for ${typeof value} ${String(value)}`, () => {
      expect(textOf(value)).to.equal(text);
    });
  }

  for (const value of WRONG) {
    it(`does not exist for ${kindWords(value)}`, () => {
      expect(textOf(value)).to.equal(undefined);
    });
  }
});

describe('the parameters of an API call', () => {
  for (const [method, params, sent] of [
    ['setDisposition', {...CALL, dispositionId: 3558, timeout: 15}, {dispositionId: '3558', timeout: '15'}],
    ['selectNameObject', {...CALL, objectId: 7}, {objectId: '7'}],
    ['selectRelatedToObject', {...CALL, objectId: null}, {objectId: null}],
    ['getCav', CALL, {}],
    ['openInteraction', CALL, {}],
    ['setCav', {...CALL, cavList: [{id: 641, value: 2n}]}, {cavList: [{id: '641', value: '2'}]}],
    ['getCrm', {...CALL, somethingNew: [1]}, {somethingNew: [1]}],
  ] as const) {
    it(`of ${method} are texts if the caller gives numbers, and the object of the caller stays unchanged`, () => {
      const given = structuredClone(params) as object;
      expect(normalParams(method, given)).to.deep.equal({...params, ...sent, interactionId: '5'});
      expect(given).to.deep.equal(params);
    });
  }

  it('of sendDtmf, click2dial and objectVisited are texts if the caller gives numbers', () => {
    expect(normalParams('sendDtmf', {char: 1})).to.deep.equal({char: '1'});
    expect(normalParams('objectVisited', {crmObject: {...CRM_OBJECT, id: 789, name: 1}})).to.deep.equal({
      crmObject: {...CRM_OBJECT, name: '1'},
    });
    const click2DialData = {clickToDialNumber: 9250000111, preselectedCampaignName: 7, crmObject: {id: 789}};
    expect(normalParams('click2dial', {click2DialData})).to.deep.equal({
      click2DialData: {clickToDialNumber: '9250000111', preselectedCampaignName: '7', crmObject: {id: '789'}},
    });
  });

  it('are the object of the caller if nothing must be converted', () => {
    const params = {interactionType: 'Call', interactionId: CALL_ID};
    expect(normalParams('getDispositions', params)).to.equal(params);
    expect(normalParams('getCav', undefined)).to.equal(undefined);
    expect(normalParams('somethingNew', null)).to.equal(null);
  });

  it('are refused with a typed error if an id is neither a text nor a number, and nothing is sent', async () => {
    const {service, adapter} = await connectService();
    for (const value of WRONG) {
      const params = {interactionType: 'Call', interactionId: CALL_ID, dispositionId: value} as never;
      const error = await rejection(service.api.setDisposition(params));
      expect(error).to.be.instanceOf(InteractionApiError);
      expect(error).to.include({errorCode: 'Generic', method: 'setDisposition'});
      expect((error as Error).message).to.equal(
        `setDisposition was not sent: dispositionId must be a text or a number, and not ${kindWords(value)}.`,
      );
    }
    expect(() => service.api.objectVisited({crmObject: {id: null}} as never)).to.throw(
      InteractionApiError,
      'crmObject.id must be a text or a number, and not null.',
    );
    await adapter.sync();
    expect(adapter.requests('setDisposition')).to.deep.equal([]);
    expect(adapter.all('event')).to.deep.equal([]);
  });

  it('name the wrong entry of a list', () => {
    expect(() => normalParams('setCav', {interactionId: '1', cavList: [{id: 1, value: ''}, null]})).to.throw(
      'setCav was not sent: cavList[1] must be an object, and not null.',
    );
    expect(() => normalParams('setCav', {interactionId: '1', cavList: {}})).to.throw('cavList must be a list');
  });
});

describe('a subscription', () => {
  it('to a WebSocket event takes a number as id, and receives an event with a number as id', async () => {
    const {service, adapter} = await connectService();
    const seen: unknown[] = [];
    service.api.subscribeWsEvent(4, (payload) => seen.push(payload));
    await adapter.wsEvent(4, 'number');
    await adapter.wsEvent('4', 'text');
    await adapter.wsEvent(null, 'none');
    await adapter.reply('isMasterPage', {response: true});
    await service.api.isMasterPage();
    expect(seen).to.deep.equal(['number', 'text']);
  });

  it('refuses an id that is neither a text nor a number', async () => {
    const {service} = await connectService();
    for (const id of [null, undefined, NaN, true]) {
      expect(() => service.api.subscribeWsEvent(id as never, () => undefined)).to.throw(TypeError, kindWords(id));
    }
  });
});
