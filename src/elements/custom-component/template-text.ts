/** An element of a template, by its name, its attributes and its content. An empty attribute is not written. */
export interface TemplateElement {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content?: readonly TemplateElement[];
}

/**
 * Attributes that contain the name of a callback. They are written with another name first, because Trusted Types allow
 * nobody to set them as text, also in a document that runs no script.
 */
const CALLBACKS: readonly string[] = ['onchange', 'onclick'];
const PREFIX = 'five9-';

/**
 * Returns the template that the adapter takes. The browser writes the text, so a text of the page never becomes markup.
 */
export function templateText(element: TemplateElement): string {
  // eslint-disable-next-line no-restricted-properties -- the property is read, and never set
  const text = toElement(document.implementation.createHTMLDocument(), element).outerHTML;
  // A text of the page cannot contain this pattern, because the browser writes its quotation marks as entities.
  return CALLBACKS.reduce((result, name) => result.replaceAll(` ${PREFIX}${name}="`, ` ${name}="`), text);
}

function toElement(inert: Document, {tag, attributes = {}, content = []}: TemplateElement): Element {
  const element = inert.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    // The browser writes a no-break space as an entity that only HTML knows.
    const text = value.replaceAll('\u00a0', ' ');
    if (text) element.setAttribute(CALLBACKS.includes(name) ? PREFIX + name : name, text);
  }
  element.append(...content.map((child) => toElement(inert, child)));
  return element;
}
