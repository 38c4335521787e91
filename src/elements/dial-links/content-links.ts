import {type DialNumber, dialNumber} from './dial-number.js';
import {EXCLUDING_ATTRIBUTES, isIncluded} from './excluded-content.js';
import type {Finder} from './finder.js';
import {LinkLayer} from './link-layer.js';
import {type LinkState, NumberLook} from './number-look.js';
import {numberAt, NumberIndex} from './number-index.js';
import {NumberSearch, type SearchedText} from './number-search.js';
import {affectedBy} from './page-changes.js';
import {SearchedRuns} from './searched-runs.js';
import {type Clock, inSlices} from './slices.js';
import {SpareLinks} from './spare-links.js';
import type {TextRun} from './text-run.js';

/** Attributes whose changes can show or hide content, so that links must be placed again. */
const PLACING_ATTRIBUTES = ['class', 'hidden', 'open', 'style'];

/**
 * Number of texts in the first batch and in the largest batch. Each batch is twice as large as the previous batch,
 * because the browser draws all underlined numbers again after each batch. For a long table, this may take longer than
 * the search.
 */
const FIRST_BATCH = 250;
const LAST_BATCH = 1000;

export interface ContentLinksOptions {
  /** The element in the shadow root that contains the links. */
  readonly layer: HTMLElement;
  readonly find: Finder;
  /** Returns the state of the call of a link. */
  readonly stateOf: (link: HTMLAnchorElement) => LinkState;
  /** Called after the numbers have changed. */
  readonly onNumbers: () => void;
  /** Called if the search fails. */
  readonly onError: (error: unknown) => void;
  /** The clock for the search. @default the real time */
  readonly clock?: Clock | undefined;
}

/**
 * Makes links for the phone numbers in the content of an element, also in content that is added later. Reads the nodes
 * of the page, and never changes them.
 */
export class ContentLinks {
  readonly #root: Element;
  readonly #look: NumberLook;
  readonly #index = new NumberIndex();
  readonly #layer: LinkLayer;
  readonly #runs = new SearchedRuns();
  /** Texts with numbers that have no links yet. */
  readonly #found: SearchedText[] = [];
  #batchSize = FIRST_BATCH;
  readonly #search: NumberSearch;
  readonly #spare = new SpareLinks();
  readonly #observer = new MutationObserver((records) => this.#onPageChanges(records));
  readonly #startSearch: () => Promise<void>;
  readonly #onNumbers: () => void;
  readonly #onError: (error: unknown) => void;
  readonly #stateOf: (link: HTMLAnchorElement) => LinkState;

  constructor(root: Element, {layer, find, stateOf, onNumbers, onError, clock}: ContentLinksOptions) {
    this.#root = root;
    this.#stateOf = stateOf;
    this.#onNumbers = onNumbers;
    this.#onError = onError;
    this.#look = new NumberLook(root);
    this.#layer = new LinkLayer(root, layer, this.#index);
    this.#search = new NumberSearch(find, this.#runs, (run) => this.#removeNumbers(run));
    this.#startSearch = inSlices((isOver) => this.#searchSlice(isOver), clock);
    this.#observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: [...EXCLUDING_ATTRIBUTES, ...PLACING_ATTRIBUTES],
    });
    this.#search.add(this.#search.read(root));
    this.#continueSearch();
  }

  /** All numbers with a link, in the order of the page. */
  get numbers(): readonly DialNumber[] {
    return this.#layer.numbers;
  }

  /**
   * Returns the number of a link that this class made; `undefined` for any other link, and if the page has removed the
   * number.
   */
  numberOf(link: HTMLAnchorElement): DialNumber | undefined {
    this.#onPageChanges(this.#observer.takeRecords());
    // If the page has just changed the text of the number, finish the search now: the link may get its number back.
    if (this.#spare.has(link)) this.#searchSlice(() => false);
    return this.#layer.numberOf(link);
  }

  /**
   * Returns the number at a point of the viewport.
   *
   * @param element The element that the browser found at the point.
   */
  numberAt(element: Element, x: number, y: number): DialNumber | undefined {
    this.#onPageChanges(this.#observer.takeRecords());
    return numberAt(this.#index, element, x, y);
  }

  /** Returns the link of a number. */
  linkOf(number: DialNumber): HTMLAnchorElement | undefined {
    return this.#layer.linkOf(number);
  }

  /** Shows the state of the call of a link, at the link and at its number. */
  showState(link: HTMLAnchorElement): void {
    const number = this.#layer.numberOf(link);
    if (number) this.#showState(number);
  }

  /** Removes all links, and stops the search. */
  close(): void {
    this.#observer.disconnect();
    this.#search.clear();
    this.#runs.clear();
    this.#look.close();
    this.#layer.close();
  }

  #continueSearch(): void {
    if (!this.#search.isDone) this.#startSearch().catch(this.#onError);
  }

  /**
   * Searches until the time of the slice is over or all content was searched. Returns whether more content must be
   * searched.
   */
  #searchSlice(isOver: () => boolean): boolean {
    this.#onPageChanges(this.#observer.takeRecords());
    while (!this.#search.isDone && !isOver()) {
      const searched = this.#search.step();
      if (searched) this.#found.push(searched);
    }
    const hasMore = !this.#search.isDone;
    if (!hasMore || this.#found.length >= this.#batchSize) {
      this.#batchSize = hasMore ? Math.min(2 * this.#batchSize, LAST_BATCH) : FIRST_BATCH;
      this.#addLinks(this.#found.splice(0));
    }
    if (!hasMore) this.#layer.discard(this.#spare.takeAll());
    return hasMore;
  }

  #addLinks(found: readonly SearchedText[]): void {
    const numbers: DialNumber[] = [];
    for (const {run, numbers: inRun} of found) {
      if (!this.#isLinkable(run)) continue;
      for (const one of inRun) {
        const number = dialNumber(run, one);
        if (number) numbers.push(number);
      }
    }
    for (const number of numbers) this.#index.add(number);
    this.#layer.add(numbers, this.#spare);
    for (const number of numbers) this.#showState(number);
    if (numbers.length) this.#onNumbers();
  }

  #showState(number: DialNumber): void {
    const link = this.#layer.linkOf(number);
    if (!link) return;
    const state = this.#stateOf(link);
    this.#layer.showState(link, state);
    this.#look.show(number.range, state);
  }

  #isLinkable(run: TextRun): boolean {
    // The page may have changed the text since it was searched.
    return this.#runs.isCurrent(run) && isIncluded(run.container, this.#root);
  }

  #removeNumbers(run: TextRun): void {
    const numbers = this.#index.removeRun(run);
    for (const {range} of numbers) this.#look.hide(range);
    this.#spare.add(this.#layer.remove(numbers));
    if (numbers.length) this.#onNumbers();
  }

  #onPageChanges(records: readonly MutationRecord[]): void {
    if (!records.length) return;
    const {changed, added, moved, removed} = affectedBy(records, this.#root, this.#runs);
    for (const container of removed) this.#search.forget(container);
    for (const container of changed) this.#search.read(container);
    this.#layer.sort(this.#numbersIn(moved));
    this.#search.add(added);
    this.#layer.placeSoon();
    if (this.#search.isDone) this.#layer.discard(this.#spare.takeAll());
    else this.#continueSearch();
  }

  #numbersIn(containers: Iterable<Element>): DialNumber[] {
    return [...containers].flatMap((container) =>
      this.#runs.of(container).flatMap((run) => [...this.#index.inRun(run)]),
    );
  }
}
