import {define} from '../../shared/base/define.js';
import {Five9Contact} from './contact.js';

define('five9-contact', Five9Contact);

declare global {
  interface HTMLElementTagNameMap {
    'five9-contact': Five9Contact;
  }
}

export {Five9Contact};
