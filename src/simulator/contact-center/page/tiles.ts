import {isRecord} from '../../../interaction-api/is-record.js';
import {textOf} from '../../../interaction-api/text-of.js';
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
  /** Number of questions for each figure. An earlier question that is answered later has no effect. */
  const questions: Record<TileName, number> = {calls: 0, chats: 0, emails: 0};

  const enabled = (): TileName[] => TILE_NAMES.filter((name) => config?.[TILES[name].enabled] === true);

  function* count(name: TileName): Steps<void> {
    const question = ++questions[name];
    const answer = yield* pages.ask('crmApi', TILES[name].count);
    if (answer.kind !== 'answer' || question !== questions[name]) return;
    counts[name] = figureOf(answer.value);
    if (counts[name] === null && answer.value !== null) answer.entry.problem = 'The answer is no number from 0.';
  }

  function clear(): void {
    config = null;
    counts = {};
  }

  return {
    clear,

    state: () => ({
      adtConfig: config,
      tiles: enabled().map((name) => ({name, count: counts[name] ?? null})),
    }),

    isConfigured: () => config !== null,

    /** Asks the page that has connected last for its settings. */
    *configure(): Steps<void> {
      const answer = yield* pages.ask('crmApi', 'getAdtConfig', undefined, {receivers: 'newest'});
      if (answer.kind !== 'answer') return;
      if (isRecord(answer.value) && !Array.isArray(answer.value)) config = {...answer.value};
      else if (answer.value !== null) answer.entry.problem = 'The answer is no object.';
    },

    /** Returns a workflow for each tile, which asks the page for the figure of the tile. */
    counts: (): Steps<void>[] => enabled().map(count),

    /** Opens the list behind a tile. */
    *press(name: TileName): Steps<void> {
      yield* pages.ask('crmApi', TILES[name].open);
    },
  };
}

/** Returns the figure for a tile; `null` if the value is no number from 0. */
function figureOf(value: unknown): number | null {
  const figure = Number(textOf(value) || NaN);
  return figure >= 0 ? figure : null;
}
