import {define} from '../../shared/base/define.js';
import {Five9Provider} from './provider.js';

define('five9-provider', Five9Provider);

declare global {
  interface HTMLElementTagNameMap {
    'five9-provider': Five9Provider;
  }
}

export {Five9Provider};
