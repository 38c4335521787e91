import type {Found} from './finder.js';
import {nodesIn, rangeIn, type TextRun} from './text-run.js';

/** A phone number in a text of the page. */
export interface DialNumber extends Found {
  /** The text that contains the number. */
  readonly run: TextRun;
  /** The characters of the number. The range is valid until the page changes the text. */
  readonly range: StaticRange;
  /** The number as the page shows it. */
  readonly written: string;
  /** The elements that directly contain characters of the number. The first element contains its first character. */
  readonly elements: readonly [Element, ...Element[]];
}

/** Returns the number that was found in a text; `undefined` if the page does not show its characters in one line of text. */
export function dialNumber(run: TextRun, found: Found): DialNumber | undefined {
  const range = rangeIn(run, found.start, found.end);
  const elements = new Set(nodesIn(run, range).map(({parentElement}) => parentElement ?? run.container));
  const [first = run.container, ...others] = elements;
  const written = run.text.slice(found.start, found.end);
  const isDivided = others.length > 0;
  if (isDivided && ![first, ...others].every((element) => element === run.container || isInline(element))) {
    return undefined;
  }
  if (!isOnOneLine(first, written)) return undefined;
  return {...found, run, range, written, elements: [first, ...others]};
}

/** Returns whether an element shows its text in the line of the text around it. */
const isInline = (element: Element): boolean => getComputedStyle(element).display === 'inline';

/**
 * Returns whether the page shows a number on one line and without wide gaps. If CSS collapses white space, line breaks,
 * tabs and several spaces look like one space, so they are allowed.
 */
function isOnOneLine(element: Element, written: string): boolean {
  if (!/[\t\n\f\r]| {2}/.test(written)) return true;
  return /^(?:normal|nowrap)$/.test(getComputedStyle(element).whiteSpace);
}
