import {createInteractionApi} from '../interaction-api.js';
import {installDropIn} from '../sdk/drop-in.js';

export {createInteractionApi, InteractionApi, InteractionApiError} from '../interaction-api.js';

installDropIn((name) => createInteractionApi({name}));
