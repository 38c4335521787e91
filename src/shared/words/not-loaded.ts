import {InteractionApiError} from '../../interaction-api/errors.js';

/**
 * Returns a `catch` handler for an `import()`. The handler throws an error that names the missing part of the page,
 * such as a list, and not the file, because an agent reads the error.
 * @param part Name of the missing part, as the subject of a sentence, such as `The list`.
 */
export function notLoaded(part: string): (cause: unknown) => never {
  return (cause) => {
    throw new InteractionApiError('Generic', `${part} could not be loaded. Reload the page.`, undefined, cause);
  };
}
