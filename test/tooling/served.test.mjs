import assert from 'node:assert/strict';
import {once} from 'node:events';
import {request} from 'node:http';
import {after, before, beforeEach, describe, it} from 'node:test';
import {WebSocket} from 'ws';
import {startSites} from '../../demo/server/sites.mjs';

const AGENT = 'agents/3001207';
const CREDENTIALS = {username: 'robin@northwind.example', password: 'any'};

/** @type {Awaited<ReturnType<typeof startSites>>} */
let sites;
before(async () => {
  sites = await startSites({port: 0, adapterPort: 0});
});
after(() => sites.close());
beforeEach(async () => {
  assert.equal((await command('reset')).status, 200);
});

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body] A text is sent unchanged, everything else as JSON.
 * @param {Record<string, string>} [headers]
 */
async function send(method, path, body, headers = {}) {
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(new URL(path, sites.adapterUrl), {method, headers, body: text});
  const answer = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return {status: response.status, headers: response.headers, json: isJson ? JSON.parse(answer) : undefined};
}

/**
 * @param {string} name
 * @param {...unknown} args
 */
const command = (name, ...args) => send('POST', 'simulator/commands', {name, args});

async function logIn(how = {}) {
  const {headers} = await send('POST', 'appsvcs/rs/svc/auth/login', {passwordCredentials: CREDENTIALS, ...how});
  const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
  /** @param {string} method @param {string} path @param {unknown} [body] */
  return (method, path, body = undefined) => send(method, `appsvcs/rs/svc/${path}`, body, {cookie});
}

describe('the remote control over HTTP', () => {
  it('returns the state, runs commands, and resets everything', async () => {
    const {json} = await command('offerCall', {ani: '9250000111'});
    assert.match(json.result, /^[0-9A-F]{32}$/);
    assert.equal((await send('GET', 'simulator/state')).json.interactions[0].id, json.result);
    await command('reset');
    assert.deepEqual((await send('GET', 'simulator/state')).json.interactions, []);
  });

  for (const [what, body, error] of /** @type {[string, unknown, RegExp][]} */ ([
    ['an unknown name', {name: 'nix'}, /no command nix; there are state, logIn, .*reset/],
    ['a bad argument', {name: 'offerCall', args: [{}]}, /ani must be a text/],
    ['a missing argument', {name: 'offerCall'}, /offerCall: /],
    ['arguments that are not a list', {name: 'reset', args: 1}, /args must be a list/],
    ['no name', [], /name must be/],
    ['broken JSON', '{', /not JSON/],
    ['too large a body', 'x'.repeat(1_100_000), /too large/],
  ])) {
    it(`answers 400 to ${what}`, async () => {
      const {status, json} = await send('POST', 'simulator/commands', body);
      assert.equal(status, 400);
      assert.match(json.error, error);
    });
  }

  for (const [name, ...args] of /** @type {[string, ...unknown[]][]} */ ([
    ['constructor'],
    ['__proto__'],
    ['hasOwnProperty'],
    ['run'],
    ['logIn', 'x'],
    ['logIn', {stationType: 5}],
    ['offerCall', {ani: '1', dnis: {}}],
    ['offerCall', {ani: '1', cavs: {641: 5}}],
    ['offerCall', {ani: '1', cavs: [null]}],
    ['offerChat', 0],
    ['offerEmail', {from: {}}],
    ['dial', {number: '9250000111', crmObject: 5}],
    ['chooseCampaign', 'x', ''],
    ['inject', {fault: 'constructor'}],
    ['inject', {fault: 'latency', ms: 'long'}],
    ['inject', {fault: 'error', times: 0}],
    ['inject', {fault: 'lost-reply', method: 5}],
    ['configure', []],
    ['configure', JSON.parse('{"__proto__": {}}')],
    ['configure', {wrapUpSeconds: '60'}],
    ['configure', {wrapUpSeconds: -1}],
    ['configure', {wrapUpSeconds: null}],
    ['configure', {dialPattern: '('}],
    ['configure', {abandonedCall: 'forgotten'}],
    ['emitWsEvent', {id: 4}],
  ])) {
    it(`answers 400 to ${name}(${JSON.stringify(args).slice(1, -1)}), and its state stays the same`, async () => {
      const before = (await send('GET', 'simulator/state')).json;
      const {status, json} = await command(name, ...args);
      assert.equal(status, 400);
      assert.equal(typeof json.error, 'string');
      const {now, ...after} = (await send('GET', 'simulator/state')).json;
      assert.deepEqual({now: before.now, ...after}, before, 'The state is the same.');
      assert.ok(now);
    });
  }

  it('refuses to select a record of an unknown kind', async () => {
    const {result: id} = (await command('offerCall', {ani: '9250000111'})).json;
    for (const kind of ['__proto__', 'constructor', 'x', null]) {
      assert.equal((await command('selectObject', id, {kind, objectId: null})).status, 400);
    }
  });

  it('accepts a command with any content type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const {status} = await send('POST', 'simulator/commands', '{"name": "state"}', {'content-type': type});
      assert.equal(status, 200);
    }
  });

  it('names the allowed method after a wrong one, and the known addresses after an unknown one', async () => {
    for (const [method, path, allow] of /** @type {[string, string, string][]} */ ([
      ['GET', 'simulator/commands', 'POST'],
      ['DELETE', 'simulator/commands', 'POST'],
      ['POST', 'simulator/state', 'GET'],
    ])) {
      const {status, headers, json} = await send(method, path);
      assert.equal(status, 405);
      assert.equal(headers.get('allow'), allow);
      assert.match(json.error, new RegExp(`takes ${allow}`));
    }
    assert.equal((await fetch(new URL('simulator/state', sites.adapterUrl), {method: 'HEAD'})).status, 200);
    const {status, json} = await send('GET', 'simulator/constructor');
    assert.equal(status, 404);
    assert.match(json.error, /simulator\/commands/);
  });

  it('serves only pages of this machine', async () => {
    const origin = 'http://localhost:8000';
    const {headers} = await send('GET', 'simulator/state', undefined, {origin});
    assert.equal(headers.get('access-control-allow-origin'), origin);
    assert.equal((await send('GET', 'simulator/state', undefined, {origin: 'https://evil.example'})).status, 403);
  });
});

describe('commands that ask the pages', () => {
  /**
   * Connects an adapter's page over HTTP, as the page of `npm start` does.
   *
   * @param {Record<string, number>} clients Number of clients of each API.
   * @param {Record<string, (params: any) => unknown>} answers Answers to questions, by method. All other questions are
   *   not implemented.
   */
  async function connectPage(clients, answers) {
    const page = `page-${Math.random()}`;
    const asked = /** @type {string[]} */ ([]);
    let id = 0;
    const post = (/** @type {object[]} */ ...requests) =>
      send(
        'POST',
        'simulator/adapter/requests',
        requests.map((request) => ({id: ++id, page, ...request})),
      );
    const socket = new WebSocket(`${sites.adapterUrl.replace('http', 'ws')}appsvcs/ws/${page}?since=0`);
    let seen = (await send('GET', 'simulator/adapter/events')).json.seq;
    socket.on('message', (data) => {
      const {context, payLoad} = JSON.parse(String(data));
      if (context.eventId !== 'simulator') return;
      for (const {seq, event} of payLoad.events) {
        if (seq <= seen || event.kind !== 'question' || !event.pages.includes(page)) continue;
        asked.push(event.method);
        const answer = answers[event.method];
        const content = answer ? {response: answer(event.params) ?? null} : {error: `Not Implemented: ${event.method}`};
        void post({question: event.id, ...content});
      }
      seen = Math.max(seen, payLoad.seq);
    });
    await once(socket, 'open');
    let report = 0;
    await post({report: ++report, clients, isMaster: true});
    return {
      asked,
      async close() {
        await post({report: ++report, clients: {}, isMaster: true});
        socket.close();
        await once(socket, 'close');
      },
    };
  }

  it('answer when the pages have answered', async () => {
    const page = await connectPage(
      {crmApi: 1, hookApi: 1, customMethodsApi: 1},
      {
        _callCustomMethod: ({methodName, argument}) => `${methodName}: ${argument}`,
        beforeMakeCall: () => ({status: {statusCode: 'Cancel'}}),
        openMyCallsToday: () => null,
        saveLog: () => ({saved: true}),
      },
    );
    assert.deepEqual((await command('callCustomMethod', 'note', 'Hi')).json, {result: 'note: Hi'});
    assert.deepEqual(
      (await command('dial', {number: '9250000111'})).json,
      {result: null},
      'The hook cancels the dial.',
    );
    assert.equal((await command('pressTile', 'calls')).status, 200);
    const {result: id} = (await command('offerCall', {ani: '9250000111'})).json;
    await command('answer', id);
    await command('hangUp', id);
    assert.equal((await command('dispose', id, '3558')).status, 200);
    const [call] = (await send('GET', 'simulator/state')).json.interactions;
    assert.deepEqual([call.state, call.logged], ['FINISHED', 'saved']);
    for (const method of ['beforeMakeCall', 'openMyCallsToday', 'search', 'beforeDisposition', 'saveLog']) {
      assert.ok(page.asked.includes(method), `${method} was asked.`);
    }
    await page.close();
  });

  it('wait for the answer of the agent to a hook', async () => {
    const status = {statusCode: 'Confirmation', message: 'Sure?', messageHeader: 'Please confirm'};
    const page = await connectPage({hookApi: 1}, {beforeMakeCall: () => ({status})});
    const dial = command('dial', {number: '9250000111'});
    let dialogs = [];
    while (!dialogs.length) ({dialogs} = (await send('GET', 'simulator/state')).json);
    const [{id, header, message}] = dialogs;
    assert.deepEqual([header, message], ['Please confirm', 'Sure?']);
    assert.equal((await command('answerDialog', id, true)).status, 200);
    assert.match((await dial).json.result, /^[0-9A-F]{32}$/);
    await page.close();
  });

  it('leave the connections of the page free while the agent decides', async () => {
    const status = {statusCode: 'Confirmation', message: 'Sure?'};
    const page = await connectPage({hookApi: 1}, {beforeMakeCall: () => ({status})});
    const dial = {id: 'own#1', command: 'dial', args: [{number: '9250000111'}]};
    const {seq} = (await send('GET', 'simulator/adapter/events')).json;

    const response = await fetch(new URL('simulator/adapter/requests', sites.adapterUrl), {
      method: 'POST',
      body: JSON.stringify([dial]),
    });
    assert.deepEqual(JSON.parse(await response.text()), {id: 'own#1', later: true});

    const [{id}] = (await send('GET', 'simulator/state')).json.dialogs;
    assert.equal((await command('answerDialog', id, true)).status, 200);
    let late;
    while (!late) {
      const {events} = (await send('GET', `simulator/adapter/events?since=${seq}`)).json;
      late = events.find((/** @type {any} */ {event}) => event.kind === 'late reply');
    }
    assert.equal(late.event.id, 'own#1');
    assert.match(late.event.reply.result, /^[0-9A-F]{32}$/);
    await page.close();
  });

  it('ask nobody after the page has closed, and refuse what is not possible', async () => {
    const page = await connectPage({crmApi: 1, customMethodsApi: 1}, {});
    await page.close();
    assert.deepEqual((await command('callCustomMethod', 'note')).json, {result: null});
    for (const [name, ...args] of [
      ['answerDialog', 99, true],
      ['pressTile', 'faxes'],
      ['popRecord', 'nix', '1'],
      ['setLoginState', 'ASLEEP'],
      ['useComponent', {}],
      ['callCustomMethod', 5],
      ['configure', {askedTabs: 'some'}],
    ]) {
      const {status, json} = await command(String(name), ...args);
      assert.equal(status, 400, JSON.stringify([name, ...args]));
      assert.match(json.error, new RegExp(`^${String(name)}: `));
    }
  });

  it('change the state of the login', async () => {
    for (const state of ['SELECT_STATION', 'SELECT_SKILLS', 'ACCEPT_NOTICE', 'WORKING']) {
      assert.equal((await command('setLoginState', state)).status, 200);
      assert.equal((await send('GET', 'simulator/state')).json.agent.loginState, state);
    }
  });

  it('answer a wrong request of an adapter page with an error, and answer the other requests', async () => {
    const requests = [null, 5, {id: 1, page: 'x', report: 1, clients: null}, {id: 2, api: 'nix', method: 'x'}, {id: 3}];
    const response = await fetch(new URL('simulator/adapter/requests', sites.adapterUrl), {
      method: 'POST',
      body: JSON.stringify([...requests, {id: 4, method: 'isMasterPage', own: true}]),
    });
    const replies = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(replies.length, 6);
    assert.deepEqual(
      replies.find(({id}) => id === 4),
      {id: 4, result: null},
    );
    assert.equal(replies.filter((reply) => reply.error).length, 5);
  });
});

describe('REST over HTTP', () => {
  it('needs a session', async () => {
    assert.equal((await send('GET', 'appsvcs/rs/svc/orgs/1/dispositions')).status, 401);
  });

  it('answers the documented requests', async () => {
    const rest = await logIn();
    const {status, json} = await rest('GET', 'orgs/1/dispositions');
    assert.equal(status, 200);
    assert.equal(json.find((/** @type {{id: string}} */ {id}) => id === '3558').name, 'Left Voicemail');
    assert.equal((await rest('GET', `${AGENT}/login_state`)).json, 'WORKING');
    assert.equal((await rest('GET', 'nowhere')).status, 404);
  });

  it('dials, answers, disconnects and disposes', async () => {
    const rest = await logIn();
    const dnc = {number: '9255550199'};
    assert.equal((await rest('POST', `${AGENT}/interactions/make_external_call`, dnc)).status, 435);
    const dialled = await rest('POST', `${AGENT}/interactions/make_external_call`, {...dnc, skipDNCCheck: true});
    assert.equal(dialled.json.state, 'RINGING_ON_OTHER_SIDE');
    const call = `${AGENT}/interactions/calls/${dialled.json.id}`;
    assert.equal((await rest('PUT', `${call}/variables_2`, {641: 'note'})).json['641'], 'note');
    assert.equal((await rest('PUT', `${call}/disconnect`)).json.state, 'WRAP_UP');
    assert.equal((await rest('PUT', `${call}/dispose`, {dispositionId: '3558'})).status, 200);
    assert.equal((await rest('PUT', `${call}/dispose`, {dispositionId: '3558'})).status, 435);
    assert.equal((await rest('PUT', `${call}/hold`)).status, 404, 'That path is an assumption, and disabled.');
  });

  it('answers with the recorded error if the agent is not WORKING', async () => {
    const rest = await logIn();
    await command('inject', {fault: 'not-in-working-state'});
    const {status, json} = await rest('GET', `${AGENT}/interactions`);
    assert.equal(status, 435);
    assert.equal(json.five9ExceptionDetail.errorCode, 3);
    assert.equal(json.five9ExceptionDetail.context.contextCode, 'LOGIN');
    assert.equal((await rest('PUT', `${AGENT}/session_start?force=true`, {stationType: 'SOFTPHONE'})).status, 204);
    assert.equal((await rest('GET', `${AGENT}/interactions`)).status, 200);
  });

  it('loses the session after the fault expire-session', async () => {
    const rest = await logIn();
    await command('inject', {fault: 'expire-session'});
    assert.equal((await rest('GET', `${AGENT}/interactions`)).status, 401);
  });

  for (const body of ['{', '[]', '1', 'null', '{"number":{}}']) {
    it(`answers 400 to ${body}`, async () => {
      const rest = await logIn();
      const {status, json} = await rest('POST', `${AGENT}/interactions/make_external_call`, body);
      assert.equal(status, 400);
      assert.equal(json.five9ExceptionDetail.context.contextCode, 'BAD_REQUEST');
    });
  }
});

describe('a REST client that makes a mistake', () => {
  const origin = 'http://localhost:8000';
  const DISPOSITIONS = 'appsvcs/rs/svc/orgs/1/dispositions';

  it('learns the allowed method of an address', async () => {
    for (const method of ['DELETE', 'PATCH', 'OPTIONS']) {
      const {status, headers, json} = await send(method, DISPOSITIONS);
      assert.equal(status, 405);
      assert.equal(headers.get('allow'), 'GET');
      assert.equal(json.five9ExceptionDetail.context.contextCode, 'METHOD_NOT_ALLOWED');
    }
  });

  it('gets an error for the method TRACE', async () => {
    const {hostname, port} = new URL(sites.adapterUrl);
    const [answer] = await once(request({hostname, port, method: 'TRACE', path: `/${DISPOSITIONS}`}).end(), 'response');
    answer.resume();
    assert.equal(answer.statusCode, 405);
  });

  it('can read the error for a body that is too large, also from another origin', async () => {
    const path = `appsvcs/rs/svc/${AGENT}/interactions/make_external_call`;
    const {status, headers, json} = await send('POST', path, 'x'.repeat(1_100_000), {origin});
    assert.equal(status, 413);
    assert.equal(headers.get('access-control-allow-origin'), origin);
    assert.equal(headers.get('access-control-allow-credentials'), 'true');
    assert.equal(json.five9ExceptionDetail.context.contextCode, 'TOO_LARGE');
  });

  it('learns that a later login has replaced its session', async () => {
    const first = await logIn();
    const second = await logIn({policy: 'ForceIn'});
    assert.equal((await second('GET', 'orgs/1/dispositions')).status, 200);
    const {status, json} = await first('GET', 'orgs/1/dispositions');
    assert.equal(status, 435);
    assert.equal(json.five9ExceptionDetail.context.contextCode, 'DUPLICATE_LOGIN');
    const again = await logIn();
    assert.equal((await again('GET', 'orgs/1/dispositions')).status, 200);
  });

  it('gets no file outside of the served folders, however the path is written', async () => {
    for (const path of [
      '/clients/integrations/../../package.json',
      '/cdn/..%2fpackage.json',
      '/cdn/%2e%2e/package.json',
      '/%00',
      '/%ff',
    ]) {
      for (const url of [sites.url, sites.adapterUrl]) {
        const {hostname, port} = new URL(url);
        const [answer] = await once(request({hostname, port, path}).end(), 'response');
        answer.resume();
        assert.equal(answer.statusCode, 404, path);
      }
    }
  });
});

describe('the WebSocket', () => {
  /** Opens a WebSocket. `next` returns the next message of the server. */
  function connect() {
    const socket = new WebSocket(`${sites.adapterUrl.replace('http', 'ws')}appsvcs/ws/any`);
    const queue = /** @type {any[]} */ ([]);
    let wake = () => {};
    socket.on('message', (data) => {
      queue.push(JSON.parse(String(data)));
      wake();
    });
    const next = async () => {
      while (!queue.length) await new Promise((resolve) => (wake = () => resolve(undefined)));
      return queue.shift();
    };
    return {socket, next};
  }

  it('sends a greeting, answers a ping, and reports calls', async () => {
    const {socket, next} = connect();
    const greeting = await next();
    assert.equal(greeting.context.eventId, '1010');
    assert.equal(greeting.payLoad, null);
    socket.send('ping');
    const pong = await next();
    assert.deepEqual([pong.context.eventId, pong.payLoad], ['1202', 'pong']);
    const {json} = await command('offerCall', {ani: '9250000111'});
    const created = await next();
    assert.deepEqual([created.context.eventId, created.payLoad.id], ['3', json.result]);
    await command('emitWsEvent', {id: '1002'});
    const switchover = await next();
    assert.deepEqual([switchover.context.eventId, switchover.payLoad.orgId], ['1002', '421']);
    socket.close();
    await once(socket, 'close');
  });

  it('closes a second connection', async () => {
    const first = connect();
    await first.next();
    const second = connect();
    assert.equal((await second.next()).context.eventId, '1020');
    const [code] = await once(second.socket, 'close');
    assert.equal(code, 3000);
    first.socket.close();
    await once(first.socket, 'close');
  });
});
