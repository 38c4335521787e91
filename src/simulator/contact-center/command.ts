import {isRecord} from '../../transport/envelope.js';
import {CommandError} from './errors.js';
import type {EventStream} from './events.js';

/** Names of the commands, for callers that send commands by name. */
export const commandNames: string[] = [];

/** Turns every method of a class, the constructor excepted, into a command. */
export function defineCommands(prototype: object): void {
  const names = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
  for (const name of names) defineCommand(prototype as Record<string, unknown>, name);
}

/**
 * Turns a method into a command: all its events go out together, after the command, and each of its errors becomes a
 * `CommandError`.
 */
function defineCommand(prototype: Record<string, unknown>, name: string): void {
  const carryOut = prototype[name] as (...args: unknown[]) => unknown;
  commandNames.push(name);
  prototype[name] = function (this: {stream: EventStream}, ...args: unknown[]): unknown {
    try {
      return this.stream.change(() => carryOut.apply(this, args));
    } catch (error) {
      // Arguments from HTTP can be anything: a missing object causes a TypeError, a bad pattern a SyntaxError.
      throw new CommandError(`${name}: ${(error as Error).message}`);
    }
  };
}

/** Throws a `CommandError` unless a condition holds. Checks arguments, which can be anything if they come from HTTP. */
export function expect(condition: unknown, message: string): asserts condition {
  if (!condition) throw new CommandError(message);
}

/** Expects an object in which each of these fields is a string or missing. */
export function expectTexts(given: unknown, ...fields: string[]): void {
  expect(isRecord(given) && !Array.isArray(given), 'an object is needed.');
  for (const field of fields) {
    expect(['string', 'undefined'].includes(typeof given[field]), `${field} must be a text.`);
  }
}

/** Expects an object with a string in `field` that is not empty, and strings or nothing in `others`. */
export function expectText(given: object, field: string, ...others: string[]): void {
  expectTexts(given, field, ...others);
  expect((given as Record<string, unknown>)[field], `${field} must be a text.`);
}
