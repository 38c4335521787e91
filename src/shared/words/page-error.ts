import {InteractionApiError} from '../../interaction-api/errors.js';

/** An error of the page or of its server, and not of the adapter. The agent reads its message as it is. */
export class PageError extends InteractionApiError {}
