import {EMAIL_IN_TEXT, NUMBER, NUMBER_IN_TEXT} from './scrub-rules.js';

/** Number of digits at the end of a phone number that identify it. Any digits before them are the country code. */
const LOCAL_DIGITS = 10;
/** Minimum number of digits of a phone number. A number with fewer digits is probably not a phone number. */
const MIN_PHONE_DIGITS = 7;
/** First number of a range of phone numbers that is reserved for fiction, so nobody has these numbers. */
const FIRST_FICTITIOUS_NUMBER = 2_025_550_100;
/**
 * Minimum length of a text that is also replaced inside longer texts. A longer text may contain the letters of a very
 * short text by chance.
 */
const MIN_LENGTH_INSIDE = 4;

/** Replaces texts with personal data. */
export type TextReplacements = Pick<
  Replacements,
  'name' | 'text' | 'email' | 'date' | 'number' | 'knownNumber' | 'sentence'
>;

/**
 * Replaces texts with personal data, for example names, e-mail addresses and phone numbers. The same text always gets
 * the same replacement.
 */
export class Replacements {
  /** Replacement of each text. */
  readonly #texts = new Map<string, string>();
  /** Replacement of the last `LOCAL_DIGITS` digits of each number. The keys are these digits. */
  readonly #numbers = new Map<string, string>();
  readonly #usedNumbers = new Set<string>();
  readonly #counts = new Map<string, number>();
  /**
   * Cached list of the texts that are also replaced inside longer texts, longest first. `undefined`: the list must be
   * built again.
   */
  #inside: string[] | undefined;

  name(text: string): string {
    return this.#replace(text, () => `Name ${this.#count('name')}`);
  }

  text(text: string): string {
    return this.#replace(text, () => `Text ${this.#count('text')}`);
  }

  email(text: string): string {
    return this.#replace(text, () => `person${this.#count('person')}@example.com`);
  }

  /** Replaces the date at the start of a text. The rest of the text, for example a time, stays. */
  date(text: string): string {
    return this.#replace(text, () => {
      const day = new Date(Date.UTC(2000, 0, this.#count('date'))).toISOString();
      const length = 'yyyy-mm-dd'.length;
      return day.slice(0, length) + text.slice(length);
    });
  }

  /** Replaces the digits of a number. A country code and all other characters stay. */
  number(text: string): string {
    const digits = digitsOf(text);
    const local = digits.slice(-LOCAL_DIGITS);
    const replaced = digits.slice(0, -LOCAL_DIGITS) + (this.#numbers.get(local) ?? this.#newNumber(local));
    let index = 0;
    return text.replace(/\d/g, () => replaced.charAt(index++));
  }

  /** Replaces a phone number that already has a replacement. Returns any other text unchanged. */
  knownNumber(text: string): string {
    const digits = digitsOf(text);
    const isKnown =
      digits.length >= MIN_PHONE_DIGITS && NUMBER.test(text) && this.#numbers.has(digits.slice(-LOCAL_DIGITS));
    return isKnown ? this.number(text) : text;
  }

  /**
   * Replaces numbers, e-mail addresses, and texts that already have a replacement. The rest of the sentence stays.
   *
   * @param hasIds Whether the sentence may contain ids, which look like numbers. If true, only numbers that already
   *   have a replacement are replaced.
   */
  sentence(text: string, hasIds: boolean): string {
    let result = text
      .replace(EMAIL_IN_TEXT, (email) => this.email(email))
      .replace(NUMBER_IN_TEXT, (number) => (hasIds ? this.knownNumber(number) : this.number(number)));
    for (const known of this.#knownInside()) {
      result = result.replaceAll(known, () => this.#texts.get(known) ?? '');
    }
    return result;
  }

  #replace(text: string, create: () => string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const replacement = create();
    this.#texts.set(text, replacement);
    this.#inside = undefined;
    return replacement;
  }

  #knownInside(): readonly string[] {
    this.#inside ??= [...this.#texts.keys()]
      .filter(({length}) => length >= MIN_LENGTH_INSIDE)
      .sort((a, b) => b.length - a.length);
    return this.#inside;
  }

  #newNumber(digits: string): string {
    let number = digits;
    // Limit the number of tries, because all short numbers of this length may be in use.
    for (let tries = 0; tries < 1000 && (number === digits || this.#usedNumbers.has(number)); tries++) {
      number = String(FIRST_FICTITIOUS_NUMBER + this.#count('number')).slice(-digits.length);
    }
    this.#usedNumbers.add(number);
    this.#numbers.set(digits, number);
    return number;
  }

  #count(kind: string): number {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return count;
  }
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
