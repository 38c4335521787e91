/**
 * The extensions that were dialled with a number, until the agent has sent them or the call is over. A call can have
 * several extensions with pauses between them, as in `5,2`.
 */
export class Extensions {
  readonly #byCall = new Map<string, readonly string[]>();

  /** @param extension Digits, `*` and `#`. A comma is a pause. */
  add(callId: string, extension: string): void {
    this.#byCall.set(callId, extension.split(','));
  }

  /** Returns what must be sent next to a call; `undefined` if there is nothing to send. */
  next(callId: string): string | undefined {
    return this.#byCall.get(callId)?.[0];
  }

  /** Removes the part that `next` returns. */
  remove(callId: string): void {
    const [, ...others] = this.#byCall.get(callId) ?? [];
    if (others.length) this.#byCall.set(callId, others);
    else this.#byCall.delete(callId);
  }

  /** Removes all extensions of a call. */
  forget(callId: string): void {
    this.#byCall.delete(callId);
  }
}
