/** The content of `five9-console`. Loaded when the page contains the first `five9-console`. */
export {ConsoleBody} from '../elements/console/body.js';
