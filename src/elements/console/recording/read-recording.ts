import {OTHER_API_NAMES} from '../api-names.js';
import {toJson} from '../json.js';
import {
  CONNECTION_STATUSES,
  type RecordedError,
  type Recording,
  RECORDING_FORMAT,
  READABLE_VERSIONS,
  type RecordingEntry,
} from './recording.js';

/** The error of a file that is not a valid recording. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';

  /**
   * @param where Path of the invalid value in the file, for example `entries[3].at`.
   * @param expected Description of a valid value.
   * @param found The invalid value; `undefined` if the value is missing.
   */
  constructor(
    readonly where: string,
    readonly expected: string,
    found: unknown,
  ) {
    super(`${where} must be ${expected}${found === undefined ? '; it is missing' : `, not ${shortText(found)}`}.`);
  }
}

/**
 * Parses the text of a recording, and checks it.
 *
 * @throws `RecordingError` for a text that is not a valid recording.
 */
export function readRecording(text: string): Recording {
  const value = parse(text);
  const {entries} = checkFields(value, '', RECORDING_RULES) as {entries: unknown[]};
  let earliest = 0;
  for (const [index, entry] of entries.entries()) {
    const where = `entries[${index}]`;
    const at = checkEntry(entry, where);
    if (at < earliest) throw new RecordingError(`${where}.at`, `${earliest} or more, as times never go back`, at);
    earliest = at;
  }
  return value as Recording;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new RecordingError('The file', `JSON (${(error as Error).message})`, text);
  }
}

/** Checks an entry. Returns the time of the entry, in milliseconds since the recording began. */
function checkEntry(entry: unknown, where: string): number {
  const {kind} = Object(entry) as {kind?: unknown};
  if (!isKind(kind)) throw new RecordingError(`${where}.kind`, Object.keys(ENTRY_RULES).join(', '), kind);
  const {at} = checkFields(entry, where, {kind: TEXT, at: MILLISECONDS, ...ENTRY_RULES[kind]});
  return at as number;
}

type Kind = RecordingEntry['kind'];

const isKind = (value: unknown): value is Kind => typeof value === 'string' && Object.hasOwn(ENTRY_RULES, value);

/** A rule for the value of a field. */
interface Rule {
  readonly isValid: (value: unknown) => boolean;
  /** Description of a valid value, for the error. */
  readonly expected: string;
  readonly isOptional?: boolean;
}

const TEXT: Rule = {isValid: (value) => typeof value === 'string' && value !== '', expected: 'a text'};
const MILLISECONDS: Rule = {
  isValid: (value) => typeof value === 'number' && value >= 0 && value < Infinity,
  expected: 'a number of milliseconds',
};
const ANY: Rule = {isValid: () => true, expected: 'any value', isOptional: true};
const oneOf = (...wanted: readonly (string | number)[]): Rule => ({
  isValid: (value) => wanted.includes(value as string | number),
  expected: wanted.map(shortText).join(' or '),
});
const optional = (rule: Rule): Rule => ({...rule, isOptional: true});

const RECORDING_RULES: Record<keyof Recording, Rule> = {
  format: oneOf(RECORDING_FORMAT),
  version: oneOf(...READABLE_VERSIONS),
  package: TEXT,
  recordedAt: {
    isValid: (value) => typeof value === 'string' && Number.isFinite(Date.parse(value)),
    expected: 'a date',
  },
  scrubbed: {isValid: (value) => typeof value === 'boolean', expected: 'true or false'},
  duration: MILLISECONDS,
  entries: {isValid: Array.isArray, expected: 'a list'},
};

const API = oneOf(...OTHER_API_NAMES);

/** Rules for a question or a request and its outcome. */
const EXCHANGE_RULES: Record<string, Rule> = {
  method: TEXT,
  params: ANY,
  took: optional(MILLISECONDS),
  result: ANY,
  error: optional({isValid: isRecordedError, expected: '{errorCode, errorMessage}'}),
};

const ENTRY_RULES: Record<Kind, Record<string, Rule>> = {
  connection: {
    status: {
      isValid: (value) => CONNECTION_STATUSES.some((status) => status === value),
      expected: CONNECTION_STATUSES.join(', '),
    },
    reason: optional(TEXT),
  },
  event: {api: optional(API), name: TEXT, params: ANY},
  ws: {id: TEXT, payload: ANY, context: ANY},
  notice: {api: optional(API), method: TEXT, params: ANY},
  request: {api: optional(API), ...EXCHANGE_RULES},
  question: {api: API, ...EXCHANGE_RULES},
};

function isRecordedError(value: unknown): boolean {
  const {errorCode, errorMessage} = Object(value) as Partial<RecordedError>;
  return typeof errorCode === 'string' && typeof errorMessage === 'string';
}

/**
 * Checks that a value is an object with valid fields and without unknown fields. Returns the object.
 *
 * @param where Path of the object in the file; empty for the whole file.
 */
function checkFields(value: unknown, where: string, rules: Record<string, Rule>): Record<string, unknown> {
  if (value !== Object(value) || Array.isArray(value)) {
    throw new RecordingError(where || 'The file', 'an object', value);
  }
  const object = value as Record<string, unknown>;
  const pathOf = (name: string): string => (where ? `${where}.${name}` : name);
  for (const [name, rule] of Object.entries(rules)) {
    const isMissing = !Object.hasOwn(object, name);
    const isValid = isMissing ? rule.isOptional : rule.isValid(object[name]);
    if (!isValid) throw new RecordingError(pathOf(name), rule.expected, object[name]);
  }
  const unknownName = Object.keys(object).find((name) => !Object.hasOwn(rules, name));
  if (unknownName !== undefined) throw new RecordingError(pathOf(unknownName), 'left out', object[unknownName]);
  return object;
}

/** Returns the beginning of a value as JSON, for an error message. */
function shortText(value: unknown): string {
  const text = toJson(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
