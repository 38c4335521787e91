/** Requests to Five9's REST API with JSON, through any object that has `executeRestApi`. Registers no element. */
export {type JsonRequest, requestJson, type RestApi} from './rest/request-json.js';
export {type Five9ExceptionDetail, RestError} from './rest/rest-error.js';
export {InteractionApiError} from './interaction-api/errors.js';
