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

/** An API that gives one answer, and remembers what it was asked for. */
function answering(status: number, response: string) {
  const asked: [string, RestParams, unknown][] = [];
  const answer = (name: string) => (params: RestParams, options?: unknown) => {
    asked.push([name, params, options]);
    return Promise.resolve({status, response});
  };
  const api: RestApi = {executeRestApi: answer('page'), executeRestApiV2: answer('adapter')};
  return {api, asked};
}

describe('requestJson', () => {
  it('sends JSON and resolves with JSON, of the type that it is told', async () => {
    const {api, asked} = answering(200, '{"id":"1"}');
    const {signal} = new AbortController();
    const request: JsonRequest = {method: 'PUT', body: {a: ['ü']}, headers: {farmId: '149'}, timeout: 50, signal};

    const {id} = await requestJson<{id: string}>(api, '/path', request);

    expect(id).to.equal('1');
    expect(asked).to.deep.equal([
      ['page', {path: '/path', method: 'PUT', payload: '{"a":["ü"]}', headers: {farmId: '149'}}, {timeout: 50, signal}],
    ]);
  });

  it('gets without a body, and through the adapter where it is told so', async () => {
    const {api, asked} = answering(200, 'null');
    expect(await requestJson(api, '/path', {via: 'adapter'})).to.equal(null);
    expect(asked).to.deep.equal([['adapter', {path: '/path', method: 'GET', payload: null}, {}]]);
  });

  for (const body of [false, 0, '', null]) {
    it(`sends ${JSON.stringify(body)} too`, async () => {
      const {api, asked} = answering(204, '');
      expect(await requestJson(api, '/path', {method: 'POST', body})).to.equal(undefined);
      expect(asked[0]?.[1].payload).to.equal(JSON.stringify(body));
    });
  }

  for (const [name, status, response, message, detail] of [
    ['what Five9 says', 435, JSON.stringify({five9ExceptionDetail: DETAIL}), DETAIL.message, DETAIL],
    ['the status where Five9 says nothing', 404, '<html>', 'The answer is HTTP 404.', undefined],
    ['the status of an empty answer', 500, '', 'The answer is HTTP 500.', undefined],
    ['that nothing could be sent, as the SDK has it', 0, '', 'The answer is HTTP 0.', undefined],
    ['a detail without words', 401, '{"five9ExceptionDetail":{}}', 'The answer is HTTP 401.', {}],
    ['a detail that is none', 401, '{"five9ExceptionDetail":"no"}', 'The answer is HTTP 401.', undefined],
    ['JSON that is no object', 400, 'null', 'The answer is HTTP 400.', undefined],
    ['a success that is no JSON', 200, 'x\u0000', 'The answer is not JSON.', undefined],
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

  it('makes one kind of error of what an SDK rejects with', async () => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as the SDK does it
    const api: RestApi = {executeRestApi: () => Promise.reject({error: 'Wrong request path'})};
    const error = await rejection(requestJson(api, 'path'));
    expect(error).to.be.instanceOf(InteractionApiError).and.not.to.be.instanceOf(RestError);
    expect(error).to.include({errorCode: 'Generic', errorMessage: 'Wrong request path', method: 'executeRestApi'});
  });

  it('says that an old SDK does not send through the adapter', async () => {
    const {executeRestApi} = answering(200, '').api;
    const error = await rejection(requestJson({executeRestApi}, '/path', {via: 'adapter'}));
    expect(error).to.include({errorCode: 'NotSupported', method: 'executeRestApiV2'});
  });
});
