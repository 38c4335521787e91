import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import {records} from '../../shared/parse/records.js';
import type {VariableDefinition} from './variable.js';

interface Fetched {
  readonly tenantId: string;
  readonly definitions: Promise<readonly VariableDefinition[]>;
}

/** The definitions that were fetched last through each API object. All elements share them. */
const fetched = new WeakMap<InteractionApi, Fetched>();

/**
 * Returns the definitions of the call variables of the agent's tenant. Fetches them from Five9's REST API only once.
 */
export async function fetchDefinitions(api: InteractionApi): Promise<readonly VariableDefinition[]> {
  const tenantId = String((await api.getMetadata()).tenantId);
  const known = fetched.get(api);
  if (known?.tenantId === tenantId) return known.definitions;
  const definitions = requestDefinitions(api, tenantId);
  fetched.set(api, {tenantId, definitions});
  // Forget a failed request, so that the next element sends a new request.
  definitions.catch(() => fetched.delete(api));
  return definitions;
}

async function requestDefinitions(api: InteractionApi, tenantId: string): Promise<readonly VariableDefinition[]> {
  const params = {path: `/appsvcs/rs/svc/orgs/${encodeURIComponent(tenantId)}/call_variables`};
  // First request the definitions through the adapter, because the page's content security policy may block a request
  // from the page.
  const {status, response} = await api.executeRestApiV2(params).catch(() => api.executeRestApi(params));
  if (status !== 200) throw new Error(`${params.path}: ${status}`);
  return records(JSON.parse(response));
}
