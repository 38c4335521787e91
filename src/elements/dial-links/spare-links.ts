/**
 * Links whose numbers the page has just changed. If the changed text contains the same number, the number gets its link
 * back, and the link keeps the focus.
 */
export class SpareLinks {
  readonly #byAddress = new Map<string, Set<HTMLAnchorElement>>();

  add(links: Iterable<HTMLAnchorElement>): void {
    for (const link of links) {
      const others = this.#byAddress.get(link.href);
      if (others) others.add(link);
      else this.#byAddress.set(link.href, new Set([link]));
    }
  }

  has(link: HTMLAnchorElement): boolean {
    return this.#byAddress.get(link.href)?.has(link) ?? false;
  }

  /** Removes and returns a link with an address; `undefined` if there is none. */
  take(address: string): HTMLAnchorElement | undefined {
    const links = this.#byAddress.get(address);
    const [link] = links ?? [];
    if (link) links?.delete(link);
    return link;
  }

  /** Removes and returns all links. */
  takeAll(): HTMLAnchorElement[] {
    const links = [...this.#byAddress.values()].flatMap((same) => [...same]);
    this.#byAddress.clear();
    return links;
  }
}
