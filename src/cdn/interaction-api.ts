/** The client of the Interaction API, without Lit, and the SDK drop-in. */
import {createInteractionApi} from '../interaction-api.js';
import {installDropIn} from '../sdk/drop-in.js';

export {createInteractionApi, InteractionApi, InteractionApiError} from '../interaction-api.js';

installDropIn((name) => createInteractionApi({name}));
