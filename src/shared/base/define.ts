/**
 * Registers an element. Does nothing if the page already has an element with this tag, because a second copy of the
 * bundle must load without an error. If the existing element has another version, prints a warning.
 */
export function define(tag: string, element: CustomElementConstructor & {version?: string}): void {
  const taken = customElements.get(tag) as {version?: string} | undefined;
  if (!taken) {
    customElements.define(tag, element);
  } else if (taken.version !== element.version) {
    // eslint-disable-next-line no-console -- only a developer can solve this, and developers read the console
    console.warn(
      `<${tag}> ${element.version ?? ''} is not registered: the page has it already, in version ${taken.version ?? 'unknown'}. Load only one version of five9-elements.`,
    );
  }
}
