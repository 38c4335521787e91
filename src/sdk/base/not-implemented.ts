/** The beginning of the answer to a question that nobody answers. */
const NAME = 'Not Implemented';

/**
 * The answer to a question that nobody answers. As a text it is `Not Implemented: <method>`, as the Five9 SDK sends it,
 * so an adapter recognizes it. The message of the error is the name of the method.
 */
export class NotImplemented extends Error {
  override readonly name = NAME;
}

/**
 * Returns whether an error is a `NotImplemented`, also of another copy of this package, which has another class.
 */
export function isNotImplemented(error: unknown): boolean {
  return error instanceof Error && error.name === NAME;
}
