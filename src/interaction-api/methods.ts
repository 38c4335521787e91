/** Options of a call. */
export interface CallOptions {
  /** Milliseconds until the call rejects with `Timeout`; 0 and `Infinity` wait for ever. @default the API's `requestTimeout` */
  timeout?: number;
  /** Rejects the call with `Aborted` when it fires. A request that still waits in the queue is then never sent. */
  signal?: AbortSignal;
}

/** The methods that take `params`, and answer. */
export const METHODS_WITH_PARAMS = [
  'executeRestApi',
  'executeRestApiV2',
  'getCav',
  'setCav',
  'getCrm',
  'getDispositions',
  'setDisposition',
  'getNameObjects',
  'getRelatedToObjects',
  'getSearchResults',
  'getSelectedNameObject',
  'getSelectedRelatedToObject',
  'selectNameObject',
  'selectRelatedToObject',
  'openInteraction',
  'sendDtmf',
] as const;

/** The methods that take no `params`, and answer. */
export const METHODS_WITHOUT_PARAMS = ['isMasterPage', 'getMetadata', 'mute', 'unMute', 'unmute'] as const;

/** The methods that send an event to the adapter. The adapter does not answer it. */
export const NOTIFYING_METHODS = ['click2dial', 'objectVisited'] as const;

/** Name of a method that answers. */
export type AnsweringMethod = (typeof METHODS_WITH_PARAMS)[number] | (typeof METHODS_WITHOUT_PARAMS)[number];

/** Every method that answers: the documented ones, and `unmute`. */
export const ANSWERING_METHODS: readonly AnsweringMethod[] = [...METHODS_WITH_PARAMS, ...METHODS_WITHOUT_PARAMS];

/** A call of a method, as an interceptor sees it. */
export interface InterceptedCall {
  /** Name of the method. */
  readonly method: string;
  readonly params: unknown;
}

/**
 * Sees every call of a method, and returns what its caller receives: a promise for a method that answers, nothing for one that does not.
 *
 * @param proceed Carries the call out.
 */
export type CallInterceptor = (call: InterceptedCall, proceed: () => unknown) => unknown;
