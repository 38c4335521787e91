/** Elements in which a click has another effect, or whose text is not ordinary text. */
const EXCLUDED_TAGS =
  'a area audio button canvas code datalist embed head iframe input kbd label math meter noscript object option picture pre progress samp script select style ' +
  'summary svg template textarea time title var video';

/** Roles of elements that a page builds for the same purposes. */
const EXCLUDED_ROLES =
  'button checkbox combobox img link menuitem menuitemcheckbox menuitemradio option radio searchbox slider spinbutton switch tab textbox';

const EXCLUDED = [
  ...EXCLUDED_TAGS.split(' '),
  ...EXCLUDED_ROLES.split(' ').map((role) => `[role=${role}]`),
  '[contenteditable]:not([contenteditable=false i])',
  '[data-five9-no-dial]',
].join();

/** Attributes that exclude an element or include it again. */
export const EXCLUDING_ATTRIBUTES = ['contenteditable', 'data-five9-no-dial', 'role'];

/** Returns whether the numbers in an element and below it are not linked. */
export const isExcluded = (element: Element): boolean =>
  element.matches(EXCLUDED) || element.localName.startsWith('five9-') || element.shadowRoot !== null;

/** Returns whether a node is in `root`, and not excluded by an element around it. */
export function isIncluded(node: Node, root: Element): boolean {
  for (let element = node.parentElement; element !== root; element = element.parentElement) {
    if (!element || isExcluded(element)) return false;
  }
  // `root` itself may be in a label or in an editor.
  return !root.closest(EXCLUDED);
}
