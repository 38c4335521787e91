import type {CallData} from '../../interaction-api/types.js';
import type {Call} from './interaction.js';

/** A call as the WebSocket tells it and REST answers it. Seen in public code; the list is not complete. */
export interface CallModel extends Pick<CallData, 'callType' | 'campaignId' | 'ani' | 'dnis' | 'number'> {
  id: string;
  state: Call['state'];
  startTimestamp: number;
  /** Milliseconds since talking began. */
  handleTime: number;
  /** Milliseconds since the call ended. */
  wrapupTime: number;
  /** CAV id to value. */
  variables: Record<string, string>;
}

type Told = Pick<Call, 'id' | 'state' | 'data' | 'startedAt'> & {
  connectedAt?: number | undefined;
  endedAt?: number | undefined;
};

/** How the call is at the time `now`. */
export function callModel(
  {id, state, data, startedAt, connectedAt, endedAt}: Told,
  variables: Record<string, string>,
  now: number,
): CallModel {
  const {callType, campaignId, ani, dnis, number} = data;
  return {
    id,
    callType,
    state,
    campaignId,
    ani,
    dnis,
    number,
    startTimestamp: startedAt,
    handleTime: connectedAt ? (endedAt ?? now) - connectedAt : 0,
    wrapupTime: endedAt ? now - endedAt : 0,
    variables,
  } as CallModel;
}
