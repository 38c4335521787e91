/** Returns whether the user has selected characters of a range or of an element. */
export function isSelected(place: StaticRange | Element): boolean {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return false;
  if (place instanceof Element) return selection.containsNode(place, true);
  const selected = selection.getRangeAt(0);
  return (
    selected.comparePoint(place.endContainer, place.endOffset) >= 0 &&
    selected.comparePoint(place.startContainer, place.startOffset) <= 0 &&
    // A selection that only touches the number does not count.
    !(selected.endContainer === place.startContainer && selected.endOffset === place.startOffset) &&
    !(selected.startContainer === place.endContainer && selected.startOffset === place.endOffset)
  );
}
