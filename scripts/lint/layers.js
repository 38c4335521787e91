import {UNSAFE_IMPORTS} from './unsafe-html.js';

/**
 * Which folder of src/ may import which (DESIGN.md, section 6): arrows point one way, so that the client can be used without
 * elements, and the simulator never ends in a page that did not ask for it. What `types` names may be imported as types only:
 * they are gone from the built file.
 *
 * @type {Record<string, {uses: string[], types?: string[], why: string}>}
 */
const LAYERS = {
  'interaction-api': {
    uses: [],
    why: 'The documented API stands on nothing else: no transport, no DOM, no Lit.',
  },
  transport: {
    uses: ['interaction-api'],
    why: 'A transport knows the API that it carries, and nothing above it.',
  },
  rest: {
    uses: ['interaction-api'],
    why: 'It works over any Interaction API, the SDK’s too: it knows how none of them does it.',
  },
  service: {
    uses: ['interaction-api', 'transport'],
    why: 'The service stands on the API and its transports; elements stand on the service.',
  },
  locales: {
    uses: [],
    types: ['shared'],
    why: 'A language is a table of words.',
  },
  shared: {
    uses: ['interaction-api', 'service', 'locales'],
    types: ['transport'],
    why: 'What elements share reaches an adapter through the service only.',
  },
  elements: {
    uses: ['interaction-api', 'transport', 'service', 'shared', 'locales'],
    why: 'An element never imports the simulator: it would end in every bundle.',
  },
  simulator: {
    // The wire and its error codes are what both sides agree on; all else the simulator does in its own way.
    uses: ['transport/envelope', 'transport/frames', 'interaction-api/errors', 'interaction-api/is-record'],
    types: ['interaction-api'],
    why: "The simulator is the other side of the wire: it shares the client's types and envelope, not its code.",
  },
};

/** Bare facts that every layer may know. */
const COMMON = ['version'];

/**
 * @param {string} folder of src/
 * @param {{uses?: string[], types?: string[]}} [exceptions] what it may use beyond its layer
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
  // The simulator's own element is an element like the others.
  {files: ['src/simulator/element/**/*.ts'], rules: importRule('simulator', {uses: ['shared', 'locales']})},
  // A replay loads the simulated adapter on demand: the console imports only types of the simulator.
  {files: ['src/elements/console/replay/*.ts'], rules: importRule('elements', {types: ['simulator']})},
  // With `simulator` it has the simulator in place of a frame: loaded then.
  {files: ['src/elements/adapter/adapter.ts'], rules: importRule('elements', {types: ['simulator']})},
  {
    files: ['src/interaction-api/**/*.ts', 'src/simulator/contact-center/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...PAGE_GLOBALS.map((name) => ({name, message: 'This runs in workers and in Node too: no page.'})),
      ],
    },
  },
];
