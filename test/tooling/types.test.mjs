/** Checks the published types with the pages of test/types. */
import assert from 'node:assert/strict';
import {readdir} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}test/types/`;

/** The compilers of pages that use the package. */
const COMPILERS = {
  'Node’s rules for modules': {module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext},
  'a bundler’s rules for modules': {module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler},
};

describe('the types of the package', async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts')).map((name) => folder + name);

  for (const [name, options] of Object.entries(COMPILERS)) {
    it(`fit the pages of test/types, with ${name}`, () => {
      const program = ts.createProgram(files, {
        ...options,
        target: ts.ScriptTarget.ES2022,
        lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        types: [],
      });
      const texts = ts
        .getPreEmitDiagnostics(program)
        .map(({file, messageText}) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
      assert.deepEqual(texts, []);
      const used = program.getSourceFiles().map(({fileName}) => fileName);
      assert.ok(used.includes(`${root}dist/sdk.d.ts`), 'The pages must use the types of dist/.');
      assert.deepEqual(
        used.filter((file) => file.startsWith(`${root}src/`)),
        [],
      );
    });
  }
});
