import type {Finder, Found} from './finder.js';
import {isSearchable, readContainer, type TextRun} from './text-run.js';
import type {SearchedRuns} from './searched-runs.js';

/** A text and the numbers in it. */
export interface SearchedText {
  readonly run: TextRun;
  readonly numbers: Found[];
}

/** A text that is being searched. A long text needs several steps. */
interface RunningSearch extends SearchedText {
  readonly steps: Generator<Found[], void>;
}

/** Searches content for phone numbers, in small steps. */
export class NumberSearch {
  readonly #find: Finder;
  readonly #runs: SearchedRuns;
  readonly #onRemoved: (run: TextRun) => void;
  /** Elements whose content must be read. The last element is read first. */
  #elements: Element[] = [];
  /** Elements that are searched after `#elements`, in the order in which they were added. */
  #waiting: Element[] = [];
  /** Texts that must be searched. The last text is searched first. */
  #texts: TextRun[] = [];
  #current: RunningSearch | undefined;

  /**
   * @param runs The texts that are known.
   * @param onRemoved Called with each text that no longer exists.
   */
  constructor(find: Finder, runs: SearchedRuns, onRemoved: (run: TextRun) => void) {
    this.#find = find;
    this.#runs = runs;
    this.#onRemoved = onRemoved;
  }

  get isDone(): boolean {
    return !this.#current && !this.#texts.length && !this.#elements.length && !this.#waiting.length;
  }

  /** Adds elements whose texts, and whose descendants' texts, must be searched. The elements are searched last. */
  add(elements: readonly Element[]): void {
    for (const element of elements) this.#waiting.push(element);
  }

  /** Reads the texts of a container, and adds the texts that have changed. Returns the other elements in the container. */
  read(container: Element): Element[] {
    const {runs, containers} = readContainer(container);
    this.#update(container, runs);
    return containers;
  }

  /** Removes the texts of a container. */
  forget(container: Element): void {
    this.#update(container, []);
  }

  clear(): void {
    this.#elements = [];
    this.#waiting = [];
    this.#texts = [];
    this.#current = undefined;
  }

  /** Does one step. Returns a text if its search is complete and the text contains numbers. */
  step(): SearchedText | undefined {
    if (this.#current) return this.#continue(this.#current);
    const run = this.#texts.pop();
    if (run) {
      this.#begin(run);
      return undefined;
    }
    if (!this.#elements.length) {
      this.#elements = this.#waiting.reverse();
      this.#waiting = [];
    }
    const element = this.#elements.pop();
    if (element && isSearchable(element)) this.#elements.push(...this.read(element).reverse());
    return undefined;
  }

  #update(container: Element, runs: readonly TextRun[]): void {
    const {added, removed} = this.#runs.update(container, runs);
    for (const run of removed) this.#onRemoved(run);
    this.#texts.push(...added.filter(mayHaveNumbers).reverse());
  }

  #begin(run: TextRun): void {
    if (!this.#runs.isCurrent(run)) return;
    this.#current = {run, numbers: [], steps: this.#find(run.text)};
  }

  #continue(current: RunningSearch): SearchedText | undefined {
    const {done, value} = current.steps.next();
    if (!done) {
      current.numbers.push(...value);
      return undefined;
    }
    this.#current = undefined;
    return current.numbers.length && this.#runs.isCurrent(current.run) ? current : undefined;
  }
}

/** Returns whether a text has at least two digits. Every phone number has more. */
const mayHaveNumbers = ({text}: TextRun): boolean => /\p{Nd}.*\p{Nd}/su.test(text);
