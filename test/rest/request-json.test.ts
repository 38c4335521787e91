import {expect} from '@open-wc/testing';
import {InteractionApiError, type RestParams} from '../../src/interaction-api.js';
import {type JsonRequest, requestJson, type RestApi, RestError} from '../../src/rest.js';
import {rejection} from '../support/time.js';

const DETAIL = {
  timestamp: 1_700_000_000_000,
  errorCode: 3,
  message: 'The login state is ACCEPT_NOTICE, but WORKING is required.',
  context: {contextCode: 'LOGIN', farmId: '149'},
};

/** Returns an API that always gives the same answer, and a record of its calls. */
function answering(status: number, response: string) {
  const calls: [string, RestParams, unknown][] = [];
  const answer = (name: string) => (params: RestParams, options?: unknown) => {
    calls.push([name, params, options]);
    return Promise.resolve({status, response});
  };
  const api: RestApi = {executeRestApi: answer('page'), executeRestApiV2: answer('adapter')};
  return {api, calls};
}

describe('requestJson', () => {
  it('sends JSON, and resolves with JSON of the given type', async () => {
    const {api, calls} = answering(200, '{"id":"1"}');
    const {signal} = new AbortController();
    const request: JsonRequest = {method: 'PUT', body: {a: ['ü']}, headers: {farmId: '149'}, timeout: 50, signal};

    const {id} = await requestJson<{id: string}>(api, '/path', request);

    expect(id).to.equal('1');
    expect(calls).to.deep.equal([
      ['page', {path: '/path', method: 'PUT', payload: '{"a":["ü"]}', headers: {farmId: '149'}}, {timeout: 50, signal}],
    ]);
  });

  it('sends GET without a body by default, and through the adapter if asked to', async () => {
    const {api, calls} = answering(200, 'null');
    expect(await requestJson(api, '/path', {via: 'adapter'})).to.equal(null);
    expect(calls).to.deep.equal([['adapter', {path: '/path', method: 'GET', payload: null}, {}]]);
  });

  for (const body of [false, 0, '', null]) {
    it(`sends ${JSON.stringify(body)} too`, async () => {
      const {api, calls} = answering(204, '');
      expect(await requestJson(api, '/path', {method: 'POST', body})).to.equal(undefined);
      expect(calls[0]?.[1].payload).to.equal(JSON.stringify(body));
    });
  }

  for (const [name, status, response, message, detail] of [
    ['the message of Five9', 435, JSON.stringify({five9ExceptionDetail: DETAIL}), DETAIL.message, DETAIL],
    ['the status if the answer has no message', 404, '<html>', 'Five9 answered with HTTP status 404.', undefined],
    ['the status of an empty answer', 500, '', 'Five9 answered with HTTP status 500.', undefined],
    ['the status 0, which the SDK returns if nothing was sent', 0, '', 'Five9 answered with HTTP status 0.', undefined],
    [
      'the status if the detail has no message',
      401,
      '{"five9ExceptionDetail":{}}',
      'Five9 answered with HTTP status 401.',
      {},
    ],
    [
      'the status if the detail is not an object',
      401,
      '{"five9ExceptionDetail":"no"}',
      'Five9 answered with HTTP status 401.',
      undefined,
    ],
    ['the status if the JSON is not an object', 400, 'null', 'Five9 answered with HTTP status 400.', undefined],
    [
      'an error for a success that is not JSON',
      200,
      'x\u0000',
      'Five9 answered with a text that is not JSON.',
      undefined,
    ],
  ] as const) {
    it(`throws ${name}`, async () => {
      const {api} = answering(status, response);

      const error = (await rejection(requestJson(api, '/path'))) as RestError;

      expect(error).to.be.instanceOf(RestError).and.to.be.instanceOf(InteractionApiError);
      expect(error).to.include({status, response, message, errorCode: 'Generic', method: 'executeRestApi'});
      expect(error.five9ExceptionDetail).to.deep.equal(detail);
      expect(error.cause).to.deep.equal({status, response});
    });
  }

  it('turns the rejections of an SDK into InteractionApiErrors', async () => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as the SDK rejects
    const api: RestApi = {executeRestApi: () => Promise.reject({error: 'Wrong request path'})};
    const error = await rejection(requestJson(api, 'path'));
    expect(error).to.be.instanceOf(InteractionApiError).and.not.to.be.instanceOf(RestError);
    expect(error).to.include({errorCode: 'Generic', errorMessage: 'Wrong request path', method: 'executeRestApi'});
  });

  it('rejects with NotSupported if an old SDK cannot send through the adapter', async () => {
    const {executeRestApi} = answering(200, '').api;
    const error = await rejection(requestJson({executeRestApi}, '/path', {via: 'adapter'}));
    expect(error).to.include({errorCode: 'NotSupported', method: 'executeRestApiV2'});
  });

  const cyclic: {self?: unknown} = {};
  cyclic.self = cyclic;
  for (const [name, body] of [
    ['has a BigInt', {id: 1n}],
    ['contains itself', cyclic],
    ['is a function', () => undefined],
    ['is a symbol', Symbol('x')],
  ] as const) {
    it(`rejects with an InteractionApiError, and sends nothing, if the body ${name}`, async () => {
      const {api, calls} = answering(200, '{}');
      const error = await rejection(requestJson(api, '/path', {method: 'POST', body}));
      expect(error).to.be.instanceOf(InteractionApiError).and.not.to.be.instanceOf(RestError);
      expect(error).to.include({errorCode: 'Generic', method: 'executeRestApi'});
      expect(error)
        .to.have.property('message')
        .that.matches(/^The body cannot be written as JSON: /);
      expect(calls).to.be.empty;
    });
  }
});
