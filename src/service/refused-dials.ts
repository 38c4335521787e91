import {isRecord} from '../interaction-api/is-record.js';
import {textOf} from '../interaction-api/text-of.js';
import type {HookApi} from '../sdk/hook-api/hook-api.js';

/** The decisions with which the adapter does not make a call. */
const REFUSALS: readonly unknown[] = ['Cancel', 'Error'];

/**
 * Reports each dial that a hook of the page has refused. The adapter makes no call then, and does not report this.
 *
 * @param refused Called with the number, and with the reason that the hook gave.
 */
export function followRefusedDials(
  api: Pick<HookApi, 'observe'>,
  refused: (number: string, reason: string) => void,
): void {
  api.observe({
    question: (hook, params, answer) => {
      const number = numberOf(hook, params);
      if (number === undefined) return;
      answer.then(
        (result) => {
          const {statusCode, message} = statusOf(result);
          if (REFUSALS.includes(statusCode)) refused(number, textOf(message) || 'A hook of the page refused the call.');
        },
        // It is unknown whether the adapter makes the call, so the dial continues to wait.
        () => undefined,
      );
    },
  });
}

/** Returns the number that is about to be called; `undefined` if the hook is about something else. */
function numberOf(hook: string, params: unknown): string | undefined {
  const {click2DialData, destination} = fieldsOf(params);
  if (hook === 'beforeClickToDial') return textOf(fieldsOf(click2DialData)['clickToDialNumber']);
  return hook === 'beforeMakeCall' ? textOf(fieldsOf(destination)['number']) : undefined;
}

const statusOf = (result: unknown): Record<string, unknown> => fieldsOf(fieldsOf(result)['status']);

const fieldsOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
