import {define} from '../../shared/base/define.js';
import {Five9Interactions} from './interactions.js';

define('five9-interactions', Five9Interactions);

declare global {
  interface HTMLElementTagNameMap {
    'five9-interactions': Five9Interactions;
  }
}

export {Five9Interactions};
