export {ConsoleBody} from '../elements/console/body.js';
