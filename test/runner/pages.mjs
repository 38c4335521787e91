import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

/** @import {Context, Next} from 'koa' */

const PAGES = /^\/test\/pages\/[\w/-]+\.html$/;
const BUILT = /^\/cdn\/[\w.-]+\.js$/;
const ROOT = new URL('../../', import.meta.url);

/**
 * Serves some files unchanged, without the code that the runner adds to every other file:
 * - test/pages/*.html, with the response headers of its `.headers.json` (an object of names and values);
 * - the built files of cdn/;
 * - `made.html`: its content is the query of its address. It is for tests with many pages that differ in one line.
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
