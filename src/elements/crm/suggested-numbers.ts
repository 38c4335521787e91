import type {Click2DialData} from '../../interaction-api/types.js';
import type {InteractionService} from '../../service/interaction-service.js';
import type {NumberSource} from '../../shared/controllers/number-changes.js';

/** Largest number of numbers that are suggested, because a list of a CRM can have thousands. */
const MAX_NUMBERS = 20;

/** The elements that show numbers. */
const SOURCES = 'five9-click2dial, five9-dial-links';

/**
 * Returns the numbers that the elements of the page show, each once, in the order of the page. Elements in shadow roots
 * of the page, and elements with another service, are left out.
 */
export function suggestedNumbersIn(page: ParentNode, service: InteractionService): Click2DialData[] {
  const found = new Map<string, Click2DialData>();
  for (const source of page.querySelectorAll<NumberSource>(SOURCES)) {
    // An element that is not defined yet has no service.
    if (source.service !== service) continue;
    for (const data of source.dialNumbers()) {
      if (!found.has(data.clickToDialNumber)) found.set(data.clickToDialNumber, data);
      if (found.size === MAX_NUMBERS) return [...found.values()];
    }
  }
  return [...found.values()];
}
