import {isRecord} from '../../transport/envelope.js';
import {CommandError} from './errors.js';
import type {EventStream} from './events.js';

/** Names of the commands, for those who give them from afar. */
export const commandNames: string[] = [];

/**
 * Makes a method of `center` a command: it happens as one change, of which everybody is told once it is over, and whatever stops it is an error of whoever gave it.
 */
export function command(center: object, name: string): void {
  const methods = center as Record<string, unknown>;
  const carryOut = methods[name] as (...args: unknown[]) => unknown;
  commandNames.push(name);
  methods[name] = function (this: {stream: EventStream}, ...args: unknown[]): unknown {
    try {
      return this.stream.change(() => carryOut.apply(this, args));
    } catch (error) {
      // Arguments that came over HTTP may be anything: a missing object shows as a TypeError, a pattern that is none as a SyntaxError.
      throw new CommandError(`${name}: ${(error as Error).message}`);
    }
  };
}

/** Stops a command whose arguments are wrong. They may come over HTTP, and be anything. */
export function expect(right: unknown, words: string): asserts right {
  if (!right) throw new CommandError(words);
}

/** Expects an object in which each of these fields, where it is there at all, is a text. */
export function expectTexts(given: unknown, ...fields: string[]): void {
  expect(isRecord(given) && !Array.isArray(given), 'an object is needed.');
  for (const field of fields) {
    expect(['string', 'undefined'].includes(typeof given[field]), `${field} must be a text.`);
  }
}

/** Expects an object with a text in `field`, and texts or nothing in `others`. */
export function expectText(given: object, field: string, ...others: string[]): void {
  expectTexts(given, field, ...others);
  expect((given as Record<string, unknown>)[field], `${field} must be a text.`);
}
