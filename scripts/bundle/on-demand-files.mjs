import {relative} from 'node:path';

/** @import {Plugin} from 'rollup' */

/** What a bundle loads on demand, and the ready-made file that has it. */
export const BESIDE = new Map([
  ['src/simulator/element/define.ts', './simulator.js'],
  ['src/simulator/rest/embedded.ts', './simulator-rest.js'],
  ['src/simulator/adapter/simulated-adapter.ts', './simulator.js'],
  ['src/transport/crm-sdk/crm-sdk-transport.ts', './crm-sdk.js'],
  ['src/elements/console/body.ts', './console.js'],
  ['src/elements/call-variables/form.ts', './variable-form.js'],
  ['src/elements/disposition/combobox.ts', './combobox.js'],
  ['src/elements/dial-links/linker.ts', './dial-links.js'],
  ['src/elements/adapter/checklist.ts', './adapter-checklist.js'],
]);

/**
 * Each file of cdn/ stands alone, so that `integrity` on its script tag covers all of it. What is loaded on demand is another
 * file of cdn/, by a name without a hash.
 *
 * @returns {Plugin}
 */
export function beside() {
  return {
    name: 'beside',
    async resolveDynamicImport(specifier, importer) {
      if (specifier === 'libphonenumber-js/min') return this.resolve('./src/cdn/libphonenumber.ts');
      const target = typeof specifier === 'string' ? await this.resolve(specifier, importer) : null;
      const file = target && BESIDE.get(relative(process.cwd(), target.id).replaceAll('\\', '/'));
      if (!file) this.error(`import(${String(specifier)}) in ${importer}: no file of cdn/ is known to have it.`);
      return {id: file, external: true};
    },
  };
}
