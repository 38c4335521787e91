import type {InteractionData, InteractionLogData, InteractionType} from '../interaction-api/types.js';

/** How far an interaction has come. */
export type InteractionState = 'offered' | 'accepted' | 'ended' | 'finished' | 'rejected' | 'transferred';

/** What is known of an interaction: one frozen snapshot, replaced when something changes. */
export interface Interaction {
  readonly type: InteractionType;
  readonly id: string;
  readonly state: InteractionState;
  /** What its newest event carried. */
  readonly data: InteractionData;
  /** What was written to the CRM's log, once it is finished. */
  readonly log?: InteractionLogData;
  /** When this tab first heard of it, in ms since the epoch; kept over a refresh of the page. */
  readonly startedAt: number;
  /** When this tab heard that it ended and waits for its disposition, in ms since the epoch; kept over a refresh of the page. */
  readonly endedAt?: number;
  /** It was known before its newest start came: the adapter told it again after a refresh or a reconnection. */
  readonly replayed: boolean;
}

/** What an interaction event says of an interaction. */
export interface InteractionNews {
  readonly type: InteractionType;
  readonly id: string;
  /** Missing for `objectSelected`, which changes no state. */
  readonly state?: InteractionState;
  readonly data: InteractionData;
  readonly log?: InteractionLogData;
}

/** In the order in which they are reached; from `finished` on the interaction is over. */
const STATES: readonly InteractionState[] = ['offered', 'accepted', 'ended', 'finished', 'rejected', 'transferred'];

/** A live interaction never goes back to a lower rank. */
const rank = (state: InteractionState): number => Math.min(STATES.indexOf(state), OVER);
const OVER = STATES.indexOf('finished');

/** How many interactions that are over are remembered. */
const REMEMBERED = 20;

/** Whether there is still something to do about the interaction. */
export const isLive = ({state}: Interaction): boolean => rank(state) < OVER;

/** Reads an event; nothing where it does not name an interaction. */
export function readEvent(name: string, params: unknown): InteractionNews | undefined {
  const fields = (params ?? {}) as Record<string, unknown>;
  const [, kind = '', step = ''] = /^(call|chat|email)([A-Z]\w+)$/.exec(name) ?? [];
  const type = (kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : fields['interactionType']) as InteractionType;
  // The documentation's examples also show `interactionData` where the events carry `callData`.
  const data = (fields[`${kind}Data`] ?? fields['interactionData']) as Partial<InteractionData> | null | undefined;
  const id = data?.interactionId;
  if (typeof id !== 'string' || !id) return undefined;
  const log = fields[`${kind}LogData`] as InteractionLogData | undefined;
  const reached = step === 'Started' ? 'offered' : step.toLowerCase();
  const state = STATES.find((known) => known === reached);
  return {type, id, data: data as InteractionData, ...(state && {state}), ...(log && {log})};
}

/** How far an interaction had come when the page last heard of it. */
export interface Reached {
  readonly state: InteractionState;
  readonly startedAt: number;
  readonly endedAt?: number;
}

/**
 * The interactions of an agent, as the events tell them.
 *
 * Events may come twice, late, or without those before them: after a refresh the adapter tells the start and the acceptance of a live call again, and a
 * page that opens in mid-call hears only the rest. So an event never takes a live interaction back, and any event may be the first.
 */
export class Interactions {
  readonly #all = new Map<string, Interaction>();
  readonly #reached: Map<string, Reached>;
  #current = '';

  /** @param reached What was live when the page was refreshed, by id. */
  constructor(reached: Iterable<readonly [string, Reached]> = []) {
    this.#reached = new Map(reached);
  }

  /** In the order in which they started. */
  get all(): Interaction[] {
    return [...this.#all.values()];
  }

  /** The live one that was opened or started last. */
  get current(): Interaction | undefined {
    const opened = this.get(this.#current);
    return opened && isLive(opened) ? opened : this.all.findLast(isLive);
  }

  /** How far each interaction came, for the page after a refresh. */
  get reached(): ReadonlyMap<string, Reached> {
    return this.#reached;
  }

  get(id: string): Interaction | undefined {
    return this.#all.get(id);
  }

  /** Makes a live interaction the current one. */
  open(id: string): void {
    this.#current = id;
  }

  /** Takes an event in. Returns the interaction as it is then; nothing for one that is not known and does not begin here. */
  apply({type, id, state, data, log}: InteractionNews, now: number): Interaction | undefined {
    const before = this.get(id);
    if (!state) return before;
    const live = before && isLive(before);
    // What was transferred away may be offered again; a straggler of what is over changes nothing.
    if (before && !live && state !== 'offered') return before;
    const reached = before && !live ? undefined : this.#reached.get(id);
    const replayed = reached !== undefined && rank(state) <= rank(reached.state);
    const endedAt = reached?.endedAt ?? (state === 'ended' ? now : undefined);
    const next: Interaction = Object.freeze({
      type,
      id,
      state: live && rank(state) < rank(before.state) ? before.state : state,
      data,
      ...(log && {log}),
      startedAt: reached?.startedAt ?? now,
      ...(endedAt && {endedAt}),
      replayed,
    });
    if (!live) {
      this.#all.delete(id);
      if (isLive(next)) this.#current = id;
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
    this.#all.set(next.id, next);
    const over = this.all.filter((one) => !isLive(one));
    for (const {id} of over.slice(0, -REMEMBERED)) {
      this.#all.delete(id);
      this.#reached.delete(id);
    }
  }
}
