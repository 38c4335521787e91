/** What a press means something else in already, where text is no prose, or that the page keeps for itself. */
const LEFT_ALONE = [
  'a,area,audio,button,canvas,code,datalist,embed,head,iframe,input,kbd,label,math,meter,noscript,object,option,picture,pre,progress,samp,script,select,style',
  'summary,svg,template,textarea,time,title,var,video',
  '[contenteditable]:not([contenteditable=false i]),[data-five9-no-dial]',
  ...['button', 'checkbox', 'combobox', 'img', 'link', 'menuitem', 'menuitemcheckbox', 'menuitemradio', 'option'].map(
    (role) => `[role=${role}]`,
  ),
  ...['radio', 'searchbox', 'slider', 'spinbutton', 'switch', 'tab', 'textbox'].map((role) => `[role=${role}]`),
].join();

/** Attributes by which the page may take content out of our hands, or give it back. */
export const DECIDING_ATTRIBUTES = ['contenteditable', 'data-five9-no-dial', 'role'];

/** Whether the numbers in an element's own text and below are not ours to link. */
export const isLeftAlone = (element: Element): boolean =>
  element.matches(LEFT_ALONE) || element.localName.startsWith('five9-') || element.shadowRoot !== null;

/** Whether what is in a node of `root` may be linked. */
export function isOurs(node: Node, root: Element): boolean {
  for (let element = node.parentElement; element !== root; element = element.parentElement) {
    if (!element || isLeftAlone(element)) return false;
  }
  // What stands around counts too: a link in a label or in an editor.
  return !root.closest(LEFT_ALONE);
}
