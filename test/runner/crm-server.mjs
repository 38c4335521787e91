/** @import {Context, Next} from 'koa' */

/**
 * A reply of the server of a CRM.
 *
 * @typedef {object} CrmReply
 * @property {number} [status]
 * @property {Record<string, string>} [headers]
 * @property {string} [body]
 * @property {number} [length] number of characters of a long body
 * @property {boolean} [silent] whether the server never answers
 */

/** @typedef {{method: string, url: string, headers: Record<string, unknown>, body: string}} CrmRequest */

const ADDRESS = /^\/crm\/([\w-]+)(\/.*)$/;

/** The replies and the received requests of each server, by its name. */
const servers = /** @type {Map<string, {replies: CrmReply[], requests: CrmRequest[]}>} */ (new Map());

/**
 * Is the server of a CRM below `/crm/<name>/`. A test uses a new name each time. `PUT /crm/<name>/replies` sets the
 * replies: one after the other, and then always the last. `GET /crm/<name>/requests` returns the received requests. A
 * page of another origin of this server may read every reply.
 *
 * @param {Context} context
 * @param {Next} next
 */
export async function crmServer(context, next) {
  const [, name, path] = ADDRESS.exec(context.path) ?? [];
  if (name === undefined) return next();
  const server = servers.get(name) ?? {replies: [], requests: []};
  servers.set(name, server);
  const body = await bodyOf(context);
  context.set('Access-Control-Allow-Origin', context.get('Origin') || '*');
  context.set('Access-Control-Allow-Credentials', 'true');
  context.set('Access-Control-Allow-Headers', 'content-type, idempotency-key, x-csrf-token');
  context.set('Cache-Control', 'no-store');
  if (context.method === 'OPTIONS') {
    context.status = 204;
  } else if (path === '/replies') {
    server.replies = JSON.parse(body);
    context.status = 204;
  } else if (path === '/requests') {
    context.body = server.requests;
  } else {
    const {method, url, headers} = context;
    server.requests.push({method, url: url.slice(`/crm/${name}`.length), headers, body});
    await send(context, (server.replies.length > 1 ? server.replies.shift() : server.replies[0]) ?? {});
  }
}

/**
 * @param {Context} context
 * @param {CrmReply} reply
 */
async function send(context, {status = 200, headers = {}, body = '', length, silent}) {
  if (silent) {
    await new Promise((resolve) => context.req.once('close', resolve));
    return;
  }
  context.body = length ? 'x'.repeat(length) : body;
  context.status = status;
  context.set(headers);
}

/** @param {Context} context */
async function bodyOf({req}) {
  let text = '';
  for await (const part of req) text += part;
  return text;
}
