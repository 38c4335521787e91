import {isExcluded} from './excluded-content.js';
import type {Finder, Found} from './finder.js';

const XHTML = 'http://www.w3.org/1999/xhtml';

/** A text and the numbers in it. */
export interface SearchedText {
  readonly text: Text;
  /** Content of the text when the search began. */
  readonly data: string;
  readonly numbers: Found[];
}

/** A text that is being searched. A long text needs several steps. */
interface RunningSearch extends SearchedText {
  readonly steps: Generator<Found[], void>;
}

/** Searches content for phone numbers, in small steps. */
export class NumberSearch {
  readonly #find: Finder;
  readonly #isLinked: (text: Text) => boolean;
  /** Nodes to search. The last node is searched first. */
  #nodes: Node[] = [];
  #current: RunningSearch | undefined;

  /** @param isLinked Returns whether a text has links already. */
  constructor(find: Finder, isLinked: (text: Text) => boolean) {
    this.#find = find;
    this.#isLinked = isLinked;
  }

  get isDone(): boolean {
    return !this.#current && !this.#nodes.length;
  }

  /** Adds nodes, which are searched before the nodes that were added earlier. */
  add(nodes: readonly Node[]): void {
    for (const node of nodes.toReversed()) this.#nodes.push(node);
  }

  clear(): void {
    this.#nodes = [];
    this.#current = undefined;
  }

  /** Does one step. Returns a text if its search is complete and the text contains numbers. */
  step(): SearchedText | undefined {
    if (this.#current) return this.#continue(this.#current);
    const node = this.#nodes.pop();
    if (node instanceof Text) this.#begin(node);
    else if (node instanceof Element && node.namespaceURI === XHTML && !isExcluded(node)) this.#addChildren(node);
    return undefined;
  }

  #addChildren(element: Element): void {
    for (let child = element.lastChild; child; child = child.previousSibling) this.#nodes.push(child);
  }

  #begin(text: Text): void {
    const {data} = text;
    // Skip a text with fewer than two digits, because it contains no phone number.
    const mayHaveNumbers = /\p{Nd}.*\p{Nd}/su.test(data);
    if (!mayHaveNumbers || this.#isLinked(text)) return;
    this.#current = {text, data, numbers: [], steps: this.#find(data)};
  }

  #continue(current: RunningSearch): SearchedText | undefined {
    const {done, value} = current.steps.next();
    if (!done) {
      current.numbers.push(...value);
      return undefined;
    }
    this.#current = undefined;
    return current.numbers.length ? current : undefined;
  }
}
