/** The data of the Application API. The sources are as in the CRM API: D documentation, U public code, I conclusion. */
import type {OpenUnion, UnknownFields} from '../../interaction-api/types.js';

/** State of the agent's log-in. Other values are possible, because only these were seen in public code (U). */
export type LoginState = OpenUnion<'SELECT_STATION' | 'SELECT_SKILLS' | 'ACCEPT_NOTICE' | 'WORKING' | 'RELOGIN'>;

/** Settings of the agent (D). */
export interface ApplicationConfig extends UnknownFields {
  /** Time zone, for example `America/Los_Angeles`. */
  timezone?: string;
  /** Language, for example `en`. */
  lang?: string;
}

/** An error of the adapter (D). */
export interface AdapterErrorParams extends UnknownFields {
  /** The part of the adapter that failed. */
  source?: OpenUnion<'rest-api' | 'websocket' | 'hook' | 'sdk' | 'ui-message'>;
  errorMessage?: string;
  context?: UnknownFields & {
    /** HTTP status, for `rest-api`. */
    statusCode?: number;
    /** Id of the WebSocket event, for `websocket`. */
    subscriptionId?: string;
    /** Name of the hook, for `hook`. */
    hookName?: string;
    /** Parameters of the method, for `sdk`. */
    methodParams?: unknown;
    /** Text of the message, for `ui-message`. */
    messageText?: string;
  };
}

/** The events, and the `params` that the callback of each event receives (D). */
export interface ApplicationEventMap {
  /** The adapter has started a session. */
  sessionInitialized: undefined;
  /** The state of the agent's log-in has changed. */
  loginStateChanged: {state: LoginState};
  /** Something failed in the adapter. */
  error: AdapterErrorParams;
}

/** Name of an event. */
export type ApplicationEventName = keyof ApplicationEventMap;

/** The names of the events. */
export const APPLICATION_EVENT_NAMES = [
  'sessionInitialized',
  'loginStateChanged',
  'error',
] as const satisfies readonly ApplicationEventName[];

/** The argument of `subscribe`: an object with a callback for each event name. */
export type ApplicationApiEvents = {
  [Name in ApplicationEventName]?: (params: ApplicationEventMap[Name]) => void;
};
