import {define} from '../../shared/base/define.js';
import {Five9Hooks} from './hooks.js';

define('five9-hooks', Five9Hooks);

declare global {
  interface HTMLElementTagNameMap {
    'five9-hooks': Five9Hooks;
  }
}

export {Five9Hooks};
