/** The answers of `five9-crm`. Loaded when the page contains the first `five9-crm`. */
export {CrmBody} from '../elements/crm/crm-body.js';
