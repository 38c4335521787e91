/** @import {TestRunnerPlugin} from '@web/test-runner-core' */

/**
 * Adds an import to every test file that makes its failures cloneable. The runner clones the results of a file. Elements cannot be
 * cloned: after a failed comparison of elements it loses all results, and reports minutes later that the file did not finish.
 *
 * @returns {TestRunnerPlugin}
 */
export function cloneableFailures() {
  return {
    name: 'cloneable-failures',
    transform(context) {
      if (!context.path.endsWith('.test.ts')) return undefined;
      // On the first line, so that the line numbers of errors stay correct.
      return {body: `import '/test/support/cloneable-failures.ts'; ${String(context.body)}`};
    },
  };
}
