import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {rollup} from 'rollup';
import {parseAst} from 'rollup/parseAst';
import {ON_DEMAND_FILES} from '../../scripts/bundle/on-demand-files.mjs';

const root = new URL('../../', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
const elements = await readdir(new URL('src/elements', root));

describe('the exports map', () => {
  const documented = [
    '',
    '/all',
    '/interaction-api',
    '/rest',
    '/sdk',
    '/simulator',
    '/define/simulator',
    ...elements.map((element) => `/define/${element}`),
    '/cdn/five9-elements.js',
    '/cdn/integrity.json',
    '/custom-elements.json',
    '/package.json',
  ];
  for (const path of documented) {
    it(`resolves five9-elements${path}`, () => {
      // Find the file by the name of the package, as users of the package do.
      const file = fileURLToPath(import.meta.resolve(`five9-elements${path}`));
      assert.ok(existsSync(file), `${file} is missing`);
      if (file.includes('/dist/')) assert.ok(existsSync(file.replace(/\.js$/, '.d.ts')), 'its types are missing');
    });
  }

  it('exports no other file', () => {
    assert.throws(() => import.meta.resolve('five9-elements/dist/index.js'), {code: 'ERR_PACKAGE_PATH_NOT_EXPORTED'});
  });
});

describe('the bundle of a page contains', () => {
  /** @param {string} code of a page's script */
  const bundled = async (code) => {
    const bundle = await rollup({
      input: 'page',
      // Print no warnings, because Rollup warns about TypeScript's decorator helper, and about the empty bundle of a
      // page that uses nothing.
      logLevel: 'silent',
      external: [/^lit/, /^@lit/],
      plugins: [
        {
          name: 'page',
          resolveId(id) {
            if (id === 'page') return id;
            if (!id.startsWith('five9-elements')) return null;
            const file = fileURLToPath(import.meta.resolve(id));
            return {id: file, moduleSideEffects: hasSideEffects(file)};
          },
          load: (id) => (id === 'page' ? code : null),
        },
        {name: 'side-effects', transform: (_, id) => ({moduleSideEffects: id === 'page' || hasSideEffects(id)})},
      ],
    });
    const {output} = await bundle.generate({format: 'es'});
    await bundle.close();
    return output[0].code;
  };

  it('no class that is imported and not used', async () => {
    assert.doesNotMatch(await bundled("import {Five9Click2dial} from 'five9-elements';"), /class /);
  });

  it('only the registration of the imported element', async () => {
    const code = await bundled("import 'five9-elements/define/click2dial';");
    const registered = [...code.matchAll(/define\('(five9-[\w-]+)'/g)].map(([, tag]) => tag);
    assert.deepEqual(registered, ['five9-click2dial']);
  });

  it('every registration of five9-elements/all', async () => {
    const code = await bundled("import 'five9-elements/all';");
    const registered = [...code.matchAll(/define\('five9-([\w-]+)'/g)].map(([, tag]) => tag);
    assert.deepEqual(registered.sort(), [...elements].sort());
  });

  for (const [entry, name] of [
    ['interaction-api', 'InteractionApi'],
    ['sdk', 'createCrmSdk'],
  ]) {
    it(`nothing of Lit and no element if it uses only five9-elements/${entry}`, async () => {
      const code = await bundled(`import {${name}} from 'five9-elements/${entry}'; console.log(${name});`);
      assert.match(code, new RegExp(`(?:class|function) ${name}\\b`));
      assert.doesNotMatch(code, /from '@?lit|customElements|HTMLElement\b/);
    });
  }

  it('nothing of five9-elements/sdk that it imports and does not use', async () => {
    assert.doesNotMatch(await bundled("import {createCrmSdk} from 'five9-elements/sdk';"), /class |function /);
  });
});

describe('the ready-made files', async () => {
  const cdn = new URL('cdn/', root);
  const names = (await readdir(cdn)).filter((name) => name.endsWith('.js'));

  it('that are loaded on demand contain an existing module', () => {
    for (const module of ON_DEMAND_FILES.keys()) assert.ok(existsSync(new URL(module, root)), `${module} is missing`);
  });

  it('are the documented files and those that they load on demand', () => {
    const documented = [
      'click2dial',
      'five9-elements.iife',
      'five9-elements',
      'interaction-api',
      'rest',
      'sdk',
      'sdk.iife',
      'simulator',
    ];
    const onDemand = [...ON_DEMAND_FILES.values()].map((path) => path.slice(2));
    const expected = new Set([...documented.map((name) => `${name}.js`), ...onDemand]);
    assert.deepEqual(new Set(names), expected);
  });

  for (const name of names) {
    it(`${name} imports no other file when it loads`, async () => {
      const code = await readFile(new URL(name, cdn), 'utf8');
      const imports = parseAst(code).body.filter((node) => 'source' in node && node.source);
      assert.deepEqual(imports, [], 'the integrity attribute of a script tag does not cover imported files');
      for (const [, id = ''] of code.matchAll(/\bimport\(["']([^"']+)["']/g)) {
        assert.ok(names.includes(id.slice(2)), `${id} is missing in cdn/`);
      }
    });

    it(`${name} contains Lit's production build, and no policy with Lit's name`, async () => {
      const code = await readFile(new URL(name, cdn), 'utf8');
      assert.doesNotMatch(code, /litIssuedWarnings/);
      assert.doesNotMatch(code, /createPolicy\(["']lit-html/);
    });
  }

  it('have a linked source map that names our sources', async () => {
    for (const name of names) {
      const code = await readFile(new URL(name, cdn), 'utf8');
      assert.ok(code.trimEnd().endsWith(`\n//# sourceMappingURL=${name}.map`), name);
      const {sources} = JSON.parse(await readFile(new URL(`${name}.map`, cdn), 'utf8'));
      for (const source of sources.filter((/** @type {string} */ path) => path.startsWith('../src/'))) {
        assert.ok(existsSync(new URL(source, cdn)), `${source} is missing`);
      }
      assert.ok(
        sources.some((/** @type {string} */ path) => path.startsWith('../src/')),
        `${name}.map names no source`,
      );
    }
  });

  it('are listed with their hashes in integrity.json', async () => {
    const integrity = JSON.parse(await readFile(new URL('integrity.json', cdn), 'utf8'));
    const actual = await Promise.all(
      names.sort().map(async (name) => {
        const hash = createHash('sha384').update(await readFile(new URL(name, cdn)));
        return [name, `sha384-${hash.digest('base64')}`];
      }),
    );
    assert.deepEqual(Object.entries(integrity), actual);
  });
});

it('the version in the sources is the version of the package', async () => {
  const source = await readFile(new URL('src/version.ts', root), 'utf8');
  assert.match(source, new RegExp(`VERSION = '${manifest.version.replaceAll('.', String.raw`\.`)}'`));
});

/** Returns whether the package's `sideEffects` lists a file. @param {string} file */
function hasSideEffects(file) {
  const path = `./${file.slice(fileURLToPath(root).length)}`;
  return manifest.sideEffects.some((/** @type {string} */ pattern) =>
    new RegExp(`^${pattern.replaceAll('.', String.raw`\.`).replaceAll('*', '[^/]+')}$`).test(path),
  );
}
