import type {Recording, RecordingEntry} from './recording.js';
import {Replacements} from './replacements.js';
import {
  DATE,
  EMAIL,
  HARMLESS_FIELD,
  HARMLESS_TEXT,
  isChoice,
  isVariable,
  meaningOf,
  NAME_FIELD,
  NAMED_BY_ADMINISTRATOR,
  NUMBER,
  PHONE_FIELD,
  SENTENCE_FIELD,
} from './scrub-rules.js';

/**
 * Removes personal data from a recording. The recording can then be sent to others, and can still be replayed. The same
 * number, name or value gets the same replacement everywhere: in parameters, answers, WebSocket events and inside
 * longer texts.
 *
 * | personal data | replacement |
 * |---|---|
 * | phone numbers, in every notation | another number of the same shape |
 * | e-mail addresses and logins | `person1@example.com` |
 * | names of people and of CRM records | `Name 1` |
 * | values of variables, of contact and other fields, subjects, comments, and every text that is not known to be harmless | `Text 1`; digits stay digits, dates stay dates |
 * | DTMF digits | `0` each |
 * | REST bodies | field by field if they are JSON; else `Text 1` |
 *
 * Kept: ids, types, states, error codes, names that the administrator chose (campaigns, skills, dispositions, variables
 * and fields), restrictions of variables, flags, times, true and false. In error messages, paths and similar texts only
 * numbers, addresses, and texts that were replaced elsewhere are replaced.
 */
export function scrub(recording: Recording): Recording {
  const scrubber = new Scrubber();
  const scrubEntries = (): RecordingEntry[] => recording.entries.map((entry) => scrubber.entry(entry));
  // The first pass collects the personal texts. The second pass replaces them in earlier sentences too.
  scrubEntries();
  return {...recording, scrubbed: true, entries: scrubEntries()};
}

/** The names of the fields around a value, the nearest first. */
type Path = readonly string[];

class Scrubber {
  readonly #replacements = new Replacements();

  entry(entry: RecordingEntry): RecordingEntry {
    switch (entry.kind) {
      case 'event':
        return {...entry, ...this.#fields(entry, ['params'], [])};
      case 'ws':
        return {...entry, ...this.#fields(entry, ['payload', 'context'], [])};
      case 'notice':
        return {...entry, ...this.#fields(entry, ['params'], [entry.method])};
      case 'request':
        return {...entry, ...this.#fields(entry, ['params', 'result', 'error'], [entry.method])};
      default:
        return entry;
    }
  }

  /** Scrubs the named fields of an entry. Ignores missing fields. */
  #fields(entry: object, names: readonly string[], path: Path): object {
    const present = Object.entries(entry).filter(([name, value]) => names.includes(name) && value !== undefined);
    return Object.fromEntries(present.map(([name, value]) => [name, this.#value(value, path)]));
  }

  #value(value: unknown, path: Path): unknown {
    if (typeof value === 'string') return this.#text(value, path);
    if (typeof value === 'number') {
      return PHONE_FIELD.test(path[0] ?? '') ? Number(this.#replacements.number(String(value))) : value;
    }
    if (Array.isArray(value)) return value.map((item: unknown) => this.#value(item, path));
    if (value !== Object(value)) return value;
    const object = value as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(object).map(([name, field]) => [this.#key(name), this.#field(object, name, field, path)]),
    );
  }

  /** Scrubs a key of an object. The key may be a phone number or an address. */
  #key(name: string): string {
    return EMAIL.test(name) ? this.#replacements.email(name) : this.#replacements.knownNumber(name);
  }

  #field(object: Record<string, unknown>, name: string, value: unknown, path: Path): unknown {
    if (isVariable(object)) {
      if (name === 'name' || name === 'key') return value;
      if (name === 'value') return isChoice(object) ? value : this.#value(value, [meaningOf(object), ...path]);
    }
    if (name === 'name' && NAMED_BY_ADMINISTRATOR.test(path[0] ?? '')) return value;
    if (name === 'restrictions' || name === 'flags') return value;
    if (typeof value === 'string') {
      if (name === 'char') return value.replace(/\d/g, '0');
      const method = path.at(-1) ?? '';
      const isRestBody = (name === 'payload' || name === 'response') && method.startsWith('executeRest');
      if (isRestBody) return this.#restBody(value, [name, ...path]);
    }
    return this.#value(value, [name, ...path]);
  }

  #restBody(text: string, path: Path): string {
    try {
      const value: unknown = JSON.parse(text);
      if (value === Object(value)) return JSON.stringify(this.#value(value, path));
    } catch {
      // The body is not JSON.
    }
    return this.#text(text, path);
  }

  #text(text: string, path: Path): string {
    const [field = ''] = path;
    if (HARMLESS_TEXT.test(text)) return text;
    if (EMAIL.test(text)) return this.#replacements.email(text);
    if (text.startsWith('agent:')) return `agent:${this.#replacements.email(text.slice('agent:'.length))}`;
    // The id of a record may be a phone number.
    if (HARMLESS_FIELD.test(field)) return this.#replacements.knownNumber(text);
    if (PHONE_FIELD.test(field) && NUMBER.test(text)) return this.#replacements.number(text);
    if (SENTENCE_FIELD.test(field)) return this.#replacements.sentence(text, field === 'path');
    if (NAME_FIELD.test(field)) return this.#replacements.name(text);
    return this.#enteredValue(text);
  }

  /**
   * Replaces a value that a person entered. Dates stay dates and numbers stay numbers, because an editor may expect
   * that.
   */
  #enteredValue(text: string): string {
    if (DATE.test(text)) return this.#replacements.date(text);
    if (NUMBER.test(text)) return this.#replacements.number(text);
    return this.#replacements.text(text);
  }
}
