/**
 * The types of `five9-elements/sdk`, as a page uses them. This file never runs: the type check finds an error in it, and
 * a line after `@ts-expect-error` that is no error.
 */
import {
  ApiErrorCode,
  type ApplicationConfig,
  createCrmSdk,
  type CrmApi,
  type CrmObject,
  type CrmSdk,
  HookStatusCode,
  type HookResult,
  InteractionApiError,
  type LoginState,
  NotImplemented,
  type SearchParams,
  type SearchResult,
} from 'five9-elements/sdk';
import type {Expect} from './expect.js';

declare const expectText: Expect<string>;
declare const expectOptionalText: Expect<string | undefined>;
declare const contact: CrmObject;

const sdk: CrmSdk = createCrmSdk({adapterOrigin: 'https://phone.example.com', requestTimeout: 5000});
// @ts-expect-error -- the name belongs to each factory
createCrmSdk({name: 'x'});

export const crm: CrmApi = sdk.crmApi();
sdk.crmApi('name');
// @ts-expect-error -- a name is a text
sdk.crmApi(7);

crm.registerApi({
  getAdtConfig: () => ({providerName: 'My CRM', myCallsTodayEnabled: true}),
  search(params) {
    // The type of the interaction decides which data it has.
    if (params.interactionType === 'Call') expectOptionalText(params.interactionData.ani);
    return {crmObjects: [contact], screenPopObject: contact};
  },
  screenPop: ({crmObject, force}) => [crmObject.id.length, force === true],
  saveLog: async ({interactionLogData}) => {
    expectOptionalText(interactionLogData.subject);
    return Promise.reject(new Error('full'));
  },
  getTodayCallsCount: () => Promise.resolve(7),
});
crm.registerApi('search', (params: SearchParams): SearchResult | null => (params.interactionSearchData ? null : null));
crm.registerApi({
  // @ts-expect-error -- the adapter never calls this name
  contactSelected: () => null,
});
// @ts-expect-error -- a number of calls is no text
crm.registerApi({getTodayCallsCount: () => '7'});
// @ts-expect-error -- a search returns records
crm.registerApi('search', () => 7);

crm.suggestedNumbers({suggestedNumbers: [{clickToDialNumber: '9250000111', crmObject: contact}]});
crm.objectVisited({crmObject: contact});
// @ts-expect-error -- the number is missing
crm.click2dial({click2DialData: {}});
export const search: 'search' = crm.Methods.Search;

sdk.hookApi().registerApi({
  beforeMakeCall: ({campaignId}) => {
    expectOptionalText(campaignId);
    return {status: {statusCode: HookStatusCode.Cancel}};
  },
  beforeSaveLog: () => ({status: {statusCode: 'ProceedWithParams'}, newFields: {subject: 'Renewal'}}),
  beforeSearch: async () => Promise.resolve({status: {statusCode: 'ProceedWithParams'}, searchResults: [contact]}),
  afterSaveLog: () => undefined,
});
// @ts-expect-error -- there is no such decision
export const decision: HookResult = {status: {statusCode: 'Stop'}};
export const code: 'Generic' = ApiErrorCode.Generic;

sdk.customComponentsApi().registerCustomComponents({
  template: '<adt-components></adt-components>',
  callbacks: {
    noted({name, value}) {
      expectOptionalText(name);
      expectOptionalText(value);
    },
  },
});
// @ts-expect-error -- the template is missing
sdk.customComponentsApi().registerCustomComponents({callbacks: {}});

const application = sdk.applicationApi();
const states = {loginStateChanged: ({state}: {state: LoginState}) => state.length};
application.subscribe(states);
application.subscribe('error', ({errorMessage, source}) => [errorMessage, source]);
application.unsubscribe(states);
export const config: Promise<ApplicationConfig> = application.getConfig({
  timeout: 5000,
  signal: new AbortController().signal,
});
// @ts-expect-error -- the text is missing
void application.showErrorMessage({});

const methods = sdk.customMethodsApi();
methods.registerCustomMethods({getNote: ({id}: {id: string}) => id});
export const rate: Promise<unknown> = methods.callCustomMethod('rate', {currency: 'USD'});

void config.catch((error: unknown) => {
  if (error instanceof InteractionApiError) expectText(error.errorMessage);
  return error instanceof NotImplemented;
});
