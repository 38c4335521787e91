import {CommandError, Refusal} from './errors.js';
import type {EventStream} from './events.js';

/** Names of the commands, for those who give them from afar. */
export const commandNames: string[] = [];

/**
 * Makes a method a command: it happens as one change, of which everybody is told once it is over, and whatever stops it is an error of whoever gave it.
 */
export function command(
  _center: object,
  name: string,
  // Method parameters are contravariant: only `never` takes every method.
  descriptor: {value?: (...args: never[]) => unknown},
): void {
  const carryOut = descriptor.value as (...args: unknown[]) => unknown;
  commandNames.push(name);
  descriptor.value = function (this: {stream: EventStream}, ...args: unknown[]): unknown {
    try {
      return this.stream.change(() => carryOut.apply(this, args));
    } catch (error) {
      // Arguments that came over HTTP may be anything: a missing object shows as a TypeError.
      const bad = error instanceof CommandError || error instanceof Refusal || error instanceof TypeError;
      throw bad ? new CommandError(`${name}: ${error.message}`) : error;
    }
  };
}

/** Refuses arguments without a text where one is needed. */
export function expectText(given: object, field: string): void {
  const value: unknown = (given as Record<string, unknown>)[field];
  if (typeof value !== 'string' || !value) throw new CommandError(`${field} must be a text.`);
}
