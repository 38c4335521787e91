import {property} from 'lit/decorators.js';
import type {SdkEventContext} from '../service/events.js';
import type {Interaction} from '../service/interactions.js';
import {Five9Element} from './five9-element.js';

/** An element that acts on one interaction: the one it names, else the current one. */
export abstract class InteractionElement extends Five9Element {
  /** Id of the interaction to act on. Left out, it is the current one: the live interaction that was opened or started last. */
  @property({attribute: 'interaction-id'}) interactionId: string | undefined;

  #id: string | undefined;
  #idBefore: string | undefined;

  /** The interaction that the element acts on now. */
  get interaction(): Interaction | undefined {
    const {service, interactionId} = this;
    return interactionId ? service?.interaction(interactionId) : service?.current;
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
