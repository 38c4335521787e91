const digitsOf = (number: string): string => number.replace(/\D/g, '');

/**
 * Returns whether two numbers belong to the same phone line. Compares only digits. If one number is shorter and has at
 * least 7 digits, the longer number must end with these digits, because the longer number may contain a country code.
 */
export function isSameLine(first: string, second: string): boolean {
  const [short, long] = [digitsOf(first), digitsOf(second)].sort((a, b) => a.length - b.length) as [string, string];
  return short === long || (short.length > 6 && long.endsWith(short));
}

/** Returns the number without spaces, brackets, dots, dashes and slashes. */
export const withoutPunctuation = (number: string): string => number.replace(/[\s().\-/]/g, '');
