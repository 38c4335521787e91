import {ANSWERING_METHODS, type AnsweringMethod} from '../../interaction-api/methods.js';

/**
 * Returns whether a method has an answer. `click2dial`, `objectVisited` and the subscription methods have no answer.
 */
export const hasAnswer = (method: string): method is AnsweringMethod =>
  (ANSWERING_METHODS as readonly string[]).includes(method);
