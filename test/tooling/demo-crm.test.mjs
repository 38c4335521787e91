import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createServer} from 'node:http';
import {once} from 'node:events';
import {crmApi} from '../../demo/server/crm/api.mjs';
import {crmPages} from '../../demo/server/crm/pages.mjs';
import {createRecords} from '../../demo/server/crm/records.mjs';

const LOG = {
  interactionType: 'Call',
  interactionData: {interactionId: 'A1', callType: 'INBOUND', ani: '9255550161'},
  interactionLogData: {dispositionName: 'Sale <b>made</b>', duration: 75, comments: 'Wants "two" & more'},
};

describe('the CRM of the demo on the server', () => {
  /** @type {import('node:http').Server} */
  let server;
  let origin = '';
  before(async () => {
    const records = createRecords();
    const handlers = [crmApi(records), crmPages(records)];
    server = createServer(async (request, response) => {
      const url = new URL(request.url ?? '/', origin);
      for (const handler of handlers) if (await handler(request, response, url)) return;
      response.writeHead(404).end();
    });
    server.listen(0, 'localhost');
    await once(server, 'listening');
    const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
    origin = `http://localhost:${port}`;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  const get = (/** @type {string} */ path) => fetch(origin + path);
  /** @param {unknown} body @param {Record<string, string>} [headers] */
  const post = (body, headers = {'idempotency-key': 'A1', 'content-type': 'application/json'}) =>
    fetch(`${origin}/demo/api/activities`, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('finds a contact and its cases by a number in any notation', async () => {
    for (const number of ['9250000111', '%2B19250000111', '(925)%20000-0111']) {
      const {crmObjects, screenPopObject} = await (await get(`/demo/api/contacts?phone=${number}`)).json();
      assert.deepEqual(
        crmObjects.map((/** @type {{name: string}} */ {name}) => name),
        ['Alice Abernathy', 'Broken microwave', 'Second fridge for the 4th floor'],
      );
      assert.equal(screenPopObject.id, '123');
    }
  });

  it('finds nothing for an unknown number, and for no number', async () => {
    for (const query of ['?phone=2025550100', '?phone=', '']) {
      assert.deepEqual(await (await get(`/demo/api/contacts${query}`)).json(), {crmObjects: []});
    }
  });

  it('saves a log once for each idempotency key, and shows it as text', async () => {
    const [first, second] = [await post(LOG), await post(LOG)];
    assert.deepEqual([first.status, second.status], [201, 200]);
    assert.deepEqual(await first.json(), await second.json());
    for (const path of ['/demo/no-script/contacts/124', '/demo/no-script/activities']) {
      const page = await (await get(path)).text();
      assert.equal(page.split('Call · Sale &#60;b&#62;made&#60;/b&#62;').length, 2, path);
      assert.match(page, /Lasted 1:15\. Wants &#34;two&#34; &#38; more/);
    }
  });

  it('adds the log to the contact of the selected record', async () => {
    const interactionLogData = {...LOG.interactionLogData, dispositionName: 'About the case', what: {id: '458'}};
    await post({...LOG, interactionLogData}, {'idempotency-key': 'A2', 'content-type': 'application/json'});
    assert.match(await (await get('/demo/no-script/contacts/125')).text(), /Call · About the case/);
  });

  it('shows the record of an account or a case as the record of its contact', async () => {
    for (const id of ['123', '789', '456']) {
      assert.match(await (await get(`/demo/no-script/contacts/${id}`)).text(), /<h1>Alice Abernathy<\/h1>/);
    }
  });

  it('has no page for an unknown record', async () => {
    assert.equal((await get('/demo/no-script/contacts/0')).status, 404);
  });

  it('refuses a log without a key, without JSON, or that is no log', async () => {
    const json = {'content-type': 'application/json'};
    assert.equal((await post(LOG, json)).status, 400);
    assert.equal((await post(LOG, {'idempotency-key': 'A3', 'content-type': 'text/plain'})).status, 415);
    for (const body of ['{', 'null', '[]', '{"interactionType": "Fax"}']) {
      assert.equal((await post(body, {...json, 'idempotency-key': 'A3'})).status, 400, body);
    }
  });
});
