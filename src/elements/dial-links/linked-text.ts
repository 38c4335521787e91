import type {Found} from './finder.js';
import type {PageSelection} from './page-selection.js';

/**
 * Attribute of the links that the element makes. Its value is the state of the call: empty for no call, `pending` or
 * `in-call`.
 */
export const LINK_ATTRIBUTE = 'data-five9-dial';

/**
 * The reason why a text with links becomes one Text node again.
 * - `kept`: The links must be removed. Changes that the page made to links or to parts of the text stay.
 * - `moved`: The page moved or removed its own Text node. The whole text moves into this Text node.
 * - `rewritten`: The page wrote a new text into its own Text node. The parts after this Text node contain the old text,
 *   and are deleted.
 */
export type RestoreReason = 'kept' | 'moved' | 'rewritten';

/**
 * A text of the page in which the element made links.
 *
 * The page's own Text node stays in its place, so that code with a reference to this node still works (for example Lit,
 * React or Vue). This node contains the characters before the first number, and may be empty. After this node follow
 * the parts, which belong to the element. The parts are the links, and the Text nodes between and after the links.
 */
export class LinkedText {
  /** The number to dial for each link, with its extension as the parameter `ext`. */
  readonly links = new Map<HTMLAnchorElement, string>();
  /** The parent of the Text node when the links were made. */
  readonly parent: Node | null;
  readonly #parts: (HTMLAnchorElement | Text)[] = [];
  /**
   * An empty Text node at the end of the first link. Only `normalize()` removes this node, so a missing node shows that
   * the page has called `normalize()`.
   */
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
        // Begin with the last number, so that the indexes of the earlier numbers stay valid.
        for (const found of numbers.toReversed()) this.#addLink(found);
        this.#parts[0]?.appendChild(this.#normalizeDetector);
      },
    );
  }

  /** Returns all nodes that the element made: the parts and their children. */
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

  #addLink({start, end, number, extension, href}: Found): void {
    const {text} = this;
    if (end < text.length) this.#parts.unshift(text.splitText(end));
    const written = text.splitText(start);
    const link = text.ownerDocument.createElement('a');
    link.href = href;
    link.dir = 'ltr';
    // Do not let the user drag the link, because otherwise the user could not select text in the number with the mouse.
    link.draggable = false;
    link.setAttribute(LINK_ATTRIBUTE, '');
    written.replaceWith(link);
    link.append(written);
    this.#parts.unshift(link);
    this.links.set(link, extension ? `${number};ext=${extension}` : number);
  }

  #restoreParts(reason: RestoreReason): void {
    let rest = '';
    /** Whether all previous parts could be joined to the Text node. */
    let isWhole = true;
    for (const part of this.#parts) {
      const isInPlace = part.parentNode === this.parent;
      // Check for a third child, because it must be from the page. A link of the element contains one Text node, and
      // the first link also contains the empty `#normalizeDetector`.
      const hasForeignContent = Boolean(part.firstChild?.nextSibling?.nextSibling);
      if (reason === 'rewritten' && isInPlace) {
        part.remove();
      } else if (part.parentNode && (!isInPlace || hasForeignContent || !isWhole)) {
        // Keep the content of this part in its place, and remove only the link, because the page has moved this part,
        // or has put content into this part or an earlier part.
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
   * Restores a text whose Text node was removed by `normalize()`. The Text node was empty, or its characters were
   * joined with the Text node before it.
   */
  #restoreNormalized(): void {
    const [first] = this.#parts as [HTMLAnchorElement];
    const before = first.previousSibling;
    const joined = before instanceof Text ? before : this.text;
    if (joined === this.text) first.before(joined);
    const rest = this.#parts.map(({textContent}) => textContent).join('');
    for (const part of this.#parts) part.remove();
    // Write the text into the page's own Text node too, because the page may still have a reference to this node.
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
