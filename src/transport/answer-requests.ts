import type {Answer, LinkFace} from './link.js';

/** Answers a request of the adapter: returns the answer, or a promise of it. */
export type RequestHandler = (method: string, params: unknown) => unknown;

/**
 * Returns the `onRequest` of a link's face: it has every request answered by `handler`, once and in any case, because the adapter waits for the answer.
 * An answer that cannot be cloned becomes an error.
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
