import {commandNames, expect} from './command.js';
import {Commands} from './commands.js';
import type {ContactCenterEvent, Unsubscribe} from './events.js';
import {type ContactCenterState, stateOf} from './state.js';
import type {Tenant} from './tenant.js';

/**
 * A simulated contact centre with one agent: the domain that adapter, REST and WebSocket show to the outside.
 *
 * It has three sides. **Commands** are what happens in the world: a customer calls, the agent answers, a link drops; one that makes no sense throws a
 * `CommandError`. **Requests and notices** are what the agent's page asks through the Interaction API; they are refused with the documented error codes.
 * **Events** are what the page is told.
 *
 * With the same clock and random source, the same commands make the same ids, events and state.
 */
export class ContactCenter extends Commands {
  /** What the administrator has set up. */
  get tenant(): Tenant {
    return this.context.tenant;
  }

  /** All that can be seen, as JSON. */
  state(): ContactCenterState {
    return stateOf(this.context, this.parts);
  }

  /** Gives a command by its name, as it comes over HTTP. */
  run(name: string, args: readonly unknown[] = []): unknown {
    const names = ['state', ...commandNames];
    expect(names.includes(name), `there is no command ${name}; there are ${names.join(', ')}.`);
    return (this[name as keyof this] as (...args: readonly unknown[]) => unknown)(...args);
  }

  // The agent's page

  /**
   * Carries out a method of the Interaction API, as far as the injected faults let it. At once, if none delays it.
   * @param own What the adapter answers by itself.
   * @param lost Is called when a fault keeps the answer from ever coming.
   */
  request(method: string, params?: unknown, own?: () => unknown, lost?: () => void): Promise<unknown> {
    const carryOut = (): unknown => {
      const ask = own ?? (() => this.parts.pageRequests.request(method, params));
      // Questions change nothing, and there are many.
      return own || method.startsWith('get') ? ask() : this.stream.change(ask);
    };
    return this.parts.faults.pass(method, carryOut, lost);
  }

  /** Takes note of `click2dial` and `objectVisited`. */
  notify(name: string, data: unknown): void {
    this.stream.change(() => {
      this.parts.pageRequests.notify(name, data);
    });
  }

  /** What a page that just connected must be told of the live interactions. */
  replay(): ContactCenterEvent[] {
    return this.parts.interactions.replay();
  }

  /** Whether the adapter can be reached. */
  get link(): ContactCenterState['link'] {
    return this.parts.faults.link();
  }

  /** Hears what the page is told. */
  subscribe(listener: (event: ContactCenterEvent) => void): Unsubscribe {
    return this.stream.events.add(listener);
  }

  /** Hears that something in `state()` has changed. */
  onChange(listener: () => void): Unsubscribe {
    return this.stream.changes.add(listener);
  }
}
