import type {CallData} from '../../interaction-api/types.js';
import type {Call} from './interaction.js';

/** A call as WebSocket events and REST answers contain it. Source: public code; the list of fields is not complete. */
export interface CallModel extends Pick<CallData, 'callType' | 'campaignId' | 'ani' | 'dnis' | 'number'> {
  id: string;
  state: Call['state'];
  startTimestamp: number;
  /** Milliseconds since the conversation began. */
  handleTime: number;
  /** Milliseconds since the call ended. */
  wrapupTime: number;
  /** CAV id to value. */
  variables: Record<string, string>;
}

type ModelSource = Pick<Call, 'id' | 'state' | 'data' | 'startedAt'> & {
  connectedAt?: number | undefined;
  endedAt?: number | undefined;
};

/** Returns the model of a call at the time `now`. */
export function callModel(
  {id, state, data, startedAt, connectedAt, endedAt}: ModelSource,
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
