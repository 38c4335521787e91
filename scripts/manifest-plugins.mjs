/**
 * Plugins of the analyzer that writes custom-elements.json. They remove all entries that readers of this file do not
 * need, and add the definitions of the tags.
 */

/**
 * @typedef {{name: string, kind: string, description?: string, privacy?: string, default?: string, fieldName?: string}} Entry
 * @typedef {{name: string, default?: string, tagName?: string, superclass?: {name: string}, mixins?: {name: string}[], members?: Entry[], attributes?: Entry[], events?: Entry[]}} Declaration
 * @typedef {{name: string, module: string}} Reference
 * @typedef {{path: string, declarations: Declaration[], exports: {kind: string, name: string, declaration: Reference}[]}} Module
 * @typedef {{customElementsManifest: {modules: Module[]}}} Linking
 *
 * @typedef {object} Plugin
 * @property {string} name
 * @property {(context: {ts: any, node: any, moduleDoc: Module}) => void} [analyzePhase]
 * @property {(context: Linking) => void} [packageLinkPhase]
 */

/** Names of the members that only Lit or the browser uses. */
const PLUMBING = /^(?:styles|shadowRootOptions|formAssociated|form\w+Callback)$/;

/**
 * Removes the members that are not public.
 *
 * @returns {Plugin}
 */
export function publicMembers() {
  return {
    name: 'public-members',
    packageLinkPhase({customElementsManifest}) {
      for (const declaration of declarations(customElementsManifest)) {
        const isPublic = (/** @type {Entry} */ {name, privacy = 'public'}) =>
          !name.startsWith('#') && privacy === 'public' && !PLUMBING.test(name);
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
      }
    },
  };
}

/**
 * Keeps only the events that `@fires` documents. The analyzer also adds an event for each `dispatchEvent(new X(…))`,
 * often without a name. scripts/check-manifest.mjs reports events without documentation.
 *
 * @returns {Plugin}
 */
export function documentedEvents() {
  return {
    name: 'documented-events',
    packageLinkPhase({customElementsManifest}) {
      for (const declaration of declarations(customElementsManifest)) {
        const isDocumented = (/** @type {Entry} */ {name, description}) => name && description;
        if (declaration.events) declaration.events = declaration.events.filter(isDocumented);
      }
    },
  };
}

/**
 * Copies the default of each field to its attribute, and replaces the name of a constant by its value. The analyzer
 * reads `@default` only for fields, and does not find the value of an imported constant.
 *
 * @returns {Plugin}
 */
export function defaultValues() {
  return {
    name: 'default-values',
    packageLinkPhase({customElementsManifest}) {
      const all = declarations(customElementsManifest);
      const constants = new Map(all.map(({name, default: value}) => [name, value]));
      for (const {attributes = [], members = []} of all) {
        for (const member of members) {
          const value = constants.get(member.default ?? '');
          if (value !== undefined) member.default = value;
        }
        for (const attribute of attributes) {
          const field = members.find(({name}) => name === attribute.fieldName);
          if (attribute.default !== undefined && field?.default !== undefined) attribute.default = field.default;
        }
      }
    },
  };
}

/**
 * Adds the definition of each tag, for each call of `define('five9-x', Five9X)` in a file define.ts.
 *
 * @returns {Plugin}
 */
export function definitions() {
  return {
    name: 'definitions',
    analyzePhase({ts, node, moduleDoc}) {
      if (!/\/define\.ts$/.test(moduleDoc.path) || !ts.isCallExpression(node)) return;
      const [tag, element] = node.arguments;
      if (node.expression.getText() !== 'define' || !tag || !ts.isStringLiteral(tag) || !element) return;
      const name = element.getText();
      const declaration = {name, module: importedFrom(ts, node.getSourceFile(), name, moduleDoc.path)};
      moduleDoc.exports.push({kind: 'custom-element-definition', name: tag.text, declaration});
    },
  };
}

/**
 * Keeps only the elements, their base classes, their events and their definitions.
 *
 * @returns {Plugin}
 */
export function elementsOnly() {
  return {
    name: 'elements-only',
    packageLinkPhase({customElementsManifest}) {
      const all = declarations(customElementsManifest);
      const bases = new Set(all.filter(({tagName}) => tagName).flatMap((element) => ancestors(element, all)));
      const isKept = (/** @type {Declaration} */ {name, tagName, superclass}) =>
        tagName || bases.has(name) || /Event$/.test(superclass?.name ?? '');
      for (const module of customElementsManifest.modules) {
        module.declarations = module.declarations.filter(isKept);
        const kept = module.declarations.map(({name}) => name);
        module.exports = module.exports.filter(
          ({name, kind}) => kind === 'custom-element-definition' || kept.includes(name),
        );
      }
      customElementsManifest.modules = customElementsManifest.modules.filter(({exports}) => exports.length > 0);
    },
  };
}

/**
 * Replaces the paths of the sources with the paths of the published modules.
 *
 * @returns {Plugin}
 */
export function distPaths() {
  const rename = (/** @type {Record<string, any>} */ node) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string') {
        if (key === 'path' || key === 'module') node[key] = value.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js');
      } else if (value !== null && typeof value === 'object') rename(value);
    }
  };
  return {
    name: 'dist-paths',
    packageLinkPhase: ({customElementsManifest}) => rename(customElementsManifest),
  };
}

/**
 * Sorts the modules, so that the result is the same on every machine. File systems list files in different orders.
 *
 * @returns {Plugin}
 */
export function sorted() {
  return {
    name: 'sorted',
    packageLinkPhase({customElementsManifest}) {
      customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}

/** @param {{modules: Module[]}} manifest */
function declarations({modules}) {
  return modules.flatMap(({declarations: own}) => own);
}

/**
 * Returns the names of all base classes and mixins of an element.
 *
 * @param {Declaration} element
 * @param {Declaration[]} all
 * @returns {string[]}
 */
function ancestors(element, all) {
  const names = [element.superclass, ...(element.mixins ?? [])].map((reference) => reference?.name);
  const bases = all.filter(({name}) => names.includes(name));
  return bases.flatMap((base) => [base.name, ...ancestors(base, all)]);
}

/**
 * Returns the path of the module from which a source file imports a name.
 *
 * @param {any} ts
 * @param {any} source
 * @param {string} name
 * @param {string} path of the importing module
 * @returns {string}
 */
function importedFrom(ts, source, name, path) {
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const names = statement.importClause?.namedBindings?.elements ?? [];
    if (!names.some((/** @type {any} */ element) => element.name.text === name)) continue;
    const {pathname} = new URL(statement.moduleSpecifier.text, `file:///${path}`);
    return pathname.slice(1).replace(/\.js$/, '.ts');
  }
  return path;
}
