/** Reads custom-elements.json, and returns the documentation of each element in tables. */

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {string} [type]
 * @property {string} [initial] the default value
 * @property {string} [more] a note, for example `read only`, or the property's name if it differs from the attribute
 * @property {string} [description]
 */

/** @typedef {{title: string, head: string, rows: Row[]}} Table */

/** @typedef {{tag: string, summary: string, description: string, module: string, events: string[], tables: Table[]}} ElementDoc */

/** Methods that only the elements and the service call. The documentation does not list them. */
const PLUMBING = /^(serviceChanged|concerns|\w+Callback)$/;

/**
 * Returns the documentation of all elements, sorted by tag.
 *
 * @returns {Promise<ElementDoc[]>}
 */
export async function loadElements() {
  const response = await fetch('/custom-elements.json');
  if (!response.ok) throw new Error(`custom-elements.json: ${response.status} ${response.statusText}`);
  const {modules} = await response.json();
  return modules
    .flatMap((/** @type {any} */ module) => module.declarations ?? [])
    .filter((/** @type {any} */ declaration) => declaration.tagName)
    .map(elementDoc)
    .sort((/** @type {ElementDoc} */ one, /** @type {ElementDoc} */ other) => (one.tag < other.tag ? -1 : 1));
}

/**
 * @param {any} declaration
 * @returns {ElementDoc}
 */
function elementDoc(declaration) {
  const {tagName: tag, summary = '', description = ''} = declaration;
  const {
    members = [],
    attributes = [],
    events = [],
    slots = [],
    cssParts = [],
    cssProperties = [],
    cssStates = [],
  } = declaration;
  const named = (/** @type {any[]} */ list) => list.map(({name, description}) => ({name, description}));
  return {
    tag,
    summary,
    description,
    module: `five9-elements/define/${tag.replace('five9-', '')}`,
    events: events.map((/** @type {any} */ {name}) => name),
    tables: [
      {title: 'Attributes and properties', head: 'Name', rows: settings(members, attributes)},
      {title: 'Methods', head: 'Method', rows: methods(members)},
      {
        title: 'Events',
        head: 'Event',
        rows: events.map((/** @type {any} */ {name, type, description}) => ({name, type: type?.text, description})),
      },
      {
        title: 'Slots',
        head: 'Slot',
        rows: named(slots).map(({name, ...rest}) => ({name: name || 'default', ...rest})),
      },
      {title: 'Parts', head: '::part(…)', rows: named(cssParts)},
      {
        title: 'Custom properties',
        head: 'Property',
        rows: cssProperties.map((/** @type {any} */ {name, default: initial, description}) => ({
          name,
          initial,
          description,
        })),
      },
      {title: 'States', head: ':state(…)', rows: named(cssStates)},
    ].filter(({rows}) => rows.length > 0),
  };
}

/**
 * Returns the attributes with their properties, and then the properties without an attribute.
 *
 * @param {any[]} members
 * @param {any[]} attributes
 * @returns {Row[]}
 */
function settings(members, attributes) {
  const fields = members.filter(({kind}) => kind === 'field');
  const fieldOf = (/** @type {any} */ {name, fieldName = name}) => fields.find((field) => field.name === fieldName);
  const row = (/** @type {any} */ {name, type, default: initial, description}, more = '') => ({
    name,
    type: type?.text,
    initial,
    more,
    description,
  });
  const taken = new Set(attributes.map(fieldOf));
  return [
    ...attributes.map((attribute) => {
      const field = fieldOf(attribute);
      const more = !field ? 'attribute only' : field.name === attribute.name ? '' : `property ${field.name}`;
      return row({...field, ...attribute}, more);
    }),
    ...fields
      .filter((field) => !taken.has(field))
      .map((field) => row(field, [field.static && 'static', field.readonly && 'read only'].filter(Boolean).join(', '))),
  ];
}

/**
 * @param {any[]} members
 * @returns {Row[]}
 */
function methods(members) {
  return members
    .filter(({kind, name}) => kind === 'method' && !PLUMBING.test(name))
    .map(({name, parameters = [], return: returns, description}) => {
      const list = parameters.map(
        (/** @type {any} */ {name, type, optional, default: initial}) =>
          `${name}${optional || initial !== undefined ? '?' : ''}${type ? `: ${type.text}` : ''}`,
      );
      return {name: `${name}(${list.join(', ')})`, type: returns?.type?.text, description};
    });
}
