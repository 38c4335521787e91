/** @import {TestRunnerPlugin} from '@web/test-runner-core' */

/**
 * Adds an import to every test file. The imported module makes the failures of the file cloneable, because the runner
 * clones the results of a file. Elements cannot be cloned. Without the import, the runner loses all results after a
 * failed comparison of elements, and reports minutes later that the file did not finish.
 *
 * @returns {TestRunnerPlugin}
 */
export function cloneableFailures() {
  return {
    name: 'cloneable-failures',
    transform(context) {
      if (!context.path.endsWith('.test.ts')) return undefined;
      // Write the import on the first line, so that the line numbers of errors stay correct.
      return {body: `import '/test/support/cloneable-failures.ts'; ${String(context.body)}`};
    },
  };
}
