import {define} from '../../shared/base/define.js';
import {Five9ObjectVisited} from './object-visited.js';

define('five9-object-visited', Five9ObjectVisited);

declare global {
  interface HTMLElementTagNameMap {
    'five9-object-visited': Five9ObjectVisited;
  }
}

export {Five9ObjectVisited};
