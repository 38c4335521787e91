/** Packs the package as for npm, and checks its files, exports and types. */
import {execFileSync, spawnSync} from 'node:child_process';
import {rmSync} from 'node:fs';
import process from 'node:process';

/**
 * Entry points to check. They are listed, because attw, the checker of the types, does not expand the wildcards of the
 * exports map.
 */
const ENTRY_POINTS = [
  '.',
  'all',
  'interaction-api',
  'rest',
  'sdk',
  'simulator',
  'define/simulator',
  ...['provider', 'click2dial', 'dial-links', 'disposition', 'dtmf-pad', 'crm', 'hooks', 'custom-component'].map(
    (element) => `define/${element}`,
  ),
];
/** Some files that the package must contain. */
const EXPECTED = [
  'package.json',
  'README.md',
  'LICENSE',
  'custom-elements.json',
  'dist/index.js',
  'dist/index.d.ts',
  'dist/sdk.d.ts',
  'dist/elements/click2dial/define.js',
  'cdn/five9-elements.js',
  'cdn/five9-elements.iife.js',
  'cdn/sdk.js',
  'cdn/sdk.iife.js',
  'cdn/crm.js',
  'cdn/integrity.json',
];
/** Files that are useful only for developers of the package. */
const UNWANTED = /^(?:test|demo|scripts|node_modules|\.)|\.tsbuildinfo$/;

const [{filename, files}] = JSON.parse(execFileSync('npm', ['pack', '--json', '--ignore-scripts'], {encoding: 'utf8'}));
const paths = /** @type {{path: string}[]} */ (files).map(({path}) => path);
const complaints = [
  ...EXPECTED.filter((path) => !paths.includes(path)).map((path) => `${path} is not in the package`),
  ...paths.filter((path) => UNWANTED.test(path)).map((path) => `${path} does not belong in the package`),
];
for (const complaint of complaints) console.error(complaint);
console.log(`${paths.length} files in ${filename}`);

const checks = [
  ['publint', filename, '--strict'],
  ['attw', filename, '--profile', 'esm-only', '--entrypoints', ...ENTRY_POINTS],
];
const failed = checks.filter((check) => spawnSync('npx', check, {stdio: 'inherit'}).status !== 0);
rmSync(filename);
process.exitCode = complaints.length + failed.length > 0 ? 1 : 0;
