import {define} from '../../shared/base/define.js';
import '../adt-button/define.js';
import '../adt-input/define.js';
import {Five9CustomComponent} from './custom-component.js';

define('five9-custom-component', Five9CustomComponent);

declare global {
  interface HTMLElementTagNameMap {
    'five9-custom-component': Five9CustomComponent;
  }
}

export {Five9CustomComponent};
