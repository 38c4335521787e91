/**
 * Tests the rollup plugins of scripts/bundle/ with small modules: modules that they accept, and modules for which the
 * build must fail.
 */
import assert from 'node:assert/strict';
import {relative} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import vm from 'node:vm';
import nodeResolvePlugin from '@rollup/plugin-node-resolve';
import terserPlugin from '@rollup/plugin-terser';
import {rollup} from 'rollup';
import {onDemandFiles} from '../../scripts/bundle/on-demand-files.mjs';
import {ownLit} from '../../scripts/bundle/own-lit.mjs';
import {ownPolicy} from '../../scripts/bundle/own-policy.mjs';

/** @import {Plugin} from 'rollup' */

// Change the types, because they describe the CommonJS modules of these packages, but Node loads the ES modules.
const nodeResolve = /** @type {(options?: object) => Plugin} */ (/** @type {unknown} */ (nodeResolvePlugin));
const terser = /** @type {(options?: object) => Plugin} */ (/** @type {unknown} */ (terserPlugin));

/** Serves modules by name. @param {Record<string, string>} modules @returns {Plugin} */
const serve = (modules) => ({
  name: 'serve',
  resolveId: (id) => (id in modules ? id : null),
  load: (id) => modules[id] ?? null,
});

/**
 * @param {Record<string, string>} modules by name; the bundle starts with `/entry.js`
 * @param {Plugin[]} plugins
 */
async function bundled(modules, plugins) {
  const bundle = await rollup({
    input: '/entry.js',
    plugins: [serve(modules), ...plugins],
    treeshake: {moduleSideEffects: (id) => !id.includes('/node_modules/')},
    logLevel: 'silent',
  });
  const {output} = await bundle.generate({format: 'iife', name: 'exported'});
  await bundle.close();
  return output[0].code;
}

/** The head of lit-html, as its production build writes it. */
const LIT_HTML = `
  const t=globalThis,s=t.trustedTypes,e=s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0;
  export const html=(strings,...values)=>({strings,values});
  export const render=(result)=>e?e.createHTML(result.strings.join('')):result.strings.join('');
`;
const ENTRY = "export {render, html} from '/lit-html.js';";

describe('own-policy', () => {
  /** Runs bundles in one page, and returns the names of the policies that they create. @param {...string} bundles */
  function policiesOf(...bundles) {
    /** @type {string[]} */
    const names = [];
    const trustedTypes = {
      createPolicy(/** @type {string} */ name, /** @type {object} */ rules) {
        names.push(name);
        return rules;
      },
    };
    const page = vm.createContext({trustedTypes});
    for (const code of bundles) vm.runInContext(code, page);
    return names;
  }

  /** @type {Record<string, {modules?: Record<string, string>, minifier?: Plugin}>} */
  const accepted = {
    'the code as it is': {},
    'minified code': {minifier: terser({module: true, ecma: 2020})},
    'minified code with single quotes': {minifier: terser({format: {quote_style: 1}})},
    'minified code with renamed variables': {
      minifier: terser({mangle: {toplevel: true}, compress: {passes: 3}}),
    },
    'code for old browsers': {minifier: terser({ecma: 5, compress: false, mangle: false, format: {beautify: true}})},
    'the development build of lit-html': {
      modules: {
        '/lit-html.js': LIT_HTML.replace('s?s.createPolicy("lit-html",', "s\n    ? s.createPolicy('lit-html', "),
      },
    },
  };
  for (const [name, {modules, minifier}] of Object.entries(accepted)) {
    it(`gives the policy our own name in ${name}`, async () => {
      const code = await bundled({'/entry.js': ENTRY, '/lit-html.js': LIT_HTML, ...modules}, [
        ownPolicy(),
        ...(minifier ? [minifier] : []),
      ]);
      assert.deepEqual(policiesOf(code), ['five9-elements']);
    });
  }

  it('shares one policy between several of our files in a page', async () => {
    const code = await bundled({'/entry.js': ENTRY, '/lit-html.js': LIT_HTML}, [ownPolicy(), terser()]);
    assert.deepEqual(policiesOf(code, code), ['five9-elements']);
  });

  it('works in a browser without Trusted Types', async () => {
    const code = await bundled({'/entry.js': ENTRY, '/lit-html.js': LIT_HTML}, [ownPolicy(), terser()]);
    assert.doesNotThrow(() => vm.runInNewContext(code));
  });

  it('accepts a bundle without lit-html', async () => {
    const code = await bundled({'/entry.js': 'export const one = 1;'}, [ownPolicy()]);
    assert.deepEqual(policiesOf(code), []);
  });

  it('accepts a bundle from which a minifier removed the policy', async () => {
    const code = await bundled({'/entry.js': "export {html} from '/lit-html.js';", '/lit-html.js': LIT_HTML}, [
      ownPolicy(),
      {name: 'remove-policy', renderChunk: (chunk) => chunk.replace(/s\?s\.five9.*:void 0/, 'void 0')},
    ]);
    assert.deepEqual(policiesOf(code), []);
  });

  for (const [name, module] of Object.entries({
    'creates no policy': 'export const html = 1, render = 2;',
    'creates two policies': LIT_HTML + 'export const other = t.createPolicy("lit-html",{});',
    'creates its policy in another way': LIT_HTML.replace('"lit-html"', 'NAME'),
  })) {
    it(`names the module and the pattern if lit-html ${name}`, async () => {
      await assert.rejects(
        bundled({'/entry.js': ENTRY, '/lit-html.js': module}, [ownPolicy()]),
        /Expected 1 call of createPolicy\('lit-html', …\) in \/lit-html\.js, found [02]\..*LIT_HTML_POLICY in scripts\/bundle\/own-policy\.mjs/s,
      );
    });
  }

  for (const [name, call] of Object.entries({
    'a second copy of lit-html': 'trustedTypes.createPolicy("lit-html", {})',
    'another library': "trustedTypes.createPolicy('dompurify', {})",
    'an optional call': 'globalThis.trustedTypes?.createPolicy?.(`dompurify`, {})',
    'a computed name': "trustedTypes['createPolicy']('dompurify', {})",
  })) {
    for (const minifier of [undefined, terser()]) {
      it(`names the file and the policy that ${name} creates${minifier ? ' in minified code' : ''}`, async () => {
        await assert.rejects(
          bundled({'/entry.js': `export const policy = ${call};`}, [ownPolicy(), ...(minifier ? [minifier] : [])]),
          /entry\.js creates the Trusted Types policy "(lit-html|dompurify)".*Look for "createPolicy"/s,
        );
      });
    }
  }
});

describe('own-lit', () => {
  const resolve = nodeResolve({exportConditions: ['production', 'default']});

  it('removes the global lists of versions and the global hooks from Lit', async () => {
    const code = await bundled({'/entry.js': "export {LitElement, html} from 'lit';"}, [fromHere(), resolve, ownLit()]);
    assert.match(code, /\brequestUpdate\b/, 'Lit is in the bundle');
    assert.doesNotMatch(code, /(?:lit|reactive)\w+(?:Versions|PolyfillSupport|HydrateSupport)/);
  });

  for (const [name, module] of Object.entries({
    'without a list of versions': 'export const hook = globalThis.litHtmlPolyfillSupport;',
    'without a global hook': '(globalThis.litHtmlVersions ??= []).push("3.0.0"); export {};',
  })) {
    it(`names the module and the patterns for a Lit ${name}`, async () => {
      await assert.rejects(
        bundled({'/entry.js': "import '/lit-html.js';", '/lit-html.js': module}, [ownLit()]),
        /in \/lit-html\.js, found [01] and [01]\..*VERSION_LIST and GLOBAL_HOOK in scripts\/bundle\/own-lit\.mjs/s,
      );
    });
  }

  it('keeps only a few bytes of Lit, and no policy, in a file that uses only `html` and `nothing`', async () => {
    const entry =
      "import {css, html, nothing} from 'lit'; export const part = () => html`<p>${nothing}</p>`; export {css};";
    const code = await bundled({'/entry.js': entry}, [
      fromHere(),
      resolve,
      ownLit(),
      ownPolicy(),
      terser({module: true}),
    ]);
    assert.ok(code.length < 2500, `${code.length} bytes`);
    assert.doesNotMatch(code, /requestUpdate|attachShadow/);
    assert.match(code, /five9\s*\?\?=/, 'it uses the policy of the file that was loaded before');
  });

  /** Resolves the imports of the virtual entry as if this file imported the packages. @returns {Plugin} */
  function fromHere() {
    return {
      name: 'from-here',
      resolveId(id, importer) {
        return importer === '/entry.js' ? this.resolve(id, fileURLToPath(import.meta.url)) : null;
      },
    };
  }
});

describe('on-demand-files', () => {
  it('imports a module from the file of cdn/ that contains it', async () => {
    const code = await bundled(
      {'/entry.js': "export const load = () => import('/part.js');", '/part.js': 'export default 1;'},
      [onDemandFiles(new Map([[relative(process.cwd(), '/part.js'), './part.js']]))],
    );
    assert.match(code, /import\('\.\/part\.js'\)/);
  });

  it('names the importing module, the imported one and the steps if no file is known', async () => {
    await assert.rejects(
      bundled({'/entry.js': "export const load = () => import('/part.js');", '/part.js': 'export default 1;'}, [
        onDemandFiles(new Map()),
      ]),
      /entry\.js imports \S*part\.js on demand, and no file of cdn\/ .*ON_DEMAND_FILES in scripts\/bundle\/on-demand-files\.mjs/s,
    );
  });
});
