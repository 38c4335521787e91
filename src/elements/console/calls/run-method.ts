import type {InteractionApi} from '../../../interaction-api/interaction-api.js';
import type {CallOptions} from '../../../interaction-api/methods.js';
import {hasAnswer} from '../has-answer.js';
import {toPrettyJson} from '../json.js';

/**
 * Replacements of the API's subscription methods. They take names or ids, because the console provides the callbacks.
 */
export interface Subscriptions {
  subscribe(names: readonly string[]): void;
  unsubscribe(names: readonly string[]): void;
  subscribeWsEvent(ids: readonly string[]): void;
  unsubscribeWsEvent(ids: readonly string[]): void;
}

/** Calls a method by its name. Resolves with the result as text for the user. */
export async function runMethod(
  api: InteractionApi,
  subscriptions: Subscriptions,
  method: string,
  params: unknown,
  options: CallOptions,
): Promise<string> {
  if (isSubscriptionMethod(method)) {
    subscriptions[method](namesOrIds(params));
    return SUBSCRIPTION_TEXTS[method];
  }
  const result = await api.call(method, params, options);
  if (!hasAnswer(method)) return 'Sent. This method has no answer.';
  return result === undefined || result === null ? 'Done. No result.' : resultText(method, result);
}

const SUBSCRIPTION_TEXTS: Record<keyof Subscriptions, string> = {
  subscribe: 'Subscribed. The log shows the callbacks.',
  unsubscribe: 'Unsubscribed.',
  subscribeWsEvent: 'Subscribed. The log shows the events.',
  unsubscribeWsEvent: 'Unsubscribed.',
};

const isSubscriptionMethod = (method: string): method is keyof Subscriptions =>
  Object.hasOwn(SUBSCRIPTION_TEXTS, method);

/**
 * Returns the names or ids in `{names}` or `{ids}`, which is a list, or a text with spaces or commas. Throws if there
 * is no name or id.
 */
function namesOrIds(params: unknown): string[] {
  const {names, ids} = Object(params) as {names?: unknown; ids?: unknown};
  const texts = [ids ?? names].flat().filter((item) => typeof item === 'string' || typeof item === 'number');
  const list = texts
    .join(' ')
    .split(/[\s,]+/)
    .filter(Boolean);
  if (!list.length) throw new Error('Enter at least one name or id.');
  return list;
}

/** Returns a result as JSON. If the body of a REST answer is a JSON text, the result contains the parsed body. */
function resultText(method: string, result: unknown): string {
  const {response} = Object(result) as {response?: unknown};
  if (!method.startsWith('executeRest') || typeof response !== 'string') return toPrettyJson(result);
  return toPrettyJson({...(result as object), response: parsed(response)});
}

/** Returns the value of a JSON text. Returns any other text unchanged. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
