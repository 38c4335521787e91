import {textOf} from '../../interaction-api/text-of.js';

/** Returns the words in an attribute, separated by spaces. An attribute that was removed (`null`) has no words. */
export function wordList(attribute: string | null | undefined): string[] {
  return (textOf(attribute) ?? '').split(/\s+/).filter((word) => word !== '');
}
