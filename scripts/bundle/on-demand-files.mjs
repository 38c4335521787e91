import {relative} from 'node:path';

/** @import {Plugin} from 'rollup' */

/** The file of cdn/ that contains each module that is loaded on demand, by the path of the module. */
export const ON_DEMAND_FILES = new Map([
  ['src/simulator/element/define.ts', './simulator.js'],
  ['src/simulator/rest/embedded.ts', './simulator-rest.js'],
  ['src/simulator/adapter/simulated-adapter.ts', './simulator.js'],
  ['src/transport/crm-sdk/index.ts', './crm-sdk.js'],
  ['src/elements/crm/crm-body.ts', './crm.js'],
  ['src/elements/console/body.ts', './console.js'],
  ['src/elements/call-variables/form.ts', './variable-form.js'],
  ['src/elements/disposition/combobox.ts', './combobox.js'],
  ['src/elements/dial-links/linker.ts', './dial-links.js'],
  ['src/elements/adapter/checklist.ts', './adapter-checklist.js'],
]);

/**
 * Makes each dynamic import load a file of cdn/ from the bundle's folder. Otherwise Rollup would copy the imported
 * module into every bundle, because rollup.config.mjs sets `inlineDynamicImports`.
 *
 * @param {ReadonlyMap<string, string>} [files] files by the path of the module, relative to the working directory
 * @returns {Plugin}
 */
export function onDemandFiles(files = ON_DEMAND_FILES) {
  return {
    name: 'on-demand-files',
    async resolveDynamicImport(specifier, importer) {
      // This module imports an address that is known only when the page runs.
      if (typeof specifier !== 'string' && pathOf(importer) === 'src/shared/load/import-module.ts') return null;
      // Import a module that exports only the functions in use, because a dynamic import keeps all exports of a module.
      if (specifier === 'libphonenumber-js/min') return this.resolve('./src/cdn/libphonenumber.ts');
      const target = typeof specifier === 'string' ? await this.resolve(specifier, importer) : null;
      const module = target ? pathOf(target.id) : 'a module that rollup cannot resolve';
      const file = files.get(module);
      if (!file) {
        this.error(
          `${pathOf(importer)} imports ${module} on demand, and no file of cdn/ is known to contain it. ` +
            'Add an entry module to src/cdn/, its bundle to rollup.config.mjs, and a line to ON_DEMAND_FILES in scripts/bundle/on-demand-files.mjs.',
        );
      }
      return {id: file, external: true};
    },
  };
}

/** @param {string} id id of a module: its absolute path */
function pathOf(id) {
  return relative(process.cwd(), id).replaceAll('\\', '/');
}
