import type {CallModel} from '../../contact-center/call-model.js';
import {optionalTextIn, textIn} from '../body.js';
import {contactChanges, contactsOf, updateContacts} from '../contacts.js';
import {APPLICATION_ERROR, RestError} from '../rest-error.js';
import {setDisposition} from '../dispositions.js';
import {type Exchange, routes} from '../router.js';

/** Id of the WebSocket event that reports a playing prompt. The payload of this event is not public. */
const AUDIO_PLAYER_UPDATED = '41';
const CALL = 'agents/:agent/interactions/calls/:id';

/** Routes of calls. */
export const callRoutes = routes('working', {
  'GET agents/:agent/interactions/calls': ({call, state}) =>
    state()
      .interactions.filter(({type, state: step}) => type === 'Call' && step !== 'FINISHED')
      .map(({id}) => call(id)),
  [`GET ${CALL}`]: theCall,
  'POST agents/:agent/interactions/make_external_call': dial,
  // Offer an incoming call, because the simulator has no echo service, which this request calls in Five9.
  'POST agents/:agent/interactions/make_test_call': ({call, center, tenant}) =>
    call(center.offerCall({ani: tenant.campaigns[0]?.number ?? '0', campaignId: ''})),
  [`PUT ${CALL}/answer`]: change(({center}, id) => center.answer(id)),
  [`PUT ${CALL}/disconnect`]: change(({center}, id) => center.hangUp(id, {by: 'agent'})),
  [`PUT ${CALL}/dispose`]: dispose,
  [`PUT ${CALL}/variables_2`]: setVariables,
  [`PUT ${CALL}/audio/player/play_prompt`]: playPrompt,
  [`GET ${CALL}/contacts`]: (exchange) => contactsOf(exchange, theCall(exchange)),
  // Serve both paths, because public code of integrators uses both.
  [`PUT ${CALL}/update_contact`]: update,
  [`PUT ${CALL}/contacts/update_contact`]: update,
});

/** Returns the live call whose id is in the path. */
function theCall({call, params}: Exchange): CallModel {
  return call(params['id'] ?? '');
}

/** Returns a handler that changes a call and answers with the new state of the call. */
export function change(carryOut: (exchange: Exchange, id: string) => void) {
  return (exchange: Exchange): CallModel => {
    const {id} = theCall(exchange);
    carryOut(exchange, id);
    return theCall(exchange);
  };
}

/** Dials, and answers with the new call. Throws if the dial is refused. */
export async function dial({body, call, center, settings, state}: Exchange): Promise<CallModel> {
  const number = textIn(body, 'number');
  const campaignName = optionalTextIn(body, 'campaignId');
  const id = await center.dial({number, campaignName, skipDncCheck: body['skipDNCCheck'] === true});
  if (id !== null && state().pendingDial?.id !== id) return call(id);
  // Cancel a dial that waits for a campaign, because a REST request cannot ask the agent for a campaign.
  if (id !== null) center.cancelDial(id);
  const {errorCode, message} = state().refusedDials.at(-1) ?? {errorCode: 'NO_CAMPAIGN', message: 'No campaign.'};
  const code = errorCode === 'DNC' ? settings.dncErrorCode : settings.otherErrorCode;
  throw new RestError(APPLICATION_ERROR, code, errorCode, message);
}

async function dispose(exchange: Exchange): Promise<CallModel> {
  const call = theCall(exchange);
  await setDisposition(exchange, call.id, optionalTextIn(exchange.body, 'timeout'));
  return {...call, state: 'FINISHED'};
}

/** Sets variables from `{cavId: value}`, and answers with all variables of the call. */
async function setVariables(exchange: Exchange): Promise<Record<string, string>> {
  const {body, center} = exchange;
  const {id: interactionId} = theCall(exchange);
  const cavList = Object.keys(body).map((id) => ({id, value: body[id] === '' ? '' : textIn(body, id)}));
  await center.request('setCav', {interactionId, cavList});
  return theCall(exchange).variables;
}

function playPrompt(exchange: Exchange): void {
  const {body, center, settings} = exchange;
  const {id, state} = theCall(exchange);
  const prompt = settings.prompts.find((it) => it.id === textIn(body, 'value'));
  const refuse = (contextCode: string, message: string): never => {
    throw new RestError(APPLICATION_ERROR, settings.otherErrorCode, contextCode, message, id);
  };
  if (!prompt) return refuse('PROMPT_NOT_FOUND', 'There is no such prompt.');
  if (state !== 'TALKING') refuse('WRONG_STATE', `The call is ${state}.`);
  center.emitWsEvent({id: AUDIO_PLAYER_UPDATED, payload: {callId: id, promptId: prompt.id, state: 'PLAYING'}});
}

function update(exchange: Exchange): void {
  theCall(exchange);
  updateContacts(exchange, contactChanges(exchange.body));
}
