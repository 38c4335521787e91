/** Requests to Five9's REST API as JSON, over any Interaction API. Registers no element. */
export {type JsonRequest, requestJson, type RestApi} from './rest/request-json.js';
export {type Five9ExceptionDetail, RestError} from './rest/rest-error.js';
export {InteractionApiError} from './interaction-api/errors.js';
