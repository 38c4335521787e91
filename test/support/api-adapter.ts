/** Adapters for the APIs of the CRM SDK other than the Interaction API. */
import type {AdapterHandle} from './adapter-handle.js';
import {inWindow} from './places.js';
import type {WireOptions} from './wire-adapter.js';

/** The prefix of the channel of each API. */
const PREFIXES = {
  crmApi: 'crm_api_plugin_',
  hookApi: 'hook_api_plugin_',
  customComponentsApi: 'cust_comp_plugin_',
  applicationApi: 'app_api_plugin_',
} as const;

/** An adapter of one API. */
export interface ApiAdapter {
  adapter: AdapterHandle;
  /** Asks the page, and returns its answer: `{response}` or `{error}`. */
  ask(method: string, params?: unknown): Promise<{response?: unknown; error?: unknown}>;
  /** Sends an event to the page. */
  tell(name: string, data?: unknown): Promise<void>;
}

/** Starts an adapter in the page's own window on the channel of an API. Use `connected` to wait for the page. */
export async function openApiAdapter(
  api: keyof typeof PREFIXES,
  name: string,
  options: Partial<WireOptions> = {},
): Promise<ApiAdapter> {
  const adapter = await inWindow.settle();
  await adapter.start({channel: PREFIXES[api] + name, ...options});
  return {
    adapter,
    async ask(method, params) {
      await adapter.receives('connected');
      const {id: _, ...answer} = await adapter.answerTo(api, method, params);
      return answer;
    },
    async tell(event, data) {
      await adapter.receives('connected');
      await adapter.event(api, event, data);
    },
  };
}
