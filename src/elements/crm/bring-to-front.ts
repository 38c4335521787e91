/** Makes an element visible: opens each closed part of the page around it, and scrolls to it. */
export function bringToFront(element: HTMLElement): void {
  for (let place: Element | null = element; place; place = parentOf(place)) {
    if (place instanceof HTMLDetailsElement) place.open = true;
    else if (place instanceof HTMLDialogElement && !place.open) place.show();
    else if (place instanceof HTMLElement && place.popover && !place.matches(':popover-open')) place.showPopover();
  }
  element.scrollIntoView({block: 'nearest'});
}

/** Returns the element around an element, also around its shadow root. */
function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
