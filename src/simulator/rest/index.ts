export {corsHeaders, isLocalOrigin} from './cors.js';
export type {MaintenanceNotice, Prompt, RestAssumptions, RestOptions} from './options.js';
export {REST_PATH, RestHandler, type Sender} from './rest-handler.js';
/** @deprecated Use `RestHandler`. */
export {RestHandler as RestFace} from './rest-handler.js';
