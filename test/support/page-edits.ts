import {fc} from './check.js';

/** A change that the page makes to its nodes. The numbers choose nodes, characters and texts. */
export interface Edit {
  name: string;
  node: number;
  other: number;
  start: number;
  count: number;
  text: string;
}

/** Texts of the edits: parts of numbers, whole numbers, and other text. */
const TEXTS = [
  '',
  ' ',
  'Ann ',
  '925-',
  '555-0100',
  '925-555-0100',
  'or +1 925 555 0101 now',
  '01',
  '<b>925</b>-555-0102',
];

/** A copy of a page to which edits are applied. Two copies have the same nodes at the same indexes. */
export class EditedPage {
  readonly #root: Element;
  /** All nodes that were ever in the page. */
  readonly #nodes: Node[] = [];

  constructor(root: Element, html: string) {
    this.#root = root;
    root.innerHTML = html;
    this.#collect(root);
  }

  /** Applies an edit. Returns its result or its error as a text. */
  apply(edit: Edit): string {
    let result: unknown;
    try {
      result = EDITS[edit.name]!(this.#context(edit));
    } catch (error) {
      result = (error as Error).name;
    }
    this.#collect(this.#root);
    for (const node of [...this.#nodes]) this.#collect(node);
    return ['string', 'number', 'boolean'].includes(typeof result) ? JSON.stringify(result) : '';
  }

  /** Returns the texts and the markup of the page, and of the nodes that were removed from the page. */
  read(): string[] {
    return [
      this.#root.textContent,
      this.#root.innerHTML,
      structure(this.#root),
      ...this.#nodes.map((node) => node.textContent ?? ''),
    ];
  }

  #context({node, other, start, count, text}: Edit): EditContext {
    const inPage = [...descendants(this.#root)];
    const pick = (index: number): Node => {
      // Choose a node of the page more often than a node that was removed.
      const from = index % 4 || !this.#nodes.length ? inPage : this.#nodes;
      return from[Math.floor(index / 4) % from.length] ?? this.#root;
    };
    const texts = inPage.filter((one): one is Text => one instanceof Text);
    return {
      root: this.#root,
      node: pick(node),
      other: pick(other),
      text: texts[node % (texts.length || 1)] ?? new Text(text),
      element: closestElement(pick(node), this.#root),
      data: text,
      start,
      count,
    };
  }

  #collect(root: Node): void {
    for (const node of descendants(root)) if (!this.#nodes.includes(node)) this.#nodes.push(node);
  }
}

/** An element of a browser that has `moveBefore`. */
type MovableElement = Element & {moveBefore?: (node: Node, before: Node | null) => void};

interface EditContext {
  root: Element;
  node: Node;
  other: Node;
  text: Text;
  element: Element;
  data: string;
  start: number;
  count: number;
}

/** Returns a range in the content, from one node to another. */
function rangeOf({node, other, start, count}: EditContext): Range {
  const range = new Range();
  range.setStart(node, Math.min(start, lengthOf(node)));
  range.setEnd(other, Math.min(count, lengthOf(other)));
  return range;
}

const lengthOf = (node: Node): number => (node instanceof CharacterData ? node.length : node.childNodes.length);

const font = (): Element => document.createElementNS('http://www.w3.org/1999/xhtml', 'font');

/** The methods with which a page edits its nodes. */
const EDITS: Record<string, (context: EditContext) => unknown> = {
  // CharacterData and Text
  data: ({text, data}) => (text.data = data),
  nodeValue: ({node, data}) => (node.nodeValue = data),
  appendData: ({text, data}) => text.appendData(data),
  insertData: ({text, start, data}) => text.insertData(start, data),
  deleteData: ({text, start, count}) => text.deleteData(start, count),
  replaceData: ({text, start, count, data}) => text.replaceData(start, count, data),
  substringData: ({text, start, count}) => text.substringData(start, count),
  splitText: ({text, start}) => text.splitText(start),
  wholeText: ({text}) => text.wholeText,
  textBefore: ({text, data}) => text.before(data),
  textAfter: ({text, data, other}) => text.after(data, other),
  textReplaceWith: ({text, data, other}) => text.replaceWith(other, data),
  textRemove: ({text}) => text.remove(),
  // Node
  appendChild: ({node, other}) => node.appendChild(other),
  insertBefore: ({node, other, root}) => node !== root && node.parentNode!.insertBefore(other, node),
  replaceChild: ({node, other, root}) => node !== root && node.parentNode!.replaceChild(other, node),
  removeChild: ({node, root}) => node !== root && node.parentNode!.removeChild(node),
  cloneNode: ({node, element, count}) => element.append(node.cloneNode(count % 2 === 0)),
  normalize: ({node}) => node.normalize(),
  normalizeAll: ({root}) => root.normalize(),
  textContent: ({node, data}) => (node.textContent = data),
  readTextContent: ({node}) => node.textContent,
  childNodes: ({element, start}) => element.childNodes[start]?.nodeName,
  // Element
  innerHTML: ({element, data}) => (element.innerHTML = data),
  writeBack: ({root}) => {
    const {innerHTML} = root;
    root.innerHTML = innerHTML;
  },
  writeBackElement: ({element}) => (element.innerHTML = element.innerHTML.replace('Ann', 'Bob')),
  outerHTML: ({node, root, data}) => node !== root && ((node as Element).outerHTML = `<i>${data}</i>`),
  insertAdjacentHTML: ({element, start, data}) =>
    element.insertAdjacentHTML(start % 2 ? 'afterbegin' : 'beforeend', `<p>${data}</p>`),
  insertAdjacentText: ({element, start, data}) =>
    element.insertAdjacentText(start % 2 ? 'afterbegin' : 'beforeend', data),
  insertAdjacentElement: ({element, other}) => element.insertAdjacentElement('afterbegin', other as Element),
  append: ({element, other, data}) => element.append(data, other),
  prepend: ({element, data}) => element.prepend(data),
  replaceChildren: ({element, other, data}) => element.replaceChildren(data, other),
  remove: ({node, root}) => node !== root && (node as Element).remove(),
  after: ({node, root, data}) => node !== root && (node as Element).after(data),
  before: ({node, root, other}) => node !== root && (node as Element).before(other),
  replaceWith: ({node, root, data}) => node !== root && (node as Element).replaceWith(data),
  moveBefore: ({element, other}) => (element as MovableElement).moveBefore?.(other, null),
  editable: ({element}) => element.toggleAttribute('contenteditable'),
  noDial: ({element}) => element.toggleAttribute('data-five9-no-dial'),
  role: ({element}) => element.setAttribute('role', 'button'),
  noRole: ({element}) => element.removeAttribute('role'),
  hidden: ({element}) => element.toggleAttribute('hidden'),
  // Range
  surroundContents: (context) => rangeOf(context).surroundContents(document.createElement('mark')),
  surroundText: ({text, start, count}) => {
    const range = new Range();
    range.setStart(text, start);
    range.setEnd(text, start + count);
    range.surroundContents(document.createElement('mark'));
  },
  extractContents: (context) => context.root.append(rangeOf(context).extractContents()),
  cloneContents: (context) => context.root.append(rangeOf(context).cloneContents()),
  deleteContents: (context) => rangeOf(context).deleteContents(),
  insertNode: (context) => rangeOf(context).insertNode(document.createTextNode(context.data)),
  rangeText: (context) => rangeOf(context).toString(),
  contextualFragment: (context) => context.root.append(rangeOf(context).createContextualFragment(context.data)),
  // What translators and highlighters do with these methods
  translate: ({root}) => {
    for (const text of textsIn(root)) {
      const [outer, inner] = [font(), font()];
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(text.data);
    }
  },
  untranslate: ({root}) => {
    for (const translated of root.querySelectorAll(':is(font)')) translated.replaceWith(...translated.childNodes);
  },
  highlight: ({root}) => {
    for (const text of textsIn(root)) {
      const start = text.data.indexOf('555');
      if (start < 0) continue;
      const match = text.splitText(start);
      match.splitText(3);
      const mark = document.createElement('mark');
      match.replaceWith(mark);
      mark.append(match);
    }
  },
};

export const edit: fc.Arbitrary<Edit> = fc.record({
  name: fc.constantFrom(...Object.keys(EDITS)),
  node: fc.nat(60),
  other: fc.nat(60),
  start: fc.nat(20),
  count: fc.nat(12),
  text: fc.constantFrom(...TEXTS),
});

/** The markup of a small page. */
export const markup: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom('p', 'b', 'span', 'td', '!'),
      fc.array(fc.constantFrom(...TEXTS, '<br>', '<!-- x -->'), {maxLength: 4}),
    ),
    {minLength: 1, maxLength: 4},
  )
  .map((parts) =>
    parts.map(([tag, texts]) => (tag === '!' ? texts.join('') : `<${tag}>${texts.join('')}</${tag}>`)).join(''),
  );

function* descendants(root: Node): Generator<Node> {
  for (let child = root.firstChild; child; child = child.nextSibling) {
    yield child;
    yield* descendants(child);
  }
}

const textsIn = (root: Node): Text[] => [...descendants(root)].filter((node) => node instanceof Text);

const closestElement = (node: Node, root: Element): Element =>
  node instanceof Element ? node : (node.parentElement ?? root);

/** Returns the nodes as nested lists, because the markup does not show where a text is divided. */
const structure = (node: Node): string =>
  node instanceof Element || node instanceof DocumentFragment
    ? `${node.nodeName}(${[...node.childNodes].map(structure).join()})`
    : `${node.nodeName}:${node.nodeValue ?? ''}`;
