import {define} from '../../shared/base/define.js';
import {Five9AdtInput} from './adt-input.js';

define('five9-adt-input', Five9AdtInput);

declare global {
  interface HTMLElementTagNameMap {
    'five9-adt-input': Five9AdtInput;
  }
}

export {Five9AdtInput};
