import {define} from '../../shared/base/define.js';
import {Five9Click2dial} from './click2dial.js';

define('five9-click2dial', Five9Click2dial);

declare global {
  interface HTMLElementTagNameMap {
    'five9-click2dial': Five9Click2dial;
  }
}

export {Five9Click2dial};
