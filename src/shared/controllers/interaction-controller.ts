import {ContextConsumer} from '@lit/context';
import type {ReactiveController, ReactiveElement} from 'lit';
import type {SdkEventContext} from '../../service/events.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {type InteractionScope, interactionScope, provideNoScope} from './interaction-scope.js';

/** An element that acts on one interaction. */
export interface InteractionHost extends ReactiveElement {
  readonly service: InteractionService | undefined;
  /** Id of the interaction, if the page sets an id. */
  readonly interactionId: string | null | undefined;
}

/** Options that select the interaction of an element if the page sets no id. */
export interface InteractionOptions {
  /** Whether the element acts only on calls, even if a chat or an e-mail is the current interaction. @default false */
  readonly callsOnly?: boolean;
  /** Whether the element still shows an interaction that is over, until the next interaction starts. @default false */
  readonly keepsFinished?: boolean;
  /** Returns whether the page has set an id that is neither a text nor a number. The element then acts on nothing. */
  readonly isIdRefused?: () => boolean;
}

/**
 * Finds the interaction that an element acts on. This is the interaction with the id that the page sets. Without an id,
 * it is the interaction of the panel around the element. Without a panel, it is the current interaction.
 */
export class InteractionController implements ReactiveController {
  readonly callsOnly: boolean;
  readonly #host: InteractionHost;
  readonly #keepsFinished: boolean;
  readonly #consumer: ContextConsumer<typeof interactionScope, InteractionHost>;
  readonly #isIdRefused: () => boolean;
  #scope: InteractionScope | undefined;
  /** Id of the interaction that the element showed at its last update. */
  #shownId: string | undefined;

  constructor(
    host: InteractionHost,
    {callsOnly = false, keepsFinished = false, isIdRefused = () => false}: InteractionOptions = {},
  ) {
    this.#host = host;
    this.callsOnly = callsOnly;
    this.#keepsFinished = keepsFinished;
    this.#isIdRefused = isIdRefused;
    host.addController(this);
    this.#consumer = new ContextConsumer(host, {
      context: interactionScope,
      subscribe: true,
      callback: (scope) => {
        this.#scope = scope;
      },
    });
  }

  /** The interaction that the element acts on now. */
  get interaction(): Interaction | undefined {
    return this.#isIdRefused() ? undefined : (this.#present ?? this.#kept);
  }

  /** Whether the element acts on an interaction that is not over. With `callsOnly`, false for a chat or an e-mail. */
  get isLive(): boolean {
    const {interaction} = this;
    if (!interaction || (this.callsOnly && interaction.type !== 'Call')) return false;
    return isLive(interaction);
  }

  /** Id that the page sets. If the page sets no id, the id of the interaction of the panel around the element. */
  get namedId(): string | undefined {
    return this.#host.interactionId || this.#scope?.interaction?.id;
  }

  /** Text for an element that has no interaction. */
  get noneWords(): string {
    return this.callsOnly ? 'No call' : 'No interaction';
  }

  /**
   * Returns whether an SDK event is about the interaction that the element acts on, or about the interaction that the
   * element last rendered. These can be two interactions after an event that ends an interaction.
   */
  concerns({interactionId}: SdkEventContext): boolean {
    if (interactionId === undefined) return false;
    return interactionId === this.interaction?.id || interactionId === this.#shownId;
  }

  hostConnected(): void {
    provideNoScope();
  }

  /** Finds the panel again, because the host was moved without being disconnected, possibly to another panel. */
  hostMoved(): void {
    this.#consumer.hostConnected();
  }

  hostUpdate(): void {
    // Keep the id if the element is outside the page and so has no service, because the element must keep its
    // interaction.
    if (this.#host.service) this.#shownId = this.interaction?.id;
  }

  hostDisconnected(): void {
    this.#scope = undefined;
  }

  /**
   * The interaction with the id `namedId`. Without an id, the current interaction. With `callsOnly`, if the current
   * interaction is not a call, the newest live call.
   */
  get #present(): Interaction | undefined {
    const {service} = this.#host;
    const {namedId} = this;
    if (namedId) return service?.interaction(namedId);
    // Do not use the current interaction, because the page has given the panel an interaction that does not exist.
    if (this.#scope && !this.#scope.interaction) return undefined;
    const current = service?.current;
    if (!this.callsOnly || current?.type === 'Call') return current;
    return service?.interactions.findLast((other) => other.type === 'Call' && isLive(other));
  }

  /** The interaction that is over and that the element still shows; `undefined` if there is none. */
  get #kept(): Interaction | undefined {
    if (!this.#keepsFinished || this.namedId || this.#shownId === undefined) return undefined;
    return this.#host.service?.interaction(this.#shownId);
  }
}
