import type {InteractionApi} from '../../interaction-api/interaction-api.js';
import {records} from '../../shared/parse/records.js';
import type {VariableDefinition} from './variable.js';

const asked = new WeakMap<InteractionApi, {tenantId: string; answer: Promise<readonly VariableDefinition[]>}>();

/** What Five9's REST knows of the variables of the agent's domain; asked for once. */
export async function definitionsOf(api: InteractionApi): Promise<readonly VariableDefinition[]> {
  const tenantId = String((await api.getMetadata()).tenantId);
  const last = asked.get(api);
  if (last?.tenantId === tenantId) return last.answer;
  const answer = fetchDefinitions(api, tenantId);
  asked.set(api, {tenantId, answer});
  // What failed may be asked for again.
  answer.catch(() => asked.delete(api));
  return answer;
}

async function fetchDefinitions(api: InteractionApi, tenantId: string): Promise<readonly VariableDefinition[]> {
  const params = {path: `/appsvcs/rs/svc/orgs/${encodeURIComponent(tenantId)}/call_variables`};
  // Through the adapter, where it can: the page's policy may not let the page itself.
  const {status, response} = await api.executeRestApiV2(params).catch(() => api.executeRestApi(params));
  if (status !== 200) throw new Error(`${params.path}: ${status}`);
  return records(JSON.parse(response));
}
