/** A position in a Text node. */
type Place = [node: Node, offset: number];

/**
 * The selection of the page. Keeps the same characters selected when a text is divided into several Text nodes, or is
 * joined again.
 *
 * When the selection is read, the browser may have to compute the layout of the page. So the selection is read only
 * once for many changes.
 */
export class PageSelection {
  readonly #selection = document.getSelection();
  #anchor = this.#selection?.anchorNode;
  #focus = this.#selection?.focusNode;

  /**
   * Calls `change`, which changes a text, and keeps the same characters selected.
   *
   * @param textNodes Returns the Text nodes of the text in order. Called before and after the change.
   */
  keep(textNodes: () => Text[], change: () => void): void {
    const selection = this.#selection;
    const mayBeInside = this.#anchor instanceof Text || this.#focus instanceof Text;
    const before = mayBeInside ? textNodes() : [];
    const isInside = (node: Node | null | undefined): boolean => before.some((text) => text === node);
    if (!selection || (!isInside(this.#anchor) && !isInside(this.#focus))) {
      change();
      return;
    }
    const anchorIndex = indexInText(before, selection.anchorNode, selection.anchorOffset);
    const focusIndex = indexInText(before, selection.focusNode, selection.focusOffset);
    change();
    const after = textNodes();
    const {anchorNode, anchorOffset, focusNode, focusOffset} = selection;
    const anchor = placeAt(after, anchorIndex) ?? (anchorNode && ([anchorNode, anchorOffset] satisfies Place));
    const focus = placeAt(after, focusIndex) ?? (focusNode && ([focusNode, focusOffset] satisfies Place));
    if (!anchor || !focus) return;
    selection.setBaseAndExtent(...anchor, ...focus);
    this.#anchor = anchor[0];
    this.#focus = focus[0];
  }
}

/**
 * Returns the index in the whole text for a position in a Text node; `undefined` if the position is outside of the
 * text.
 */
function indexInText(texts: readonly Text[], node: Node | null, offset: number): number | undefined {
  const position = texts.findIndex((text) => text === node);
  if (position < 0) return undefined;
  return texts.slice(0, position).reduce((length, text) => length + text.length, offset);
}

/** Returns the position in a Text node for an index in the whole text; `undefined` if there is none. */
function placeAt(texts: readonly Text[], index: number | undefined): Place | undefined {
  if (index === undefined) return undefined;
  let offset = index;
  for (const text of texts) {
    if (offset <= text.length && text.isConnected) return [text, offset];
    offset -= text.length;
  }
  return undefined;
}
