import {INTERACTION_EVENT_NAMES} from '../interaction-api/events.js';
import {isRecord} from '../interaction-api/is-record.js';
import {textOf} from '../interaction-api/text-of.js';
import type {InteractionData, InteractionLogData, InteractionType} from '../interaction-api/types.js';

/** State of an interaction. */
export type InteractionState = 'offered' | 'accepted' | 'ended' | 'finished' | 'rejected' | 'transferred';

/** All known facts about an interaction. The object is frozen; each change of the interaction creates a new object. */
export interface Interaction {
  readonly type: InteractionType;
  readonly id: string;
  readonly state: InteractionState;
  /** Data of the newest event. */
  readonly data: InteractionData;
  /** Entry in the log of the CRM; missing until the interaction is finished. */
  readonly log?: InteractionLogData;
  /** Time of the interaction's first event in this tab, in ms since the epoch. Page refreshes do not change it. */
  readonly startedAt: number;
  /**
   * Time at which the interaction ended and began to wait for a disposition, in ms since the epoch. Page refreshes do
   * not change it.
   */
  readonly endedAt?: number;
  /**
   * Whether the newest event of the interaction was a repetition. The adapter repeats events of live interactions after
   * a page refresh or a reconnection.
   */
  readonly replayed: boolean;
}

/** Content of an interaction event. */
export interface InteractionNews {
  readonly type: InteractionType;
  readonly id: string;
  /** State after the event. Missing for `objectSelected`, which does not change the state. */
  readonly state?: InteractionState;
  readonly data: InteractionData;
  readonly log?: InteractionLogData;
}

/**
 * The states in the order in which an interaction reaches them. In the state `finished` and in the states after it, the
 * interaction is over.
 */
const STATES: readonly InteractionState[] = ['offered', 'accepted', 'ended', 'finished', 'rejected', 'transferred'];

/**
 * Returns the position of a state in `STATES`. All states in which an interaction is over have the same position, the
 * highest. An event never moves a live interaction to a lower position.
 */
const rank = (state: InteractionState): number => Math.min(STATES.indexOf(state), OVER);
const OVER = STATES.indexOf('finished');

/** Largest number of interactions that are kept after they are over. */
const KEPT_OVER = 20;

/** Returns whether an interaction is not over, so that the agent can still act on it. */
export const isLive = ({state}: Interaction): boolean => rank(state) < OVER;

/** The type of an object that is still being built, so its properties are not `readonly`. */
type Mutable<Type> = {-readonly [Key in keyof Type]: Type[Key]};

/** Facts about an event that are known from its name. */
interface NameFacts {
  /**
   * Prefix of the names of the fields in `params`, such as `call` for `callData`. Empty for events with other fields.
   */
  readonly prefix: string;
  readonly type?: InteractionType;
  readonly state?: InteractionState;
}

const TYPES = new Map<string, InteractionType>([
  ['call', 'Call'],
  ['chat', 'Chat'],
  ['email', 'Email'],
]);

const KNOWN_TYPES: readonly InteractionType[] = [...TYPES.values()];

function readName(name: string): NameFacts {
  const [, prefix = '', step = ''] = /^(call|chat|email)([A-Z]\w+)$/.exec(name) ?? [];
  const type = TYPES.get(prefix);
  const reached = step === 'Started' ? 'offered' : step.toLowerCase();
  const state = STATES.find((known) => known === reached);
  return {prefix, ...(type && {type}), ...(state && {state})};
}

/**
 * Facts about each documented event, by the name of the event. They are stored, so that each name is read only once.
 */
const NAME_FACTS = new Map<string, NameFacts>(INTERACTION_EVENT_NAMES.map((name) => [name, readName(name)]));

/**
 * Reads an event. Returns `undefined` if the event does not contain the id of an interaction, or if its fields cannot
 * be read. A number as id becomes its text.
 */
export function readEvent(name: string, params: unknown): InteractionNews | undefined {
  try {
    return isRecord(params) ? readFields(name, params) : undefined;
  } catch {
    // The fields of an object of an SDK may have getters that throw an error. The event is still dispatched.
    return undefined;
  }
}

function readFields(name: string, fields: Record<string, unknown>): InteractionNews | undefined {
  const {prefix, type: typeOfName, state} = NAME_FACTS.get(name) ?? readName(name);
  // Accept both names: examples in Five9's documentation contain `interactionData`, but real events contain `callData`.
  const data = fields[`${prefix}Data`] ?? fields['interactionData'];
  const id = isRecord(data) ? textOf(data['interactionId']) : undefined;
  if (!id) return undefined;
  const log = fields[`${prefix}LogData`];
  const type = typeOfName ?? KNOWN_TYPES.find((known) => known === fields['interactionType']);
  const news: Mutable<InteractionNews> = {type: type as InteractionType, id, data: data as InteractionData};
  if (state) news.state = state;
  if (isRecord(log)) news.log = log;
  return news;
}

/** State of an interaction after its newest event, and the times at which the interaction started and ended. */
export interface Reached {
  readonly state: InteractionState;
  readonly startedAt: number;
  readonly endedAt?: number;
}

/** Creates a snapshot. Omits `log` and `endedAt` if they are undefined. */
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
 * Events may come twice or late, so a live interaction never returns to an earlier state. For example, after a page
 * refresh, the adapter repeats `callStarted` and `callAccepted` of a live call. Earlier events may be missing, so any
 * event may be the first event of an interaction. For example, a page that opens during a call receives only the later
 * events.
 */
export class Interactions {
  readonly #byId = new Map<string, Interaction>();
  readonly #reached: Map<string, Reached>;
  /**
   * Cached list of the values of `#byId`; `undefined` after a change. The list is cached, because creating an array for
   * each read would be too slow.
   */
  #list: readonly Interaction[] | undefined;
  #overCount = 0;
  /** Live interactions of an adapter that the service is not connected to now. */
  #aside: readonly Interaction[] = [];
  #currentId = '';

  /** @param reached State of the interactions that were live when the page was refreshed, by id. */
  constructor(reached: Iterable<readonly [string, Reached]> = []) {
    this.#reached = new Map(reached);
  }

  /** All live interactions, and up to 20 interactions that are over, in the order in which they started. */
  get all(): readonly Interaction[] {
    return (this.#list ??= Object.freeze([...this.#byId.values()]));
  }

  /** The live interaction that was opened or started last. */
  get current(): Interaction | undefined {
    const opened = this.get(this.#currentId);
    return opened && isLive(opened) ? opened : this.all.findLast(isLive);
  }

  /**
   * State and times of each interaction, by id. `RefreshMemory` stores them, so that they are known after a page
   * refresh.
   */
  get reached(): ReadonlyMap<string, Reached> {
    return this.#reached;
  }

  get(id: string): Interaction | undefined {
    return this.#byId.get(id);
  }

  /** Makes a live interaction the current interaction. */
  open(id: string): void {
    this.#currentId = id;
  }

  /**
   * Applies an event. Returns the interaction after the event; `undefined` if the interaction is unknown and the event
   * has no state.
   */
  apply({type, id, state, data, log}: InteractionNews, now: number): Interaction | undefined {
    const before = this.get(id);
    if (!state) return before;
    const live = before && isLive(before);
    // If the interaction is over, ignore every event except an offer, because the event comes too late. Accept an
    // offer, because a transferred interaction may be offered again.
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

  /** Sets the live interactions aside, because the service has disconnected from their adapter on purpose. */
  setAside(): void {
    this.#aside = this.all.filter(isLive);
    for (const {id} of this.#aside) this.#delete(id);
  }

  /** Brings back the interactions that were set aside, because the service is connected to their adapter again. */
  bringBack(): void {
    for (const interaction of this.#aside) if (!this.get(interaction.id)) this.#set(interaction);
    this.#aside = [];
  }

  /**
   * Removes the live interactions of an adapter that is gone for good, and those that were set aside.
   *
   * @param remembers Whether their states and times stay known, so that events that the next adapter repeats are
   *   recognised.
   * @returns the ids of the removed interactions
   */
  removeLive({remembers}: {remembers: boolean}): string[] {
    const removed = [...this.#aside, ...this.all.filter(isLive)].map(({id}) => id);
    this.#aside = [];
    for (const id of removed) this.remove(id, {remembers});
    return removed;
  }

  /** Removes an interaction, as `removeLive` does. */
  remove(id: string, {remembers}: {remembers: boolean}): void {
    this.#delete(id);
    if (!remembers) this.#reached.delete(id);
  }

  /** Finishes a live interaction that the adapter no longer knows. */
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

  /** Forgets the interaction that started first, among the interactions that are over. */
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
