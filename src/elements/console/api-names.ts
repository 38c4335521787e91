import type {SisterApis} from '../../service/interaction-service.js';

/** Name of an API of the CRM SDK other than the Interaction API. */
export type OtherApiName = keyof SisterApis;

/** Name of an API of the CRM SDK. */
export type ApiName = 'interactionApi' | OtherApiName;

/** The names of the APIs other than the Interaction API. */
export const OTHER_API_NAMES = [
  'crmApi',
  'hookApi',
  'customComponentsApi',
  'applicationApi',
  'customMethodsApi',
  'sfNativeApi',
] as const satisfies readonly OtherApiName[];

/** The names of all APIs. */
export const API_NAMES = ['interactionApi', ...OTHER_API_NAMES] as const satisfies readonly ApiName[];

/**
 * Returns the name of a method, question or event for users. The names of the Interaction API have no prefix, because
 * most names are from this API.
 */
export const fullName = (api: ApiName | undefined, name: string): string =>
  api === undefined || api === 'interactionApi' ? name : `${api}.${name}`;
