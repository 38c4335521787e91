import {isRecord} from '../../../interaction-api/is-record.js';
import type {Pages} from './pages.js';
import type {Steps} from './steps.js';

/** A tile of the adapter's home screen. */
export type TileName = 'calls' | 'chats' | 'emails';

/** The names of each tile in the CRM API. */
const TILES = {
  calls: {enabled: 'myCallsTodayEnabled', count: 'getTodayCallsCount', open: 'openMyCallsToday'},
  chats: {enabled: 'myChatsTodayEnabled', count: 'getTodayChatsCount', open: 'openMyChatsToday'},
  emails: {enabled: 'myEmailsTodayEnabled', count: 'getTodayEmailsCount', open: 'openMyEmailsToday'},
} as const;

export const TILE_NAMES = Object.keys(TILES) as readonly TileName[];

export type Tiles = ReturnType<typeof createTiles>;

/** Creates the object that shows the settings of the page (`AdtConfig`) and its tiles. */
export function createTiles(pages: Pages) {
  let config: Readonly<Record<string, unknown>> | null = null;
  let counts: Partial<Record<TileName, number | null>> = {};

  const enabled = (): TileName[] => TILE_NAMES.filter((name) => config?.[TILES[name].enabled] === true);

  return {
    state: () => ({
      adtConfig: config,
      tiles: enabled().map((name) => ({name, count: counts[name] ?? null})),
    }),

    /** Asks the page for its settings. */
    *configure(): Steps<void> {
      const answer = yield* pages.ask('crmApi', 'getAdtConfig');
      if (answer.kind === 'answer' && isRecord(answer.value)) config = {...answer.value};
    },

    /** Asks the page for the figure of each tile. */
    *count(): Steps<void> {
      for (const name of enabled()) {
        const answer = yield* pages.ask('crmApi', TILES[name].count);
        if (answer.kind === 'answer') counts[name] = typeof answer.value === 'number' ? answer.value : null;
      }
    },

    /** Opens the list behind a tile. */
    *press(name: TileName): Steps<void> {
      yield* pages.ask('crmApi', TILES[name].open);
    },

    clear(): void {
      config = null;
      counts = {};
    },
  };
}
