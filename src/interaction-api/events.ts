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

/** The 17 events, each with the `params` its callback receives. Source: public Interaction API documentation. */
export interface InteractionEventMap {
  /** The adapter begins to handle a call. Comes again after each page refresh while the call lives. */
  callStarted: {callData: CallData};
  /** The call was answered, or rings on the other side. Once per call, and again after a refresh. */
  callAccepted: {callData: CallData};
  callRejected: {callData: CallData};
  /** Either side hung up; the disposition is still to be set. */
  callEnded: {callData: CallData};
  /** Disposition set, log saved. Data methods already fail, also inside the callback. */
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
  /** The selected Name or Related To record changed; no `crmObject` means 'None'. */
  objectSelected: {
    crmObject?: CrmObject;
    interactionType: InteractionType;
    interactionData: InteractionData;
  };
}

/** Name of one of the 17 events. */
export type InteractionEventName = keyof InteractionEventMap;

/** Callbacks by event name, as `subscribe` takes them. */
export type InteractionApiEvents = {
  [Name in InteractionEventName]?: (params: InteractionEventMap[Name]) => void;
};
