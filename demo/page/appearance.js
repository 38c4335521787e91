/** Sets the page's colour scheme and text direction to the last choice of the user. The Five9 elements use both. */

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('#appearance'));
const root = document.documentElement;

apply(localStorage.getItem('scheme') ?? '', localStorage.getItem('dir') ?? 'ltr');

if (form) {
  const {scheme, rtl} = /** @type {any} */ (form.elements);
  scheme.value = root.dataset.scheme ?? '';
  rtl.checked = root.dir === 'rtl';
  form.addEventListener('change', () => {
    apply(scheme.value, rtl.checked ? 'rtl' : 'ltr');
  });
}

/**
 * @param {string} scheme The colour scheme; an empty text means the scheme of the system.
 * @param {string} dir
 */
function apply(scheme, dir) {
  if (scheme) root.dataset.scheme = scheme;
  else delete root.dataset.scheme;
  root.dir = dir;
  localStorage.setItem('scheme', scheme);
  localStorage.setItem('dir', dir);
}
