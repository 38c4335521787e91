import type {Recording, RecordingEntry} from './recording.js';
import {Masks} from './masks.js';
import {Replacements, type TextReplacements} from './replacements.js';
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
 * Returns a copy of a recording in which personal data is replaced. The copy can be sent to other people, and can still
 * be replayed. The same number, name or value gets the same replacement everywhere: in parameters, answers, WebSocket
 * events and inside longer texts.
 *
 * | personal data | replacement |
 * |---|---|
 * | phone numbers, in every notation | another number of the same shape |
 * | e-mail addresses and logins | `person1@example.com` |
 * | names of people and of CRM records | `Name 1` |
 * | values of variables, contact fields and other fields, subjects, comments, and every text that is not known to be harmless | `Text 1`; digits stay digits, dates stay dates |
 * | DTMF digits | `0` for each digit |
 * | bodies of REST requests and answers | field by field if the body is JSON; any other body becomes `Text 1` |
 *
 * These data stay unchanged: ids, types, states, error codes, names that the administrator chose (campaigns, skills,
 * dispositions, variables and fields), restrictions of variables, flags, times, true and false. In error messages,
 * paths and similar texts, only numbers, e-mail addresses, and texts that are also replaced in other places are
 * replaced.
 */
export function scrub(recording: Recording): Recording {
  const scrubber = new Scrubber(new Replacements());
  const scrubEntries = (): RecordingEntry[] => recording.entries.map((entry) => scrubber.entry(entry));
  // Replace twice. The first pass collects the personal texts of all entries, so that the second pass can also replace
  // these texts in sentences of earlier entries.
  scrubEntries();
  return {...recording, scrubbed: true, entries: scrubEntries()};
}

/**
 * Names of the fields that contain a value, the nearest field first. For requests and notices, the last name is the
 * method.
 */
type Path = readonly string[];

/**
 * Returns a copy of an answer in which each kind of personal data has the same replacement. So the answer in a scrubbed
 * recording can be compared with an answer that has the personal data.
 */
export const maskAnswer = (answer: unknown, method: string): unknown =>
  new Scrubber(new Masks()).value(answer, [method]);

class Scrubber {
  readonly #replacements: TextReplacements;

  constructor(replacements: TextReplacements) {
    this.#replacements = replacements;
  }

  entry(entry: RecordingEntry): RecordingEntry {
    switch (entry.kind) {
      case 'event':
        return {...entry, ...this.#fields(entry, ['params'], [])};
      case 'ws':
        return {...entry, ...this.#fields(entry, ['payload', 'context'], [])};
      case 'notice':
        return {...entry, ...this.#fields(entry, ['params'], [entry.method])};
      case 'request':
      case 'question':
        return {...entry, ...this.#fields(entry, ['params', 'result', 'error'], [entry.method])};
      default:
        return entry;
    }
  }

  /** Returns the named fields of an entry, with personal data replaced. Ignores missing fields. */
  #fields(entry: object, names: readonly string[], path: Path): object {
    const present = Object.entries(entry).filter(([name, value]) => names.includes(name) && value !== undefined);
    return Object.fromEntries(present.map(([name, value]) => [name, this.value(value, path)]));
  }

  /** Returns a value with personal data replaced. */
  value(value: unknown, path: Path): unknown {
    if (typeof value === 'string') return this.#text(value, path);
    if (typeof value === 'number') {
      return PHONE_FIELD.test(path[0] ?? '') ? Number(this.#replacements.number(String(value))) : value;
    }
    if (Array.isArray(value)) return value.map((item: unknown) => this.value(item, path));
    if (value !== Object(value)) return value;
    const object = value as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(object).map(([name, field]) => [this.#key(name), this.#field(object, name, field, path)]),
    );
  }

  /**
   * Replaces a key of an object if it is an e-mail address or a known phone number. Returns any other key unchanged.
   */
  #key(name: string): string {
    return EMAIL.test(name) ? this.#replacements.email(name) : this.#replacements.knownNumber(name);
  }

  #field(object: Record<string, unknown>, name: string, value: unknown, path: Path): unknown {
    if (isVariable(object)) {
      if (name === 'name' || name === 'key') return value;
      if (name === 'value') return isChoice(object) ? value : this.value(value, [meaningOf(object), ...path]);
    }
    if (name === 'name' && NAMED_BY_ADMINISTRATOR.test(path[0] ?? '')) return value;
    if (name === 'restrictions' || name === 'flags') return value;
    if (typeof value === 'string') {
      if (name === 'char') return value.replace(/\d/g, '0');
      const method = path.at(-1) ?? '';
      const isRestBody = (name === 'payload' || name === 'response') && method.startsWith('executeRest');
      if (isRestBody) return this.#restBody(value, [name, ...path]);
    }
    return this.value(value, [name, ...path]);
  }

  #restBody(text: string, path: Path): string {
    try {
      const value: unknown = JSON.parse(text);
      if (value === Object(value)) return JSON.stringify(this.value(value, path));
    } catch {
      // Ignore the error, because the code below replaces a body that is not JSON.
    }
    return this.#text(text, path);
  }

  #text(text: string, path: Path): string {
    const [field = ''] = path;
    if (HARMLESS_TEXT.test(text)) return text;
    if (EMAIL.test(text)) return this.#replacements.email(text);
    if (text.startsWith('agent:')) return `agent:${this.#replacements.email(text.slice('agent:'.length))}`;
    // Replace a known phone number in a harmless field too, because an id may be a phone number, for example the id of
    // a CRM record.
    if (HARMLESS_FIELD.test(field)) return this.#replacements.knownNumber(text);
    if (PHONE_FIELD.test(field) && NUMBER.test(text)) return this.#replacements.number(text);
    if (SENTENCE_FIELD.test(field)) return this.#replacements.sentence(text, field === 'path');
    if (NAME_FIELD.test(field)) return this.#replacements.name(text);
    return this.#enteredValue(text);
  }

  /**
   * Replaces a value that a person entered. A date stays a date and a number stays a number, because the form field for
   * the value may accept nothing else.
   */
  #enteredValue(text: string): string {
    if (DATE.test(text)) return this.#replacements.date(text);
    if (NUMBER.test(text)) return this.#replacements.number(text);
    return this.#replacements.text(text);
  }
}
