import type {CrmObject} from '../../interaction-api/types.js';
import {expect} from './command.js';

/** A company's Five9 domain: what stays the same from call to call. */
export interface Tenant {
  id: string;
  agent: {id: string; login: string; name: string};
  campaigns: Campaign[];
  dispositions: TenantDisposition[];
  /** What can be set on a call to the agent's own number, which belongs to no campaign. */
  personalDispositionIds: string[];
  variables: VariableDefinition[];
  contacts: Contact[];
  /** The CRM's records. The adapter's search finds those that have the caller's number. */
  records: {numbers: string[]; crmObjects: CrmObject[]}[];
  /** Numbers that must not be called. */
  dnc: string[];
}

/** Where calls come in or go out. */
export interface Campaign {
  id: string;
  name: string;
  /** Its line: what callers dialled, and the caller id when it calls out. */
  number: string;
  skill?: {id: string; name: string};
  dispositionIds: string[];
}

/** What may become of an interaction. */
export interface TenantDisposition {
  id: string;
  name: string;
  /** None: final. */
  type?: 'REDIAL' | 'DND';
  /** Whether the agent may set the time of the redial or of the reactivation. */
  allowTimer?: boolean;
  /** Seconds, where the agent sets none. */
  timeout?: number;
}

/** Type of a call attached variable. */
export type VariableType =
  | 'STRING'
  | 'NUMBER'
  | 'DATE'
  | 'TIME'
  | 'DATE_TIME'
  | 'CURRENCY'
  | 'BOOLEAN'
  | 'PERCENT'
  | 'EMAIL'
  | 'URL'
  | 'PHONE'
  | 'TIME_PERIOD';

/** A rule for a variable's values. Types seen in public code; an unknown one restricts nothing. */
export interface VariableRestriction {
  type: 'Required' | 'Regexp' | 'Set' | 'MinValue' | 'MaxValue' | (string & Record<never, never>);
  value?: string;
}

/** Definition of a call attached variable (CAV). Its full name is `group.name`. */
export interface VariableDefinition {
  id: string;
  group: string;
  name: string;
  type: VariableType;
  restrictions?: VariableRestriction[];
  /** Whether it stands on the campaign profile's layout. Off it, an agent cannot change it. */
  onLayout?: boolean;
  /** Its value in a new call. */
  value?: string;
}

/** A contact in the Five9 VCC: field name to value. `number1` is its main number. */
export type Contact = Record<string, string> & {number1: string};

/** The campaign that a command names by id or name: the first one if it names none, none if the name is empty. */
export function campaignOf({campaigns}: Tenant, wanted = campaigns[0]?.id): Campaign | undefined {
  if (!wanted) return undefined;
  const campaign = campaigns.find(({id, name}) => id === wanted || name === wanted);
  const known = campaigns.map(({id, name}) => `${name} (${id})`).join(', ');
  expect(campaign, `there is no campaign ${wanted}; there are ${known}.`);
  return campaign;
}
