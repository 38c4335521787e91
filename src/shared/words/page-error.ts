import {InteractionApiError} from '../../interaction-api/errors.js';

/** An error of the page or of its server, and not of the adapter. The agent reads its message as it is. */
export class PageError extends InteractionApiError {
  /** @internal */
  readonly isOfPage = true;
}

/**
 * Returns whether an error is a `PageError`, also of another file of this package: a file that is loaded on demand has
 * its own class.
 */
export const isPageError = (error: InteractionApiError): boolean => 'isOfPage' in error;
