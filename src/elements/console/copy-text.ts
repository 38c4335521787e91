/**
 * Copies a text to the clipboard.
 *
 * @param container Node in a shadow root. If the Clipboard API fails, a hidden text field is in this node for a moment.
 * @throws `Error` if the browser does not allow copying.
 */
export async function copyText(text: string, container: Node): Promise<void> {
  // Use a type in which `clipboard` may be missing, because it is missing on plain HTTP.
  const {clipboard} = navigator as Partial<Navigator>;
  try {
    if (!clipboard) throw new Error('This page has no access to the clipboard.');
    await clipboard.writeText(text);
  } catch (cause) {
    if (copyBySelection(text, container)) return;
    throw new Error(`Not copied: the browser did not allow it. ${(cause as Error).message}`, {cause});
  }
}

/** Copies a text through a hidden text field, without the Clipboard API. Returns whether this worked. */
function copyBySelection(text: string, container: Node): boolean {
  const {activeElement} = container.getRootNode() as ShadowRoot;
  const field = document.createElement('textarea');
  field.className = 'hidden';
  field.value = text;
  // Hide this `copy` event from listeners of the page, because they could change the copied text.
  field.addEventListener('copy', (event) => event.stopPropagation());
  container.appendChild(field);
  field.select();
  const isCopied = runCopyCommand();
  field.remove();
  if (activeElement instanceof HTMLElement) activeElement.focus();
  return isCopied;
}

function runCopyCommand(): boolean {
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way without the Clipboard API
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
