import {define} from '../../internal/define.js';
import {Five9CallVariables} from './call-variables.js';

define('five9-call-variables', Five9CallVariables);

declare global {
  interface HTMLElementTagNameMap {
    'five9-call-variables': Five9CallVariables;
  }
}

export {Five9CallVariables};
