/**
 * What is selected in the page, which stays so while it is changed how texts are cut into Texts.
 *
 * To ask what is selected lets the browser lay the page out: it is asked once for many changes.
 */
export class Selected {
  readonly #selection = document.getSelection();
  #anchor = this.#selection?.anchorNode;
  #focus = this.#selection?.focusNode;

  /**
   * Changes a text.
   *
   * @param texts The Texts that make it, in order, before and after.
   */
  keep(texts: () => Text[], change: () => void): void {
    const selection = this.#selection;
    const before = this.#anchor instanceof Text || this.#focus instanceof Text ? texts() : [];
    const isIn = (node: Node | null | undefined): boolean => before.some((text) => text === node);
    if (!selection || (!isIn(this.#anchor) && !isIn(this.#focus))) {
      change();
      return;
    }
    const anchor = place(before, selection.anchorNode, selection.anchorOffset);
    const focus = place(before, selection.focusNode, selection.focusOffset);
    change();
    const after = texts();
    const {anchorNode, anchorOffset, focusNode, focusOffset} = selection;
    const from = find(after, anchor) ?? (anchorNode && [anchorNode, anchorOffset]);
    const to = find(after, focus) ?? (focusNode && [focusNode, focusOffset]);
    if (!from || !to) return;
    selection.setBaseAndExtent(...from, ...to);
    this.#anchor = from[0];
    this.#focus = to[0];
  }
}

/** How far into the whole text. */
function place(texts: Text[], node: Node | null, offset: number): number | undefined {
  const index = texts.findIndex((text) => text === node);
  if (index < 0) return undefined;
  return texts.slice(0, index).reduce((length, text) => length + text.length, offset);
}

function find(texts: Text[], place: number | undefined): [Node, number] | undefined {
  let rest = place;
  if (rest === undefined) return undefined;
  for (const text of texts) {
    if (rest <= text.length && text.isConnected) return [text, rest];
    rest -= text.length;
  }
  return undefined;
}
