/**
 * Returns the `tel:` link of the page that was clicked and that `root` dials; `undefined` if there is none.
 *
 * @param root The `five9-dial-links` element.
 * @param searchesShadowRoots Whether links in open shadow roots in `root` count too.
 */
export function clickedLink(event: Event, root: Element, searchesShadowRoots: boolean): HTMLAnchorElement | undefined {
  let link: HTMLAnchorElement | undefined;
  for (const target of event.composedPath()) {
    if (target === root) return link;
    if (!(target instanceof Element)) continue;
    const isOfInnerElement = target.localName === root.localName;
    if (isOfInnerElement || target.hasAttribute('data-five9-no-dial')) return undefined;
    const isAllowed = searchesShadowRoots || target.getRootNode() === root.getRootNode();
    if (!link && isAllowed && isTelLink(target)) link = target;
  }
  return undefined;
}

/** Returns whether an element is a `tel:` link. */
export const isTelLink = (element: Element): element is HTMLAnchorElement =>
  element instanceof HTMLAnchorElement && element.protocol === 'tel:';
