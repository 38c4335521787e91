import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {defaultReporter} from '@web/test-runner';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromiumCommands} from './test/runner/commands.mjs';
import {findEngines} from './test/runner/engines.mjs';
import {servePages} from './test/runner/pages.mjs';
import {propertySeed, propertySeedScript} from './test/runner/property-seed.mjs';
import {servedSimulator} from './test/runner/served.mjs';
import {cloneableFailures} from './test/runner/cloneable-failures.mjs';
import {totalsReporter} from './test/runner/totals-reporter.mjs';

const tsconfig = fileURLToPath(new URL('./tsconfig.json', import.meta.url));

const seedScript = propertySeedScript(propertySeed(process.env));

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.test.ts'],
  browsers: await findEngines(),
  // The engines run at the same time, each one file at a time: a single engine leaves half of two cores idle.
  concurrency: 1,
  concurrentBrowsers: 3,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 360_000,
  // Lit's development build warns about mistakes.
  nodeResolve: {exportConditions: ['development', 'browser']},
  plugins: [
    // Without a fixed target esbuild compiles class fields as each browser needs, and that breaks Lit's properties.
    esbuildPlugin({ts: true, target: 'es2022', tsconfig}),
    cloneableFailures(),
    chromiumCommands(),
    servedSimulator(),
  ],
  middleware: [servePages],
  testFramework: {config: {ui: 'bdd', timeout: '20000'}},
  // With a language and a title, so that axe finds no fault in the page around the test.
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8" /><title>five9-elements tests</title></head>
      <body>${seedScript}<script type="module" src="${framework}"></script></body>
    </html>`,
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
  // A log file needs plain lines instead of a screen that is drawn again and again.
  staticLogging: process.stdout.isTTY !== true,
  reporters: [
    defaultReporter({reportTestProgress: process.stdout.isTTY === true}),
    totalsReporter(process.env.TEST_TOTALS),
  ],
};
