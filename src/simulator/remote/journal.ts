import {randomHex} from '../../transport/envelope.js';
import type {ContactCenter} from '../contact-center/contact-center.js';
import {Listeners, type Unsubscribe} from '../contact-center/events.js';
import type {Batch, Reply, ServerEvent} from './batch.js';
import type {ServedPages} from './served-pages.js';

/** Maximum number of stored events. */
const MAX_EVENTS = 2000;

/**
 * Numbers the events of a contact centre, including the questions to its pages, and stores the last ones. With the
 * numbers, a page in another process can handle each event exactly once.
 */
export class Journal {
  readonly #center: ContactCenter;
  readonly #pages: ServedPages;
  readonly #run = randomHex();
  readonly #batches = new Listeners<Batch>();
  #kept: Batch['events'] = [];
  #seq = 0;
  /** Number of the last event that listeners have received. */
  #sentSeq = 0;

  constructor(center: ContactCenter, pages: ServedPages) {
    this.#center = center;
    this.#pages = pages;
    center.subscribe((event) => {
      this.#add(event);
    });
    pages.subscribe((event) => {
      this.#addBetweenChanges(event);
    });
    // The contact centre calls this listener after all events of a change, so the batch contains the state after these
    // events.
    center.onChange(() => {
      this.#send();
    });
  }

  /**
   * Returns a batch with the current state, and the stored events after the event number `seen`. Without `seen`, the
   * batch has no events.
   */
  since(seen = this.#seq): Batch {
    const events = this.#kept.filter(({seq}) => seq > seen);
    return {
      run: this.#run,
      from: (events[0]?.seq ?? this.#seq + 1) - 1,
      events,
      seq: this.#seq,
      state: this.#center.state(),
      replay: this.#center.replay(),
      openQuestions: this.#pages.openQuestions,
      pages: this.#pages.pages,
    };
  }

  /** Sends the reply to a request of an adapter's page that took too long for the HTTP response. */
  reply(id: string, reply: Reply): void {
    this.#addBetweenChanges({kind: 'late reply', id, reply});
  }

  /** Calls `listener` with each new batch. */
  subscribe(listener: (batch: Batch) => void): Unsubscribe {
    return this.#batches.add(listener);
  }

  /** Adds an event that may come after the last change of the contact centre, so it does not wait for a change. */
  #addBetweenChanges(event: ServerEvent): void {
    this.#add(event);
    queueMicrotask(() => {
      if (this.#sentSeq < this.#seq) this.#send();
    });
  }

  #add(event: ServerEvent): void {
    this.#kept.push({seq: ++this.#seq, event});
    if (this.#kept.length > MAX_EVENTS) this.#kept.shift();
  }

  #send(): void {
    const batch = this.since(this.#sentSeq);
    this.#sentSeq = batch.seq;
    this.#batches.notify(batch);
  }
}
