import {isRecord} from '../../../interaction-api/is-record.js';
import {textOf} from '../../../interaction-api/text-of.js';
import type {Click2DialData} from '../../../interaction-api/types.js';
import type {Hooks} from './hooks.js';
import type {Steps} from './steps.js';

/** Maximum number of suggested numbers. */
const MAX_NUMBERS = 50;

export type SuggestedNumbers = ReturnType<typeof createSuggestedNumbers>;

/** Creates the object that offers the numbers that the page suggests. The newest list replaces the list before. */
export function createSuggestedNumbers(hooks: Hooks) {
  let numbers: readonly Click2DialData[] = [];
  /** Number of lists. An earlier list whose hook answers later has no effect. */
  let lists = 0;

  return {
    state: () => ({suggestedNumbers: numbers}),

    /** Uses a list of a page, if the hook allows it. */
    *suggest(data: unknown): Steps<void> {
      const suggestedNumbers = numbersIn(data);
      if (!suggestedNumbers) return;
      const list = ++lists;
      const {proceeds, given} = yield* hooks.ask('beforeSuggestedNumbers', {suggestedNumbers});
      if (list === lists && proceeds) numbers = numbersIn(given['params']) ?? suggestedNumbers;
    },

    clear(): void {
      numbers = [];
    },
  };
}

/** Returns the numbers in the data of a page. Leaves out entries without a number. */
function numbersIn(data: unknown): Click2DialData[] | undefined {
  const list = isRecord(data) ? data['suggestedNumbers'] : undefined;
  if (!Array.isArray(list)) return undefined;
  const numbers = list.flatMap((entry: unknown) => {
    const clickToDialNumber = isRecord(entry) ? textOf(entry['clickToDialNumber']) : undefined;
    return clickToDialNumber ? [{...(entry as object), clickToDialNumber}] : [];
  });
  return numbers.slice(0, MAX_NUMBERS);
}
