/** Buttons that copy the snippet beside them. */
import {find} from '../page/template.js';

/** How long a button says what came of it, in ms. */
const SAID_FOR = 4000;

document.addEventListener('click', async ({target}) => {
  const button = /** @type {Element} */ (target).closest('.copy');
  const snippet = button?.closest('.snippet');
  if (!snippet) return;
  const code = find('pre', snippet);
  const said = find('[role=status]', snippet);
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
    said.textContent = 'Copied';
  } catch {
    // Not allowed, or a page without a secure context. The person can still do it.
    getSelection()?.selectAllChildren(code);
    said.textContent = 'Not allowed to copy. It is selected: press Ctrl+C.';
  }
  setTimeout(() => (said.textContent = ''), SAID_FOR);
});
