import {randomHex} from '../../transport/envelope.js';
import type {ContactCenter} from '../contact-center/contact-center.js';
import {Listeners, type Unsubscribe} from '../contact-center/events.js';
import type {Batch} from './batch.js';

/** How many events can be told again. */
const KEPT = 2000;

/** Numbers what a contact centre tells, and keeps it for a while: so that pages in other processes miss nothing and hear nothing twice. */
export class Journal {
  readonly #center: ContactCenter;
  readonly #run = randomHex();
  readonly #batches = new Listeners<Batch>();
  #kept: Batch['events'] = [];
  #seq = 0;
  /** Up to which it has been told. */
  #told = 0;

  constructor(center: ContactCenter) {
    this.#center = center;
    center.subscribe((event) => {
      this.#kept = [...this.#kept, {seq: ++this.#seq, event}].slice(-KEPT);
    });
    // Comes after the events of a change, when the state fits them.
    center.onChange(() => {
      const batch = this.since(this.#told);
      this.#told = batch.seq;
      this.#batches.tell(batch);
    });
  }

  /** All that came after event number `seen`, as far as it is kept. */
  since(seen = this.#seq): Batch {
    const events = this.#kept.filter(({seq}) => seq > seen);
    return {
      run: this.#run,
      from: (events[0]?.seq ?? this.#seq + 1) - 1,
      events,
      seq: this.#seq,
      state: this.#center.state(),
      replay: this.#center.replay(),
    };
  }

  /** Hears each batch. */
  subscribe(listener: (batch: Batch) => void): Unsubscribe {
    return this.#batches.add(listener);
  }
}
