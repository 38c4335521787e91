/**
 * Calls a function of the page. If the function throws an error, the error is reported as an uncaught error, and the
 * caller continues.
 */
export function callSafely(callback: () => unknown): void {
  try {
    callback();
  } catch (error) {
    reportUncaught(error);
  }
}

/** Reports an error as an uncaught error. Also works in Node, which has no `reportError`. */
export function reportUncaught(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else {
    queueMicrotask(() => {
      throw error;
    });
  }
}
