import {UNSAFE_IMPORTS} from './unsafe-html.js';

/**
 * The folders of src/ from which each folder may import code (`uses`) or only types (`types`). Imports go in one
 * direction, so that the client works without the elements, and a page loads the simulator only if it needs it.
 *
 * @type {Record<string, {uses: string[], types?: string[], why: string}>}
 */
const LAYERS = {
  'interaction-api': {
    uses: [],
    why: 'The documented API depends on nothing else: no transport, no DOM, no Lit.',
  },
  sdk: {
    uses: ['interaction-api'],
    why: 'The APIs of the SDK know no transport, no service and no element.',
  },
  transport: {
    uses: ['interaction-api', 'sdk'],
    why: 'A transport knows only the APIs whose messages it carries.',
  },
  rest: {
    uses: ['interaction-api'],
    why: 'The REST client works over any Interaction API, also that of the SDK: it knows only the interface.',
  },
  service: {
    uses: ['interaction-api', 'sdk', 'transport'],
    why: 'The service uses the APIs and their transports; the elements use the service.',
  },
  locales: {
    uses: [],
    types: ['shared'],
    why: 'A language is only a table of texts.',
  },
  shared: {
    uses: ['interaction-api', 'sdk', 'service', 'locales'],
    types: ['transport'],
    why: 'The shared parts of the elements reach the adapter only through the service.',
  },
  elements: {
    uses: ['interaction-api', 'sdk', 'transport', 'service', 'shared', 'locales'],
    why: 'An element that imports the simulator brings it into every bundle.',
  },
  simulator: {
    // Allow only these modules, because the client and the simulator share only the wire protocol, its error codes and
    // small helpers.
    uses: [
      'transport/envelope',
      'transport/frames',
      'interaction-api/errors',
      'interaction-api/is-record',
      'interaction-api/record-id',
      'interaction-api/text-of',
    ],
    types: ['interaction-api', 'sdk'],
    why: "The simulator is the other side of the wire: it may use the client's types and its envelope, not its code.",
  },
};

/** Modules that every layer may import. */
const COMMON = ['version'];

/**
 * Returns the rule for the imports of a layer.
 *
 * @param {string} folder folder of src/
 * @param {{uses?: string[], types?: string[]}} [exceptions] imports that are allowed in addition to those of the layer
 * @returns {import('eslint').Linter.RulesRecord}
 */
function importRule(folder, exceptions = {}) {
  const {uses, types = [], why} = /** @type {(typeof LAYERS)[string]} */ (LAYERS[folder]);
  const allowed = [...uses, ...COMMON, ...(exceptions.uses ?? [])];
  const typesAllowed = [...types, ...(exceptions.types ?? [])];
  const exempt = allowed.map((name) => `${name}(?:\\.js$|/)`).join('|');
  const restricted = Object.keys(LAYERS).filter((name) => name !== folder && !allowed.includes(name));
  const patterns = restricted.map((name) => ({
    regex: `^(?:\\.\\./)+(?!${exempt})${name}(?:\\.js$|/)`,
    allowTypeImports: typesAllowed.includes(name),
    message: why,
  }));
  return {'@typescript-eslint/no-restricted-imports': ['error', {patterns: [...patterns, ...UNSAFE_IMPORTS]}]};
}

const PAGE_GLOBALS = [
  'document',
  'window',
  'customElements',
  'HTMLElement',
  'localStorage',
  'sessionStorage',
  'location',
];

/** @type {import('eslint').Linter.Config[]} */
export const layerRules = [
  ...Object.keys(LAYERS).map((folder) => ({files: [`src/${folder}/**/*.ts`], rules: importRule(folder)})),
  // Allow `shared` and `locales`, because the element `five9-simulator` uses the same code as other elements.
  {files: ['src/simulator/element/**/*.ts'], rules: importRule('simulator', {uses: ['shared', 'locales']})},
  // A replay loads the simulated adapter on demand, so the console imports only types of the simulator.
  {files: ['src/elements/console/replay/*.ts'], rules: importRule('elements', {types: ['simulator']})},
  // `<five9-adapter simulator>` loads the simulator on demand, so the adapter imports only types of the simulator.
  {files: ['src/elements/adapter/adapter.ts'], rules: importRule('elements', {types: ['simulator']})},
  {
    files: ['src/interaction-api/**/*.ts', 'src/simulator/contact-center/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...PAGE_GLOBALS.map((name) => ({
          name,
          message: 'This code also runs in workers and in Node, which have no page.',
        })),
      ],
    },
  },
];
