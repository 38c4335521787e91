/** @import {Context, Next} from 'koa' */

const ADDRESS = /^\/fail\/(\d+)\/[^/]+(\/.+)$/;
/** Number of requests so far, by path. @type {Map<string, number>} */
const requests = new Map();

/**
 * Answers the first requests of `/fail/<number>/<any text>/<path>` with an error, and each later request with a
 * redirect to `/<path>`. The number is the number of errors. A test uses a new text each time.
 *
 * @param {Context} context
 * @param {Next} next
 */
export async function failingFiles(context, next) {
  const [address, errors, path] = ADDRESS.exec(context.path) ?? [];
  if (address === undefined || path === undefined) return next();
  const count = (requests.get(address) ?? 0) + 1;
  requests.set(address, count);
  context.set('Cache-Control', 'no-store');
  if (count > Number(errors)) context.redirect(path);
  else context.status = 503;
}
