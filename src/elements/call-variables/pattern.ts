/** Maximum number of ways to match. To try more ways would block the page. */
const MAX_WAYS = 1e6;
/** Maximum length of a pattern. */
const MAX_LENGTH = 500;

const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;
const GROUP = /\((?:\?(?::|<?[=!]|<\w+>))?/y;
const CLASS = /\[(?:\\.|[^\]\\])*\]/y;

/**
 * Returns whether a pattern matches a whole value. Returns `undefined` if this is unknown: the pattern is not valid in
 * JavaScript, whose patterns differ from those of Five9, or a match could take too long, for example with `(a+)+`.
 */
export function fits(pattern: string, value: string): boolean | undefined {
  try {
    // Without "u", an unknown escape would match a letter. With "u", an unknown escape is an error.
    return pattern.length <= MAX_LENGTH && ways(pattern, value.length) <= MAX_WAYS
      ? new RegExp(`^(?:${pattern})$`, 'u').test(value)
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Returns the maximum number of ways to match a text: an engine that backtracks may try all of them. Alternatives are
 * added, atoms in a sequence are multiplied, and a repeated atom is raised to the power of its repetitions.
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
  // The rest of the pattern begins with an unmatched `)`: the pattern is not valid.
  return index < pattern.length ? Infinity : total;
}
