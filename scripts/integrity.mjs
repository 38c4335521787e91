/** Writes cdn/integrity.json. It contains the `integrity` attribute of the script tag for each file of cdn/. */
import {createHash} from 'node:crypto';
import {readdir, readFile, writeFile} from 'node:fs/promises';

const cdn = new URL('../cdn/', import.meta.url);
/** @type {Record<string, string>} */
const integrity = {};
for (const name of (await readdir(cdn)).filter((file) => file.endsWith('.js')).sort()) {
  const content = await readFile(new URL(name, cdn));
  integrity[name] = `sha384-${createHash('sha384').update(content).digest('base64')}`;
}
await writeFile(new URL('integrity.json', cdn), `${JSON.stringify(integrity, null, 2)}\n`);
