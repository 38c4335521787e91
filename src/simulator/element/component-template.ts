/**
 * Reads the template of own controls. The template is a text of the page in the form of markup, and the page may be
 * wrong or hostile. This reader creates no nodes, so no part of the text becomes markup.
 *
 * Source of the tags and attributes: samples of integrators.
 */

/** An input of the page. */
export interface OwnInput {
  readonly kind: 'input';
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** Name of the page's callback; empty if there is none. */
  readonly callback: string;
}

/** A button of the page. */
export interface OwnButton {
  readonly kind: 'button';
  readonly name: string;
  readonly label: string;
  readonly isPrimary: boolean;
  /** Name of the page's callback; empty if there is none. */
  readonly callback: string;
}

/** Controls at one place of the adapter. */
export interface OwnComponent {
  readonly location: string;
  readonly label: string;
  readonly controls: (OwnInput | OwnButton)[];
}

/** Maximum number of characters of a template, and of its controls. */
const MAX_LENGTH = 100_000;
const MAX_CONTROLS = 100;

/** A start tag: its name and its attributes. The pattern is sticky, so it never reads further than one tag. */
const START_TAG = /<([a-z][\w-]*)/iy;
const ATTRIBUTE = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/y;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Returns the controls in a template. Ignores every tag and attribute that the adapter does not know. */
export function componentsIn(template: string): OwnComponent[] {
  const components: OwnComponent[] = [];
  let count = 0;
  for (const [tag, attributes] of startTags(template.slice(0, MAX_LENGTH))) {
    if (count >= MAX_CONTROLS) break;
    const {
      name = '',
      label = '',
      location = '',
      value = '',
      placeholder = '',
      onchange = '',
      onclick = '',
    } = attributes;
    if (tag === 'adt-component') components.push({location, label, controls: []});
    const controls = components.at(-1)?.controls;
    if (tag === 'adt-input') {
      count++;
      controls?.push({kind: 'input', name, label, value, placeholder, callback: onchange});
    }
    if (tag === 'adt-button') {
      count++;
      const isPrimary = (attributes['class'] ?? '').split(/\s/).includes('btnPrimary');
      controls?.push({kind: 'button', name, label, isPrimary, callback: onclick});
    }
  }
  return components;
}

/** Returns the name and the attributes of each start tag, in order. */
function* startTags(text: string): Generator<[string, Partial<Record<string, string>>]> {
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at);
      if (end === -1) return;
      at = end;
      continue;
    }
    START_TAG.lastIndex = at;
    const tag = START_TAG.exec(text)?.[1];
    at++;
    if (tag === undefined) continue;
    const [attributes, end] = attributesAt(text, at + tag.length);
    at = end;
    yield [tag.toLowerCase(), attributes];
  }
}

/** Returns the attributes from a place in the text, and the place behind them. */
function attributesAt(text: string, start: number): [Partial<Record<string, string>>, number] {
  const attributes: Partial<Record<string, string>> = {};
  let at = start;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (!match) return [attributes, at];
    const [whole, name = '', doubleQuoted, singleQuoted, bare] = match;
    const key = name.toLowerCase();
    // As in HTML, the first of two attributes with the same name counts.
    if (!Object.hasOwn(attributes, key)) attributes[key] = decoded(doubleQuoted ?? singleQuoted ?? bare ?? '');
    at += whole.length;
  }
}

const decoded = (value: string): string =>
  value.replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name) return NAMED_ENTITIES[name.toLowerCase()] ?? entity;
    const code = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
