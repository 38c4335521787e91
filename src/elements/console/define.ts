import {define} from '../../shared/base/define.js';
import {Five9Console} from './console.js';

define('five9-console', Five9Console);

declare global {
  interface HTMLElementTagNameMap {
    'five9-console': Five9Console;
  }
}

export {Five9Console};
