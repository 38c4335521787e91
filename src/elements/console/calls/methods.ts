import type {FetchMethod} from '../../../service/interaction-service.js';

/** A form field for one parameter of a method. */
export interface Field {
  /** Path of the value in `params`, for example `crmObject.id` or `cavList.0.value`. */
  readonly path: string;
  readonly label: string;
  /** @default 'text' */
  readonly kind?: 'text' | 'area' | 'json' | 'check' | 'choice';
  readonly choices?: readonly string[];
  /** Initial value of the field. */
  readonly value?: string;
  /** Value that is sent if the field is empty. Default: an empty field is not sent. */
  readonly empty?: null | '';
  /** Property of the current interaction that is the initial value of the field. */
  readonly from?: 'type' | 'id';
  /** Method whose answer contains suggestions for the field. */
  readonly suggestions?: SuggestionMethod;
  readonly hint?: string;
}

/** Methods whose answers contain suggestions for a field. */
export type SuggestionMethod = FetchMethod | 'getCav';

/** The form of a method: a field for each of its parameters. */
export interface MethodForm {
  readonly name: string;
  readonly fields: readonly Field[];
}

const INTERACTION_TYPE: Field = {
  path: 'interactionType',
  label: 'interactionType',
  kind: 'choice',
  choices: ['Call', 'Chat', 'Email'],
  from: 'type',
};
const INTERACTION_ID: Field = {path: 'interactionId', label: 'interactionId', from: 'id'};
const INTERACTION: readonly Field[] = [INTERACTION_TYPE, INTERACTION_ID];

const REST: readonly Field[] = [
  {path: 'path', label: 'path', value: '/appsvcs/rs/svc/'},
  {path: 'method', label: 'method', kind: 'choice', choices: ['GET', 'PUT', 'POST', 'DELETE', 'PATCH']},
  {path: 'headers', label: 'headers', kind: 'json', hint: 'JSON: {"name": "value"}'},
  {path: 'contentType', label: 'contentType', hint: 'application/json if empty'},
  {path: 'payload', label: 'payload', kind: 'area', hint: 'sent unchanged'},
];

const EVENT_NAMES: readonly Field[] = [{path: 'names', label: 'event', hint: 'callStarted callEnded'}];
const WS_EVENT_IDS: readonly Field[] = [{path: 'ids', label: 'id', hint: '4 5 29'}];

const selectObject = (suggestions: SuggestionMethod): readonly Field[] => [
  ...INTERACTION,
  {path: 'objectId', label: 'objectId', empty: null, suggestions, hint: 'empty: None'},
];

const crmObject = (parent: string): readonly Field[] => [
  {path: `${parent}.id`, label: `${parent}.id`},
  {path: `${parent}.label`, label: `${parent}.label`, hint: 'Account'},
  {path: `${parent}.name`, label: `${parent}.name`},
  {path: `${parent}.type`, label: `${parent}.type`},
  {path: `${parent}.isWho`, label: `${parent}.isWho`, kind: 'check'},
  {path: `${parent}.isWhat`, label: `${parent}.isWhat`, kind: 'check'},
];

/** Each method with its parameters. Source: public Interaction API documentation. */
const FIELDS: Record<string, readonly Field[]> = {
  click2dial: [
    {path: 'click2DialData.clickToDialNumber', label: 'clickToDialNumber'},
    {path: 'click2DialData.preselectedCampaignName', label: 'preselectedCampaignName'},
    {path: 'click2DialData.crmObject', label: 'crmObject', kind: 'json', hint: 'JSON'},
    {
      path: 'click2DialData.screenpopC2DSearch',
      label: 'screenpopC2DSearch',
      kind: 'choice',
      choices: ['', 'true', 'false'],
    },
  ],
  executeRestApi: REST,
  executeRestApiV2: REST,
  getCav: [INTERACTION_ID],
  getCrm: [INTERACTION_ID],
  getDispositions: INTERACTION,
  getMetadata: [],
  getNameObjects: INTERACTION,
  getRelatedToObjects: INTERACTION,
  getSearchResults: INTERACTION,
  getSelectedNameObject: INTERACTION,
  getSelectedRelatedToObject: INTERACTION,
  isMasterPage: [],
  mute: [],
  objectVisited: crmObject('crmObject'),
  openInteraction: INTERACTION,
  selectNameObject: selectObject('getNameObjects'),
  selectRelatedToObject: selectObject('getRelatedToObjects'),
  sendDtmf: [{path: 'char', label: 'char', hint: '0–9 * #'}],
  setCav: [
    INTERACTION_ID,
    {path: 'cavList.0.id', label: 'cavList[0].id', suggestions: 'getCav'},
    {path: 'cavList.0.value', label: 'cavList[0].value', empty: ''},
  ],
  setDisposition: [
    ...INTERACTION,
    {path: 'dispositionId', label: 'dispositionId', suggestions: 'getDispositions'},
    {path: 'timeout', label: 'timeout', hint: 'for a redial or a reactivation'},
  ],
  subscribe: EVENT_NAMES,
  unsubscribe: EVENT_NAMES,
  subscribeWsEvent: WS_EVENT_IDS,
  unsubscribeWsEvent: WS_EVENT_IDS,
  unMute: [],
};

/** The forms of all methods, sorted by name. */
export const METHODS: readonly MethodForm[] = Object.entries(FIELDS)
  .map(([name, fields]) => ({name, fields}))
  .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
