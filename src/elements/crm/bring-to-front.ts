/** Makes an element visible: opens each closed part of the page around it, and scrolls to it. */
export function bringToFront(element: Element): void {
  // Open the outermost part first, because opening it closes every other popover.
  for (const place of placesAround(element).reverse()) {
    if (place instanceof HTMLDetailsElement) place.open = true;
    else if (place instanceof HTMLDialogElement && !place.open) place.show();
    else if (place instanceof HTMLElement && place.popover && !place.matches(':popover-open')) place.showPopover();
  }
  element.scrollIntoView({block: 'nearest'});
}

/**
 * Returns the adapter of the page: the element `five9-adapter`, or the frame with the address of the adapter.
 *
 * @param origin Origin of the connected adapter; `undefined` if it is unknown.
 */
export function adapterIn(page: Document, origin: string | undefined): Element | undefined {
  const frames = [...page.querySelectorAll('iframe')];
  return (
    page.querySelector('five9-adapter') ?? frames.find(({src}) => URL.canParse(src) && new URL(src).origin === origin)
  );
}

/** Returns an element and all elements around it, also around its shadow root. */
function placesAround(element: Element): Element[] {
  const places: Element[] = [];
  for (let place: Element | null = element; place; place = parentOf(place)) places.push(place);
  return places;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
