/** What the element shows. */
export interface Click2dialLook {
  number: string;
  /** A click dials. */
  ready: boolean;
  status: string;
  error: string;
}

/** Draws a look. */
export type Click2dialView = (look: Click2dialLook) => void;

const HANDSET = 'M6.6 11a15 15 0 0 0 6.4 6.4l2.5-2.4 5.5 1.5V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5L9 8.5z';

let template: DocumentFragment | undefined;

/** Puts the element's nodes into `root`, once. */
export function createView(root: ParentNode, onClick: () => void): Click2dialView {
  root.append((template ??= build()).cloneNode(true));
  const [button, status, error] = root.querySelectorAll('[part]') as Iterable<Element> as [Element, Element, Element];
  const number = root.querySelector('bdi') as Element;
  button.addEventListener('click', onClick);
  return (look) => {
    write(number, look.number);
    write(status, look.status);
    write(error, look.error);
    button.ariaDisabled = look.ready ? null : 'true';
  };
}

function build(): DocumentFragment {
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS(icon.namespaceURI, 'path');
  path.setAttribute('d', HANDSET);
  icon.append(path);
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.ariaHidden = 'true';
  const fragment = document.createDocumentFragment();
  fragment.append(
    node(
      'button',
      {part: 'button'},
      icon,
      node('span', {class: 'hidden'}, 'Call '),
      node('slot', {}, node('bdi', {dir: 'ltr'})),
    ),
    node('span', {part: 'status', role: 'status'}),
    node('p', {part: 'error', role: 'alert'}),
  );
  return fragment;
}

function node(tag: string, attributes: Record<string, string>, ...content: (Node | string)[]): Element {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/** Ten thousand of them are updated at once: what has not changed is not touched. */
function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
