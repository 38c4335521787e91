import {define} from '../../shared/base/define.js';
import {Five9DialLinks} from './dial-links.js';

define('five9-dial-links', Five9DialLinks);

declare global {
  interface HTMLElementTagNameMap {
    'five9-dial-links': Five9DialLinks;
  }
}

export {Five9DialLinks};
