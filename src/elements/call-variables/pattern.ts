/** Maximum number of ways in which the browser may try to match a pattern. More tries could block the page. */
const MAX_WAYS = 1e6;
/** Maximum length of a pattern. */
const MAX_LENGTH = 500;

const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;
const GROUP = /\((?:\?(?::|<?[=!]|<\w+>))?/y;
const CLASS = /\[(?:\\.|[^\]\\])*\]/y;

/**
 * Returns whether a pattern matches the whole value. Returns `undefined` if the pattern is not valid in JavaScript, is
 * too long, or may take too long to match, for example `(a+)+`.
 */
export function fits(pattern: string, value: string): boolean | undefined {
  try {
    // Use the flag "u", so that an unknown escape such as `\y` is an error. Without the flag, `\y` would match the
    // letter y.
    return pattern.length <= MAX_LENGTH && ways(pattern, value.length) <= MAX_WAYS
      ? new RegExp(`^(?:${pattern})$`, 'u').test(value)
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Returns the maximum number of ways in which a pattern can match a text of this length. A browser may try all of these
 * ways. The ways of alternatives are added, and the ways of the parts of a sequence are multiplied. The ways of a
 * repeated part are raised to the power of the number of repetitions.
 */
export function ways(pattern: string, length: number): number {
  let index = 0;

  const consume = (token: RegExp): RegExpExecArray | null => {
    token.lastIndex = index;
    const match = token.exec(pattern);
    if (match) index = token.lastIndex;
    return match;
  };

  function alternatives(): number {
    let sum = sequence();
    while (pattern[index] === '|') {
      index++;
      sum += sequence();
    }
    return sum;
  }

  function sequence(): number {
    let product = 1;
    while (index < pattern.length && !'|)'.includes(pattern.charAt(index))) product *= repeated();
    return product;
  }

  function repeated(): number {
    const once = atom();
    const match = consume(QUANTIFIER);
    if (!match) return once;
    const [, sign, least = '', comma, most] = match;
    const min = sign ? Number(sign === '+') : Number(least);
    const max = sign === '?' ? 1 : sign || (comma && !most) ? length : Number(most || least);
    const times = Math.max(1, Math.min(max, length));
    return once ** times * Math.max(1, times - min + 1);
  }

  function atom(): number {
    if (consume(GROUP)) {
      const inside = alternatives();
      index++;
      return inside;
    }
    if (!consume(CLASS)) index += pattern[index] === '\\' ? 2 : 1;
    return 1;
  }

  const total = alternatives();
  // Refuse a pattern in which an unmatched `)` has ended the count, because such a pattern is not valid.
  return index < pattern.length ? Infinity : total;
}
