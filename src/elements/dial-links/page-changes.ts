import type {LinkedTexts} from './linked-texts.js';

/**
 * Handles changes that the page made to its content. If the page changes a part of a linked text, the whole text loses
 * its links, and must be searched again.
 */
export class PageChanges {
  readonly #linkedTexts: LinkedTexts;
  readonly #records: readonly MutationRecord[];
  readonly #removed: ReadonlySet<Node>;
  readonly #rewritten: ReadonlySet<Node>;
  /** Nodes that must be searched for numbers. */
  readonly #toSearch: Node[] = [];
  /** Parents of the texts that the page joined with `normalize()`. */
  readonly #normalized = new Set<Node>();

  constructor(records: readonly MutationRecord[], linkedTexts: LinkedTexts) {
    this.#records = records;
    this.#linkedTexts = linkedTexts;
    this.#removed = new Set(records.flatMap(({removedNodes}) => [...removedNodes]));
    this.#rewritten = new Set(records.filter(({type}) => type === 'characterData').map(({target}) => target));
  }

  /** Restores the texts that the page has changed. Returns the nodes that must be searched. */
  apply(): Node[] {
    for (const record of this.#records) {
      if (record.type === 'attributes') this.#onAttribute(record);
      else if (record.type === 'characterData') this.#onText(record);
      else this.#onChildren(record);
    }
    // Join the texts before and after the links now, because the links prevented `normalize()` from joining these
    // texts.
    for (const node of this.#normalized) node.normalize();
    return [...this.#toSearch, ...this.#normalized];
  }

  #onAttribute({target}: MutationRecord): void {
    for (const text of textsIn(target)) this.#restore(text);
    this.#toSearch.push(target);
  }

  #onText({target}: MutationRecord): void {
    this.#restore(target);
    this.#toSearch.push(target);
  }

  #onChildren({target, addedNodes, removedNodes, previousSibling, nextSibling}: MutationRecord): void {
    this.#restore(target);
    const before = previousSibling && this.#linkedTexts.ownerOf(previousSibling);
    const isInsideText = before && nextSibling && before === this.#linkedTexts.ownerOf(nextSibling);
    if (isInsideText) this.#restore(previousSibling);
    for (const node of removedNodes) {
      this.#restore(node);
      for (const text of textsIn(node)) this.#restore(text);
    }
    for (const node of addedNodes) this.#toSearch.push(node);
  }

  /**
   * Removes the links of the linked text to which a node belongs. Does nothing if the node belongs to no linked text.
   */
  #restore(node: Node): void {
    const linked = this.#linkedTexts.ownerOf(node);
    if (!linked) return;
    const {text, parent} = linked;
    if (parent && linked.isNormalized) this.#normalized.add(parent);
    if (this.#rewritten.has(text)) this.#linkedTexts.restore(linked, 'rewritten');
    else this.#linkedTexts.restore(linked, this.#removed.has(text) ? 'moved' : 'kept');
    this.#toSearch.push(text);
  }
}

/**
 * Returns all Text nodes in a node. The result is an array, because a `TreeWalker` stops when its current node is
 * removed.
 */
function textsIn(node: Node): Node[] {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}
