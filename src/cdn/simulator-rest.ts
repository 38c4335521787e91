/** The REST API of the simulated Five9. Loaded when a page sends a REST request to the simulator. */
export {executeRest} from '../simulator/rest/embedded.js';
