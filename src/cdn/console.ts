/** The content of five9-console. Loaded with the first console. */
export {ConsoleBody} from '../elements/console/body.js';
