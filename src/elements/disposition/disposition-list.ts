import type {Disposition} from '../../interaction-api/types.js';
import type {InteractionService} from '../../service/interaction-service.js';
import type {Interaction} from '../../service/interactions.js';
import {records, text} from '../../shared/parse/records.js';

/**
 * The dispositions that an interaction allows. They are requested once and stored, because the adapter does not return
 * the dispositions of a finished interaction.
 */
export class DispositionList {
  #interactionId: string | undefined;
  #requestedId: string | undefined;
  #dispositions: readonly Disposition[] | undefined;

  /** @param run Runs a request, shows that the request is pending, and shows its error. */
  constructor(private readonly run: (request: () => Promise<void>) => unknown) {}

  /** The dispositions as the adapter describes them; `undefined` until they are loaded. */
  get dispositions(): readonly Disposition[] | undefined {
    return this.#dispositions;
  }

  /** Whether the list was requested. If true, `load` sends no other request until `allowRequest` is called. */
  get isRequested(): boolean {
    return this.#requestedId !== undefined;
  }

  /** Clears the list, because the interaction has changed. */
  setInteraction(interactionId: string | undefined): void {
    this.#interactionId = interactionId;
    this.#dispositions = undefined;
  }

  /** Allows `load` to send another request, for example after a failed request. */
  allowRequest(): void {
    this.#requestedId = undefined;
  }

  /** Requests the list for the interaction, unless the list is loaded or was requested before. */
  load(service: InteractionService, interaction: Interaction): void {
    const {id} = interaction;
    if (this.#dispositions || this.#requestedId === id) return;
    this.#requestedId = id;
    this.run(async () => {
      const list = readDispositions(await service.fetchOnce('getDispositions', interaction));
      // Ignore the answer if the agent has selected another interaction since the request.
      if (this.#interactionId === id) this.#dispositions = list;
    });
  }

  /**
   * Returns the disposition with an id; `undefined` if the id is empty. The page may choose an id that is not in the
   * list. Then the id is also used as the name.
   */
  find(id: string): Disposition | undefined {
    if (!id) return undefined;
    return this.#dispositions?.find((disposition) => disposition.id === id) ?? {id, name: id};
  }

  /** Returns the id of the disposition with a name; empty if the name is missing in the list. */
  idOf(name: string): string {
    return this.#dispositions?.find((disposition) => disposition.name === name)?.id ?? '';
  }
}

/**
 * Returns the name of the disposition in the log of an interaction; `undefined` if there is no log, or no such name in
 * it.
 */
export function dispositionNameOf(interaction: Interaction | undefined): string | undefined {
  const name = interaction?.log?.dispositionName as unknown;
  return name === undefined || name === null ? undefined : text(name);
}

/** Returns the dispositions in an answer. Converts ids and names to texts. Leaves out entries without an id. */
function readDispositions(answer: unknown): Disposition[] {
  return records(answer)
    .map((entry) => ({...entry, id: text(entry['id']), name: text(entry['name']) || text(entry['id'])}))
    .filter(({id}) => id !== '');
}
