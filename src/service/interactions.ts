import {INTERACTION_EVENT_NAMES} from '../interaction-api/events.js';
import type {InteractionData, InteractionLogData, InteractionType} from '../interaction-api/types.js';

/** State of an interaction. */
export type InteractionState = 'offered' | 'accepted' | 'ended' | 'finished' | 'rejected' | 'transferred';

/** Everything known of an interaction: a frozen snapshot, replaced by another one when something changes. */
export interface Interaction {
  readonly type: InteractionType;
  readonly id: string;
  readonly state: InteractionState;
  /** Data of the newest event. */
  readonly data: InteractionData;
  /** Entry in the CRM's log, once the interaction is finished. */
  readonly log?: InteractionLogData;
  /** Time of the interaction's first event in this tab, in ms since the epoch; kept over a refresh of the page. */
  readonly startedAt: number;
  /** Time of the event that the interaction has ended and needs a disposition, in ms since the epoch; kept over a refresh of the page. */
  readonly endedAt?: number;
  /** Whether the interaction was known before its newest start event: the adapter repeats that event after a refresh or a reconnection. */
  readonly replayed: boolean;
}

/** Content of an interaction event. */
export interface InteractionNews {
  readonly type: InteractionType;
  readonly id: string;
  /** Missing for `objectSelected`, which changes no state. */
  readonly state?: InteractionState;
  readonly data: InteractionData;
  readonly log?: InteractionLogData;
}

/** In the order in which an interaction reaches them; from `finished` on the interaction is over. */
const STATES: readonly InteractionState[] = ['offered', 'accepted', 'ended', 'finished', 'rejected', 'transferred'];

/** An interaction's state never goes back to a lower rank while the interaction lives. */
const rank = (state: InteractionState): number => Math.min(STATES.indexOf(state), OVER);
const OVER = STATES.indexOf('finished');

/** Number of interactions that are kept after they are over. */
const KEPT_OVER = 20;

/** Returns whether the agent can still do something about the interaction. */
export const isLive = ({state}: Interaction): boolean => rank(state) < OVER;

/** An object that is still being built. */
type Mutable<Type> = {-readonly [Key in keyof Type]: Type[Key]};

/** Facts that the name of an event says. */
interface NameFacts {
  /** Prefix of the event's fields: `call` for `callData`. Empty for events that have another structure. */
  readonly prefix: string;
  readonly type?: InteractionType;
  readonly state?: InteractionState;
}

const TYPES = new Map<string, InteractionType>([
  ['call', 'Call'],
  ['chat', 'Chat'],
  ['email', 'Email'],
]);

function readName(name: string): NameFacts {
  const [, prefix = '', step = ''] = /^(call|chat|email)([A-Z]\w+)$/.exec(name) ?? [];
  const type = TYPES.get(prefix);
  const reached = step === 'Started' ? 'offered' : step.toLowerCase();
  const state = STATES.find((known) => known === reached);
  return {prefix, ...(type && {type}), ...(state && {state})};
}

/** The documented names, read once. */
const NAME_FACTS = new Map<string, NameFacts>(INTERACTION_EVENT_NAMES.map((name) => [name, readName(name)]));

/** Reads an event; returns undefined if the event names no interaction. */
export function readEvent(name: string, params: unknown): InteractionNews | undefined {
  const fields = (params ?? {}) as Record<string, unknown>;
  const {prefix, type, state} = NAME_FACTS.get(name) ?? readName(name);
  // Examples in Five9's documentation have `interactionData` where the events have `callData`.
  const data = (fields[`${prefix}Data`] ?? fields['interactionData']) as Partial<InteractionData> | null | undefined;
  const id = data?.interactionId;
  if (typeof id !== 'string' || !id) return undefined;
  const log = fields[`${prefix}LogData`] as InteractionLogData | undefined;
  const news: Mutable<InteractionNews> = {
    type: type ?? (fields['interactionType'] as InteractionType),
    id,
    data: data as InteractionData,
  };
  if (state) news.state = state;
  if (log) news.log = log;
  return news;
}

/** State of an interaction at its newest event, with the times. */
export interface Reached {
  readonly state: InteractionState;
  readonly startedAt: number;
  readonly endedAt?: number;
}

/** Creates a snapshot; leaves undefined fields out. */
function snapshot({
  log,
  endedAt,
  ...fields
}: Omit<Interaction, 'log' | 'endedAt'> & {
  log: InteractionLogData | undefined;
  endedAt: number | undefined;
}): Interaction {
  const interaction: Mutable<Interaction> = fields;
  if (log) interaction.log = log;
  if (endedAt) interaction.endedAt = endedAt;
  return Object.freeze(interaction);
}

/**
 * The interactions of an agent, built from the events.
 *
 * Events may come twice, late, or without those before them: after a refresh the adapter repeats the start and the acceptance of a live call, and a page
 * that opens during a call receives only the rest. So an event never takes a live interaction back, and any event may be the first.
 */
export class Interactions {
  readonly #byId = new Map<string, Interaction>();
  readonly #reached: Map<string, Reached>;
  /** The values of `#byId`, until the next change: an array for each read would cost too much per event. */
  #list: readonly Interaction[] | undefined;
  #overCount = 0;
  #currentId = '';

  /** @param reached State of the interactions that were live when the page was refreshed, by id. */
  constructor(reached: Iterable<readonly [string, Reached]> = []) {
    this.#reached = new Map(reached);
  }

  /** Every live interaction and the last ones that are over, in the order in which they started. */
  get all(): readonly Interaction[] {
    return (this.#list ??= Object.freeze([...this.#byId.values()]));
  }

  /** The live interaction that was opened or started last. */
  get current(): Interaction | undefined {
    const opened = this.get(this.#currentId);
    return opened && isLive(opened) ? opened : this.all.findLast(isLive);
  }

  /** State of each interaction, for the page after a refresh. */
  get reached(): ReadonlyMap<string, Reached> {
    return this.#reached;
  }

  get(id: string): Interaction | undefined {
    return this.#byId.get(id);
  }

  /** Makes a live interaction the current one. */
  open(id: string): void {
    this.#currentId = id;
  }

  /** Applies an event. Returns the interaction after the event; undefined if it is unknown and the event does not start it. */
  apply({type, id, state, data, log}: InteractionNews, now: number): Interaction | undefined {
    const before = this.get(id);
    if (!state) return before;
    const live = before && isLive(before);
    // An interaction that was transferred away may be offered again. Every other late event of one that is over changes nothing.
    if (before && !live && state !== 'offered') return before;
    const reached = before && !live ? undefined : this.#reached.get(id);
    const replayed = reached !== undefined && rank(state) <= rank(reached.state);
    const endedAt = reached?.endedAt ?? (state === 'ended' ? now : undefined);
    const next = snapshot({
      type,
      id,
      state: live && rank(state) < rank(before.state) ? before.state : state,
      data,
      log,
      startedAt: reached?.startedAt ?? now,
      endedAt,
      replayed,
    });
    if (!live) {
      this.#delete(id);
      if (isLive(next)) this.#currentId = id;
    }
    this.#set(next);
    if (!replayed) this.#reached.set(id, {state, startedAt: next.startedAt, ...(endedAt && {endedAt})});
    return next;
  }

  /** Ends a live interaction that the adapter no longer knows. */
  lose(id: string): void {
    const before = this.get(id);
    if (before && isLive(before)) this.#set(Object.freeze({...before, state: 'finished'}));
  }

  #set(next: Interaction): void {
    const before = this.get(next.id);
    if (before && !isLive(before)) this.#overCount--;
    if (!isLive(next)) this.#overCount++;
    this.#byId.set(next.id, next);
    this.#list = undefined;
    if (this.#overCount > KEPT_OVER) this.#forgetOldest();
  }

  /** Forgets the interaction that started first of those that are over. */
  #forgetOldest(): void {
    const oldest = this.all.find((interaction) => !isLive(interaction));
    if (!oldest) return;
    this.#delete(oldest.id);
    this.#reached.delete(oldest.id);
  }

  #delete(id: string): void {
    const before = this.get(id);
    if (!before) return;
    if (!isLive(before)) this.#overCount--;
    this.#byId.delete(id);
    this.#list = undefined;
  }
}
