/** Makes the copy buttons copy their snippet. */
import {find} from '../page/template.js';

/** Milliseconds for which the result is shown. */
const SHOWN_FOR = 4000;

document.addEventListener('click', async ({target}) => {
  const button = /** @type {Element} */ (target).closest('.copy');
  const snippet = button?.closest('.snippet');
  if (!snippet) return;
  const code = find('pre', snippet);
  const status = find('[role=status]', snippet);
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
    status.textContent = 'Copied';
  } catch {
    // The browser forbids it, or the page has no secure context. The user can still copy the selected text.
    getSelection()?.selectAllChildren(code);
    status.textContent = 'The browser does not allow copying. The snippet is selected: press Ctrl+C.';
  }
  setTimeout(() => (status.textContent = ''), SHOWN_FOR);
});
