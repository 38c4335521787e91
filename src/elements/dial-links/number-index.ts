import type {DialNumber} from './dial-number.js';
import type {TextRun} from './text-run.js';

/** The numbers that have links, by the text and by the elements that contain them. */
export class NumberIndex {
  readonly #byRun = new Map<TextRun, DialNumber[]>();
  readonly #byElement = new Map<Element, Set<DialNumber>>();

  /** Returns whether a number has characters directly in an element. */
  hasNumbers(element: Element): boolean {
    return this.#byElement.has(element);
  }

  /** Returns the numbers of a text. */
  inRun(run: TextRun): readonly DialNumber[] {
    return this.#byRun.get(run) ?? [];
  }

  /** Returns the numbers that have characters directly in an element. */
  inElement(element: Element): Iterable<DialNumber> {
    return this.#byElement.get(element) ?? [];
  }

  add(number: DialNumber): void {
    const inRun = this.#byRun.get(number.run);
    if (inRun) inRun.push(number);
    else this.#byRun.set(number.run, [number]);
    for (const element of number.elements) {
      const inElement = this.#byElement.get(element);
      if (inElement) inElement.add(number);
      else this.#byElement.set(element, new Set([number]));
    }
  }

  /** Removes the numbers of a text, and returns them. */
  removeRun(run: TextRun): readonly DialNumber[] {
    const numbers = this.inRun(run);
    this.#byRun.delete(run);
    for (const number of numbers) {
      for (const element of number.elements) {
        const inElement = this.#byElement.get(element);
        inElement?.delete(number);
        if (!inElement?.size) this.#byElement.delete(element);
      }
    }
    return numbers;
  }
}

/**
 * Returns the number whose characters are at a point of the viewport.
 *
 * @param element The element that the browser found at the point. A number in an element that is hidden, covered or
 *   scrolled out of view is never found, because then the browser finds another element.
 */
export function numberAt(index: NumberIndex, element: Element, x: number, y: number): DialNumber | undefined {
  for (const number of index.inElement(element)) {
    const isHit = boxesOf(number.range).some(
      ({left, right, top, bottom}) => left <= x && x <= right && top <= y && y <= bottom,
    );
    if (isHit) return number;
  }
  return undefined;
}

const measure = new Range();

/** Returns the boxes of the characters of a range: one box for each line and Text node. */
export function boxesOf({startContainer, startOffset, endContainer, endOffset}: StaticRange): DOMRect[] {
  measure.setStart(startContainer, startOffset);
  measure.setEnd(endContainer, endOffset);
  const boxes = [...measure.getClientRects()];
  // Move the range out of the page, because the browser updates a range at each change of the nodes around it.
  measure.setStart(document, 0);
  measure.collapse(true);
  return boxes;
}
