import type {InteractionEventName} from '../../src/interaction-api.js';

/** Sample data from Five9's public documentation. */

export const CALL_ID = '45E471D607A94072A553A1406CC0BF03';

export const callData = (fields: object = {}): {interactionId: string} & Record<string, unknown> => ({
  interactionId: CALL_ID,
  callType: 'MANUAL',
  ani: '9255550100',
  dnis: '9250000111',
  number: '9250000111',
  campaignId: '300000000000483',
  campaignName: 'Outbound Sales',
  somethingNew: {kept: true},
  ...fields,
});

export const CRM_OBJECT = {id: '789', label: 'Account', name: 'Umbrella', isWho: false, isWhat: true};

const chatData = {
  interactionId: 'CHAT0000000000000000000000000001',
  agentId: '42',
  customFields: [{key: 'a', value: 'b'}],
};
const emailData = {interactionId: 'MAIL0000000000000000000000000001'};

/** Sample `params` of the 17 events, by name. */
export const EVENT_SAMPLES: Record<InteractionEventName, object> & Record<string, object> = {
  callStarted: {callData: callData()},
  callAccepted: {callData: callData()},
  callRejected: {callData: callData()},
  callEnded: {callData: callData()},
  callFinished: {callData: callData(), callLogData: {dispositionName: 'Left Voicemail', talkTime: 12000}},
  emailOffered: {emailData},
  emailAccepted: {emailData},
  emailRejected: {emailData},
  emailTransferred: {emailData},
  emailFinished: {emailData, emailLogData: {subject: 'Hello'}},
  chatOffered: {chatData},
  chatAccepted: {chatData},
  chatRejected: {chatData},
  chatTransferred: {chatData},
  chatEnded: {chatData},
  chatFinished: {chatData, chatLogData: {comments: 'x'}},
  objectSelected: {crmObject: CRM_OBJECT, interactionType: 'Call', interactionData: callData()},
};
