/** How many ways of matching are tried at most. More would keep the page waiting. */
const LIMIT = 1e6;
const LONGEST = 500;

const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y;
const GROUP = /\((?:\?(?::|<?[=!]|<\w+>))?/y;
const CLASS = /\[(?:\\.|[^\]\\])*\]/y;

/**
 * Whether a value as a whole has the form of a pattern. Nothing where that cannot be told: the pattern is none (Five9's patterns are not JavaScript's in all),
 * or one that a value could keep busy for ever, such as `(a+)+`.
 */
export function fits(pattern: string, value: string): boolean | undefined {
  try {
    // With "u" whatever JavaScript does not know is an error, in place of a letter.
    return pattern.length <= LONGEST && ways(pattern, value.length) <= LIMIT
      ? new RegExp(`^(?:${pattern})$`, 'u').test(value)
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * An upper bound of the ways in which a pattern can be laid over a text, that is, of what an engine that goes back and tries again has to try: alternatives add,
 * what stands one after the other multiplies, what is repeated is raised to the power of the repetitions.
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
  // A bracket too many: none that could be tried.
  return at < pattern.length ? Infinity : all;
}
