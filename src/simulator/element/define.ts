import {define} from '../../shared/base/define.js';
import {Five9Simulator} from './simulator-element.js';

define('five9-simulator', Five9Simulator);

declare global {
  interface HTMLElementTagNameMap {
    'five9-simulator': Five9Simulator;
  }
}

export {Five9Simulator};
