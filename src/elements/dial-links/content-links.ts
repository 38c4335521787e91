import {EXCLUDING_ATTRIBUTES, isIncluded} from './excluded-content.js';
import type {Finder} from './finder.js';
import {LinkedTexts} from './linked-texts.js';
import {NumberSearch, type SearchedText} from './number-search.js';
import {PageChanges} from './page-changes.js';
import {type Clock, inSlices} from './slices.js';

/**
 * Number of texts in the first batch and in the largest batch. Each batch is twice as large as the previous batch,
 * because the browser computes the layout of the page again after each batch. For a long table, this may take longer
 * than the search.
 */
const FIRST_BATCH = 250;
const LAST_BATCH = 1000;

/** Turns the phone numbers in the content of an element into links, also in content that is added later. */
export class ContentLinks {
  readonly #root: Element;
  readonly #linkedTexts = new LinkedTexts();
  readonly #search: NumberSearch;
  readonly #observer = new MutationObserver((records) => this.#onPageChanges(records));
  readonly #startSearch: () => Promise<void>;
  readonly #onError: (error: unknown) => void;
  /** Texts with numbers that have no links yet. */
  #found: SearchedText[] = [];
  #batchSize = FIRST_BATCH;

  /** @param onError Called if the search fails. */
  constructor(root: Element, find: Finder, onError: (error: unknown) => void, clock?: Clock) {
    this.#root = root;
    this.#onError = onError;
    this.#search = new NumberSearch(find, (text) => this.#linkedTexts.ownerOf(text) !== undefined);
    this.#startSearch = inSlices((isOver) => this.#searchSlice(isOver), clock);
    this.#observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: EXCLUDING_ATTRIBUTES,
    });
    this.#addToSearch([...root.childNodes]);
  }

  /** Returns the number of a link that this class made; `undefined` for any other link. */
  numberOf(link: HTMLAnchorElement): string | undefined {
    return this.#linkedTexts.ownerOf(link)?.links.get(link);
  }

  /** Removes all links, and stops the search. */
  close(): void {
    this.#onPageChanges(this.#observer.takeRecords());
    this.#observer.disconnect();
    this.#search.clear();
    this.#found = [];
    this.#linkedTexts.restoreAll();
    this.#linkedTexts.forgetSelection();
  }

  #addToSearch(nodes: readonly Node[]): void {
    this.#search.add(nodes);
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
      this.#linkFound();
    }
    return hasMore;
  }

  #linkFound(): void {
    const found = this.#found;
    this.#found = [];
    for (const searched of found) this.#link(searched);
    this.#ignoreOwnChanges();
  }

  #link({text, data, numbers}: SearchedText): void {
    const hasChanged = text.data !== data || this.#linkedTexts.ownerOf(text) !== undefined;
    // Skip a text that has changed, because a changed text is searched again.
    if (hasChanged || !isIncluded(text, this.#root)) return;
    const shown = numbers.filter(({start, end}) => isOnOneLine(text, data.slice(start, end)));
    if (shown.length) this.#linkedTexts.add(text, shown);
  }

  #onPageChanges(records: readonly MutationRecord[]): void {
    if (!records.length) return;
    const toSearch = new PageChanges(records, this.#linkedTexts).apply();
    this.#addToSearch(toSearch.filter((node) => isIncluded(node, this.#root)));
    this.#ignoreOwnChanges();
  }

  /** Discards the observer's records of changes that this class made. */
  #ignoreOwnChanges(): void {
    this.#observer.takeRecords();
    this.#linkedTexts.forgetSelection();
  }
}

/**
 * Returns whether the page shows a number on one line and without wide gaps. If CSS collapses white space, line breaks,
 * tabs and several spaces look like one space, so they are allowed.
 */
function isOnOneLine({parentElement}: Text, written: string): boolean {
  if (!/[\t\n\f\r]| {2}/.test(written) || !parentElement) return true;
  return /^(?:normal|nowrap)$/.test(getComputedStyle(parentElement).whiteSpace);
}
