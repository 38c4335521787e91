import {define} from '../../internal/define.js';
import {Five9Disposition} from './disposition.js';

define('five9-disposition', Five9Disposition);

declare global {
  interface HTMLElementTagNameMap {
    'five9-disposition': Five9Disposition;
  }
}

export {Five9Disposition};
