/**
 * `npm run test:explore`: runs the property tests in rounds, each with a new seed, until a round fails. Prints the
 * command that repeats the failed round. Options: `--rounds 10`, `--seed 123` (one round with this seed), and names of
 * test files. Runs in Chromium unless ENGINES is set.
 */
import {spawnSync} from 'node:child_process';
import {randomInt} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import process from 'node:process';
import {parseArgs} from 'node:util';

const {values: options, positionals} = parseArgs({
  options: {seed: {type: 'string'}, rounds: {type: 'string', default: '10'}},
  allowPositionals: true,
});
const rounds = options.seed === undefined ? Number(options.rounds) : 1;
if (!(rounds >= 1)) throw new Error(`--rounds is "${options.rounds}": set it to a whole number, 1 or more.`);
const testFiles = positionals.length > 0 ? positionals : await propertyTestFiles();

for (let round = 1; round <= rounds && !process.exitCode; round++) {
  const seed = options.seed ?? String(randomInt(1, 2 ** 31));
  console.log(`Round ${round} of ${rounds}: ${testFiles.length} files with seed ${seed}.`);
  if (passes(seed)) continue;
  console.error(`Seed ${seed} failed. To try its values again: npm run test:explore -- --seed ${seed}`);
  console.error('Keep the failing value in a test: fast-check takes it as one of the `examples` of the property.');
  process.exitCode = 1;
}

/**
 * Returns whether the tests pass with a seed.
 *
 * @param {string} seed
 */
function passes(seed) {
  const env = {...process.env, ENGINES: process.env.ENGINES ?? 'chromium', PROPERTY_SEED: seed};
  return spawnSync('npx', ['web-test-runner', '--files', ...testFiles], {stdio: 'inherit', env}).status === 0;
}

/** Returns the test files that import `fc` from test/support/check.ts. */
async function propertyTestFiles() {
  const names = await readdir('test', {recursive: true});
  const tests = names.filter((name) => name.endsWith('.test.ts')).map((name) => `test/${name.replaceAll('\\', '/')}`);
  const texts = await Promise.all(tests.map((name) => readFile(name, 'utf8')));
  return tests.filter((_, index) => /\bfc\b[^;]*from '[./]+support\/check\.js'/.test(texts[index] ?? '')).sort();
}
