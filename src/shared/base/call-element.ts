import type {InteractionService} from '../../service/interaction-service.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {connectionWords} from '../words/connection-words.js';
import {InteractionElement} from './interaction-element.js';

/**
 * An element for the call on the agent's softphone, also while a chat that came in meanwhile is the current interaction.
 *
 * @cssstate disabled - There is no call that it could act on now. It still takes the focus, and says why.
 */
export abstract class CallElement extends InteractionElement {
  /** The method that it cannot do without. */
  protected readonly needs: string | undefined;
  #id: string | undefined;

  override get interaction(): Interaction | undefined {
    const one = super.interaction;
    return this.namedId ? one : callOf(one, this.service);
  }

  /** Whether something can be done with the call now. */
  protected get usable(): boolean {
    return !this.why;
  }

  /** Why nothing can be done with the call now, in words; nothing where something can. */
  protected get why(): string {
    const {interaction, service, needs} = this;
    return (
      connectionWords(service, needs) ||
      (interaction?.type === 'Call' && interaction.state === 'accepted' ? '' : 'No call')
    );
  }

  protected override willUpdate(): void {
    const id = this.interaction?.id;
    // What went wrong before the call is of no interest in it.
    if (id !== this.#id || (this.usable && this.internals.states.has('disabled'))) this.clearError();
    this.#id = id;
    this.setState('disabled', !this.usable);
  }
}

/** The call on the agent's softphone: the current interaction if it is one, else the last that is live. */
export const callOf = (
  current: Interaction | undefined,
  service: InteractionService | undefined,
): Interaction | undefined =>
  current?.type === 'Call'
    ? current
    : service?.interactions.findLast((other) => other.type === 'Call' && isLive(other));
