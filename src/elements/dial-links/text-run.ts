import {isExcluded} from './excluded-content.js';

const XHTML = 'http://www.w3.org/1999/xhtml';

/** Elements that only format a part of a text, so that a number may begin before such an element and end in it. */
const FORMATTING = new Set(['b', 'em', 'font', 'i', 'mark', 'small', 'strong', 'u', 'wbr']);

/** A text of the page that is read without a break. Its characters may be divided between several Text nodes. */
export interface TextRun {
  /** The element around the text that does not only format the text. */
  readonly container: Element;
  /** The Text nodes, in order. */
  readonly nodes: readonly Text[];
  /** The characters of all Text nodes. */
  readonly text: string;
}

/** The texts and the other elements in a container. */
export interface ContainerContent {
  readonly runs: TextRun[];
  /** Elements that contain texts of their own. */
  readonly containers: Element[];
}

/** Returns whether links may be made in an element, if its surroundings allow links. */
export const isSearchable = (node: Node): node is Element =>
  node instanceof Element && node.namespaceURI === XHTML && !isExcluded(node);

/** Returns whether an element only formats a part of the text around it. */
export const isFormatting = (element: Element): boolean => FORMATTING.has(element.localName);

/** Returns the nearest element at or around a node that does not only format its text. */
export function containerOf(node: Node, root: Element): Element {
  let element = node instanceof Element ? node : node.parentElement;
  while (element && element !== root && isFormatting(element)) element = element.parentElement;
  return element ?? root;
}

/** Reads the content of a container. Comments do not divide a text, because frameworks put comments between texts. */
export function readContainer(container: Element): ContainerContent {
  const content: ContainerContent = {runs: [], containers: []};
  let nodes: Text[] = [];
  const endRun = (): void => {
    if (nodes.length) content.runs.push({container, nodes, text: nodes.map(({data}) => data).join('')});
    nodes = [];
  };
  const read = (element: Element): void => {
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child instanceof Text) nodes.push(child);
      else if (child instanceof Element) readElement(child);
    }
  };
  const readElement = (element: Element): void => {
    const isAllowed = isSearchable(element);
    if (isAllowed && isFormatting(element)) {
      read(element);
      return;
    }
    endRun();
    if (isAllowed) content.containers.push(element);
  };
  read(container);
  endRun();
  return content;
}

/** Returns whether two runs consist of the same Text nodes with the same characters. */
export function isSameRun(one: TextRun, other: TextRun): boolean {
  return (
    one.text === other.text &&
    one.nodes.length === other.nodes.length &&
    one.nodes.every((node, index) => node === other.nodes[index])
  );
}

/** Returns the range of some characters of a run. */
export function rangeIn({nodes}: TextRun, start: number, end: number): StaticRange {
  const first = placeAt(nodes, start);
  // Search the end from its last character, so that a number at the end of a Text node does not reach the next node.
  const last = placeAt(nodes, end - 1);
  return new StaticRange({
    startContainer: first.node,
    startOffset: first.offset,
    endContainer: last.node,
    endOffset: last.offset + 1,
  });
}

/** Returns the Text nodes of a run that contain characters of a range of `rangeIn`. */
export function nodesIn({nodes}: TextRun, {startContainer, endContainer}: StaticRange): readonly Text[] {
  return nodes.slice(nodes.indexOf(startContainer as Text), nodes.indexOf(endContainer as Text) + 1);
}

function placeAt(nodes: readonly Text[], index: number): {node: Text; offset: number} {
  let offset = index;
  for (const node of nodes) {
    if (offset < node.length) return {node, offset};
    offset -= node.length;
  }
  throw new RangeError(`There is no character ${index} in the text.`);
}
