import type {FetchMethod} from '../../../service/interaction-service.js';

/** What a form asks for one parameter of a method. */
export interface Field {
  /** Where the value goes in `params`: `crmObject.id`, `cavList.0.value`. */
  readonly path: string;
  readonly label: string;
  /** @default 'text' */
  readonly kind?: 'text' | 'area' | 'json' | 'check' | 'choice';
  readonly choices?: readonly string[];
  /** What it begins with. */
  readonly value?: string;
  /** Left empty, it is sent as this; without it, it is left out. */
  readonly empty?: null | '';
  /** Begins with what the current interaction has. */
  readonly from?: 'type' | 'id';
  /** What it is offered from, asked when somebody comes to the field. */
  readonly offers?: Offer;
  readonly hint?: string;
}

/** Where offers come from. */
export type Offer = FetchMethod | 'getCav';

/** What a method of the API is asked for. `params` is what stands in its fields. */
export interface MethodForm {
  readonly name: string;
  readonly fields: readonly Field[];
}

const type: Field = {
  path: 'interactionType',
  label: 'interactionType',
  kind: 'choice',
  choices: ['Call', 'Chat', 'Email'],
  from: 'type',
};
const id: Field = {path: 'interactionId', label: 'interactionId', from: 'id'};

const REST: readonly Field[] = [
  {path: 'path', label: 'path', value: '/appsvcs/rs/svc/'},
  {path: 'method', label: 'method', kind: 'choice', choices: ['GET', 'PUT', 'POST', 'DELETE', 'PATCH']},
  {path: 'headers', label: 'headers', kind: 'json', hint: 'JSON: {"name": "value"}'},
  {path: 'contentType', label: 'contentType', hint: 'application/json if empty'},
  {path: 'payload', label: 'payload', kind: 'area', hint: 'sent as it is'},
];

const selected = (offers: Offer): readonly Field[] => [
  type,
  id,
  {path: 'objectId', label: 'objectId', empty: null, offers, hint: 'empty: None'},
];

const record = (parent: string): readonly Field[] => [
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
  getCav: [id],
  getCrm: [id],
  getDispositions: [type, id],
  getMetadata: [],
  getNameObjects: [type, id],
  getRelatedToObjects: [type, id],
  getSearchResults: [type, id],
  getSelectedNameObject: [type, id],
  getSelectedRelatedToObject: [type, id],
  isMasterPage: [],
  mute: [],
  objectVisited: record('crmObject'),
  openInteraction: [type, id],
  selectNameObject: selected('getNameObjects'),
  selectRelatedToObject: selected('getRelatedToObjects'),
  sendDtmf: [{path: 'char', label: 'char', hint: '0–9 * #'}],
  setCav: [
    id,
    {path: 'cavList.0.id', label: 'cavList[0].id', offers: 'getCav'},
    {path: 'cavList.0.value', label: 'cavList[0].value', empty: ''},
  ],
  setDisposition: [
    type,
    id,
    {path: 'dispositionId', label: 'dispositionId', offers: 'getDispositions'},
    {path: 'timeout', label: 'timeout', hint: 'for a redial or a reactivation'},
  ],
  subscribe: [{path: 'names', label: 'event', hint: 'callStarted callEnded'}],
  unsubscribe: [{path: 'names', label: 'event', hint: 'callStarted callEnded'}],
  subscribeWsEvent: [{path: 'ids', label: 'id', hint: '4 5 29'}],
  unsubscribeWsEvent: [{path: 'ids', label: 'id', hint: '4 5 29'}],
  unMute: [],
};

/** The methods in the order of their names. */
export const METHODS: readonly MethodForm[] = Object.entries(FIELDS)
  .map(([name, fields]) => ({name, fields}))
  .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));

/** A field that cannot be read: its path, and what is wrong. */
export class FieldError extends Error {
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Makes `params` of what stands in the fields; nothing for a method without any.
 * @throws `FieldError` where JSON is wanted and something else is there.
 */
export function paramsOf(
  {fields}: MethodForm,
  values: ReadonlyMap<string, string>,
): Record<string, unknown> | undefined {
  if (!fields.length) return undefined;
  const params: Record<string, unknown> = {};
  for (const field of fields) {
    const value = valueOf(field, values.get(field.path) ?? '');
    if (value !== undefined) put(params, field.path.split('.'), value);
  }
  return params;
}

/** Reads JSON that somebody has written. */
export function readJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new FieldError(path, `This is no JSON: ${(error as Error).message}`);
  }
}

function valueOf({path, kind, empty, choices}: Field, text: string): unknown {
  if (kind === 'check') return text === 'true';
  if (!text) return empty;
  if (kind === 'json') return readJson(path, text);
  // A choice between true, false and neither.
  return choices?.includes('false') ? text === 'true' : text;
}

/** Sets a value deep in an object; what leads to it is made. */
function put(target: Record<string, unknown>, [name = '', ...below]: readonly string[], value: unknown): void {
  if (!below.length) target[name] = value;
  else put((target[name] ??= /^\d/.test(below[0] ?? '') ? [] : {}) as Record<string, unknown>, below, value);
}
