import {define} from '../../shared/base/define.js';
import {Five9ObjectPicker} from './object-picker.js';

define('five9-object-picker', Five9ObjectPicker);

declare global {
  interface HTMLElementTagNameMap {
    'five9-object-picker': Five9ObjectPicker;
  }
}

export {Five9ObjectPicker};
