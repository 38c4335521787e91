/**
 * Registers an element unless its name is taken. The first copy of the bundle on a page wins: another copy must not fail to load.
 * A copy of another version warns, once for each tag.
 */
export function define(tag: string, element: CustomElementConstructor & {version?: string}): void {
  const taken = customElements.get(tag) as {version?: string} | undefined;
  if (!taken) {
    customElements.define(tag, element);
  } else if (taken.version !== element.version) {
    // eslint-disable-next-line no-console -- only a developer can mend it, and reads the console
    console.warn(
      `<${tag}> ${element.version ?? ''} is not registered: the page has it already, in version ${taken.version ?? 'unknown'}.`,
    );
  }
}
