import {isSameRun, type TextRun} from './text-run.js';

/** The changes of the texts of a container since it was read the last time. */
export interface RunChanges {
  /** Texts that are new or have changed. */
  readonly added: TextRun[];
  /** Texts that no longer exist in this form. */
  readonly removed: TextRun[];
}

/** Remembers the texts of each container, so that a text is searched again only if it has changed. */
export class SearchedRuns {
  readonly #byContainer = new Map<Element, readonly TextRun[]>();
  readonly #current = new Set<TextRun>();

  /** Returns whether the texts of a container are known. */
  has(container: Element): boolean {
    return this.#byContainer.has(container);
  }

  /** Returns the texts of a container. */
  of(container: Element): readonly TextRun[] {
    return this.#byContainer.get(container) ?? [];
  }

  /** Returns whether a text still exists as it was read. */
  isCurrent(run: TextRun): boolean {
    return this.#current.has(run);
  }

  /** Remembers the texts of a container, and returns the changes. */
  update(container: Element, runs: readonly TextRun[]): RunChanges {
    const before = new Map(this.#byContainer.get(container)?.map((run) => [run.nodes[0], run]));
    const changes: RunChanges = {added: [], removed: []};
    const now = runs.map((run) => {
      const known = before.get(run.nodes[0]);
      if (!known || !isSameRun(known, run)) {
        changes.added.push(run);
        return run;
      }
      before.delete(run.nodes[0]);
      return known;
    });
    changes.removed.push(...before.values());
    for (const run of changes.removed) this.#current.delete(run);
    for (const run of changes.added) this.#current.add(run);
    if (now.length) this.#byContainer.set(container, now);
    else this.#byContainer.delete(container);
    return changes;
  }

  clear(): void {
    this.#byContainer.clear();
    this.#current.clear();
  }
}
