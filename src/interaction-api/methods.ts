/** Options of an API call. */
export interface CallOptions {
  /**
   * Time limit in milliseconds, after which the API call rejects with `Timeout`; 0 and `Infinity` mean no limit.
   * @default the `requestTimeout` of the API
   */
  timeout?: number;
  /**
   * Signal that cancels the API call. When the signal is aborted, the API call rejects with `Aborted`. A request that
   * still waits in the queue is then not sent.
   */
  signal?: AbortSignal;
}

/** The methods that have `params` and an answer. */
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

/** The methods that have an answer and no `params`. */
export const METHODS_WITHOUT_PARAMS = ['isMasterPage', 'getMetadata', 'mute', 'unMute', 'unmute'] as const;

/** The methods that send an event to the adapter. An event has no answer. */
export const NOTIFYING_METHODS = ['click2dial', 'objectVisited'] as const;

/** Name of a method that has an answer. */
export type AnsweringMethod = (typeof METHODS_WITH_PARAMS)[number] | (typeof METHODS_WITHOUT_PARAMS)[number];

/** Every method that has an answer: the documented methods, and `unmute`. */
export const ANSWERING_METHODS: readonly AnsweringMethod[] = [...METHODS_WITH_PARAMS, ...METHODS_WITHOUT_PARAMS];

/** An API call, as an interceptor receives it. */
export interface InterceptedCall {
  /** Name of the method. */
  readonly method: string;
  readonly params: unknown;
}

/**
 * Receives every API call, and returns the result for the caller. The result is a promise if the method has an answer,
 * and `undefined` otherwise.
 *
 * @param proceed Carries out the API call, and returns its result.
 */
export type CallInterceptor = (call: InterceptedCall, proceed: () => unknown) => unknown;
