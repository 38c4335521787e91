import type {CrmObject} from '../../interaction-api/types.js';
import {expect} from './command.js';

/** Data and settings of a company in Five9 that do not belong to a single call. */
export interface Tenant {
  id: string;
  agent: {id: string; login: string; name: string};
  campaigns: Campaign[];
  dispositions: TenantDisposition[];
  /** Ids of the dispositions for a call to the agent's own number, which belongs to no campaign. */
  personalDispositionIds: string[];
  variables: VariableDefinition[];
  contacts: Contact[];
  /**
   * Records of the CRM, with their phone numbers. The adapter's search finds the records that have the customer's
   * number.
   */
  records: {numbers: string[]; crmObjects: CrmObject[]}[];
  /** Phone numbers on the do-not-call list. */
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

/** A disposition of the company. */
export interface TenantDisposition {
  id: string;
  name: string;
  /** Type of the disposition. Missing for a final disposition. */
  type?: 'REDIAL' | 'DND';
  /** Whether the agent may set the redial or reactivation timer. */
  allowTimer?: boolean;
  /** Time of the timer in seconds, if the agent sets no time. */
  timeout?: number;
}

/** Type of a call attached variable (CAV). */
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

/** A rule for the values of a variable. Source of the types: public code. A rule of an unknown type has no effect. */
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
  /** Value of the variable in a new call. @default an empty text */
  value?: string;
}

/**
 * A contact in the Five9 VCC (Virtual Contact Center): values of its fields by field name. `number1` is the main number
 * of the contact.
 */
export type Contact = Record<string, string> & {number1: string};

/**
 * Returns the campaign with this id or name. If `wanted` is missing, returns the first campaign. If `wanted` is empty,
 * returns `undefined`. Throws a `CommandError` if there is no such campaign.
 */
export function campaignOf({campaigns}: Tenant, wanted = campaigns[0]?.id): Campaign | undefined {
  if (!wanted) return undefined;
  const campaign = campaigns.find(({id, name}) => id === wanted || name === wanted);
  const known = campaigns.map(({id, name}) => `${name} (${id})`).join(', ');
  expect(campaign, `there is no campaign ${wanted}; there are ${known}.`);
  return campaign;
}
