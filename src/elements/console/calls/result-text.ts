import {toPrettyJson} from '../json.js';

/** Results of methods that the adapter does not answer. */
export const NO_ANSWER = 'Sent. This method has no answer.';
export const SUBSCRIBED = 'Subscribed. The log shows the callbacks.';
export const UNSUBSCRIBED = 'Unsubscribed.';

/** Returns the result of a method as text for the user. */
export const resultText = (result: unknown): string =>
  result === undefined || result === null ? 'Done. No result.' : toPrettyJson(result);
