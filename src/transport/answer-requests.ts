import type {Answer, LinkFace} from './link.js';

/** Handles a request of the adapter. Returns the answer, or a promise of the answer. */
export type RequestHandler = (method: string, params: unknown) => unknown;

/**
 * Creates the function `onRequest` of a `LinkFace`. The function answers each request exactly once, with the result of
 * `handler`, because the adapter waits for an answer. If the answer cannot be cloned, the function sends an error
 * instead.
 */
export function answerRequests(handler: RequestHandler): NonNullable<LinkFace['onRequest']> {
  return async ({method, params}, post) => {
    const answer = await carryOut(() => handler(method, params));
    try {
      post(answer);
    } catch (error) {
      post({error: `The answer to ${method} cannot be sent to the adapter: ${String(error)}`});
    }
  };
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
