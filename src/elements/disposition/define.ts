import {define} from '../../shared/base/define.js';
import {Five9Disposition} from './disposition.js';

define('five9-disposition', Five9Disposition);

declare global {
  interface HTMLElementTagNameMap {
    'five9-disposition': Five9Disposition;
  }
}

export {Five9Disposition};
