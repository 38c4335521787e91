/** Removes what the build writes, so that no file of an earlier build is published. */
import {rm} from 'node:fs/promises';

for (const folder of ['dist', 'cdn'])
  await rm(new URL(`../${folder}`, import.meta.url), {recursive: true, force: true});
