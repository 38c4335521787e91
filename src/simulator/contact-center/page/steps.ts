/**
 * A workflow that waits for answers of pages: a generator that yields each promise that it waits for, and gets the
 * value of the promise back.
 */
export type Steps<Result> = Generator<PromiseLike<unknown>, Result, unknown>;

/** Waits for a promise in a workflow. */
export function* wait<Value>(promise: PromiseLike<Value>): Steps<Value> {
  return (yield promise) as Value;
}

/**
 * Runs a workflow. It runs at once until it waits for a promise, so a contact centre without pages acts synchronously.
 *
 * @param change Carries out each later part of the workflow, so that the events of the part are sent together.
 * @returns the result of the workflow; a promise of it if the workflow waits
 */
export function runSteps<Result>(
  steps: Steps<Result>,
  change: (carryOut: () => IteratorResult<PromiseLike<unknown>, Result>) => IteratorResult<PromiseLike<unknown>, Result>,
): Result | Promise<Result> {
  const first = steps.next();
  return first.done ? first.value : continueSteps(steps, first, change);
}

async function continueSteps<Result>(
  steps: Steps<Result>,
  first: IteratorYieldResult<PromiseLike<unknown>>,
  change: Parameters<typeof runSteps<Result>>[1],
): Promise<Result> {
  let step: IteratorResult<PromiseLike<unknown>, Result> = first;
  while (!step.done) {
    const outcome = await settle(step.value);
    step = change(() => ('error' in outcome ? steps.throw(outcome.error) : steps.next(outcome.value)));
  }
  return step.value;
}

/** Waits for a promise. Returns its value or its error. */
async function settle(promise: PromiseLike<unknown>): Promise<{value: unknown} | {error: unknown}> {
  try {
    return {value: await promise};
  } catch (error) {
    return {error};
  }
}
