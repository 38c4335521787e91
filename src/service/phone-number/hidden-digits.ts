import {countDigits} from './characters.js';
import {COMPLETE_DIGITS} from './complete-digits.js';

/** Matches characters that only stand for hidden digits. */
const HIDING =
  /[\u2022\u25cf\u25cb\u25e6\u25ef\u25a0\u25a1\u25aa\u25ab\u25ae\u25af\u2588\u2591-\u2593\u2026\u22ef?\u00bf]|_{2}/;
/** Matches letters or dots that stand for hidden digits, because they are repeated: `XXX`, `xx-xx`, `...`. */
const REPEATED = /x[\s.()-]*x|\.\s*\.\s*\./i;

/** Returns whether a plain text contains characters that only stand for hidden digits, for example `•••` or `***`. */
export const hasHidingCharacters = (plain: string): boolean =>
  HIDING.test(plain) || REPEATED.test(plain) || /[*#]{3}/.test(compacted(plain));

/**
 * Returns whether some digits of a plain text are hidden, as in `(925) ***-0111`. Stars and hash signs are also a part
 * of service codes, such as `*67` and `**21*9250000111#`, which begin with them.
 */
export function hasHiddenDigits(plain: string): boolean {
  if (hasHidingCharacters(plain)) return true;
  const compact = compacted(plain);
  if (/^[*#]/.test(compact)) return false;
  const isComplete = compact.startsWith('+') || countDigits(compact) >= COMPLETE_DIGITS;
  return (isComplete ? /\*|##|#\d/ : /[*#]{2}/).test(compact);
}

const compacted = (plain: string): string => plain.replace(/[\s.()/-]/g, '');
