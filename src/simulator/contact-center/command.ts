import {isRecord} from '../../transport/envelope.js';
import {CommandError} from './errors.js';
import type {EventStream} from './events.js';

/** Names of all commands, for callers that run commands by name. */
export const commandNames: string[] = [];

/** Turns every method of a class except the constructor into a command. */
export function defineCommands(prototype: object): void {
  const names = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
  for (const name of names) defineCommand(prototype as Record<string, unknown>, name);
}

/**
 * Turns a method into a command. The events of a command are sent together after the command, and each error of a
 * command becomes a `CommandError`.
 */
function defineCommand(prototype: Record<string, unknown>, name: string): void {
  const carryOut = prototype[name] as (...args: unknown[]) => unknown;
  commandNames.push(name);
  prototype[name] = function (this: {stream: EventStream}, ...args: unknown[]): unknown {
    // Convert every error to a `CommandError`, because arguments from HTTP can have any type and can cause, for example,
    // a `TypeError`.
    const fail = (error: unknown): never => {
      throw new CommandError(`${name}: ${(error as Error).message}`);
    };
    try {
      const result = this.stream.change(() => carryOut.apply(this, args));
      return result instanceof Promise ? result.catch(fail) : result;
    } catch (error) {
      return fail(error);
    }
  };
}

/**
 * Throws a `CommandError` if `condition` is false. Used to check arguments, because arguments from HTTP can have any
 * type.
 */
export function expect(condition: unknown, message: string): asserts condition {
  if (!condition) throw new CommandError(message);
}

/** Throws a `CommandError` if `value` is neither a boolean nor missing. */
export function expectBoolean(value: unknown, name: string): void {
  expect(['boolean', 'undefined'].includes(typeof value), `${name} must be true or false.`);
}

/** Throws a `CommandError` if `given` is not an object, or if one of its `fields` is neither a string nor missing. */
export function expectTexts(given: unknown, ...fields: string[]): void {
  expect(isRecord(given) && !Array.isArray(given), 'an object is needed.');
  for (const field of fields) {
    expect(['string', 'undefined'].includes(typeof given[field]), `${field} must be a text.`);
  }
}

/**
 * Throws a `CommandError` if `field` is not a string or is empty, or if one of `others` is neither a string nor
 * missing.
 */
export function expectText(given: object, field: string, ...others: string[]): void {
  expectTexts(given, field, ...others);
  expect((given as Record<string, unknown>)[field], `${field} must be a text.`);
}
