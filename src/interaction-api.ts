/** The client of the Interaction API, without Lit and without elements. */
import {InteractionApi, type InteractionApiOptions} from './interaction-api/index.js';
import {type AdapterSettings, adapterTransport} from './transport/index.js';

export * from './interaction-api/index.js';
export * from './transport/index.js';

/** Creates an Interaction API for the adapter in one of the page's frames, or in the page itself. */
export const createInteractionApi = (settings: AdapterSettings & InteractionApiOptions = {}): InteractionApi =>
  new InteractionApi(adapterTransport(settings), settings);
