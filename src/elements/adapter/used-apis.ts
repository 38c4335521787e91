/** The APIs that an adapter serves only if its address says so. */
export interface UsedApis {
  readonly f9crmapi: boolean;
  readonly f9hookapi: boolean;
}

/**
 * Returns the APIs that the elements of the page use with the same adapter: `five9-crm` and `five9-hooks`. Elements in
 * shadow roots are not found.
 */
export function usedApis(adapter: Element): UsedApis {
  const scope = scopeOf(adapter);
  const isUsed = (tag: string): boolean =>
    [...(scope ?? document).querySelectorAll(tag)].some((element) => scopeOf(element) === scope);
  return {f9crmapi: isUsed('five9-crm'), f9hookapi: isUsed('five9-hooks')};
}

const scopeOf = (element: Element): Element | null => element.closest('five9-provider[scoped]');
