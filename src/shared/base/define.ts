/**
 * Registers an element unless its name is taken. The first copy on the page wins: a second one must never stop the script that carries it.
 * A copy of another version says so, once for each tag.
 */
export function define(tag: string, element: CustomElementConstructor & {version?: string}): void {
  const taken = customElements.get(tag) as {version?: string} | undefined;
  if (!taken) {
    customElements.define(tag, element);
  } else if (taken.version !== element.version) {
    // eslint-disable-next-line no-console -- the one thing that only a developer can mend, said where developers look
    console.warn(
      `<${tag}> ${element.version ?? ''} is not registered: the page has it already, in version ${taken.version ?? 'unknown'}.`,
    );
  }
}
