/**
 * Tests a release without publishing: checks that a branch with changed sources has a changeset, then creates the next
 * version in a temporary repository and prints the changelog entry. Needs no network and no git remote.
 */
import {execFileSync, spawnSync} from 'node:child_process';
import {cp, mkdir, mkdtemp, readdir, readFile, rm, symlink} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import process from 'node:process';

/** Files that a release reads or changes. */
const RELEASE_FILES = ['package.json', 'package-lock.json', 'CHANGELOG.md', '.changeset', 'src/version.ts'];
/** Files of .changeset/ that a release keeps. */
const KEPT = ['README.md', 'config.json'];

const CHANGESET = resolve('node_modules/@changesets/cli/bin.js');
const WRITE_VERSION = resolve('scripts/write-version.mjs');

// Remove the variables that Git hooks set, such as GIT_DIR, because with them, git would change this repository instead
// of the temporary repository.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));

const copy = await mkdtemp(join(tmpdir(), 'five9-elements-release-'));
try {
  checkBranch();
  await makeRepository();
  await release();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(copy, {recursive: true});
}

/** Fails if this branch changes the sources and has no changeset. */
function checkBranch() {
  const ofMain = git('show', 'main:package.json');
  if (ofMain === undefined) {
    console.log('There is no branch "main" to compare with: the check for a missing changeset is left out.');
  } else if (JSON.parse(ofMain).version !== JSON.parse(git('show', 'HEAD:package.json') ?? '{}').version) {
    console.log('This branch changes the version: it is a release, and its changesets are in CHANGELOG.md.');
  } else {
    run(process.cwd(), CHANGESET, 'status');
  }
}

async function makeRepository() {
  await mkdir(join(copy, 'src'));
  for (const path of RELEASE_FILES) await cp(path, join(copy, path), {recursive: true});
  await symlink(resolve('node_modules'), join(copy, 'node_modules'));
  execFileSync('git', ['init', '--quiet', '--initial-branch=main'], {cwd: copy, env});
  execFileSync('git', ['add', ...RELEASE_FILES], {cwd: copy, env});
  const author = ['-c', 'user.name=release', '-c', 'user.email=release@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...author, 'commit', '--quiet', '--no-verify', '--message=Changes'], {cwd: copy, env});
}

async function release() {
  const changesets = (await readdir('.changeset')).filter((name) => !KEPT.includes(name));
  if (changesets.length === 0) {
    console.log('There is no changeset: nothing to release.');
    return;
  }
  run(copy, CHANGESET, 'version');
  run(copy, WRITE_VERSION);

  const [before, after] = await Promise.all([
    readFile('CHANGELOG.md', 'utf8'),
    readFile(join(copy, 'CHANGELOG.md'), 'utf8'),
  ]);
  const {version} = JSON.parse(await readFile(join(copy, 'package.json'), 'utf8'));
  const lock = JSON.parse(await readFile(join(copy, 'package-lock.json'), 'utf8'));
  const source = await readFile(join(copy, 'src/version.ts'), 'utf8');
  const left = await readdir(join(copy, '.changeset'));
  const older = before.slice(before.indexOf('\n## '));

  expect(after.includes(`\n## ${version}\n`), `CHANGELOG.md has no entry for ${version}.`);
  expect(after.endsWith(older), 'The release changes older entries of CHANGELOG.md.');
  expect(lock.version === version && lock.packages[''].version === version, 'package-lock.json has another version.');
  expect(source.includes(`VERSION = '${version}'`), 'src/version.ts has another version.');
  expect(!left.some((name) => changesets.includes(name)), 'A changeset is still in .changeset/ after the release.');
  console.log(`The next release is ${version}:\n${after.slice(after.indexOf('\n## '), after.length - older.length)}`);
}

/** @param {string[]} args */
function git(...args) {
  const {status, stdout} = spawnSync('git', args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
  return status === 0 ? stdout : undefined;
}

/**
 * @param {string} cwd
 * @param {string[]} command a script of Node, and its arguments
 */
function run(cwd, ...command) {
  const {status} = spawnSync(process.execPath, command, {cwd, env, stdio: 'inherit'});
  if (status !== 0) throw new Error(`This command failed: node ${command.join(' ')}`);
}

/**
 * @param {boolean} isTrue
 * @param {string} message
 */
function expect(isTrue, message) {
  if (!isTrue) throw new Error(message);
}
