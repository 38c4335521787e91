import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, relative} from 'node:path';
import process from 'node:process';

/** @import {Reporter, TestSession, TestSuiteResult} from '@web/test-runner-core' */

/** @typedef {{passed: number, failed: number, skipped: number}} Totals */

/** @typedef {Totals & {failures: string[]}} Report the sum, and one text for each failed test */

/**
 * Prints at the end how many tests passed and failed in each engine, and writes the sum and the failed tests to a file,
 * which `npm test` reads.
 *
 * @param {string | undefined} file
 * @returns {Reporter}
 */
export function totalsReporter(file) {
  return {
    async stop({sessions}) {
      /** @type {Map<string, Totals>} */
      const engines = new Map();
      const all = {passed: 0, failed: 0, skipped: 0};
      for (const session of sessions) {
        const engine = engines.get(session.browser.name) ?? {passed: 0, failed: 0, skipped: 0};
        engines.set(session.browser.name, engine);
        for (const totals of [engine, all]) {
          if (session.testResults) count(session.testResults, totals);
          // Count a failure for a file that did not load, or that threw outside of its tests.
          if (!session.passed && (session.errors.length > 0 || !session.testResults)) totals.failed++;
        }
      }
      for (const [name, {passed, failed, skipped}] of engines) {
        console.log(`${name}: passed ${passed}, failed ${failed}, skipped ${skipped}`);
      }
      if (!file) return;
      await mkdir(dirname(file), {recursive: true});
      /** @type {Report} */
      const report = {...all, failures: [...sessions].flatMap(failuresOf)};
      await writeFile(file, JSON.stringify(report));
    },
  };
}

/**
 * @param {TestSuiteResult} suite
 * @param {Totals} totals
 */
function count(suite, totals) {
  for (const test of suite.tests) totals[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  for (const inner of suite.suites) count(inner, totals);
}

/**
 * Returns one text for each failed test of a file, and for each error outside of the tests.
 *
 * @param {TestSession} session
 * @returns {string[]}
 */
function failuresOf({browser, testFile, errors, passed, testResults}) {
  if (passed) return [];
  const place = `${browser.name}: ${testFile && relative(process.cwd(), testFile)}`;
  const tests = testResults ? failedTests(testResults, []) : [];
  const outside = testResults || errors.length > 0 ? errors : [{message: 'The file reported no tests.'}];
  return [...tests, ...outside.map(({message}) => message)].map((text) => `${place}: ${text}`);
}

/**
 * @param {TestSuiteResult} suite
 * @param {string[]} path the names of the suites around the tests
 * @returns {string[]}
 */
function failedTests(suite, path) {
  const own = suite.tests
    .filter(({passed, skipped}) => !passed && !skipped)
    .map(({name, error}) => `${[...path, name].join(' > ')}: ${error?.message ?? 'no error was reported'}`);
  return [...own, ...suite.suites.flatMap((inner) => failedTests(inner, [...path, inner.name]))];
}
