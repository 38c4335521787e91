/** Answers a request of the adapter: returns the answer, or a promise of it. */
export type RequestHandler = (method: string, params: unknown) => unknown;

/** The answer to a request, as it crosses the wire. */
export type Answer = {readonly response: unknown} | {readonly error: unknown};

/**
 * Has a request of the adapter answered, and posts the answer: once, and in any case, because the adapter waits for it.
 *
 * @param handler Answers the requests of one API. Without it, the request is refused.
 * @param post Sends the answer. It may throw if the answer cannot be cloned.
 */
export async function answerRequest(
  request: Record<string, unknown>,
  handler: RequestHandler | undefined,
  post: (answer: Answer) => void,
): Promise<void> {
  const method = String(request['attrName']);
  if (!handler) {
    // The SDK's own words, so that an adapter recognises them.
    post({error: `Not Implemented: ${method}`});
    return;
  }
  const answer = await carryOut(() => handler(method, request['args']));
  try {
    post(answer);
  } catch (error) {
    post({error: `The answer to ${method} cannot be sent to the adapter: ${String(error)}`});
  }
}

async function carryOut(handle: () => unknown): Promise<Answer> {
  let result: unknown;
  try {
    result = handle();
  } catch (error) {
    return {error: String(error)};
  }
  try {
    return {response: (await result) ?? null};
  } catch (error) {
    return {error: error ?? 'Unknown error'};
  }
}
