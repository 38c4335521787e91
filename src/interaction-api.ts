/** The client of the Interaction API, without Lit and without elements. */
import {InteractionApi, type InteractionApiOptions} from './interaction-api/index.js';
import {type AdapterSettings, adapterTransport} from './transport/index.js';

export * from './interaction-api/index.js';
export * from './transport/index.js';

/** Creates an `InteractionApi`. The API connects to an adapter in a frame of the page, or in the page itself. */
export const createInteractionApi = (settings: AdapterSettings & InteractionApiOptions = {}): InteractionApi =>
  new InteractionApi(adapterTransport(settings), settings);
