import type {CrmObject} from '../../interaction-api/types.js';
import {expect} from './command.js';

/** The settings of a company in Five9: everything that does not change with each call. */
export interface Tenant {
  id: string;
  agent: {id: string; login: string; name: string};
  campaigns: Campaign[];
  dispositions: TenantDisposition[];
  /** Dispositions of a call to the agent's own number, which belongs to no campaign. */
  personalDispositionIds: string[];
  variables: VariableDefinition[];
  contacts: Contact[];
  /** Records of the CRM. The adapter's search finds the records with the caller's number. */
  records: {numbers: string[]; crmObjects: CrmObject[]}[];
  /** Numbers that must not be called. */
  dnc: string[];
}

/** A campaign: a line for inbound and outbound calls. */
export interface Campaign {
  id: string;
  name: string;
  /** The number that callers dial, and the caller id of outbound calls. */
  number: string;
  skill?: {id: string; name: string};
  dispositionIds: string[];
}

/** A disposition. */
export interface TenantDisposition {
  id: string;
  name: string;
  /** Missing: a final disposition. */
  type?: 'REDIAL' | 'DND';
  /** Whether the agent may set the redial or reactivation timer. */
  allowTimer?: boolean;
  /** Seconds of the timer if the agent sets none. */
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

/** A rule for the values of a variable. Source of the types: public code. An unknown type restricts nothing. */
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
  /**
   * Whether the variable is on the layout of the campaign profile. The agent can change only variables on the layout.
   */
  onLayout?: boolean;
  /** Value in a new call. */
  value?: string;
}

/** A contact in the Five9 VCC: field name to value. `number1` is its main number. */
export type Contact = Record<string, string> & {number1: string};

/**
 * Returns the campaign with this id or name: the first campaign if the name is missing, `undefined` if the name is
 * empty.
 */
export function campaignOf({campaigns}: Tenant, wanted = campaigns[0]?.id): Campaign | undefined {
  if (!wanted) return undefined;
  const campaign = campaigns.find(({id, name}) => id === wanted || name === wanted);
  const known = campaigns.map(({id, name}) => `${name} (${id})`).join(', ');
  expect(campaign, `there is no campaign ${wanted}; there are ${known}.`);
  return campaign;
}
