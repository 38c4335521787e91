import {define} from '../../shared/base/define.js';
import {Five9CallVariables} from './call-variables.js';

define('five9-call-variables', Five9CallVariables);

declare global {
  interface HTMLElementTagNameMap {
    'five9-call-variables': Five9CallVariables;
  }
}

export {Five9CallVariables};
