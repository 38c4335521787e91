import type {Disposition} from '../../interaction-api/types.js';
import type {InteractionService} from '../../service/interaction-service.js';
import type {Interaction} from '../../service/interactions.js';
import {records} from '../../shared/parse/records.js';

/**
 * The dispositions that an interaction allows. They are requested once and kept: the adapter does not return them after the interaction is finished.
 */
export class DispositionList {
  #interactionId: string | undefined;
  #requestedId: string | undefined;
  #dispositions: readonly Disposition[] | undefined;

  /** @param run Runs the request: shows that it is pending, and shows its error. */
  constructor(private readonly run: (request: () => Promise<void>) => unknown) {}

  /** The dispositions as the adapter describes them; `undefined` until they are loaded. */
  get dispositions(): readonly Disposition[] | undefined {
    return this.#dispositions;
  }

  /** Whether the list was requested, and a new request needs a reason: see `allowRequest`. */
  get isRequested(): boolean {
    return this.#requestedId !== undefined;
  }

  /** Starts with an empty list for another interaction. */
  setInteraction(interactionId: string | undefined): void {
    this.#interactionId = interactionId;
    this.#dispositions = undefined;
  }

  /** Lets `load` send another request: the one before has failed, and something has changed since. */
  allowRequest(): void {
    this.#requestedId = undefined;
  }

  /** Requests the list of the interaction, unless it is loaded or was requested before. */
  load(service: InteractionService, interaction: Interaction): void {
    const {id} = interaction;
    if (this.#dispositions || this.#requestedId === id) return;
    this.#requestedId = id;
    this.run(async () => {
      const list = records(await service.fetchOnce('getDispositions', interaction));
      // The agent may have turned to another interaction.
      if (this.#interactionId === id) this.#dispositions = list as unknown as Disposition[];
    });
  }

  /** Returns the disposition with an id. The page may choose an id that is not in the list: then the id is also the name. */
  find(id: string): Disposition | undefined {
    if (!id) return undefined;
    return this.#dispositions?.find((disposition) => disposition.id === id) ?? {id, name: id};
  }

  /** Returns the id of the disposition with a name; empty if the list has none. */
  idOf(name: string): string {
    return this.#dispositions?.find((disposition) => disposition.name === name)?.id ?? '';
  }
}
