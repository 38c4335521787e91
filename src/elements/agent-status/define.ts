import {define} from '../../shared/base/define.js';
import {Five9AgentStatus} from './agent-status.js';

define('five9-agent-status', Five9AgentStatus);

declare global {
  interface HTMLElementTagNameMap {
    'five9-agent-status': Five9AgentStatus;
  }
}

export {Five9AgentStatus};
