/** How long a file to be saved is kept at hand, in ms: the browser may still be asking where to put it. */
const HOLD = 60_000;

/** Copies text. Where the clipboard is out of reach, as on plain HTTP, in the way of old. */
export async function copy(text: string, near: Node): Promise<void> {
  // TypeScript believes that it is always there.
  const {clipboard} = navigator as Partial<Navigator>;
  try {
    if (!clipboard) throw new Error('The clipboard is out of reach on this page.');
    await clipboard.writeText(text);
  } catch (cause) {
    if (!copyBySelection(text, near))
      throw new Error(`Not copied: the browser did not allow it. ${(cause as Error).message}`, {cause});
  }
}

/** Copies through a field that is there for a moment. */
function copyBySelection(text: string, near: Node): boolean {
  const root = near.getRootNode() as ShadowRoot;
  const {activeElement} = root;
  const field = document.createElement('textarea');
  field.className = 'hidden';
  field.value = text;
  near.appendChild(field);
  field.select();
  let copied = false;
  // An old editor's copy event may be listened to by the page: it is ours alone.
  field.addEventListener('copy', (event) => event.stopPropagation());
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- where there is no Clipboard API there is no other way
    copied = document.execCommand('copy');
  } catch {
    // Then it is not copied.
  }
  field.remove();
  (activeElement as HTMLElement | null)?.focus();
  return copied;
}

/** Lets the browser save a file. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], {type: 'application/json'}));
  Object.assign(document.createElement('a'), {href: url, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(url), HOLD);
}
