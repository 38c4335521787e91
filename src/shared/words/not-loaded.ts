import {InteractionApiError} from '../../interaction-api/errors.js';

/** For an `import()` that failed: says to whoever sees the element what is missing, and not which file. */
export const notLoaded =
  (what: string) =>
  (cause: unknown): never => {
    throw new InteractionApiError('Generic', `${what} could not be loaded. Reload the page.`, undefined, cause);
  };
