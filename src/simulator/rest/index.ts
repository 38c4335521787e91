export {corsHeaders, isLocalOrigin} from './cors.js';
export type {MaintenanceNotice, Prompt, RestAssumptions, RestOptions} from './options.js';
export {REST_PATH, RestFace, type Sender} from './rest-face.js';
