import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {defaultReporter} from '@web/test-runner';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromiumCommands} from './test/runner/commands.mjs';
import {findEngines} from './test/runner/engines.mjs';
import {servePages} from './test/runner/pages.mjs';
import {propertySeed, propertySeedScript} from './test/runner/property-seed.mjs';
import {servedSimulator} from './test/runner/served.mjs';
import {tellableFailures} from './test/runner/tellable-failures.mjs';
import {totalsReporter} from './test/runner/totals-reporter.mjs';

const tsconfig = fileURLToPath(new URL('./tsconfig.json', import.meta.url));

const seedScript = propertySeedScript(propertySeed(process.env));

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.test.ts'],
  browsers: await findEngines(),
  // The engines side by side, each a file at a time: one alone leaves half of two cores idle.
  concurrency: 1,
  concurrentBrowsers: 3,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 360_000,
  // Lit's development build warns about mistakes; the tests want to see that.
  nodeResolve: {exportConditions: ['development', 'browser']},
  plugins: [
    // Without an explicit target esbuild would compile class fields by the browser's age, and break Lit's properties.
    esbuildPlugin({ts: true, target: 'es2022', tsconfig}),
    tellableFailures(),
    chromiumCommands(),
    servedSimulator(),
  ],
  middleware: [servePages],
  testFramework: {config: {ui: 'bdd', timeout: '20000'}},
  // Language and title as of a real page, so that axe has nothing to say about the page around the test.
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8" /><title>five9-elements tests</title></head>
      <body>${seedScript}<script type="module" src="${framework}"></script></body>
    </html>`,
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
  // A log file wants lines, not a screen that is drawn over.
  staticLogging: process.stdout.isTTY !== true,
  reporters: [
    defaultReporter({reportTestProgress: process.stdout.isTTY === true}),
    totalsReporter(process.env.TEST_TOTALS),
  ],
};
