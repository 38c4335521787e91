import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {extname, join, normalize, sep} from 'node:path';
import {pipeline} from 'node:stream/promises';

/** @import {Handler} from './listen.mjs' */

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.md', 'text/plain; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
]);

/**
 * Returns a handler that serves the files of some folders, and no other files.
 *
 * @param {Record<string, string>} mounts The file or folder of each URL path. The URL path of a folder ends with a
 *   slash.
 * @returns {Handler}
 */
export function staticFiles(mounts) {
  return async (request, response, {pathname}) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const file = fileFor(mounts, pathname);
    const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
    if (file === undefined || !found?.isFile()) return false;
    response.writeHead(200, {
      'content-type': TYPES.get(extname(file)) ?? 'application/octet-stream',
      'content-length': found.size,
      // Allow no caching, so that a reload shows the latest edit of the demo.
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    // Ignore errors, because the client may close the connection before the end of the response.
    else await pipeline(createReadStream(file), response).catch(() => undefined);
    return true;
  };
}

/**
 * @param {Record<string, string>} mounts
 * @param {string} pathname
 */
function fileFor(mounts, pathname) {
  const path = decoded(pathname);
  if (path === undefined) return undefined;
  const exact = mounts[path];
  if (exact !== undefined && !path.endsWith('/')) return exact;
  const mount = Object.keys(mounts).find((prefix) => prefix.endsWith('/') && path.startsWith(prefix));
  if (mount === undefined) return undefined;
  const folder = normalize(`${mounts[mount]}${sep}`);
  const file = join(folder, path.slice(mount.length), path.endsWith('/') ? 'index.html' : '');
  // Serve no file outside the folder. `join` has resolved every `..`, so it is enough to compare the start of the path.
  return file.startsWith(folder) ? file : undefined;
}

/** @param {string} pathname */
function decoded(pathname) {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}
