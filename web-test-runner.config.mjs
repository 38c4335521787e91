import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {defaultReporter} from '@web/test-runner';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {bundledFiles} from './test/runner/bundled-files.mjs';
import {chromiumCommands} from './test/runner/commands.mjs';
import {crmServer} from './test/runner/crm-server.mjs';
import {findEngines} from './test/runner/engines.mjs';
import {failingFiles} from './test/runner/failing-files.mjs';
import {otherOrigin} from './test/runner/other-origin.mjs';
import {servePages} from './test/runner/pages.mjs';
import {propertySeed, propertySeedScript} from './test/runner/property-seed.mjs';
import {servedSimulator} from './test/runner/served.mjs';
import {cloneableFailures} from './test/runner/cloneable-failures.mjs';
import {totalsReporter} from './test/runner/totals-reporter.mjs';

const tsconfig = fileURLToPath(new URL('./tsconfig.json', import.meta.url));

const seedScript = propertySeedScript(propertySeed(process.env));
const secondServer = otherOrigin();

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.test.ts'],
  browsers: await findEngines(),
  // The engines run at the same time, and each engine runs one test file at a time. One engine alone would use only one
  // core of the processor.
  concurrency: 1,
  concurrentBrowsers: 3,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 360_000,
  // Use Lit's development build, because it warns about mistakes.
  nodeResolve: {exportConditions: ['development', 'browser']},
  plugins: [
    bundledFiles(),
    // Without a fixed target, esbuild compiles class fields differently for each browser, which breaks Lit's
    // properties.
    esbuildPlugin({ts: true, target: 'es2022', tsconfig}),
    cloneableFailures(),
    chromiumCommands(),
    servedSimulator(),
    secondServer.plugin,
  ],
  middleware: [failingFiles, crmServer, servePages],
  testFramework: {config: {ui: 'bdd', timeout: '45000'}},
  // The page has a language and a title, because axe reports an error without them.
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8" /><title>five9-elements tests</title></head>
      <body>${seedScript}${secondServer.script()}<script type="module" src="${framework}"></script></body>
    </html>`,
  filterBrowserLogs: ({args}) => !String(args[0]).startsWith('Lit is in dev mode'),
  // In a log file, print plain lines instead of updating the screen.
  staticLogging: process.stdout.isTTY !== true,
  reporters: [
    defaultReporter({reportTestProgress: process.stdout.isTTY === true}),
    totalsReporter(process.env.TEST_TOTALS),
  ],
};
