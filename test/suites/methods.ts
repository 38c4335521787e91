/**
 * The 25 documented methods, as the documentation and the wire protocol describe them.
 * Every transport and every simulated adapter is tested with this table.
 */
import {CALL_ID, CRM_OBJECT, EVENT_SAMPLES} from '../support/samples.js';

/** A method that has a reply. */
export interface MethodCase {
  /** The documented name. */
  method: string;
  /** Parameters of the method, if it has any. */
  params?: object;
  /** Name of the method in the request to the adapter. */
  attrName: string;
  /** The reply of an adapter. */
  reply: unknown;
  /** The result for the caller, if it differs from the reply. */
  result?: unknown;
}

const CALL = {interactionType: 'Call', interactionId: CALL_ID};
const CRM_OBJECTS = [CRM_OBJECT, {id: '456', label: 'Contact', name: 'Jill', isWho: true, isWhat: false}];
const REST = {path: '/appsvcs/rs/svc/orgs/1/dispositions', method: 'GET', payload: null};

/** Every method that has a reply, except `executeRestApi`, whose request the page sends itself. */
export const ANSWERED: MethodCase[] = [
  {
    method: 'getCav',
    params: {interactionId: CALL_ID},
    attrName: 'getCav',
    reply: [{id: '641', group: 'Custom', name: 'Mood.now', value: 'fine', somethingNew: 1}],
  },
  {
    method: 'setCav',
    params: {
      interactionId: CALL_ID,
      cavList: [
        {id: '641', value: 'test value'},
        {id: '219', value: 'test@example.com'},
      ],
    },
    attrName: 'setCav',
    reply: null,
  },
  {
    method: 'getCrm',
    params: {interactionId: CALL_ID, somethingNew: ['kept']},
    attrName: 'getCrm',
    reply: [{name: 'number1', value: '9250000111'}],
  },
  {
    method: 'getDispositions',
    params: CALL,
    attrName: 'getDispositions',
    reply: [
      {id: '3558', name: 'Left Voicemail'},
      {id: '300000000000046', name: 'Do Not Call', flags: ['ALLOW_SET_REDIAL_TIMER']},
    ],
  },
  {
    method: 'setDisposition',
    params: {...CALL, dispositionId: '3558', timeout: '15'},
    attrName: 'setDisposition',
    reply: null,
  },
  {
    method: 'getMetadata',
    attrName: 'getApplicationContext',
    reply: {apiBaseURL: 'https://app.five9.com', agentId: '300000000000077', tenantId: 421, locale: 'en'},
    result: {agentId: '300000000000077', tenantId: 421},
  },
  {method: 'getNameObjects', params: CALL, attrName: 'getNameObjects', reply: CRM_OBJECTS},
  {method: 'getRelatedToObjects', params: CALL, attrName: 'getRelatedToObjects', reply: CRM_OBJECTS},
  {method: 'getSearchResults', params: CALL, attrName: 'getSearchResults', reply: CRM_OBJECTS},
  {method: 'getSelectedNameObject', params: CALL, attrName: 'getSelectedNameObject', reply: CRM_OBJECT},
  {method: 'getSelectedRelatedToObject', params: CALL, attrName: 'getSelectedRelatedToObject', reply: CRM_OBJECT},
  {method: 'selectNameObject', params: {...CALL, objectId: '456'}, attrName: 'selectNameObject', reply: null},
  {method: 'selectRelatedToObject', params: {...CALL, objectId: null}, attrName: 'selectRelatedToObject', reply: null},
  {method: 'openInteraction', params: CALL, attrName: 'openInteraction', reply: null},
  {method: 'isMasterPage', attrName: 'isMasterPage', reply: true},
  {method: 'mute', attrName: 'mute', reply: null},
  {method: 'unMute', attrName: 'unmute', reply: null},
  {method: 'sendDtmf', params: {char: '12#*'}, attrName: 'sendDtmf', reply: null},
  {
    method: 'executeRestApiV2',
    params: REST,
    attrName: 'executeRestApiV2',
    reply: {status: 404, response: '{"five9ExceptionDetail":{}}'},
  },
];

/** The methods that have no reply. Each method sends an event of the same name. */
export const NOTICES: {method: 'click2dial' | 'objectVisited'; params: object}[] = [
  {
    method: 'click2dial',
    params: {
      click2DialData: {
        clickToDialNumber: '9250000111',
        crmObject: CRM_OBJECT,
        preselectedCampaignName: 'Outbound Sales',
        screenpopC2DSearch: true,
      },
    },
  },
  {method: 'objectVisited', params: {crmObject: CRM_OBJECT}},
];

/** The names of all 25 methods. */
export const DOCUMENTED_METHODS = [
  ...ANSWERED.map(({method}) => method),
  ...NOTICES.map(({method}) => method),
  'executeRestApi',
  'subscribe',
  'subscribeWsEvent',
  'unsubscribeWsEvent',
];

/** The errors that an adapter or a transport may reject with, and the expected InteractionApiError. */
export const ERRORS: {name: string; sent: unknown; errorCode: string; errorMessage?: string}[] = [
  {
    name: 'a documented code with its message',
    sent: {errorCode: 'InteractionNotFound', errorMessage: 'No interaction'},
    errorCode: 'InteractionNotFound',
    errorMessage: 'No interaction',
  },
  {name: 'a documented code alone', sent: {errorCode: 'NoData'}, errorCode: 'NoData'},
  {
    name: 'Generic with a message',
    sent: {errorCode: 'Generic', errorMessage: 'Something broke'},
    errorCode: 'Generic',
    errorMessage: 'Something broke',
  },
  {
    name: 'an unknown code',
    sent: {errorCode: 'Teapot', errorMessage: 'I am a teapot'},
    errorCode: 'Generic',
    errorMessage: 'I am a teapot',
  },
  {name: 'a code that is a name of Object.prototype', sent: {errorCode: 'constructor'}, errorCode: 'Generic'},
  {name: 'a message alone', sent: {errorMessage: 'Just so'}, errorCode: 'Generic', errorMessage: 'Just so'},
  {name: "the string 'Timeout'", sent: 'Timeout', errorCode: 'Timeout'},
  {name: "a string that starts with 'Not Implemented'", sent: 'Not Implemented: getX', errorCode: 'NotSupported'},
  {
    name: 'the string of a dropped message',
    sent: 'Message dropped',
    errorCode: 'Generic',
    errorMessage: 'Message dropped',
  },
  {name: 'an empty string', sent: '', errorCode: 'Generic'},
  {
    name: 'a REST-style error',
    sent: {error: 'Wrong request path'},
    errorCode: 'Generic',
    errorMessage: 'Wrong request path',
  },
  {name: 'an Error object', sent: new Error('cloned'), errorCode: 'Generic', errorMessage: 'cloned'},
  {name: 'null', sent: null, errorCode: 'Generic'},
  {name: 'undefined', sent: undefined, errorCode: 'Generic'},
  {name: 'a number', sent: 435, errorCode: 'Generic'},
  {name: 'an empty object', sent: {}, errorCode: 'Generic'},
  {name: 'an array', sent: [['Timeout']], errorCode: 'Generic'},
  {name: 'a code that is an object', sent: {errorCode: {}, errorMessage: 7}, errorCode: 'Generic'},
];

/** The 17 documented events. */
export const DOCUMENTED_EVENTS = Object.keys(EVENT_SAMPLES);

/** Names of members that every object inherits. An event with such a name must never call the inherited member. */
export const INHERITED_NAMES = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'valueOf',
  '__defineGetter__',
];
