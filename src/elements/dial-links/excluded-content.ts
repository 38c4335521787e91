/**
 * Names of elements without links, because a click in them has another effect, or because they do not contain ordinary
 * text.
 */
const EXCLUDED_TAGS =
  'a area audio button canvas code datalist embed head iframe input kbd label math meter noscript object option picture pre progress samp script select style ' +
  'summary svg template textarea time title var video';

/** ARIA roles of elements that are excluded for the same reasons as `EXCLUDED_TAGS`. */
const EXCLUDED_ROLES =
  'button checkbox combobox img link menuitem menuitemcheckbox menuitemradio option radio searchbox slider spinbutton switch tab textbox';

const EXCLUDED = [
  ...EXCLUDED_TAGS.split(' '),
  ...EXCLUDED_ROLES.split(' ').map((role) => `[role=${role}]`),
  '[contenteditable]:not([contenteditable=false i])',
  '[data-five9-no-dial]',
].join();

/** Attributes whose changes can exclude an element or include the element again. */
export const EXCLUDING_ATTRIBUTES = ['contenteditable', 'data-five9-no-dial', 'role'];

/** Returns whether an element and its descendants get no links. */
export const isExcluded = (element: Element): boolean =>
  element.matches(EXCLUDED) || element.localName.startsWith('five9-') || element.shadowRoot !== null;

/** Returns whether links may be made in an element: it is in `root`, and neither it nor an element around it is excluded. */
export function isIncluded(element: Element, root: Element): boolean {
  let current: Element | null = element;
  while (current && current !== root) {
    if (isExcluded(current)) return false;
    current = current.parentElement;
  }
  // Check the elements around `root` too, because `root` may be inside an excluded element, for example a label.
  return current !== null && !root.closest(EXCLUDED);
}
