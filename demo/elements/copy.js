/** Copies a snippet to the clipboard when the copy button of the snippet is pressed. */
import {find} from '../page/template.js';

/** Milliseconds for which the status next to the button is shown. */
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
    // The browser does not allow copying, or the page has no secure context. Select the snippet, so that the user can
    // copy it.
    getSelection()?.selectAllChildren(code);
    status.textContent = 'The browser does not allow copying. The snippet is selected: press Ctrl+C.';
  }
  setTimeout(() => (status.textContent = ''), SHOWN_FOR);
});
