import type {AdapterErrorParams, LoginState} from '../sdk/application-api/application-api.types.js';
import {Five9Event} from './events.js';

/** State of the agent's login. */
export interface LoginStateDetail {
  readonly state: LoginState;
}

/** The state of the agent's login has changed, as the adapter reports it. */
export class LoginStateEvent extends Five9Event<LoginStateDetail> {
  static readonly type = 'five9-login-state';
}

/** The adapter has started a session. */
export class SessionInitializedEvent extends Five9Event<null> {
  static readonly type = 'five9-session-initialized';
}

/** Something has failed in the adapter. `detail` is the `params` of the adapter's event, unchanged. */
export class AdapterErrorEvent extends Five9Event<AdapterErrorParams> {
  static readonly type = 'five9-adapter-error';
}

declare module './events.js' {
  interface Five9EventMap {
    'five9-login-state': LoginStateEvent;
    'five9-session-initialized': SessionInitializedEvent;
    'five9-adapter-error': AdapterErrorEvent;
  }
}
