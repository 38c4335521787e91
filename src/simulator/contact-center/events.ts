import type {InteractionEventName} from '../../interaction-api/events.js';
import type {WsEventContext} from '../../interaction-api/types.js';

/** An event for the agent's page. */
export type ContactCenterEvent =
  | {kind: 'interaction'; name: InteractionEventName; params: object}
  | {kind: 'ws'; id: string; payload: unknown; context: WsEventContext};

/** Ends a subscription. */
export type Unsubscribe = () => void;

/**
 * Listeners of one kind of event. If a listener throws, the error is reported, and the other listeners are still
 * called.
 */
export class Listeners<Value> {
  #listeners = new Set<(value: Value) => void>();

  add(listener: (value: Value) => void): Unsubscribe {
    // Create a new wrapper in each call of `add`, so that a function that was added twice can be removed once.
    const own = (value: Value): void => {
      listener(value);
    };
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  notify(value: Value): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        // Throw the error outside of this loop, so that the browser reports the error and the other listeners are still
        // called.
        setTimeout(() => {
          throw error;
        });
      }
    }
  }
}

/**
 * Sends the events of each command after the command, in order, and then calls the listeners of `changes`. If a
 * listener runs another command, the events of that command follow later. Without this order, a page that hangs up in a
 * listener of `callStarted` would receive `callEnded` before `callAccepted`.
 */
export class EventStream {
  readonly events = new Listeners<ContactCenterEvent>();
  /** Called with each event after the event was sent. */
  readonly sent = new Listeners<ContactCenterEvent>();
  readonly changes = new Listeners<void>();
  #waiting: ContactCenterEvent[] = [];
  #depth = 0;
  #sending = false;

  emit(event: ContactCenterEvent): void {
    this.#waiting.push(event);
  }

  /**
   * Makes a change, and then sends its events. Changes can be nested; all events are sent after the outermost change.
   */
  change<Result>(carryOut: () => Result): Result {
    this.#depth++;
    try {
      return carryOut();
    } finally {
      this.#depth--;
      if (this.#depth === 0) this.#send();
    }
  }

  /** Sends the events of an unfinished change, because a page must know of them before it is asked a question. */
  flush(): void {
    if (this.#sending) return;
    this.#sending = true;
    for (let event = this.#waiting.shift(); event; event = this.#waiting.shift()) {
      this.events.notify(event);
      this.sent.notify(event);
    }
    this.#sending = false;
  }

  #send(): void {
    if (this.#sending) return;
    this.flush();
    this.changes.notify();
  }
}
