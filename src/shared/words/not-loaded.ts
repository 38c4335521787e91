import {InteractionApiError} from '../../interaction-api/errors.js';

/**
 * Returns a `catch` handler for an `import()`. Its error names the missing part, not the file, because an agent reads
 * the text.
 * @param part The missing part as the subject of a sentence: `The list`.
 */
export function notLoaded(part: string): (cause: unknown) => never {
  return (cause) => {
    throw new InteractionApiError('Generic', `${part} could not be loaded. Reload the page.`, undefined, cause);
  };
}
