/**
 * `npm test`: tests the package and its tools in Node, the sources in every installed browser engine, and the demo with
 * end-to-end tests. The last lines of the output are the failed tests and the number of tests that passed and failed, so
 * that the end of a long log shows what failed. `--built` skips the build.
 */
import {spawnSync} from 'node:child_process';
import {readdir, readFile, rm} from 'node:fs/promises';
import {relative} from 'node:path';
import process from 'node:process';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';

const BROWSER_TOTALS = 'test-results/browser-totals.json';
const totals = {passed: 0, failed: 0, skipped: 0};
/** @type {string[]} */
const failures = [];

if (process.argv.includes('--built') || command('npm', 'run', 'build')) {
  await nodeTests('test/tooling');
  await browserTests();
  await nodeTests('test/e2e');
} else {
  totals.failed++;
  failures.push('The build failed; nothing was tested.');
}

if (failures.length > 0) console.log(`\nFailed tests:\n${failures.map((it) => `✖ ${it}`).join('\n')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;

async function browserTests() {
  await rm(BROWSER_TOTALS, {force: true});
  process.env.TEST_TOTALS = BROWSER_TOTALS;
  const passed = command('npx', 'web-test-runner');
  // Count one failed test if the file is missing, because the test runner itself has failed.
  const browsers = await readFile(BROWSER_TOTALS, 'utf8').then(JSON.parse, () => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    failures: ['The test runner of the browsers ended without a report.'],
  }));
  totals.passed += browsers.passed;
  totals.failed += browsers.failed || (passed ? 0 : 1);
  totals.skipped += browsers.skipped;
  failures.push(...browsers.failures);
  if (!passed && !browsers.failed) failures.push('The test runner of the browsers failed, but no test did.');
}

/** @param {string} folder */
async function nodeTests(folder) {
  const names = await readdir(folder).catch(() => /** @type {string[]} */ ([]));
  const files = names.filter((name) => name.endsWith('.test.mjs')).map((name) => `${folder}/${name}`);
  if (files.length === 0) return;
  const tests = run({files, concurrency: 2, timeout: 300_000});
  tests.on('test:pass', ({details, skip}) => {
    if (details.type !== 'suite') totals[skip === undefined ? 'passed' : 'skipped']++;
  });
  tests.on('test:fail', ({name, file, details}) => {
    if (details.type === 'suite') return;
    totals.failed++;
    failures.push(`${file && relative(process.cwd(), file)}: ${name}: ${details.error.cause ?? details.error}`);
  });
  const report = tests.compose(new spec());
  for await (const text of report) process.stdout.write(text);
}

/**
 * @param {string} program
 * @param {...string} args
 */
function command(program, ...args) {
  return spawnSync(program, args, {stdio: 'inherit'}).status === 0;
}
