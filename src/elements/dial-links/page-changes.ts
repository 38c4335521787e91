import {EXCLUDING_ATTRIBUTES, isIncluded} from './excluded-content.js';
import type {SearchedRuns} from './searched-runs.js';
import {containerOf, isFormatting, readContainer} from './text-run.js';

/** The containers that some changes of the page affect. */
export interface AffectedContainers {
  /** Containers whose texts must be read again. */
  readonly changed: ReadonlySet<Element>;
  /** Elements that must be searched with all their descendants. */
  readonly added: readonly Element[];
  /** Known containers that may have another place in the content now. */
  readonly moved: ReadonlySet<Element>;
  /** Known containers that are no longer in the content, or in which links are no longer allowed. */
  readonly removed: ReadonlySet<Element>;
}

/** Returns the containers that some changes of the page affect. */
export function affectedBy(
  records: readonly MutationRecord[],
  root: Element,
  known: Pick<SearchedRuns, 'has'>,
): AffectedContainers {
  const changed = new Set<Element>();
  const added: Element[] = [];
  const moved = new Set<Element>();
  const removed = new Set<Element>();
  const change = (node: Node): void => {
    const container = containerOf(node, root);
    if (isIncluded(container, root)) changed.add(container);
    else if (known.has(container)) removed.add(container);
  };
  const checkDescendants = (node: Node): void => {
    for (const element of elementsIn(node)) {
      if (!known.has(element)) continue;
      if (isIncluded(element, root)) moved.add(element);
      else removed.add(element);
    }
  };
  for (const {type, target, addedNodes, removedNodes, attributeName} of records) {
    if (type === 'attributes' && !EXCLUDING_ATTRIBUTES.includes(attributeName ?? '')) continue;
    change(target);
    if (type === 'attributes') {
      // The element may begin or end a text of its parent now.
      if (target !== root && target.parentElement) change(target.parentElement);
      checkDescendants(target);
      added.push(...containersIn(target));
    }
    for (const node of removedNodes) checkDescendants(node);
    for (const node of addedNodes) added.push(...containersIn(node));
  }
  const isStillIncluded = (element: Element): boolean => isIncluded(element, root);
  return {changed, added: added.filter(isStillIncluded), moved, removed};
}

/** Returns the elements that contain the texts of a node and are not only formatting. */
function containersIn(node: Node): Element[] {
  if (!(node instanceof Element)) return [];
  return isFormatting(node) ? readContainer(node).containers : [node];
}

/** Returns an element and all its descendants. */
function elementsIn(node: Node): Element[] {
  return node instanceof Element ? [node, ...node.querySelectorAll('*')] : [];
}
