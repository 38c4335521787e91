import {define} from '../../shared/base/define.js';
import {Five9Mute} from './mute.js';

define('five9-mute', Five9Mute);

declare global {
  interface HTMLElementTagNameMap {
    'five9-mute': Five9Mute;
  }
}

export {Five9Mute};
