import {mkdir, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';

/** @import {Reporter, TestSuiteResult} from '@web/test-runner-core' */

/** @typedef {{passed: number, failed: number, skipped: number}} Totals */

/**
 * Prints at the end how many tests passed and failed in each engine, and writes the sum to a file, which `npm test` reads.
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
      await writeFile(file, JSON.stringify(all));
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
