/** Checks with lit-analyzer that the elements' templates use only declared tags, attributes, properties and events. */
import {spawnSync} from 'node:child_process';
import process from 'node:process';

const {stdout, stderr} = spawnSync(
  'npx',
  [
    'lit-analyzer',
    '--strict',
    '--format=list',
    '--noColor',
    // Do not check CSS, because lit-analyzer knows only the CSS properties of 2021, without `container-type`.
    '--rules.no-invalid-css=off',
    // Do not check imports, because the module of an element's class imports no other elements. The `define.ts` of the
    // element imports them.
    '--rules.no-missing-import=off',
    'src/**/*.ts',
  ],
  {encoding: 'utf8'},
);

// lit-analyzer reports success even if it finds no files, so count the files.
const files = Number(/Analyzing (\d+) files?/.exec(stdout)?.[1] ?? 0);
const problems = [];
let file = '';
for (const line of stdout.split('\n')) {
  if (line.startsWith('./')) file = line;
  else if (/^\s+\d+:\d+/.test(line) && !isNothing(line)) problems.push(`${file}:${line.trim()}`);
}

/**
 * Returns whether the only cause of a problem is Lit's `nothing`, which removes an attribute. lit-analyzer does not
 * know this value.
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
