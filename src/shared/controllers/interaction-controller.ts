import {ContextConsumer} from '@lit/context';
import type {ReactiveController, ReactiveElement} from 'lit';
import type {SdkEventContext} from '../../service/events.js';
import type {InteractionService} from '../../service/interaction-service.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {type InteractionScope, interactionScope, provideNoScope} from './interaction-scope.js';

/** An element that acts on one interaction. */
export interface InteractionHost extends ReactiveElement {
  readonly service: InteractionService | undefined;
  /** Id of the interaction, if the page names one. */
  readonly interactionId: string | null | undefined;
}

/** Options that say which interaction an element follows if the page names none. */
export interface InteractionOptions {
  /** Follows only calls, also while a chat is the current interaction. @default false */
  readonly callsOnly?: boolean;
  /** Keeps an interaction that is over until the next interaction starts. @default false */
  readonly keepsFinished?: boolean;
}

/**
 * Follows the interaction that an element acts on: the interaction that the page names, else the interaction of the
 * panel around the element, else the current interaction.
 */
export class InteractionController implements ReactiveController {
  readonly callsOnly: boolean;
  readonly #host: InteractionHost;
  readonly #keepsFinished: boolean;
  #scope: InteractionScope | undefined;
  /** Id of the interaction that the element showed at its last update. */
  #shownId: string | undefined;

  constructor(host: InteractionHost, {callsOnly = false, keepsFinished = false}: InteractionOptions = {}) {
    this.#host = host;
    this.callsOnly = callsOnly;
    this.#keepsFinished = keepsFinished;
    host.addController(this);
    new ContextConsumer(host, {
      context: interactionScope,
      subscribe: true,
      callback: (scope) => {
        this.#scope = scope;
      },
    });
  }

  /** The interaction that the element acts on now. */
  get interaction(): Interaction | undefined {
    return this.#present ?? this.#kept;
  }

  /**
   * Whether the element acts on an interaction that is not over. With `callsOnly`, a chat or an e-mail does not count.
   */
  get isLive(): boolean {
    const {interaction} = this;
    if (!interaction || (this.callsOnly && interaction.type !== 'Call')) return false;
    return isLive(interaction);
  }

  /** Id of the interaction that the page or the panel around the element names. */
  get namedId(): string | undefined {
    return this.#host.interactionId || this.#scope?.interaction?.id;
  }

  /** Text for an element that has no interaction. */
  get noneWords(): string {
    return this.callsOnly ? 'No call' : 'No interaction';
  }

  /**
   * Returns whether an SDK event is about the interaction of the element. If the event has just ended that interaction,
   * the element already acts on another one, but still shows the ended interaction.
   */
  concerns({interactionId}: SdkEventContext): boolean {
    if (interactionId === undefined) return false;
    return interactionId === this.interaction?.id || interactionId === this.#shownId;
  }

  hostConnected(): void {
    provideNoScope();
  }

  hostUpdate(): void {
    // An element outside the page has no service, and keeps its interaction.
    if (this.#host.service) this.#shownId = this.interaction?.id;
  }

  hostDisconnected(): void {
    this.#scope = undefined;
  }

  /** The interaction that the page or the panel names; without a name, the current interaction. */
  get #present(): Interaction | undefined {
    const {service} = this.#host;
    const {namedId} = this;
    if (namedId) return service?.interaction(namedId);
    const current = service?.current;
    if (!this.callsOnly || current?.type === 'Call') return current;
    return service?.interactions.findLast((other) => other.type === 'Call' && isLive(other));
  }

  /** The interaction that is over, and that the element shows until the next interaction starts. */
  get #kept(): Interaction | undefined {
    if (!this.#keepsFinished || this.namedId || this.#shownId === undefined) return undefined;
    return this.#host.service?.interaction(this.#shownId);
  }
}
