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

  constructor() {
    super({callsOnly: true});
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
