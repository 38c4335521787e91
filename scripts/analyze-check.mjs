/** Fails if the committed custom-elements.json differs from the manifest of the current sources. */
import {execFileSync} from 'node:child_process';
import {readFile, rm} from 'node:fs/promises';
import process from 'node:process';

const FRESH = 'test-results/manifest';
const NAME = 'custom-elements.json';

execFileSync('npx', ['cem', 'analyze', '--quiet', '--outdir', FRESH], {stdio: ['ignore', 'ignore', 'inherit']});
const [committed, fresh] = await Promise.all([
  readFile(NAME, 'utf8').catch(() => ''),
  readFile(`${FRESH}/${NAME}`, 'utf8'),
]);
await rm(FRESH, {recursive: true});
if (committed === fresh) {
  console.log(`${NAME} is up to date.`);
} else {
  console.error(`${NAME} is stale: run \`npm run analyze\` and commit it.`);
  process.exitCode = 1;
}
