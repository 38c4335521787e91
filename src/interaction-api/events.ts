import type {
  CallData,
  CallLogData,
  ChatData,
  CrmObject,
  EmailData,
  InteractionData,
  InteractionLogData,
  InteractionType,
} from './types.js';

/** The 17 events, and the `params` that the callback of each receives. Source: public Interaction API documentation. */
export interface InteractionEventMap {
  /**
   * The adapter begins to handle a call. The adapter repeats the event after each page refresh while the call is live.
   */
  callStarted: {callData: CallData};
  /**
   * The call was answered, or rings at the other party. The adapter sends the event once per call, and again after a
   * page refresh.
   */
  callAccepted: {callData: CallData};
  callRejected: {callData: CallData};
  /** The agent or the customer hung up. The disposition is not set yet. */
  callEnded: {callData: CallData};
  /**
   * The disposition is set and the log is saved. Methods for the call's data fail from this event on, also inside the
   * callback.
   */
  callFinished: {callData: CallData; callLogData?: CallLogData};
  emailOffered: {emailData: EmailData};
  emailAccepted: {emailData: EmailData};
  emailRejected: {emailData: EmailData};
  emailTransferred: {emailData: EmailData};
  emailFinished: {emailData: EmailData; emailLogData?: InteractionLogData};
  chatOffered: {chatData: ChatData};
  chatAccepted: {chatData: ChatData};
  chatRejected: {chatData: ChatData};
  chatTransferred: {chatData: ChatData};
  chatEnded: {chatData: ChatData};
  chatFinished: {chatData: ChatData; chatLogData?: InteractionLogData};
  /** Another 'Name' or 'Related To' record was selected. A missing `crmObject` means 'None'. */
  objectSelected: {
    crmObject?: CrmObject;
    interactionType: InteractionType;
    interactionData: InteractionData;
  };
}

/** Name of one of the 17 events. */
export type InteractionEventName = keyof InteractionEventMap;

/** The names of the 17 events. */
export const INTERACTION_EVENT_NAMES = [
  'callStarted',
  'callAccepted',
  'callRejected',
  'callEnded',
  'callFinished',
  'emailOffered',
  'emailAccepted',
  'emailRejected',
  'emailTransferred',
  'emailFinished',
  'chatOffered',
  'chatAccepted',
  'chatRejected',
  'chatTransferred',
  'chatEnded',
  'chatFinished',
  'objectSelected',
] as const satisfies readonly InteractionEventName[];

/** Callbacks by event name, for `subscribe`. */
export type InteractionApiEvents = {
  [Name in InteractionEventName]?: (params: InteractionEventMap[Name]) => void;
};
