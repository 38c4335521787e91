import type {InteractionApi} from '../../../interaction-api/interaction-api.js';
import type {CallOptions} from '../../../interaction-api/methods.js';
import {hasAnswer} from '../has-answer.js';
import {toPrettyJson} from '../json.js';
import {namesIn} from './names-in.js';
import {NO_ANSWER, resultText, SUBSCRIBED, UNSUBSCRIBED} from './result-text.js';

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
    const {names, ids} = Object(params) as {names?: unknown; ids?: unknown};
    subscriptions[method](namesIn(ids ?? names));
    return SUBSCRIPTION_TEXTS[method];
  }
  const result = await api.call(method, params, options);
  if (!hasAnswer(method)) return NO_ANSWER;
  return method.startsWith('executeRest') ? restText(result) : resultText(result);
}

const SUBSCRIPTION_TEXTS: Record<keyof Subscriptions, string> = {
  subscribe: SUBSCRIBED,
  unsubscribe: UNSUBSCRIBED,
  subscribeWsEvent: 'Subscribed. The log shows the events.',
  unsubscribeWsEvent: UNSUBSCRIBED,
};

const isSubscriptionMethod = (method: string): method is keyof Subscriptions =>
  Object.hasOwn(SUBSCRIPTION_TEXTS, method);

/** Returns a REST answer as JSON. If its body is a JSON text, the result contains the parsed body. */
function restText(result: unknown): string {
  const {response} = Object(result) as {response?: unknown};
  if (typeof response !== 'string') return resultText(result);
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
