import type {TextReplacements} from './replacements.js';
import {EMAIL_IN_TEXT, NUMBER_IN_TEXT} from './scrub-rules.js';

const EMAIL_MASK = 'person@example.com';
const DATE_MASK = '2000-01-01';

/**
 * Replaces all personal texts of one kind with the same text. After this, two texts are equal if one of them is the
 * replacement of the other.
 */
export class Masks implements TextReplacements {
  name(): string {
    return 'Name';
  }

  text(): string {
    return 'Text';
  }

  email(): string {
    return EMAIL_MASK;
  }

  date(text: string): string {
    return DATE_MASK + text.slice(DATE_MASK.length);
  }

  number(text: string): string {
    return text.replace(/\d/g, '0');
  }

  knownNumber(text: string): string {
    return text;
  }

  sentence(text: string): string {
    return text.replace(EMAIL_IN_TEXT, EMAIL_MASK).replace(NUMBER_IN_TEXT, (number) => this.number(number));
  }
}
