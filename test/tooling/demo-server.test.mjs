import assert from 'node:assert/strict';
import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {request} from 'node:http';
import process from 'node:process';
import {after, before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {startSites} from '../../demo/server/sites.mjs';

const MAIN = new URL('../../demo/server/main.mjs', import.meta.url).pathname;

describe('the demo server', () => {
  /** @type {Awaited<ReturnType<typeof startSites>>} */
  let sites;
  before(async () => {
    sites = await startSites({port: 0, adapterPort: 0});
  });
  after(() => sites.close());

  it('answers by host name and by IP address', async () => {
    for (const host of ['localhost', '127.0.0.1']) {
      const {status} = await fetch(new URL('demo/server/main.mjs', sites.url.replace('localhost', host)));
      assert.equal(status, 200);
    }
  });

  it('serves scripts as JavaScript, and forbids caches to store them', async () => {
    const {headers} = await fetch(new URL('demo/server/main.mjs', sites.url));
    assert.equal(headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(headers.get('cache-control'), 'no-store');
  });

  it('answers HEAD without a body', async () => {
    const response = await fetch(new URL('demo/server/main.mjs', sites.url), {method: 'HEAD'});
    assert.equal(response.status, 200);
    assert.equal(await response.text(), '');
  });

  for (const path of [
    '/demo/../package.json',
    '/demo/%2e%2e/package.json',
    '/demo/..%2fpackage.json',
    '/package.json',
    '/demo/%00',
    '/demo/%zz',
  ]) {
    it(`does not serve ${path}`, async () => {
      assert.equal(await statusOf(sites.url, path), 404);
    });
  }

  it('gives the pages the origin of the adapter', async () => {
    const response = await fetch(new URL('demo/settings.json', sites.url));
    assert.deepEqual(await response.json(), {adapterOrigin: new URL(sites.adapterUrl).origin});
  });

  it('reports a port that is in use, and how to choose another', async () => {
    const {port} = new URL(sites.url);
    const started = promisify(execFile)(process.execPath, [MAIN], {
      env: {...process.env, PORT: port, ADAPTER_PORT: '0'},
    });
    await assert.rejects(started, ({code, stderr}) => {
      assert.equal(code, 1);
      assert.match(stderr, new RegExp(`^Port ${port} is taken: set PORT to another one.*\n$`));
      return true;
    });
  });

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    it(`prints its address, and exits without an error on ${signal}`, async () => {
      const server = spawn(process.execPath, [MAIN], {env: {...process.env, PORT: '0', ADAPTER_PORT: '0'}});
      const [line] = await once(server.stdout, 'data');
      assert.match(String(line), /http:\/\/localhost:\d+\/ .*http:\/\/localhost:\d+\//);
      const ended = once(server, 'exit');
      server.kill(signal);
      assert.deepEqual(await ended, [0, null]);
    });
  }
});

/**
 * Returns the status of the response to a path with dots, which `fetch` would resolve before it sends the request.
 *
 * @param {string} server
 * @param {string} path
 * @returns {Promise<number | undefined>}
 */
async function statusOf(server, path) {
  const {hostname, port} = new URL(server);
  const [response] = await once(request({hostname, port, path}).end(), 'response');
  response.resume();
  return response.statusCode;
}
