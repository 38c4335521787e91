import {NotImplemented} from '../../sdk/base/not-implemented.js';
import type {Responder} from '../../sdk/base/registered-functions.js';
import type {AdtConfig, SaveLogParams, ScreenPopParams, SearchParams} from '../../sdk/crm-api/crm-api.types.js';
import {askPage} from '../../shared/controllers/ask-page.js';
import {adtConfigOf} from './adt-config.js';
import {askedFrom, orShow} from './ask.js';
import {adapterIn, bringToFront} from './bring-to-front.js';
import type {CrmHost} from './crm-host.js';
import {BringToFrontEvent} from './crm.events.js';
import {webAddress} from './safe-address.js';
import {saveLog} from './save-log.js';
import {screenPop} from './screen-pop.js';
import {search} from './search.js';
import {countOf, openTile, TILES} from './tiles.js';

/**
 * Returns a function that answers the questions of the adapter with the events, the addresses and the settings of the
 * element. It throws a `NotImplemented` for a question that the element does not answer.
 */
export function crmAnswers(host: CrmHost): Responder {
  const answers = new Map<string, (params: unknown) => unknown>([
    ['getAdtConfig', () => adtConfig(host)],
    ['search', (params) => search(host, Object(params) as SearchParams)],
    ['screenPop', (params) => screenPop(host, Object(params) as ScreenPopParams)],
    ['saveLog', (params) => saveLog(host, Object(params) as SaveLogParams)],
    ...TILES.flatMap((tile): [string, () => unknown][] => [
      [tile.count, () => countOf(host, tile)],
      [tile.open, () => openTile(host, tile)],
    ]),
    // The element handles these two with its observer, also if the page answers them.
    ['enableClickToDial', () => null],
    ['disableClickToDial', () => null],
    ['bringAppToFront', () => showAdapter(host)],
  ]);
  return (method, params) => {
    const answer = answers.get(method);
    if (!answer) throw new NotImplemented(method);
    return answer(params);
  };
}

async function adtConfig(host: CrmHost): Promise<AdtConfig> {
  const {element} = host;
  const href = element.guideLink?.trim();
  const guide = href ? await orShow(host, 'getAdtConfig', () => webAddress(href, 'getAdtConfig')) : undefined;
  return adtConfigOf(element, guide);
}

async function showAdapter(host: CrmHost): Promise<unknown> {
  const answer = await orShow(host, 'bringAppToFront', () =>
    askPage<unknown, BringToFrontEvent>({
      ...askedFrom(host, 'bringAppToFront'),
      event: (signal) => new BringToFrontEvent(null, signal),
      otherwise: ({defaultPrevented}) => {
        const adapter = defaultPrevented ? undefined : adapterIn(document, host.api()?.connection.origin);
        if (adapter) bringToFront(adapter);
        return null;
      },
    }),
  );
  return answer ?? null;
}
