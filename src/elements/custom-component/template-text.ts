/** An input of a component. */
export interface InputDescription {
  readonly kind: 'input';
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** Name of the callback for a change. */
  readonly callback: string;
}

/** A button of a component. */
export interface ButtonDescription {
  readonly kind: 'button';
  readonly name: string;
  readonly label: string;
  readonly isPrimary: boolean;
  /** Name of the callback for a press. */
  readonly callback: string;
}

/** A control of a component. */
export type ControlDescription = InputDescription | ButtonDescription;

/** A component: controls at one place of the adapter. */
export interface ComponentDescription {
  readonly location: string;
  readonly label: string;
  readonly controls: readonly ControlDescription[];
}

/**
 * Returns the template that the adapter takes for the components. The browser writes the text, so a text of the page
 * never becomes markup.
 */
export function templateText(components: readonly ComponentDescription[]): string {
  const inert = document.implementation.createHTMLDocument();
  const root = inert.createElement('adt-components');
  for (const {location, label, controls} of components) {
    const component = make(inert, 'adt-component', {location, label});
    component.append(...controlElements(inert, controls));
    root.append(component);
  }
  return root.outerHTML;
}

/** Returns the elements of controls. Buttons that follow each other are a group. */
function controlElements(inert: Document, controls: readonly ControlDescription[]): Element[] {
  const elements: Element[] = [];
  for (const control of controls) {
    if (control.kind === 'input') {
      const {name, label, value, placeholder, callback} = control;
      elements.push(make(inert, 'adt-input', {name, label, value, placeholder, onchange: callback}));
      continue;
    }
    const {name, label, isPrimary, callback} = control;
    const style = isPrimary ? 'btnPrimary' : 'btnSecondary';
    const button = make(inert, 'adt-button', {name, label, class: style, onclick: callback});
    const last = elements.at(-1);
    if (last?.localName === 'adt-btn-group') last.append(button);
    else {
      const group = inert.createElement('adt-btn-group');
      group.append(button);
      elements.push(group);
    }
  }
  return elements;
}

/** Creates an element with the attributes that are not empty. */
function make(inert: Document, tag: string, attributes: Readonly<Record<string, string>>): Element {
  const element = inert.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    // A no-break space would be written as an entity that only HTML knows.
    if (value) element.setAttribute(name, value.replaceAll('\u00a0', ' '));
  }
  return element;
}
