import {textOf} from '../interaction-api/text-of.js';
import {isNotImplemented} from '../sdk/base/not-implemented.js';
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
    } catch (cause) {
      post({error: textOfUnsent(method, answer, cause)});
    }
  };
}

async function carryOut(handle: () => unknown): Promise<Answer> {
  let result: unknown;
  try {
    result = handle();
  } catch (error) {
    // The Five9 SDK sends a thrown error as a text, and the reason of a rejection unchanged.
    return {error: textOfThrown(error)};
  }
  try {
    return {response: (await result) ?? null};
  } catch (error) {
    // Send this error as a text, because the copy of an error loses the name `Not Implemented`.
    if (isNotImplemented(error)) return {error: textOfThrown(error)};
    return {error: error ?? 'Unknown error'};
  }
}

/** Returns the text that replaces an answer that cannot be cloned. */
function textOfUnsent(method: string, answer: Answer, cause: unknown): string {
  // For example, jQuery rejects with its request object, which contains functions.
  if ('error' in answer) return `${method} failed: ${messageOf(answer.error)}`;
  return `The answer to ${method} cannot be sent to the adapter: ${String(cause)}`;
}

/** Returns the text of a thrown value: name and message of an error. */
function textOfThrown(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    // An object without a prototype has no text.
    return messageOf(thrown);
  }
}

/** Returns the message of an error of the page, which can be any value. */
function messageOf(error: unknown): string {
  const unknown = 'The page gave an error without a text.';
  try {
    const {message, statusText, error: inner} = Object(error) as Partial<Record<string, unknown>>;
    return [message, statusText, inner, error].map(textOf).find((text) => text) ?? unknown;
  } catch {
    // A getter of the page has thrown an error.
    return unknown;
  }
}
