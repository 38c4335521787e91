export {executeRest} from '../simulator/rest/embedded.js';
