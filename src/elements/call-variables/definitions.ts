import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import {records} from '../../shared/parse/records.js';
import type {VariableDefinition} from './variable.js';

interface Fetched {
  readonly tenantId: string;
  readonly definitions: Promise<readonly VariableDefinition[]>;
}

/** The definitions that were fetched last over each API: all elements share them. */
const fetched = new WeakMap<InteractionApi, Fetched>();

/** Returns the definitions of the variables in the agent's domain, from Five9's REST. They are fetched once. */
export async function fetchDefinitions(api: InteractionApi): Promise<readonly VariableDefinition[]> {
  const tenantId = String((await api.getMetadata()).tenantId);
  const known = fetched.get(api);
  if (known?.tenantId === tenantId) return known.definitions;
  const definitions = requestDefinitions(api, tenantId);
  fetched.set(api, {tenantId, definitions});
  // The next element tries again after a failure.
  definitions.catch(() => fetched.delete(api));
  return definitions;
}

async function requestDefinitions(api: InteractionApi, tenantId: string): Promise<readonly VariableDefinition[]> {
  const params = {path: `/appsvcs/rs/svc/orgs/${encodeURIComponent(tenantId)}/call_variables`};
  // First through the adapter: the policy of the page may not allow the page's own request.
  const {status, response} = await api.executeRestApiV2(params).catch(() => api.executeRestApi(params));
  if (status !== 200) throw new Error(`${params.path}: ${status}`);
  return records(JSON.parse(response));
}
