import type {DialNumber} from './dial-number.js';
import {LinkPlacer} from './link-placer.js';
import {canHighlight, type LinkState} from './number-look.js';
import type {NumberIndex} from './number-index.js';
import type {SpareLinks} from './spare-links.js';

/**
 * Attribute of the links that the element makes. Its value is the state of the call: empty for no call, `pending` or
 * `in-call`.
 */
export const LINK_ATTRIBUTE = 'data-five9-dial';

/**
 * The links for keyboard, screen reader and assistive touch. They are in the shadow root of the element, in the order
 * of the numbers in the page. The pointer does not
 * use them, because a link over the text would prevent the selection of the text: see `ContentLinks.numberAt`.
 */
export class LinkLayer {
  readonly #layer: HTMLElement;
  readonly #placer: LinkPlacer;
  readonly #links = new Map<DialNumber, HTMLAnchorElement>();
  readonly #numbers = new Map<HTMLAnchorElement, DialNumber>();
  /** All numbers with a link, in the order of the page. */
  #ordered: DialNumber[] = [];

  /**
   * @param root The element that contains the numbers.
   * @param layer The element in the shadow root that contains the links.
   * @param index All numbers.
   */
  constructor(root: Element, layer: HTMLElement, index: NumberIndex) {
    this.#layer = layer;
    this.#placer = new LinkPlacer(root, layer, index, (number) => this.#links.get(number));
    layer.toggleAttribute('data-underlined', !canHighlight());
    layer.addEventListener('focusin', this.#onFocus);
  }

  /** All numbers with a link, in the order of the page. */
  get numbers(): readonly DialNumber[] {
    return this.#ordered;
  }

  /** Returns the link of a number. */
  linkOf(number: DialNumber): HTMLAnchorElement | undefined {
    return this.#links.get(number);
  }

  /** Returns the number of a link; `undefined` if the number no longer exists, and for any other link. */
  numberOf(link: HTMLAnchorElement): DialNumber | undefined {
    return this.#numbers.get(link);
  }

  /** Adds links for numbers. Uses spare links with the same addresses. */
  add(numbers: readonly DialNumber[], spare: SpareLinks): void {
    for (const number of numbers) {
      const link = spare.take(number.href) ?? document.createElement('a');
      describe(link, number);
      this.#links.set(number, link);
      this.#numbers.set(link, number);
      this.#insert(number, link);
    }
    if (numbers.length) this.#layer.hidden = false;
    this.#placer.add(numbers);
  }

  /** Shows the state of the call of a link. */
  showState(link: HTMLAnchorElement, state: LinkState): void {
    link.setAttribute(LINK_ATTRIBUTE, state);
  }

  /** Removes numbers. Returns their links, which stay in the layer until they are used again or `discard` removes them. */
  remove(numbers: readonly DialNumber[]): HTMLAnchorElement[] {
    const removed = new Set(numbers);
    if (removed.size) this.#ordered = this.#ordered.filter((number) => !removed.has(number));
    const links: HTMLAnchorElement[] = [];
    for (const number of numbers) {
      const link = this.#links.get(number);
      if (!link) continue;
      this.#links.delete(number);
      this.#numbers.delete(link);
      links.push(link);
    }
    this.#placer.remove(numbers);
    return links;
  }

  /** Removes links without a number. */
  discard(links: Iterable<HTMLAnchorElement>): void {
    for (const link of links) link.remove();
    this.#layer.hidden = !this.#links.size;
  }

  /** Sorts numbers whose texts were moved in the page. */
  sort(numbers: readonly DialNumber[]): void {
    const moved = new Set(numbers);
    this.#ordered = this.#ordered.filter((number) => !moved.has(number));
    for (const number of numbers) {
      const link = this.#links.get(number);
      if (link) this.#insert(number, link);
    }
  }

  /** Places the visible links again at their numbers, before the next picture of the page. */
  placeSoon(): void {
    this.#placer.placeSoon();
  }

  /** Removes all links. */
  close(): void {
    this.#placer.close();
    this.#layer.removeEventListener('focusin', this.#onFocus);
    this.#layer.replaceChildren();
    this.#layer.hidden = true;
    this.#links.clear();
    this.#numbers.clear();
    this.#ordered = [];
  }

  #insert(number: DialNumber, link: HTMLAnchorElement): void {
    const index = this.#indexFor(number);
    const next = this.#ordered[index];
    this.#ordered.splice(index, 0, number);
    const nextLink = (next && this.#links.get(next)) ?? null;
    const isInPlace = link.parentNode === this.#layer && link.nextSibling === nextLink;
    if (!isInPlace) this.#layer.insertBefore(link, nextLink);
  }

  /** Returns the index of a number in the order of the page. */
  #indexFor(number: DialNumber): number {
    const isAfter = (index: number): boolean => {
      const other = this.#ordered[index];
      return other !== undefined && isBefore(other, number);
    };
    let low = 0;
    let high = this.#ordered.length;
    // New numbers mostly follow all other numbers.
    if (isAfter(high - 1)) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isAfter(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  readonly #onFocus = ({target}: Event): void => {
    const number = this.#numbers.get(target as HTMLAnchorElement);
    if (number) this.#placer.reveal(number);
  };
}

function describe(link: HTMLAnchorElement, {href, written}: DialNumber): void {
  link.href = href;
  // Name the link with an attribute. Its text is not rendered, so that a search in the page and a translator do not find
  // the number twice.
  const name = written.replace(/\s+/g, ' ');
  link.setAttribute('aria-label', name);
  link.textContent = name;
}

/** Returns whether a number is before another number in the page. */
function isBefore({range: one}: DialNumber, {range: other}: DialNumber): boolean {
  if (one.startContainer === other.startContainer) return one.startOffset < other.startOffset;
  const position = one.startContainer.compareDocumentPosition(other.startContainer);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
