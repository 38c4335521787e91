/** Writes cdn/integrity.json: for each file of cdn/, the `integrity` attribute of its script tag. */
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
