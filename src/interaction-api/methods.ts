import type * as t from './types.js';

/** How long a call may take, and how its caller gives it up. */
export interface CallOptions {
  /** Milliseconds until the call rejects with `Timeout`; 0 waits for ever. @default the API's `requestTimeout` */
  timeout?: number;
  /** Rejects the call with `Aborted` when it fires. A request that still waits in the queue is then never sent. */
  signal?: AbortSignal;
}

/** The methods that answer. Each rejects with an `InteractionApiError`, and with nothing else. */
export interface AnsweringMethods {
  /**
   * Sends a request to the Five9 REST API from this page, with the agent's session.
   * Resolves for every HTTP status; rejects when the request could not be sent.
   */
  executeRestApi(params: t.RestParams, options?: CallOptions): Promise<t.RestResult>;

  /** Sends a request to the Five9 REST API through the adapter. */
  executeRestApiV2(params: t.RestParams, options?: CallOptions): Promise<t.RestResult>;

  /** Call attached variables of a call. Public code also leaves `params` out; what Five9 makes of that is not documented. */
  getCav(params?: t.CallRef, options?: CallOptions): Promise<t.Cav[]>;

  /** Sets call attached variables. Those that are not on the campaign profile's layout stay as they are, without an error. */
  setCav(params: t.CallRef & {cavList: {id: string; value: string}[]}, options?: CallOptions): Promise<void>;

  /** Fields of the contact record in the Five9 VCC. */
  getCrm(params: t.CallRef & t.UnknownFields, options?: CallOptions): Promise<t.ContactField[]>;

  /** Dispositions that may be set on an interaction. */
  getDispositions(params: t.InteractionRef, options?: CallOptions): Promise<t.Disposition[]>;

  /** Sets the disposition, which finishes the interaction. */
  setDisposition(params: t.SetDispositionParams, options?: CallOptions): Promise<void>;

  /** Ids of the agent and of the tenant. */
  getMetadata(options?: CallOptions): Promise<t.Metadata>;

  /** Visited records of the 'Name' list. */
  getNameObjects(params: t.InteractionRef, options?: CallOptions): Promise<t.CrmObject[]>;

  /** Visited records of the 'Related To' list. */
  getRelatedToObjects(params: t.InteractionRef, options?: CallOptions): Promise<t.CrmObject[]>;

  /** Records that the CRM search found for the interaction. */
  getSearchResults(params: t.InteractionRef, options?: CallOptions): Promise<t.CrmObject[]>;

  /** The selected 'Name' record; nothing for 'None'. */
  getSelectedNameObject(params: t.InteractionRef, options?: CallOptions): Promise<t.CrmObject | null | undefined>;

  /** The selected 'Related To' record; nothing for 'None'. */
  getSelectedRelatedToObject(params: t.InteractionRef, options?: CallOptions): Promise<t.CrmObject | null | undefined>;

  /** Selects the 'Name' record. */
  selectNameObject(params: t.SelectObjectParams, options?: CallOptions): Promise<void>;

  /** Selects the 'Related To' record. */
  selectRelatedToObject(params: t.SelectObjectParams, options?: CallOptions): Promise<void>;

  /** Shows the interaction's screen in the adapter. */
  openInteraction(params: t.InteractionRef, options?: CallOptions): Promise<void>;

  /** Whether this page's adapter holds the WebSocket connection. */
  isMasterPage(options?: CallOptions): Promise<boolean>;

  /** Mutes the softphone. */
  mute(options?: CallOptions): Promise<void>;

  /** Unmutes the softphone. */
  unMute(options?: CallOptions): Promise<void>;

  /** `unMute` under the name that the Five9 SDK really has. */
  unmute(options?: CallOptions): Promise<void>;

  /** Sends DTMF digits through the softphone. Other station types refuse. */
  sendDtmf(params: {char: string}, options?: CallOptions): Promise<void>;
}

/** Every method that answers, and whether (1) or not (0) it is given `params` before its options. */
export const TAKES_PARAMS: Record<keyof AnsweringMethods, 0 | 1> = {
  executeRestApi: 1,
  executeRestApiV2: 1,
  getCav: 1,
  setCav: 1,
  getCrm: 1,
  getDispositions: 1,
  setDisposition: 1,
  getNameObjects: 1,
  getRelatedToObjects: 1,
  getSearchResults: 1,
  getSelectedNameObject: 1,
  getSelectedRelatedToObject: 1,
  selectNameObject: 1,
  selectRelatedToObject: 1,
  openInteraction: 1,
  sendDtmf: 1,
  isMasterPage: 0,
  getMetadata: 0,
  mute: 0,
  unMute: 0,
  unmute: 0,
};
