/** Runs the benchmarks of test/bench, one after another. Each benchmark prints its results. */
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import process from 'node:process';

const folder = new URL('../test/bench/', import.meta.url);
const benches = listFiles(folder).filter((name) => name.endsWith('.bench.mjs'));
if (benches.length === 0) console.log('There are no benchmarks yet: test/bench/*.bench.mjs.');
for (const name of benches) {
  const {status} = spawnSync(process.execPath, [new URL(name, folder).pathname], {stdio: 'inherit'});
  if (status !== 0) process.exitCode = 1;
}

/** @param {URL} url */
function listFiles(url) {
  try {
    return readdirSync(url);
  } catch {
    return [];
  }
}
