import {NotImplemented} from '../../sdk/base/not-implemented.js';
import {askPage} from '../../shared/controllers/ask-page.js';
import type {AnswerableEvent} from '../../shared/events/answerable-event.js';
import {askedFrom, orShow} from './ask.js';
import type {CrmHost, CrmSettings} from './crm-host.js';
import {CallsTodayEvent, ChatsTodayEvent, EmailsTodayEvent} from './crm.events.js';
import {addressOf} from './safe-address.js';
import {show} from './screen-pop.js';
import {figureOf, hasTile} from './tile-figure.js';

/** A tile of the adapter with the number of today's interactions of one kind. */
export interface Tile {
  /** The question for the number. */
  readonly count: string;
  /** The request to show the interactions. */
  readonly open: string;
  readonly figure: (settings: CrmSettings) => CrmSettings['callsToday'];
  readonly href: (settings: CrmSettings) => CrmSettings['callsTodayHref'];
  readonly event: new (detail: null, signal: AbortSignal) => AnswerableEvent<null, unknown>;
}

export const TILES: readonly Tile[] = [
  {
    count: 'getTodayCallsCount',
    open: 'openMyCallsToday',
    figure: ({callsToday}) => callsToday,
    href: ({callsTodayHref}) => callsTodayHref,
    event: CallsTodayEvent,
  },
  {
    count: 'getTodayChatsCount',
    open: 'openMyChatsToday',
    figure: ({chatsToday}) => chatsToday,
    href: ({chatsTodayHref}) => chatsTodayHref,
    event: ChatsTodayEvent,
  },
  {
    count: 'getTodayEmailsCount',
    open: 'openMyEmailsToday',
    figure: ({emailsToday}) => emailsToday,
    href: ({emailsTodayHref}) => emailsTodayHref,
    event: EmailsTodayEvent,
  },
];

/**
 * Returns the number on a tile; `null` if the tile has no number. The element itself shows an error about a figure that
 * is no number.
 *
 * @throws `NotImplemented` if the element does not have the tile
 */
export function countOf(host: CrmHost, {count, figure}: Tile): number | null {
  const value = figure(host.element);
  if (!hasTile(value)) throw new NotImplemented(count);
  const number = figureOf(value);
  return Number.isNaN(number) ? null : number;
}

/** Shows the interactions of a tile, because the agent has pressed it. */
export async function openTile(host: CrmHost, {open, href, event}: Tile): Promise<unknown> {
  const {element} = host;
  const answer = await orShow(host, open, () =>
    askPage<unknown, AnswerableEvent<null, unknown>>({
      ...askedFrom(host, open),
      event: (signal) => new event(null, signal),
      otherwise: ({defaultPrevented}) => {
        const address = defaultPrevented ? undefined : addressOf(href(element), {}, element, open);
        if (address) show(host, address, address.pathname);
        return null;
      },
    }),
  );
  return answer ?? null;
}
