import type {DialNumber} from './dial-number.js';
import {boxesOf, type NumberIndex} from './number-index.js';

/** A box in pixels of the viewport. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Width of the layer in CSS pixels; see `dial-links.styles.ts`. The measured width shows the scale of a transform. */
const LAYER_WIDTH = 100;

/**
 * Places the links over their numbers, so that the focus ring and assistive touch find a link where its number is. Only
 * links of visible numbers are placed. A link is invisible without focus, so a link may follow its number a frame later.
 */
export class LinkPlacer {
  readonly #root: Element;
  readonly #layer: HTMLElement;
  readonly #index: NumberIndex;
  readonly #linkOf: (number: DialNumber) => HTMLAnchorElement | undefined;
  readonly #visible = new Set<Element>();
  readonly #visibility = new IntersectionObserver((entries) => this.#onVisibility(entries));
  readonly #size = new ResizeObserver(() => this.placeSoon());
  #frame: number | undefined;

  constructor(
    root: Element,
    layer: HTMLElement,
    index: NumberIndex,
    linkOf: (number: DialNumber) => HTMLAnchorElement | undefined,
  ) {
    this.#root = root;
    this.#layer = layer;
    this.#index = index;
    this.#linkOf = linkOf;
    this.#size.observe(root);
    document.addEventListener('scroll', this.placeSoon, {capture: true, passive: true});
    window.addEventListener('resize', this.placeSoon);
  }

  add(numbers: readonly DialNumber[]): void {
    for (const {elements} of numbers) this.#visibility.observe(elements[0]);
    this.#place(numbers);
  }

  /** Called when numbers are no longer in the index. */
  remove(numbers: readonly DialNumber[]): void {
    for (const {elements} of numbers) {
      const [element] = elements;
      if (this.#index.hasNumbers(element)) continue;
      this.#visible.delete(element);
      this.#visibility.unobserve(element);
    }
  }

  /** Places the visible links again, before the next picture of the page. */
  readonly placeSoon = (): void => {
    if (!this.#visible.size) return;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#placeVisible();
    });
  };

  /** Scrolls a number into view, and places its link. */
  reveal(number: DialNumber): void {
    const [element] = number.elements;
    element.scrollIntoView({block: 'nearest', inline: 'nearest'});
    const box = union(boxesOf(number.range));
    // A long text can be larger than the viewport, so scroll to the line of the number too.
    if (box && !isInViewport(box)) window.scrollBy(0, box.top - window.innerHeight / 2);
    this.#place([number]);
  }

  close(): void {
    this.#visibility.disconnect();
    this.#size.disconnect();
    document.removeEventListener('scroll', this.placeSoon, {capture: true});
    window.removeEventListener('resize', this.placeSoon);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#visible.clear();
  }

  #onVisibility(entries: readonly IntersectionObserverEntry[]): void {
    const changed: DialNumber[] = [];
    for (const {target, isIntersecting} of entries) {
      if (isIntersecting) this.#visible.add(target);
      else this.#visible.delete(target);
      changed.push(...this.#index.inElement(target));
    }
    this.#place(changed);
  }

  #placeVisible(): void {
    this.#place([...this.#visible].flatMap((element) => [...this.#index.inElement(element)]));
  }

  /** Reads all positions before it writes, so that the browser computes the layout only once. */
  #place(numbers: readonly DialNumber[]): void {
    if (!numbers.length || !this.#root.isConnected) return;
    const origin = this.#layer.getBoundingClientRect();
    const scale = origin.width / LAYER_WIDTH || 1;
    const places = numbers.map((number) => ({link: this.#linkOf(number), box: this.#boxOf(number)}));
    for (const {link, box} of places) {
      if (!link) continue;
      // A number that is not rendered must not get the focus.
      link.hidden = !box;
      const isPlaced = box && isInViewport(box);
      const {left, top, right, bottom} = isPlaced ? box : corner(origin);
      link.style.left = `${(left - origin.left) / scale}px`;
      link.style.top = `${(top - origin.top) / scale}px`;
      link.style.width = `${(right - left) / scale}px`;
      link.style.height = `${(bottom - top) / scale}px`;
    }
  }

  #boxOf({elements: [element], range}: DialNumber): Box | undefined {
    if (!element.checkVisibility({visibilityProperty: true})) return undefined;
    return union(boxesOf(range));
  }
}

/** Returns the smallest box around some boxes; `undefined` if there is none. */
function union(boxes: readonly DOMRect[]): Box | undefined {
  if (!boxes.length) return undefined;
  return {
    left: Math.min(...boxes.map(({left}) => left)),
    top: Math.min(...boxes.map(({top}) => top)),
    right: Math.max(...boxes.map(({right}) => right)),
    bottom: Math.max(...boxes.map(({bottom}) => bottom)),
  };
}

/** Returns a box of one pixel. A link of a number outside of the viewport is there, because it must stay focusable. */
const corner = ({left, top}: DOMRect): Box => ({left, top, right: left + 1, bottom: top + 1});

function isInViewport({left, top, right, bottom}: Box): boolean {
  return right > 0 && bottom > 0 && left < window.innerWidth && top < window.innerHeight;
}
