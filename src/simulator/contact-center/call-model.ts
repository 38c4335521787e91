import type {CallData} from '../../interaction-api/types.js';
import type {Call} from './interaction.js';

/** The data of a call in WebSocket events and REST answers. Source: public code, which does not show all fields. */
export interface CallModel extends Pick<CallData, 'callType' | 'campaignId' | 'ani' | 'dnis' | 'number'> {
  id: string;
  state: Call['state'];
  startTimestamp: number;
  /** Length of the conversation so far, in milliseconds. 0 before the conversation begins. */
  handleTime: number;
  /** Milliseconds since the end of the call. 0 before the end. */
  wrapupTime: number;
  /** Values of the call's variables, by CAV id. */
  variables: Record<string, string>;
}

type ModelSource = Pick<Call, 'id' | 'state' | 'data' | 'startedAt'> & {
  connectedAt?: number | undefined;
  endedAt?: number | undefined;
};

/** Returns the data of a call at the time `now`, in the form of WebSocket events and REST answers. */
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
