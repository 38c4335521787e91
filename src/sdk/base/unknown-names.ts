import {reportUnusual} from './console.js';
import {isDevelopment} from './development.js';

/** The names that were already reported. */
const reported = new Set<string>();

/**
 * Names a function on the console that an API never calls, once and only in a development build. The Five9 SDK ignores
 * such a function silently.
 *
 * @param api Name of the API, for example `crmApi`.
 * @param known The names that the API calls.
 */
export function reportUnknownName(api: string, name: string, known: readonly string[]): void {
  const key = `${api}.${name}`;
  if (!isDevelopment || known.includes(name) || reported.has(key)) return;
  reported.add(key);
  reportUnusual(`${api} never calls "${name}". It calls ${known.join(', ')}.`);
}
