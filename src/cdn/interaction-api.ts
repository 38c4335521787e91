/**
 * The client of the Interaction API, without Lit. Also installs `Five9.CrmSdk.interactionApi`, for code that was
 * written for the Five9 SDK.
 */
import {createInteractionApi} from '../interaction-api.js';
import {installDropIn} from '../sdk/drop-in.js';

export {createInteractionApi, InteractionApi, InteractionApiError} from '../interaction-api.js';

installDropIn({interactionApi: (name) => createInteractionApi({name})});
