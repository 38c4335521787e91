import type {Click2DialData} from '../../interaction-api/types.js';
import {dialable} from '../../service/phone-number/index.js';
import {crmRecord, type RecordAttributes} from '../../shared/parse/crm-record.js';

/** Largest number of numbers that are suggested, because a list of a CRM can have thousands. */
const MAX_NUMBERS = 20;

/** A `five9-click2dial` element, as far as this code needs it. */
interface DialElement extends Element, RecordAttributes {
  readonly number?: unknown;
  readonly campaign?: string | null;
}

/** Returns the numbers of the `five9-click2dial` elements of the page. Leaves out texts that are no numbers. */
export function suggestedNumbersIn(page: ParentNode): Click2DialData[] {
  const found = new Map<string, Click2DialData>();
  for (const element of page.querySelectorAll<DialElement>('five9-click2dial')) {
    const data = suggestionOf(element);
    if (data && !found.has(data.clickToDialNumber)) found.set(data.clickToDialNumber, data);
    if (found.size === MAX_NUMBERS) break;
  }
  return [...found.values()];
}

function suggestionOf(element: DialElement): Click2DialData | undefined {
  const written = String(element.number ?? '') || element.textContent || '';
  const clickToDialNumber = dialable(written);
  if (!clickToDialNumber) return undefined;
  const crmObject = crmRecord(element);
  return {
    clickToDialNumber,
    ...(crmObject && {crmObject}),
    ...(element.campaign && {preselectedCampaignName: element.campaign}),
  };
}
