import type {DialNumber} from './dial-number.js';
import {boxesOf, type NumberIndex} from './number-index.js';

/** A box in pixels of the viewport. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Places the links over their numbers, so that the focus ring, assistive touch and tests of the page find a link where
 * its number is. Links of visible numbers are placed again when the page changes. A link is invisible without focus, so
 * a link may follow its number a frame later.
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
    const {left: originLeft, top: originTop, scale} = this.#coverContent();
    const places = numbers.map((number) => ({link: this.#linkOf(number), box: this.#boxOf(number)}));
    for (const {link, box} of places) {
      if (!link) continue;
      // A number that is not rendered must not get the focus.
      link.hidden = !box;
      if (!box) continue;
      link.style.left = `${(box.left - originLeft) / scale}px`;
      link.style.top = `${(box.top - originTop) / scale}px`;
      link.style.width = `${(box.right - box.left) / scale}px`;
      link.style.height = `${(box.bottom - box.top) / scale}px`;
    }
  }

  /** Makes the layer as high as the content. Returns its upper left corner, and the scale of a transform of the page. */
  #coverContent(): {left: number; top: number; scale: number} {
    const {top: contentTop} = this.#root.getBoundingClientRect();
    const {left, bottom, width} = this.#layer.getBoundingClientRect();
    const scale = width / this.#layer.offsetWidth || 1;
    const height = Math.max(0, Math.round((bottom - contentTop) / scale));
    this.#layer.style.height = `${height}px`;
    return {left, top: bottom - height * scale, scale};
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

function isInViewport({left, top, right, bottom}: Box): boolean {
  return right > 0 && bottom > 0 && left < window.innerWidth && top < window.innerHeight;
}
