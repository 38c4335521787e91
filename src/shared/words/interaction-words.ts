import type {CallData} from '../../interaction-api/types.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {readable} from '../parse/crm-record.js';

/**
 * Returns the number of the remote party. Without a number, returns the name of the campaign, because chats and e-mails
 * have no number.
 */
export function otherSide({data}: Interaction): string {
  const {number, callType, ani, dnis, campaignName} = data as CallData;
  return readable(number) || readable(callType === 'INBOUND' ? ani : dnis) || readable(campaignName);
}

/** Returns the state of an interaction as text. */
export function stateWords(interaction: Interaction): string {
  const {type, state, endedAt, log} = interaction;
  if (!isLive(interaction)) return readable(log?.dispositionName) || capitalized(state);
  if (state === 'ended' || endedAt) return 'Ended, waits for its disposition';
  if (type !== 'Call') return capitalized(state);
  if (state === 'accepted') return 'On call';
  return (interaction.data as CallData).callType === 'INBOUND' ? 'Ringing' : 'Dialling';
}

const capitalized = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
