import type {Recording, RecordingEntry} from './recording.js';

/**
 * Takes what is personal out of a recording, so that it can be sent to somebody and still runs: the same number, name or value becomes the same other one
 * wherever it stands, in parameters, answers, WebSocket events and inside longer texts.
 *
 * | what | becomes |
 * |---|---|
 * | phone numbers, however they are written | another number of the same shape |
 * | e-mail addresses and logins | `person1@example.com` |
 * | names of people and of CRM records | `Name 1` |
 * | values of variables, of contact and other fields, subjects, comments, and every text that is not known to be harmless | `Text 1`; digits stay digits, dates stay dates |
 * | DTMF digits | `0` each |
 * | REST bodies | the same, field by field, where they are JSON; else `Text 1` |
 *
 * Kept: ids, types, states, error codes, what the administrator has named (campaigns, skills, dispositions, variables and fields), restrictions of variables,
 * flags, times, true and false. In error messages, paths and the like only numbers, addresses and what was replaced elsewhere are.
 */
export function scrub(recording: Recording): Recording {
  const cleaner = new Cleaner();
  const clean = (): RecordingEntry[] => recording.entries.map((entry) => cleaner.entry(entry));
  // The first time finds out what there is to replace, also in what comes before it.
  clean();
  return {...recording, scrubbed: true, entries: clean()};
}

/** Where a value stands: names of the fields that lead to it, the nearest first. */
type Path = readonly string[];

/** Fields whose texts say nothing of a person. */
const HARMLESS =
  /^(id|.*(Id|Ids|_id)|type|.*Type|.*State|state|status|reason|.*Reason|group|errorCode|kind|label|flags|timeout|.*Code|.*[tT]imestamp|timeStamp|char|method|contentType|content-type|accept|(campaign|skill|disposition)Name|(campaign|skill)_name|preselectedCampaignName|displayName|field|format|version)$/;
/** Fields with a name of somebody, or of something that belongs to somebody. */
const NAME = /name|agent|owner|customer|contact/i;
const PHONE = /^(ani|dnis|number\d*|phone.*|.*phone|.*Number|from|to|mobile|fax|clickToDialNumber)$/i;
/** Texts of which only a part may be personal. */
const SENTENCE = /^(errorMessage|message|path|url|href|error)$/;
/** Lists whose entries the administrator has named. */
const NAMED_BY_ADMINISTRATOR = /^(getDispositions|campaigns?|skills?|dispositions?|restrictions?|queues?)$/i;

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*/g;
const WHOLE_EMAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*$/;
const NUMBER_IN_TEXT = /(?<!\w)\+?\d[\d ().-]{5,}\d(?!\w)/g;
const WHOLE_NUMBER = /^\+?[\d\s().-]*\d[\d\s().-]*$/;
const DATE = /^\d{4}-\d\d-\d\d/;
const MODEST = /^(true|false|null|undefined|\d\d:\d\d(:\d\d)?|)$/i;

class Cleaner {
  /** What each text becomes. */
  readonly #texts = new Map<string, string>();
  /** What the last ten digits of each number become: with a country code it is the same number. */
  readonly #numbers = new Map<string, string>();
  readonly #fakes = new Set<string>();
  readonly #counts = new Map<string, number>();
  /** The texts that are replaced inside of others too; the longest first. */
  #inside: string[] | undefined;

  entry(entry: RecordingEntry): RecordingEntry {
    switch (entry.kind) {
      case 'event':
        return {...entry, ...this.#field(entry, 'params', [])};
      case 'ws':
        return {...entry, ...this.#field(entry, 'payload', []), ...this.#field(entry, 'context', [])};
      case 'notice':
        return {...entry, ...this.#field(entry, 'params', [entry.method])};
      case 'request': {
        const {method} = entry;
        return {
          ...entry,
          ...this.#field(entry, 'params', [method]),
          ...this.#field(entry, 'result', [method]),
          ...this.#field(entry, 'error', [method]),
        };
      }
      default:
        return entry;
    }
  }

  /** A field of an entry, where it has it. */
  #field(entry: object, name: string, path: Path): object {
    const value = (entry as Record<string, unknown>)[name];
    return value === undefined ? {} : {[name]: this.#clean(value, path)};
  }

  #clean(value: unknown, path: Path): unknown {
    if (typeof value === 'string') return this.#text(value, path);
    if (typeof value === 'number') return PHONE.test(path[0] ?? '') ? Number(this.#number(String(value))) : value;
    if (Array.isArray(value)) return value.map((one: unknown) => this.#clean(one, path));
    if (value !== Object(value)) return value;
    const object = value as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(object).map(([name, field]) => [this.#key(name), this.#ofObject(object, name, field, path)]),
    );
  }

  #ofObject(object: Record<string, unknown>, name: string, field: unknown, path: Path): unknown {
    const below = [name, ...path];
    // A variable or a field: the administrator has named it, somebody has filled it in.
    const isField = ('value' in object && ('name' in object || 'id' in object)) || 'key' in object;
    if (isField && (name === 'name' || name === 'key')) return field;
    if (isField && name === 'value') return isChoice(object) ? field : this.#clean(field, [meaning(object), ...path]);
    if (name === 'name' && NAMED_BY_ADMINISTRATOR.test(path[0] ?? '')) return field;
    if (name === 'restrictions' || name === 'flags') return field;
    if (name === 'char' && typeof field === 'string') return field.replace(/\d/g, '0');
    const isBody = (name === 'payload' || name === 'response') && /^executeRest/.test(path.at(-1) ?? '');
    return isBody && typeof field === 'string' ? this.#body(field, below) : this.#clean(field, below);
  }

  /** A table may have numbers or addresses for its keys. */
  #key(name: string): string {
    return WHOLE_EMAIL.test(name) ? this.#email(name) : this.#knownNumber(name);
  }

  /** The body of a REST request or of its answer. */
  #body(text: string, path: Path): string {
    try {
      const value: unknown = JSON.parse(text);
      if (value === Object(value)) return JSON.stringify(this.#clean(value, path));
    } catch {
      // Then it is some other text.
    }
    return this.#text(text, path);
  }

  #text(text: string, [name = '']: Path): string {
    if (MODEST.test(text)) return text;
    if (WHOLE_EMAIL.test(text)) return this.#email(text);
    if (text.startsWith('agent:')) return `agent:${this.#email(text.slice('agent:'.length))}`;
    // The id of a record may be a number that can be called.
    if (HARMLESS.test(name)) return this.#knownNumber(text);
    if (PHONE.test(name) && WHOLE_NUMBER.test(text)) return this.#number(text);
    if (SENTENCE.test(name)) return this.#sentence(text, name === 'path');
    if (NAME.test(name)) return this.#replace(text, 'Name');
    return this.#value(text);
  }

  /** What somebody has filled in. It stays of its kind, since an editor may expect that. */
  #value(text: string): string {
    if (DATE.test(text)) return this.#known(text) ?? this.#remember(text, this.#date(text));
    if (WHOLE_NUMBER.test(text)) return this.#number(text);
    return this.#replace(text, 'Text');
  }

  #replace(text: string, kind: 'Name' | 'Text'): string {
    return this.#known(text) ?? this.#remember(text, `${kind} ${this.#count(kind)}`);
  }

  #email(text: string): string {
    return this.#known(text) ?? this.#remember(text, `person${this.#count('person')}@example.com`);
  }

  #date(text: string): string {
    const date = new Date(Date.UTC(2000, 0, this.#count('date')));
    return date.toISOString().slice(0, 'yyyy-mm-dd'.length) + text.slice('yyyy-mm-dd'.length);
  }

  /** Its digits become others, what is between them stays. */
  #number(text: string): string {
    const digits = text.replace(/\D/g, '');
    const last = digits.slice(-LINE);
    const fake = this.#numbers.get(last) ?? this.#fakeNumber(last);
    const all = digits.slice(0, -LINE) + fake;
    let at = 0;
    return text.replace(/\d/g, () => all.charAt(at++));
  }

  #fakeNumber(digits: string): string {
    let fake = digits;
    // Of few digits there may be no other one left.
    for (let tries = 0; tries < 1000 && (fake === digits || this.#fakes.has(fake)); tries++) {
      fake = String(FICTITIOUS + this.#count('number')).slice(-digits.length);
    }
    this.#fakes.add(fake);
    this.#numbers.set(digits, fake);
    return fake;
  }

  /** A text that stays, but for what in it is personal. In a path there are ids, which look like numbers. */
  #sentence(text: string, isPath: boolean): string {
    this.#inside ??= [...this.#texts.keys()]
      .filter((one) => one.length >= LONG_ENOUGH)
      .sort((a, b) => b.length - a.length);
    let clean = text
      .replace(EMAIL, (email) => this.#email(email))
      .replace(NUMBER_IN_TEXT, (number) => (isPath ? this.#knownNumber(number) : this.#number(number)));
    for (const one of this.#inside) clean = clean.replaceAll(one, () => this.#texts.get(one) ?? '');
    return clean;
  }

  /** What a text that was replaced elsewhere has become. */
  #known(text: string): string | undefined {
    return this.#texts.get(text);
  }

  /** A number that was replaced elsewhere as it is there, anything else unchanged. */
  #knownNumber(text: string): string {
    const digits = text.replace(/\D/g, '');
    const isKnown = digits.length >= SHORTEST && WHOLE_NUMBER.test(text) && this.#numbers.has(digits.slice(-LINE));
    return isKnown ? this.#number(text) : text;
  }

  #remember(text: string, replacement: string): string {
    this.#texts.set(text, replacement);
    this.#inside = undefined;
    return replacement;
  }

  #count(kind: string): number {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return count;
  }
}

/** How many digits a number has without its country. */
const LINE = 10;
/** Fewer digits are not taken for a number that somebody has. */
const SHORTEST = 7;
/** Numbers from here on belong to nobody. */
const FICTITIOUS = 2_025_550_100;
/** Shorter texts stand in longer ones by chance. */
const LONG_ENOUGH = 4;

/** What the value of a field is: the field says so by its name. Of the variables only Five9's own have harmless names that can be believed. */
function meaning({name, key = name, group}: Record<string, unknown>): string {
  const word = typeof key === 'string' ? key : '';
  return HARMLESS.test(word) && group !== 'Call' ? 'value' : word;
}

/** Whether the value of a variable is one of those that its restriction lists: then the administrator has written it. */
function isChoice({value, restrictions}: Record<string, unknown>): boolean {
  const all = Array.isArray(restrictions) ? (restrictions as {type?: unknown; value?: unknown}[]) : [];
  return all.some(
    ({type, value: list}) => type === 'Set' && typeof list === 'string' && list.split(',').includes(String(value)),
  );
}
