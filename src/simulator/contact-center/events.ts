import type {InteractionEventName} from '../../interaction-api/events.js';
import type {WsEventContext} from '../../interaction-api/types.js';

/** What the agent's page is told. */
export type ContactCenterEvent =
  | {kind: 'interaction'; name: InteractionEventName; params: object}
  | {kind: 'ws'; id: string; payload: unknown; context: WsEventContext};

/** Ends a subscription. */
export type Unsubscribe = () => void;

/** Listeners of one kind of news. A listener that throws is reported and hurts no other. */
export class Listeners<News> {
  #listeners = new Set<(news: News) => void>();

  add(listener: (news: News) => void): Unsubscribe {
    // Wrapped, so that one function added twice can be taken off once.
    const own = (news: News): void => {
      listener(news);
    };
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  tell(news: News): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(news);
      } catch (error) {
        // As an uncaught error of its own.
        setTimeout(() => {
          throw error;
        });
      }
    }
  }
}

/**
 * Tells what happened once it has happened entirely. Events of one command go out after the command, in order, to everybody; a listener that gives
 * another command is heard after them. Otherwise a page that hangs up inside `callStarted` would see `callEnded` before `callAccepted`.
 */
export class EventStream {
  readonly events = new Listeners<ContactCenterEvent>();
  readonly changes = new Listeners<void>();
  #waiting: ContactCenterEvent[] = [];
  #depth = 0;
  #telling = false;

  emit(event: ContactCenterEvent): void {
    this.#waiting.push(event);
  }

  /** Carries out one change of the world, and tells of it afterwards. */
  change<Result>(carryOut: () => Result): Result {
    this.#depth++;
    try {
      return carryOut();
    } finally {
      if (!--this.#depth) this.#tell();
    }
  }

  #tell(): void {
    if (this.#telling) return;
    this.#telling = true;
    for (let event = this.#waiting.shift(); event; event = this.#waiting.shift()) this.events.tell(event);
    this.#telling = false;
    this.changes.tell();
  }
}
