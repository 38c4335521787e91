/** @import {TestRunnerPlugin} from '@web/test-runner-core' */

/**
 * Gives every test file what makes its failures tellable. The runner clones the results of a file; over a failed comparison of elements, which cannot be
 * cloned, it would lose them all, and say after minutes that the file did not finish.
 *
 * @returns {TestRunnerPlugin}
 */
export function cloneableFailures() {
  return {
    name: 'cloneable-failures',
    transform(context) {
      if (!context.path.endsWith('.test.ts')) return undefined;
      // On the first line: those that follow keep their numbers.
      return {body: `import '/test/support/cloneable-failures.ts'; ${String(context.body)}`};
    },
  };
}
