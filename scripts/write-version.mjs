/** Copies the version from package.json to src/version.ts and to the lock file. */
import {readFile, writeFile} from 'node:fs/promises';

const {version} = JSON.parse(await readFile('package.json', 'utf8'));

const source = await readFile('src/version.ts', 'utf8');
await writeFile('src/version.ts', source.replace(/VERSION = '[^']*'/, `VERSION = '${version}'`));

const lock = JSON.parse(await readFile('package-lock.json', 'utf8'));
lock.version = version;
lock.packages[''].version = version;
await writeFile('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
