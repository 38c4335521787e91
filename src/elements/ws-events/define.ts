import {define} from '../../shared/base/define.js';
import {Five9WsEvents} from './ws-events.js';

define('five9-ws-events', Five9WsEvents);

declare global {
  interface HTMLElementTagNameMap {
    'five9-ws-events': Five9WsEvents;
  }
}

export {Five9WsEvents};
