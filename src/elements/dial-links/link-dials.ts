import type {InteractionService} from '../../service/interaction-service.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import type {LinkState} from './number-look.js';

/** The last dial of a link. */
interface LinkDial {
  readonly written: string;
  isPending: boolean;
  callId: string;
}

/** The dials of the links. Each link has a dial of its own, so one dial that is pending does not delay another dial. */
export class LinkDials {
  /** The last dials, the newest dial last. */
  readonly #dials = new Map<HTMLAnchorElement, LinkDial>();
  readonly #service: () => InteractionService | undefined;

  /** @param service Returns the service that knows the calls. */
  constructor(service: () => InteractionService | undefined) {
    this.#service = service;
  }

  /** The links that have dialled. */
  get links(): Iterable<HTMLAnchorElement> {
    return this.#dials.keys();
  }

  /** Starts a dial. Returns functions that report its progress. */
  start(link: HTMLAnchorElement, written: string): {started: (call: Interaction) => void; settled: () => void} {
    const dial: LinkDial = {written, isPending: true, callId: ''};
    this.#dials.delete(link);
    this.#dials.set(link, dial);
    return {
      started: ({id}) => {
        dial.callId = id;
      },
      settled: () => {
        dial.isPending = false;
      },
    };
  }

  /** Returns whether a call was dialled with a link. */
  hasCall(id: string): boolean {
    return [...this.#dials.values()].some(({callId}) => callId === id);
  }

  /** Returns the state of the dial, or of its call. */
  stateOf(link: HTMLAnchorElement): LinkState {
    const dial = this.#dials.get(link);
    if (dial?.isPending) return 'pending';
    return dial && this.#callOf(dial) ? 'in-call' : '';
  }

  /** The newest dial that is pending or whose call is not over; `undefined` if there is none. */
  get newest(): {written: string; isPending: boolean; call: Interaction | undefined} | undefined {
    for (const dial of [...this.#dials.values()].reverse()) {
      const call = this.#callOf(dial);
      if (dial.isPending || call) return {written: dial.written, isPending: dial.isPending, call};
    }
    return undefined;
  }

  /** Forgets the dials whose calls are over. */
  forgetOver(): void {
    for (const [link, dial] of this.#dials) {
      if (!dial.isPending && !this.#callOf(dial)) this.#dials.delete(link);
    }
  }

  #callOf({callId}: LinkDial): Interaction | undefined {
    const call = this.#service()?.interaction(callId);
    return call && isLive(call) ? call : undefined;
  }
}
