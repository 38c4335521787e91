import {type Interaction, isLive} from '../../service/interactions.js';

/**
 * The drafts of the agent for interactions, stored while the agent works on another interaction. A draft is deleted
 * when its interaction is over.
 */
export class Drafts<Draft> {
  readonly #drafts = new Map<string, Draft>();

  /** Number of drafts. */
  get size(): number {
    return this.#drafts.size;
  }

  /** Returns the draft for an interaction. */
  get(interactionId: string): Draft | undefined {
    return this.#drafts.get(interactionId);
  }

  /** Stores a draft, and replaces the previous draft of the interaction. */
  keep(interactionId: string, draft: Draft): void {
    this.#drafts.set(interactionId, draft);
  }

  /** Removes the drafts of interactions that are over or unknown. */
  removeFinished(service: {interaction(id: string): Interaction | undefined}): void {
    for (const id of this.#drafts.keys()) {
      const interaction = service.interaction(id);
      if (!interaction || !isLive(interaction)) this.#drafts.delete(id);
    }
  }
}
