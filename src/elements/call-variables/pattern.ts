/** Most ways of matching that a pattern may have: trying more would block the page. */
const LIMIT = 1e6;
/** Longest pattern that is tried. */
const LONGEST = 500;

const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;
const GROUP = /\((?:\?(?::|<?[=!]|<\w+>))?/y;
const CLASS = /\[(?:\\.|[^\]\\])*\]/y;

/**
 * Returns whether a pattern matches a whole value. Returns nothing if that is unknown: the pattern is not valid in JavaScript,
 * whose patterns differ from those of Five9, or a value could make it run for ever, such as `(a+)+`.
 */
export function fits(pattern: string, value: string): boolean | undefined {
  try {
    // Without "u", an escape that JavaScript does not know would match a letter; with "u" it is an error.
    return pattern.length <= LONGEST && ways(pattern, value.length) <= LIMIT
      ? new RegExp(`^(?:${pattern})$`, 'u').test(value)
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Returns an upper bound of the ways in which a pattern can match a text: an engine that backtracks may have to try all of them. Alternatives are added, atoms in a
 * sequence are multiplied, a repeated atom is raised to the power of its repetitions.
 */
export function ways(pattern: string, length: number): number {
  let at = 0;

  const eat = (token: RegExp): RegExpExecArray | null => {
    token.lastIndex = at;
    const found = token.exec(pattern);
    if (found) at = token.lastIndex;
    return found;
  };

  function alternatives(): number {
    let sum = sequence();
    while (pattern[at] === '|') {
      at++;
      sum += sequence();
    }
    return sum;
  }

  function sequence(): number {
    let product = 1;
    while (at < pattern.length && !'|)'.includes(pattern.charAt(at))) product *= repeated();
    return product;
  }

  function repeated(): number {
    const once = atom();
    const found = eat(QUANTIFIER);
    if (!found) return once;
    const [, sign, least = '', comma, most] = found;
    const min = sign ? Number(sign === '+') : Number(least);
    const max = sign === '?' ? 1 : sign || (comma && !most) ? length : Number(most || least);
    const times = Math.max(1, Math.min(max, length));
    return once ** times * Math.max(1, times - min + 1);
  }

  function atom(): number {
    if (eat(GROUP)) {
      const inside = alternatives();
      at++;
      return inside;
    }
    if (!eat(CLASS)) at += pattern[at] === '\\' ? 2 : 1;
    return 1;
  }

  const all = alternatives();
  // The pattern has a bracket too many: it cannot be tried.
  return at < pattern.length ? Infinity : all;
}
