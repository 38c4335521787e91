import {define} from '../../shared/base/define.js';
import {Five9Adapter} from './adapter.js';

define('five9-adapter', Five9Adapter);

declare global {
  interface HTMLElementTagNameMap {
    'five9-adapter': Five9Adapter;
  }
}

export {Five9Adapter};
