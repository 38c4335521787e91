import {dial} from './calls.js';
import {textIn} from '../body.js';
import {contactFields} from '../contacts.js';
import {RestError} from '../rest-error.js';
import {type Exchange, routes} from '../router.js';

/**
 * ASSUMPTION: Five9 sends these WebSocket events when a click-to-dial link is opened. Their payloads are not public.
 */
const CLICK_TO_DIAL = '74';
const CLICK_TO_DIAL_FAILED = '75';

const reasonCodes = (names: readonly string[]) => () =>
  names.map((name, index) => ({id: String(index), name, selectable: index > 0}));

/** Routes of the organisation's settings. */
export const organisationRoutes = routes('session', {
  'GET orgs/:org/dispositions': ({tenant}) =>
    tenant.dispositions.map(({id, name, type, timeout}) => ({
      id,
      name,
      type: type ?? 'FINAL',
      ...(timeout && {timeout}),
    })),
  'GET orgs/:org/call_variables': ({tenant}) =>
    tenant.variables.map(({id, group, name, type, restrictions = []}) => ({
      id,
      group,
      name,
      type,
      restrictions: {restrictions},
    })),
  'GET orgs/:org/contact_fields': ({tenant}) => contactFields(tenant),
  'GET orgs/:org/skills': ({tenant}) => tenant.campaigns.flatMap(({skill}) => skill ?? []),
  'GET orgs/:org/users': ({tenant: {agent}}) => [
    {id: agent.id, userName: agent.login, fullName: agent.name, active: true},
  ],
  'GET orgs/:org/campaigns': ({tenant}) => tenant.campaigns.map(({id, name, number}) => ({id, name, number})),
  'GET orgs/:org/campaigns/:campaign/script': script,
  'GET orgs/:org/not_ready_reason_codes': reasonCodes(['Not Ready', 'Break', 'Lunch', 'Training']),
  'GET orgs/:org/logout_reason_codes': reasonCodes(['Logout', 'End of shift', 'System problem']),
  'PUT orgs/:org/contacts/:contact/note': ({params, tenant}) => {
    const id = params['contact'] ?? '';
    if (!tenant.contacts[Number(id) - 1]) throw new RestError(404, 0, 'NOT_FOUND', `There is no contact ${id}.`, id);
  },
});

export const clickToDialRoutes = routes('working', {'GET orgs/:org/interactions/click_to_dial': clickToDial});

/**
 * Handles an ordinary link that dials in the agent's adapter. Answers with status 204, so that the browser stays on the
 * current page.
 */
async function clickToDial(exchange: Exchange): Promise<void> {
  const {center, query} = exchange;
  const given = Object.fromEntries(query);
  textIn(given, 'number');
  center.emitWsEvent({id: CLICK_TO_DIAL, payload: given});
  // ASSUMPTION: if the parameter `dialImmediately` is missing, the adapter dials.
  if (given['dialImmediately'] === 'false') return;
  try {
    await dial({...exchange, body: {...given, skipDNCCheck: given['skipDNCCheck'] === 'true'}});
  } catch (error) {
    center.emitWsEvent({id: CLICK_TO_DIAL_FAILED, payload: {...given, message: (error as Error).message}});
    throw error;
  }
}

/**
 * Returns the script that the agent reads to the customer. It contains variables as `@Group.Name@`, and is compressed
 * as in Five9.
 */
function script({params, tenant}: Exchange): Response {
  const campaign = tenant.campaigns.find(({id}) => id === params['campaign']);
  if (!campaign) throw new RestError(404, 0, 'NOT_FOUND', `There is no campaign ${params['campaign'] ?? ''}.`);
  const html = `<p>${campaign.name}. My name is @Agent.full_name@. Am I speaking with @Customer.first_name@?</p>`;
  const body = new Blob([html]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Response(body, {headers: {'content-type': 'application/octet-stream'}});
}
