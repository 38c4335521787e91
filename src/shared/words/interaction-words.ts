import {html, type TemplateResult} from 'lit';
import type {CallData} from '../../interaction-api/types.js';
import {type Interaction, isLive} from '../../service/interactions.js';
import {duration} from './duration.js';

/** The other side of an interaction. Of chats and e-mails public material tells the campaign at most. */
export function who({data}: Interaction): string {
  const {number, callType, ani, dnis, campaignName} = data as CallData;
  return [number, callType === 'INBOUND' ? ani : dnis, campaignName].find((one) => one) ?? '';
}

/** How far an interaction has come, in words. */
export function stateWords(interaction: Interaction): string {
  const {type, state, data, endedAt, log} = interaction;
  if (!isLive(interaction)) return log?.dispositionName || `${state.charAt(0).toUpperCase()}${state.slice(1)}`;
  if (state === 'ended' || endedAt) return 'Ended, waits for its disposition';
  if (type !== 'Call') return state === 'offered' ? 'Offered' : 'Accepted';
  return state === 'accepted' ? 'On call' : (data as CallData).callType === 'INBOUND' ? 'Ringing' : 'Dialling';
}

/** Since when: since it began, or since it ended and waits for its disposition. Who renders it ticks. */
export function renderTimer({startedAt, endedAt = startedAt}: Interaction): TemplateResult {
  const seconds = Math.max(0, Math.floor((Date.now() - endedAt) / 1000));
  return html`<time part="timer" datetime="PT${seconds}S">${duration(seconds)}</time>`;
}
