import {define} from '../../shared/base/define.js';
import {Five9Crm} from './crm.js';

define('five9-crm', Five9Crm);

declare global {
  interface HTMLElementTagNameMap {
    'five9-crm': Five9Crm;
  }
}

export {Five9Crm};
