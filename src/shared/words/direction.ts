/**
 * Returns the direction of a text, for the attribute `dir`. A phone number or another text without letters is written
 * from left to right, also in a right-to-left page, where its plus sign would otherwise stand on the right. The first
 * letter of any other text decides: `auto`.
 */
export const directionOf = (text: string | null | undefined): 'ltr' | 'auto' =>
  /\p{L}/u.test(text ?? '') ? 'auto' : 'ltr';
