import {turn, until} from './time.js';

/** Returns the links of the numbers that a `five9-dial-links` has found, in their order. */
export const links = (element: Element): HTMLAnchorElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLAnchorElement>('[part=links] a') ?? []),
];

/** Returns the numbers that a `five9-dial-links` has found, as the page shows them. */
export const numbers = (element: Element): string[] => links(element).map(({ariaLabel}) => ariaLabel!);

/** Waits until all content of a `five9-dial-links` has been searched. New content is searched last. */
export async function searched(element: Element): Promise<void> {
  const last = document.createElement('p');
  last.textContent = '+1 925 555 0199';
  element.append(last);
  const isFound = (): boolean => numbers(element).includes('+1 925 555 0199');
  await until(isFound, 'the content was searched');
  last.remove();
  await until(() => !isFound(), 'the last number was removed');
  await turn();
}

/** Returns the middle of the first box of some characters of the page. */
export function middleOf(text: string, root: Element): [x: number, y: number] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const start = node.data.indexOf(text);
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + text.length);
    const [box] = range.getClientRects();
    if (box) return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
  }
  throw new Error(`The text is not visible: ${text}`);
}

/** The characters that are underlined with a highlight. */
export const underlined = (name = 'five9-dial-link'): string[] =>
  [...(CSS.highlights.get(name) ?? [])].map((range) => {
    const {startContainer, startOffset, endContainer, endOffset} = range;
    const live = document.createRange();
    live.setStart(startContainer, startOffset);
    live.setEnd(endContainer, endOffset);
    return live.toString();
  });
