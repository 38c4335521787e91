import type {Found} from './finder.js';
import type {PageSelection} from './page-selection.js';

/** Attribute of the links that the element makes. Its value is the state of the call: empty, `pending` or `in-call`. */
export const LINK_ATTRIBUTE = 'data-five9-dial';

/**
 * The reason why a text with links becomes one Text node again.
 * - `kept`: the links are removed. Changes that the page made to the parts stay.
 * - `moved`: the page moved or removed the Text node. The whole text follows its Text node.
 * - `rewritten`: the page wrote into the Text node. The other parts have the old text.
 */
export type RestoreReason = 'kept' | 'moved' | 'rewritten';

/**
 * A text of the page with links in it.
 *
 * The page's own Text node stays in its place, and keeps the characters before the first number (possibly none). So
 * code that holds the node (Lit, React, Vue) still finds it. The parts that follow belong to the element: links, and
 * Text nodes between them.
 */
export class LinkedText {
  /** The number of each link. */
  readonly links = new Map<HTMLAnchorElement, string>();
  /** The node that contains the text. */
  readonly parent: Node | null;
  readonly #parts: (HTMLAnchorElement | Text)[] = [];
  /** An empty Text node in the first link, after its number. It disappears only if the page calls `normalize()`. */
  readonly #normalizeDetector: Text;

  constructor(
    readonly text: Text,
    numbers: readonly Found[],
    selection: PageSelection,
  ) {
    this.parent = text.parentNode;
    this.#normalizeDetector = text.ownerDocument.createTextNode('');
    selection.keep(
      () => this.#textNodes(),
      () => {
        // From the end, so that the indexes of the earlier numbers stay valid.
        for (const found of numbers.toReversed()) this.#addLink(found);
        this.#parts[0]?.appendChild(this.#normalizeDetector);
      },
    );
  }

  /** Returns all nodes that belong to the element. */
  *nodes(): Generator<Node> {
    yield this.#normalizeDetector;
    for (const part of this.#parts) {
      yield part;
      if (part.firstChild) yield part.firstChild;
    }
  }

  /** Whether the page has called `normalize()` on a node around the text. */
  get isNormalized(): boolean {
    const [first] = this.#parts;
    return (
      first?.parentNode === this.parent && first.firstChild !== null && this.#normalizeDetector.parentNode === null
    );
  }

  /** Removes the links, and makes the text one Text node again. */
  restore(reason: RestoreReason, selection: PageSelection): void {
    selection.keep(
      () => this.#textNodes(),
      () => {
        const wasRemovedByNormalize = this.isNormalized && !this.text.parentNode;
        if (wasRemovedByNormalize) this.#restoreNormalized();
        else this.#restoreParts(reason);
      },
    );
  }

  #addLink({start, end, number, href}: Found): void {
    const {text} = this;
    if (end < text.length) this.#parts.unshift(text.splitText(end));
    const written = text.splitText(start);
    const link = text.ownerDocument.createElement('a');
    link.href = href;
    link.dir = 'ltr';
    // If the link is draggable, the mouse cannot start to select text in the number.
    link.draggable = false;
    link.setAttribute(LINK_ATTRIBUTE, '');
    written.replaceWith(link);
    link.append(written);
    this.#parts.unshift(link);
    this.links.set(link, number);
  }

  #restoreParts(reason: RestoreReason): void {
    let rest = '';
    /** Whether all previous parts could be joined to the Text node. */
    let isWhole = true;
    for (const part of this.#parts) {
      const isInPlace = part.parentNode === this.parent;
      // A link contains the number, and the first link also the empty Text node. More children come from the page.
      const hasForeignContent = Boolean(part.firstChild?.nextSibling?.nextSibling);
      if (reason === 'rewritten' && isInPlace) {
        part.remove();
      } else if (part.parentNode && (!isInPlace || hasForeignContent || !isWhole)) {
        // The page has put content into the link, or has moved the link: this part and the following ones belong to the
        // page now.
        if (isInPlace) isWhole = false;
        if (part instanceof HTMLAnchorElement) part.replaceWith(...part.childNodes);
      } else if (isInPlace || reason === 'moved') {
        rest += part.textContent;
        part.remove();
      }
    }
    if (rest) this.text.appendData(rest);
  }

  /**
   * Restores a text whose Text node `normalize()` has removed because it was empty, or has joined with the text before
   * it.
   */
  #restoreNormalized(): void {
    const [first] = this.#parts as [HTMLAnchorElement];
    const before = first.previousSibling;
    const joined = before instanceof Text ? before : this.text;
    if (joined === this.text) first.before(joined);
    const rest = this.#parts.map(({textContent}) => textContent).join('');
    for (const part of this.#parts) part.remove();
    // The page may still hold its own Text node, so that node gets the whole text too.
    for (const text of new Set([joined, this.text])) text.appendData(rest);
  }

  /** Returns the Text nodes of the text, in order. */
  #textNodes(): Text[] {
    const parts = this.#parts.filter(({parentNode}) => parentNode);
    return [
      this.text,
      ...parts.flatMap((part) => (part instanceof Text ? part : [...part.childNodes]) as Text | Text[]),
    ];
  }
}
