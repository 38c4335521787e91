import type {WsEventContext} from '../../interaction-api/types.js';
import {Five9Event} from '../../service/events.js';

/** A WebSocket event. */
export interface WsEventDetail {
  /** Id of the event, for example `4` for “call updated”. */
  readonly id: string;
  /** The payload, unchanged. Five9 documents no types for payloads. */
  readonly payload: unknown;
  /** The context of the event, unchanged. */
  readonly context: WsEventContext;
}

/** Five9's server has sent an event over the WebSocket. */
export class Five9WsEvent extends Five9Event<WsEventDetail> {
  static readonly type = 'five9-ws-event';
}

declare module '../../service/events.js' {
  interface Five9EventMap {
    'five9-ws-event': Five9WsEvent;
  }
}
