/** Removes the output of the last build, so that none of its files is published by mistake. */
import {rm} from 'node:fs/promises';

for (const folder of ['dist', 'cdn'])
  await rm(new URL(`../${folder}`, import.meta.url), {recursive: true, force: true});
