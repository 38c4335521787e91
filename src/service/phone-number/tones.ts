import {plainText} from './characters.js';
import {withoutTrunkZero} from './country-codes.js';
import {hasHidingCharacters} from './hidden-digits.js';
import type {NumberProblem} from './problems.js';
import {isDivided} from './several-numbers.js';

interface Tones {
  /** The DTMF digits: `0` to `9`, `*`, `#`, and `A` to `D`. */
  readonly tones: string;
  readonly problem?: undefined;
}

interface NotTones {
  readonly problem: NumberProblem;
  readonly tones?: undefined;
}

/**
 * Reads the digits that the agent types or pastes into a keypad. Understands the same characters as `readNumber`, but
 * has no maximum length, because the digits may be a card number. Accepts the letters A to D, which are DTMF digits.
 * Does not accept `+` and extensions, because a keypad cannot send them.
 *
 * @returns The DTMF digits; or the problem of the text, `characters` for a character that is not a DTMF digit
 */
export function readTones(input: unknown): Tones | NotTones {
  if (typeof input !== 'string' && typeof input !== 'number') return {problem: 'type'};
  const plain = withoutTrunkZero(plainText(String(input)))
    .replace(/[()]/g, ' ')
    .trim();
  if (isDivided(plain)) return {problem: 'several'};
  // Only a text with digits has hidden digits, because an agent may send `***`.
  if (/\d/.test(plain) && hasHidingCharacters(plain)) return {problem: 'masked'};
  const tones = plain.replace(/[\s./-]/g, '').toUpperCase();
  return /^[\d*#A-D]+$/.test(tones) ? {tones} : {problem: 'characters'};
}
