import type {Found} from './finder.js';
import {LinkedText, type RestoreReason} from './linked-text.js';
import {PageSelection} from './page-selection.js';

/** All texts that have links now. */
export class LinkedTexts {
  readonly #byText = new Map<Text, LinkedText>();
  /**
   * The linked text to which a node belongs. The keys are the page's own Text nodes and the nodes that the element
   * made.
   */
  readonly #owners = new WeakMap<Node, LinkedText>();
  #selection: PageSelection | undefined;

  /** Turns the numbers in a text into links. */
  add(text: Text, numbers: readonly Found[]): void {
    const linked = new LinkedText(text, numbers, this.#pageSelection());
    this.#byText.set(text, linked);
    for (const node of [text, ...linked.nodes()]) this.#owners.set(node, linked);
  }

  /** Returns the linked text to which a node belongs; `undefined` for any other node. */
  ownerOf(node: Node): LinkedText | undefined {
    return this.#owners.get(node);
  }

  /** Removes the links of a text. */
  restore(linked: LinkedText, reason: RestoreReason): void {
    if (!this.#byText.delete(linked.text)) return;
    for (const node of [linked.text, ...linked.nodes()]) this.#owners.delete(node);
    linked.restore(reason, this.#pageSelection());
  }

  restoreAll(): void {
    for (const linked of this.#byText.values()) this.restore(linked, 'kept');
  }

  /**
   * Called after a series of changes. Discards the stored selection, because the user may change the selection before
   * the next series.
   */
  forgetSelection(): void {
    this.#selection = undefined;
  }

  #pageSelection(): PageSelection {
    this.#selection ??= new PageSelection();
    return this.#selection;
  }
}
