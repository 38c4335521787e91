import {define} from '../../shared/base/define.js';
// Define these elements too, because the panel contains them.
import '../call-variables/define.js';
import '../contact/define.js';
import '../disposition/define.js';
import '../dtmf-pad/define.js';
import '../interactions/define.js';
import '../mute/define.js';
import '../object-picker/define.js';
import '../search-results/define.js';
import {Five9InteractionPanel} from './interaction-panel.js';

define('five9-interaction-panel', Five9InteractionPanel);

declare global {
  interface HTMLElementTagNameMap {
    'five9-interaction-panel': Five9InteractionPanel;
  }
}

export {Five9InteractionPanel};
