import {ContextConsumer} from '@lit/context';
import {property} from 'lit/decorators.js';
import type {SdkEventContext} from '../../service/events.js';
import type {Interaction} from '../../service/interactions.js';
import {Five9Element} from './five9-element.js';
import {interactionScope, type InteractionScope} from '../controllers/interaction-scope.js';

/** An element that acts on one interaction: the one it names, else that of the panel around it, else the current one. */
export abstract class InteractionElement extends Five9Element {
  /**
   * Id of the interaction to act on. Left out, it is that of a `five9-interaction-panel` around the element, else the current one: the live interaction that was
   * opened or started last.
   */
  @property({attribute: 'interaction-id'}) interactionId: string | undefined;

  #scope: InteractionScope | undefined;
  #id: string | undefined;
  #idBefore: string | undefined;

  constructor() {
    super();
    new ContextConsumer(this, {
      context: interactionScope,
      subscribe: true,
      callback: (scope) => {
        // A panel that asks hears itself first.
        if (scope !== this) this.#scope = scope;
        this.serviceChanged();
      },
    });
  }

  /** The interaction that the element acts on now. */
  get interaction(): Interaction | undefined {
    const {service, namedId} = this;
    return namedId ? service?.interaction(namedId) : service?.current;
  }

  /** Id of the interaction where the element, or the panel around it, says which. */
  protected get namedId(): string | undefined {
    return this.interactionId || this.#scope?.interaction?.id;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scope = undefined;
  }

  override serviceChanged(): void {
    super.serviceChanged();
    this.#idBefore = this.#id;
    this.#id = this.interaction?.id;
  }

  /** Those of its interaction, the event that has just ended it included. */
  override concerns({interactionId}: SdkEventContext): boolean {
    return interactionId !== undefined && [this.#id, this.#idBefore].includes(interactionId);
  }
}
