/** Checks the elements' templates against the tags, attributes, properties and events that are declared, with lit-analyzer. */
import {spawnSync} from 'node:child_process';
import process from 'node:process';

const {stdout, stderr} = spawnSync(
  'npx',
  [
    'lit-analyzer',
    '--strict',
    '--format=list',
    '--noColor',
    // Its table of CSS properties is of 2021: it has not heard of `container-type`.
    '--rules.no-invalid-css=off',
    // The module of a class registers nothing: the tags that it is composed of come with its define module.
    '--rules.no-missing-import=off',
    'src/**/*.ts',
  ],
  {encoding: 'utf8'},
);

// lit-analyzer ends well when it finds no file at all, which would look like a clean tree.
const files = Number(/Analyzing (\d+) files?/.exec(stdout)?.[1] ?? 0);
const problems = [];
let file = '';
for (const line of stdout.split('\n')) {
  if (line.startsWith('./')) file = line;
  else if (/^\s+\d+:\d+/.test(line) && !isNothing(line)) problems.push(`${file}:${line.trim()}`);
}

/**
 * lit-analyzer does not know Lit's `nothing`, which stands for no attribute: a complaint about it alone is none.
 *
 * @param {string} line
 */
function isNothing(line) {
  const [, given = '', wanted = ''] = /Type '(.*)' is not assignable to '(.*)'/.exec(line) ?? [];
  const taken = wanted.split(' | ');
  const members = given.split(' | ').filter((member) => member !== 'Symbol(undefined)');
  const isTaken = (/** @type {string} */ member) => taken.includes(/^".*"$/.test(member) ? 'string' : member);
  return given.includes('Symbol(undefined)') && members.every((member) => taken.includes(member) || isTaken(member));
}

process.stderr.write(stderr);
for (const problem of problems) console.error(problem);
console.log(`${files} files, ${problems.length} problems`);
process.exitCode = files > 0 && problems.length === 0 ? 0 : 1;
