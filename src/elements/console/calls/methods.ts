import {API_NAMES, type ApiName, type OtherApiName} from '../api-names.js';
import {hasAnswer} from '../has-answer.js';
import {CLICK2DIAL, crmObject, EVENT_NAMES} from './common-fields.js';
import type {Field, SuggestionMethod} from './field.js';
import {OTHER_FIELDS} from './other-methods.js';

/** The form of a method: a field for each of its parameters. */
export interface MethodForm {
  readonly api: ApiName;
  readonly name: string;
  /** Whether the adapter answers. */
  readonly hasAnswer: boolean;
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

const WS_EVENT_IDS: readonly Field[] = [{path: 'ids', label: 'id', hint: '4 5 29'}];

const selectObject = (suggestions: SuggestionMethod): readonly Field[] => [
  ...INTERACTION,
  {path: 'objectId', label: 'objectId', empty: null, suggestions, hint: 'empty: None'},
];

/** Each method of the Interaction API with its parameters. Source: public Interaction API documentation. */
const INTERACTION_API_FIELDS: Record<string, readonly Field[]> = {
  click2dial: CLICK2DIAL,
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

/** The forms of the methods of each API, sorted by name. */
const FORMS: Readonly<Record<ApiName, readonly MethodForm[]>> = {
  interactionApi: sorted(
    Object.entries(INTERACTION_API_FIELDS).map(([name, fields]): MethodForm => ({
      api: 'interactionApi',
      name,
      fields,
      hasAnswer: hasAnswer(name),
    })),
  ),
  crmApi: otherForms('crmApi'),
  hookApi: otherForms('hookApi'),
  customComponentsApi: otherForms('customComponentsApi'),
  applicationApi: otherForms('applicationApi'),
  customMethodsApi: otherForms('customMethodsApi'),
  sfNativeApi: otherForms('sfNativeApi'),
};

/** Returns the forms of the methods of an API. */
export const formsOf = (api: ApiName): readonly MethodForm[] => FORMS[api];

/** The forms of all methods of all APIs. */
export const ALL_FORMS: readonly MethodForm[] = API_NAMES.flatMap(formsOf);

function otherForms(api: OtherApiName): readonly MethodForm[] {
  return sorted(Object.entries(OTHER_FIELDS[api]).map(([name, form]): MethodForm => ({api, name, ...form})));
}

function sorted(forms: readonly MethodForm[]): readonly MethodForm[] {
  return [...forms].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}
