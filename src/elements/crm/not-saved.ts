/** The beginning of the message of each error of a log that was not saved. */
const NOT_SAVED = 'The log was not saved: ';

/** Returns the message of an error of a log that was not saved. */
export const notSaved = (reason: string): string => NOT_SAVED + reason;

/** Returns the reason in the message of an error, as a sentence of its own. */
export function reasonIn(message: string): string {
  const reason = message.startsWith(NOT_SAVED) ? message.slice(NOT_SAVED.length) : message;
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}
