import {define} from '../../shared/base/define.js';
import {Five9DtmfPad} from './dtmf-pad.js';

define('five9-dtmf-pad', Five9DtmfPad);

declare global {
  interface HTMLElementTagNameMap {
    'five9-dtmf-pad': Five9DtmfPad;
  }
}

export {Five9DtmfPad};
