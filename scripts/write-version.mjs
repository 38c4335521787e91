/** Copies the version of package.json into the other files that name it: the sources and the lock file. */
import {readFile, writeFile} from 'node:fs/promises';

const {version} = JSON.parse(await readFile('package.json', 'utf8'));

const source = await readFile('src/version.ts', 'utf8');
await writeFile('src/version.ts', source.replace(/VERSION = '[^']*'/, `VERSION = '${version}'`));

const lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
lock.version = version;
lock.packages[''].version = version;
await writeFile('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
