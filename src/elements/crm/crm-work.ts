import type {SaveLogParams} from '../../sdk/crm-api/crm-api.types.js';
import {customerNumber} from './customer.js';

/** A log that was not saved. The agent can save it again. */
export interface UnsavedLog {
  readonly params: SaveLogParams;
  /** Text that names the interaction for the agent. */
  readonly title: string;
}

/** Returns a log that was not saved. */
export function unsavedLog(params: SaveLogParams): UnsavedLog {
  const {interactionType, interactionLogData} = params;
  const {subject} = Object(interactionLogData) as {subject?: unknown};
  const title = typeof subject === 'string' && subject ? subject : `${interactionType} ${customerNumber(params)}`.trim();
  return {params, title};
}

/** Returns the text for a number of found records. */
export function foundWords(count: number): string {
  if (count === 1) return '1 record found';
  return `${count || 'No'} records found`;
}
