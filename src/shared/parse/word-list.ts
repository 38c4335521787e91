/** Returns the words in an attribute, separated by spaces. An attribute that was removed (`null`) has no words. */
export function wordList(attribute: string | null | undefined): string[] {
  return (attribute ?? '').split(/\s+/).filter((word) => word !== '');
}
