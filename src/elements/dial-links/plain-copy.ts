/** A text as it is searched. */
export interface PlainCopy {
  readonly plain: string;
  /** Returns the index in the original text for an index in the copy. */
  sourceIndex(index: number): number;
}

/** Characters inside of a number. */
const IN_NUMBER = '[\\p{Nd}\\p{Pd}\\s()./+]';
/**
 * Matches a sequence of white space that browsers show as one space, invisible characters inside of a number, a middle
 * dot, or any other character.
 */
const PIECE = new RegExp(
  '(?<space>[ \\t\\n\\f\\r]+)' +
    `|(?<hidden>(?<=${IN_NUMBER})[\\p{Cf}\\ufe00-\\ufe0f]+(?=${IN_NUMBER}))` +
    '|(?<dot>[\\u00b7\\u2027\\u2219\\u22c5\\u30fb\\uff65])' +
    '|[^]',
  'gu',
);
/** Matches a text whose copy is equal to the text. */
const IS_PLAIN = /^(?:[!-~]| (?! ))*$/;

/**
 * Copies a text for the search of phone numbers. Each sequence of white space becomes one space. Omits invisible
 * characters inside of numbers, for example soft hyphens, and writes middle dots as dots, because libphonenumber-js
 * finds no number with them.
 */
export function plainCopy(text: string): PlainCopy {
  if (IS_PLAIN.test(text)) return {plain: text, sourceIndex: (index) => index};
  const indexes: number[] = [];
  let plain = '';
  for (const {0: piece, index, groups} of text.matchAll(PIECE)) {
    let copy = piece;
    if (groups?.space) copy = ' ';
    else if (groups?.hidden) copy = '';
    else if (groups?.dot) copy = '.';
    for (let unit = 0; unit < copy.length; unit++) indexes.push(index + unit);
    plain += copy;
  }
  return {plain, sourceIndex: (index) => indexes[index] ?? text.length};
}
