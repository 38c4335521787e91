import {CRM_API_METHODS, HOOK_NAMES} from '../../../sdk/index.js';
import type {OtherApiName} from '../api-names.js';
import {CLICK2DIAL, crmObject} from './common-fields.js';
import type {Field} from './field.js';

/** The fields of a method, and whether the adapter answers it. */
interface OtherForm {
  readonly fields: readonly Field[];
  readonly hasAnswer: boolean;
}

const withoutAnswer = (...fields: readonly Field[]): OtherForm => ({fields, hasAnswer: false});
const withAnswer = (...fields: readonly Field[]): OtherForm => ({fields, hasAnswer: true});

/** The fields of `registerApi`: the question, and the answer of the console to it. */
const registration = (names: readonly string[], hint: string): OtherForm =>
  withoutAnswer(
    {path: 'name', label: 'question', kind: 'choice', choices: names},
    {path: 'answer', label: 'answer', kind: 'json', hint},
    {path: 'error', label: 'error', hint: 'a text: the answer is this error'},
  );

const MESSAGE: Field = {path: 'msgText', label: 'msgText'};
const EVENTS: Field = {path: 'names', label: 'event', hint: 'loginStateChanged error'};

/**
 * The methods of each API other than the Interaction API. Where a method takes functions, the console provides the
 * functions. Source: docs/FIVE9.md.
 */
export const OTHER_FIELDS: Readonly<Record<OtherApiName, Readonly<Record<string, OtherForm>>>> = {
  crmApi: {
    click2dial: withoutAnswer(...CLICK2DIAL),
    objectVisited: withoutAnswer(...crmObject('crmObject')),
    suggestedNumbers: withoutAnswer({
      path: 'suggestedNumbers',
      label: 'suggestedNumbers',
      kind: 'json',
      hint: 'JSON: [{"clickToDialNumber": "9250000111"}]',
    }),
    registerApi: registration(CRM_API_METHODS, 'JSON: {"crmObjects": []}'),
  },
  hookApi: {
    registerApi: registration(HOOK_NAMES, 'JSON: {"status": {"statusCode": "Cancel"}}'),
  },
  customComponentsApi: {
    registerCustomComponents: withoutAnswer(
      {path: 'template', label: 'template', kind: 'area', hint: '<adt-components>…</adt-components>'},
      {path: 'callbacks', label: 'callbacks', hint: 'names, for example onVerify onChange'},
    ),
  },
  applicationApi: {
    getConfig: withAnswer(),
    showErrorMessage: withAnswer(MESSAGE),
    hideErrorMessage: withAnswer(MESSAGE),
    subscribe: withoutAnswer(EVENTS),
    unsubscribe: withoutAnswer(EVENTS),
  },
  customMethodsApi: {
    callCustomMethod: withAnswer({path: 'name', label: 'name'}, {path: 'argument', label: 'argument', kind: 'json'}),
    registerCustomMethods: withoutAnswer({
      path: 'methods',
      label: 'methods',
      kind: 'json',
      hint: 'JSON: {"name": answer}',
    }),
  },
  sfNativeApi: {
    screenPop: withAnswer(
      {path: 'type', label: 'type', hint: 'sobject, url or flow'},
      {path: 'params', label: 'params', kind: 'json', hint: 'JSON: {"recordId": "003…"}'},
    ),
    runApex: withAnswer(
      {path: 'apexClass', label: 'apexClass'},
      {path: 'methodName', label: 'methodName'},
      {path: 'methodParams', label: 'methodParams'},
    ),
  },
};
