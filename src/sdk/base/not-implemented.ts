/**
 * The answer to a question that nobody answers. As a text it is `Not Implemented: <method>`, as the Five9 SDK sends it,
 * so an adapter recognizes it. The message of the error is the
 * name of the method.
 */
export class NotImplemented extends Error {
  override readonly name = 'Not Implemented';
}
