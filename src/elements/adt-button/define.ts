import {define} from '../../shared/base/define.js';
import {Five9AdtButton} from './adt-button.js';

define('five9-adt-button', Five9AdtButton);

declare global {
  interface HTMLElementTagNameMap {
    'five9-adt-button': Five9AdtButton;
  }
}

export {Five9AdtButton};
