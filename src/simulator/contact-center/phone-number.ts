const digitsOf = (number: string): string => number.replace(/\D/g, '');

/** Whether two spellings mean the same line: equal digits, whether or not one has the country's prefix. */
export function isSameLine(one: string, other: string): boolean {
  const [short, long] = [digitsOf(one), digitsOf(other)].sort((a, b) => a.length - b.length) as [string, string];
  return short === long || (short.length > 6 && long.endsWith(short));
}

/** The number without what people write for the eye: spaces, brackets, dots, dashes. */
export const withoutPunctuation = (number: string): string => number.replace(/[\s().\-/]/g, '');
