import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

/** @import {Context, Next} from 'koa' */

const PAGES = /^\/test\/pages\/[\w/-]+\.html$/;
const BUILT = /^\/cdn\/[\w.-]+\.js$/;
const ROOT = new URL('../../', import.meta.url);

/**
 * Serves test/pages/*.html as they stand, without the script that the runner puts into every other page, and with the
 * response headers of the `.headers.json` beside it (an object of names and values), for pages that test a policy.
 * The ready-made files come as they were built, not as the runner would change them. `made.html` is what its query says, for tests with many pages that differ in a line.
 *
 * @param {Context} context
 * @param {Next} next
 */
export async function servePages(context, next) {
  if (context.path === '/test/pages/made.html') {
    context.type = 'html';
    context.body = decodeURIComponent(context.querystring);
    return;
  }
  if (BUILT.test(context.path)) {
    const file = await readFile(new URL(`.${context.path}`, ROOT)).catch(() => undefined);
    if (!file) return next();
    context.type = 'js';
    context.body = file;
    return;
  }
  if (!PAGES.test(context.path)) return next();
  const file = fileURLToPath(new URL(`.${context.path}`, ROOT));
  const page = await readFile(file, 'utf8').catch(() => undefined);
  if (page === undefined) return next();
  const headers = await readFile(file.replace(/\.html$/, '.headers.json'), 'utf8').catch(() => '{}');
  context.set(JSON.parse(headers));
  context.type = 'html';
  context.body = page;
}
