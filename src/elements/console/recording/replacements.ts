import {EMAIL_IN_TEXT, NUMBER, NUMBER_IN_TEXT} from './scrub-rules.js';

/** Number of last digits that identify a phone number, with or without a country code. */
const LOCAL_DIGITS = 10;
/** A number with fewer digits is probably not a phone number. */
const MIN_PHONE_DIGITS = 7;
/** The first phone number of a range that is reserved for fiction: nobody has these numbers. */
const FIRST_FICTITIOUS_NUMBER = 2_025_550_100;
/** Minimum length of a text that is replaced inside longer texts. A shorter text may be in a longer text by chance. */
const MIN_LENGTH_INSIDE = 4;

/** Replaces personal texts. The same text always gets the same replacement. */
export class Replacements {
  /** Replacements by text. */
  readonly #texts = new Map<string, string>();
  /** Replacements by the last digits of a number. */
  readonly #numbers = new Map<string, string>();
  readonly #usedNumbers = new Set<string>();
  readonly #counts = new Map<string, number>();
  /** Texts that are also replaced inside longer texts, longest first; `undefined` after `#texts` has changed. */
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

  /** Replaces the day of a date or time. */
  date(text: string): string {
    return this.#replace(text, () => {
      const day = new Date(Date.UTC(2000, 0, this.#count('date'))).toISOString();
      const length = 'yyyy-mm-dd'.length;
      return day.slice(0, length) + text.slice(length);
    });
  }

  /** Replaces the digits of a number. The other characters stay. */
  number(text: string): string {
    const digits = digitsOf(text);
    const local = digits.slice(-LOCAL_DIGITS);
    const replaced = digits.slice(0, -LOCAL_DIGITS) + (this.#numbers.get(local) ?? this.#newNumber(local));
    let index = 0;
    return text.replace(/\d/g, () => replaced.charAt(index++));
  }

  /** Replaces a number that was replaced elsewhere before. Returns any other text unchanged. */
  knownNumber(text: string): string {
    const digits = digitsOf(text);
    const isKnown =
      digits.length >= MIN_PHONE_DIGITS && NUMBER.test(text) && this.#numbers.has(digits.slice(-LOCAL_DIGITS));
    return isKnown ? this.number(text) : text;
  }

  /**
   * Replaces numbers, addresses, and texts that were replaced elsewhere before. The rest of the sentence stays.
   *
   * @param hasIds Whether the sentence may have ids, which look like numbers. If so, only known numbers are replaced.
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
    // The number of tries is limited: all numbers with few digits may be in use.
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
