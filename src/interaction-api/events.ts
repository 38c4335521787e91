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

/**
 * The 17 events, and the `params` that the callback of each event receives. Source: public Interaction API
 * documentation of Five9.
 */
export interface InteractionEventMap {
  /**
   * The adapter begins to handle a call. The adapter repeats the event after each page refresh while the call is live.
   */
  callStarted: {callData: CallData};
  /**
   * The call was answered, or the phone of the other party rings. The adapter sends the event once per call, and again
   * after a page refresh.
   */
  callAccepted: {callData: CallData};
  callRejected: {callData: CallData};
  /** The agent or the customer hung up. The disposition is not set yet. */
  callEnded: {callData: CallData};
  /**
   * The disposition is set and the log is saved. From this event on, methods for the data of the call fail, even in the
   * callback of this event.
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
  /** Another CRM record was selected in the list 'Name' or 'Related To'. A missing `crmObject` means 'None'. */
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

/** The argument of `subscribe`: an object with a callback for each event name. */
export type InteractionApiEvents = {
  [Name in InteractionEventName]?: (params: InteractionEventMap[Name]) => void;
};
