import type {InteractionParams, ScreenPopParams} from '../../sdk/crm-api/crm-api.types.js';
import {askPage} from '../../shared/controllers/ask-page.js';
import {readable} from '../../shared/parse/crm-record.js';
import {PageError} from '../../shared/words/page-error.js';
import {askedFrom, orShow} from './ask.js';
import type {CrmHost} from './crm-host.js';
import {ScreenPopEvent} from './crm.events.js';
import {interactionIdOf, interactionValues} from './customer.js';
import {navigate} from './navigation.js';
import {addressOf} from './safe-address.js';

/** Shows a record: the page shows it, or else the element goes to `screen-pop-href`. */
export async function screenPop(host: CrmHost, params: ScreenPopParams): Promise<unknown> {
  const answer = await orShow(host, 'screenPop', () =>
    askPage<unknown, ScreenPopEvent>({
      ...askedFrom(host, 'screenPop', params),
      event: (signal) => new ScreenPopEvent(params, signal),
      otherwise: (event) => {
        if (!event.defaultPrevented) goToRecord(host, params);
        return null;
      },
    }),
  );
  return answer ?? null;
}

function goToRecord(host: CrmHost, params: ScreenPopParams): void {
  const {element} = host;
  const record = Object(params.crmObject) as Record<string, unknown>;
  const address = addressOf(element.screenPopHref, {...interactionValues(params), ...record}, element, 'screenPop');
  if (address) show(host, address, readable(record['name']) || readable(record['id']), interactionIdOf(params));
  else if (element.screenPopHref) {
    throw new PageError('NoData', 'The record was not opened: it has no values for screen-pop-href.', 'screenPop');
  }
}

/**
 * Goes to an address. If the browser has not opened it, shows a link.
 *
 * @param name Text for the link.
 */
export function show({element, work}: CrmHost, address: URL, name: string, interactionId?: string): void {
  const target = element.target?.trim() ?? '';
  const record = {address, target, interactionId};
  const isBlocked = navigate(record) === 'blocked';
  work.shown = target && !isBlocked ? record : undefined;
  work.offer(isBlocked ? {address, target, name} : undefined);
}

/**
 * Loads the record of an interaction again in its window or frame, because the record has a new log. Does not load this
 * page again: it may contain the adapter, and texts that the agent has typed.
 */
export function showAgain({element, work}: CrmHost, params: InteractionParams): void {
  const {shown} = work;
  if (!element.reloadAfterLog || !shown || shown.target === '_self') return;
  if (shown.interactionId === interactionIdOf(params)) navigate(shown);
}
