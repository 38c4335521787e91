/**
 * Tests `executeRestApi`. For this method, the page itself sends the request to the base address that the adapter
 * reports.
 */
import {expect} from '@open-wc/testing';
import sinon from 'sinon';
import {type InteractionApi, InteractionApiError} from '../../src/interaction-api.js';
import {connect, type Line} from '../support/client.js';
import type {Place} from '../support/places.js';
import {rejection, until, watch} from '../support/time.js';

const BASE = 'https://app-atl.five9.com';
const PATH = '/appsvcs/rs/svc/orgs/1/dispositions?active=true';

type RestParams = Parameters<InteractionApi['executeRestApi']>[0];

/** Returns the request of the first call of `fetch`. */
async function sent(
  fetching: sinon.SinonStub,
): Promise<{request: Request; body: string; signal: AbortSignal | undefined}> {
  const [input, init] = fetching.firstCall.args as [RequestInfo | URL, RequestInit | undefined];
  const request = new Request(input, init);
  return {request, body: await request.clone().text(), signal: init?.signal ?? undefined};
}

export function describeRest(place: Place): void {
  describe(`executeRestApi over ${place.name}`, () => {
    const open = async (
      apiBaseURL: unknown = BASE,
      allowed = 'https://*.five9.com',
    ): Promise<Line & {fetching: sinon.SinonStub}> => {
      const line = await connect(place, {settings: {adapterOrigin: `${allowed} ${place.origin}`}});
      await line.adapter.reply('getApplicationContext', {response: {apiBaseURL, agentId: '1', tenantId: '2'}});
      const fetching = sinon
        .stub(window, 'fetch')
        .callsFake(() => Promise.resolve(new Response('{"a":1}', {status: 200})));
      return {...line, fetching};
    };

    it('requests the adapter’s base address, and sends the path there with the agent’s session', async () => {
      const {api, fetching, adapter} = await open();

      const result = await api.executeRestApi({path: PATH});

      expect(result).to.deep.equal({status: 200, response: '{"a":1}'});
      const {request, body} = await sent(fetching);
      expect(request.url).to.equal(BASE + PATH);
      expect(request.method).to.equal('GET');
      expect(request.credentials).to.equal('include');
      expect(request.redirect, 'the target of a redirect is not known before').to.equal('error');
      expect(request.headers.get('content-type')).to.equal('application/json');
      expect(body).to.equal('');
      expect(
        adapter.requests('executeRestApi'),
        'the adapter gets no request except for its base address',
      ).to.have.lengthOf(0);
    });

    for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'PATCH'] as const) {
      it(`sends ${method}`, async () => {
        const {api, fetching} = await open();

        await api.executeRestApi({path: PATH, method, ...(method !== 'GET' && {payload: '{"b":2}'})});

        const {request, body} = await sent(fetching);
        expect(request.method).to.equal(method);
        expect(body).to.equal(method === 'GET' ? '' : '{"b":2}');
      });
    }

    for (const [name, params, expected] of [
      ['a content type of its own', {contentType: 'text/plain'}, 'text/plain'],
      ['no content type with false', {contentType: false}, null],
      [
        'a content type among the headers, which wins',
        {headers: {'content-type': 'text/csv'}, contentType: 'text/plain'},
        'text/csv',
      ],
      ['a content type among the headers in any case', {headers: {'Content-TYPE': 'text/csv'}}, 'text/csv'],
      [
        'a content type among the headers, with false too',
        {headers: {'Content-Type': 'text/csv'}, contentType: false},
        'text/csv',
      ],
    ] as [string, Partial<RestParams>, string | null][]) {
      it(`sends ${name}`, async () => {
        const {api, fetching} = await open();

        await api.executeRestApi({path: PATH, method: 'DELETE', ...params});

        expect((await sent(fetching)).request.headers.get('content-type')).to.equal(expected);
      });
    }

    it('sends the other headers too', async () => {
      const {api, fetching} = await open();

      await api.executeRestApi({path: PATH, headers: {'X-Requested-With': 'five9-elements', farmId: '149'}});

      const {request} = await sent(fetching);
      expect(request.headers.get('x-requested-with')).to.equal('five9-elements');
      expect(request.headers.get('farmid')).to.equal('149');
    });

    for (const payload of [null, undefined, ''] as const) {
      it(`sends no body for ${JSON.stringify(payload)}`, async () => {
        const {api, fetching} = await open();

        await api.executeRestApi({path: PATH, method: 'POST', ...(payload !== undefined && {payload})});

        expect((await sent(fetching)).body).to.equal('');
      });
    }

    for (const status of [201, 204, 401, 404, 435, 500]) {
      it(`resolves with status ${status}`, async () => {
        const {api, fetching} = await open();
        const text = status === 204 ? null : '{"five9ExceptionDetail":{"errorCode":3}}';
        fetching.callsFake(() => Promise.resolve(new Response(text, {status})));

        expect(await api.executeRestApi({path: PATH})).to.deep.equal({status, response: text ?? ''});
      });
    }

    it('sends a real request to the page’s own server, and also resolves with status 404', async () => {
      const {api} = await open(location.origin);
      sinon.restore();

      const found = await api.executeRestApi({path: '/package.json'});
      const missing = await api.executeRestApi({path: '/there-is-no-such-file'});

      expect(found.status).to.equal(200);
      expect(JSON.parse(found.response)).to.have.property('name', 'five9-elements');
      expect(missing.status).to.equal(404);
    });

    for (const [name, params] of [
      ['no parameters', undefined],
      ['no path', {}],
      ['a path that does not start with /', {path: 'appsvcs'}],
      ['a whole address', {path: 'https://evil.example/'}],
      ['a path that makes another host', {path: '.evil.example/'}],
      ['a path with a user in it', {path: '@evil.example/'}],
      ['a path that is no string', {path: {toString: undefined}}],
      ['a method that is none', {path: PATH, method: 'FETCH'}],
      ['a method in small letters', {path: PATH, method: 'get'}],
      ['a content type that is none', {path: PATH, contentType: true}],
    ] as [string, RestParams][]) {
      it(`rejects ${name}, and sends nothing`, async () => {
        const {api, fetching} = await open();

        const error = await rejection(api.executeRestApi(params));

        expect(error).to.be.instanceOf(InteractionApiError);
        expect(error).to.include({errorCode: 'Generic', method: 'executeRestApi'});
        expect(fetching.called).to.equal(false);
      });
    }

    for (const base of [
      'https://evil.example',
      'https://five9.com.evil.example',
      'https://evilfive9.com',
      'http://app.five9.com',
      'https://app.five9.com@evil.example',
      'https://app.five9.com.evil.example/',
      'javascript:alert(1)//',
      'data:text/plain,',
      'https:',
      '//evil.example',
      '',
      null,
      undefined,
      {href: 'https://app.five9.com'},
    ]) {
      it(`sends nothing to a base that is not allowed: ${JSON.stringify(base)}`, async () => {
        const {api, fetching} = await open(base ?? null);

        const error = await rejection(api.executeRestApi({path: '/x'}));

        expect(error).to.be.instanceOf(InteractionApiError);
        expect(error).to.include({errorCode: 'Generic', method: 'executeRestApi'});
        expect(fetching.called).to.equal(false);
      });
    }

    it('sends nothing to another host, whatever the path is', async () => {
      const {api, fetching} = await open('https:');

      await rejection(api.executeRestApi({path: '//evil.example/x'}));

      expect(fetching.called).to.equal(false);
    });

    it('sends to the page’s own origin and to the adapter’s, even if they are not in the allow-list', async () => {
      const {adapter} = await open();
      for (const base of [location.origin, adapter.origin]) {
        sinon.restore();
        const {api, fetching} = await open(base);

        await api.executeRestApi({path: '/x'});

        expect((await sent(fetching)).request.url).to.equal(`${base}/x`);
      }
    });

    it('rejects if the request could not be sent', async () => {
      const {api, fetching} = await open();
      fetching.rejects(new TypeError('Failed to fetch'));

      const error = (await rejection(api.executeRestApi({path: PATH}))) as InteractionApiError;

      expect(error).to.be.instanceOf(InteractionApiError);
      expect(error).to.include({errorCode: 'Generic', method: 'executeRestApi'});
      expect(error.cause).to.be.instanceOf(TypeError);
    });

    it('rejects if the adapter does not return its base address', async () => {
      const {api, adapter, fetching} = await open();
      await adapter.reply('getApplicationContext', {error: {errorCode: 'NoData', errorMessage: 'not logged in'}});

      const error = (await rejection(api.executeRestApi({path: PATH}))) as InteractionApiError;

      expect(error).to.be.instanceOf(InteractionApiError);
      expect(error).to.have.property('method', 'executeRestApi');
      expect(error.errorMessage).to.contain('not logged in');
      expect(fetching.called).to.equal(false);
    });

    it('aborts the request of fetch when the caller aborts', async () => {
      const {api, fetching} = await open();
      const given = new AbortController();
      const fetched = new Promise<AbortSignal>((resolve) => {
        fetching.callsFake((_input: unknown, init: RequestInit) => {
          resolve(init.signal!);
          return new Promise(() => undefined);
        });
      });
      const rest = watch(api.executeRestApi({path: PATH}, {signal: given.signal}));
      const signal = await fetched;

      given.abort();
      await until(() => rest.state === 'rejected');

      expect(rest.error).to.include({errorCode: 'Aborted', method: 'executeRestApi'});
      expect(signal.aborted).to.equal(true);
    });
  });
}
