import type {CrmObject} from '../../interaction-api/types.js';
import type {Tenant, VariableDefinition} from './tenant.js';

/**
 * Returns a variable. Default: a variable of type `STRING` that the agent can change. The properties in `more` replace
 * the defaults. In `fullName`, the text before the first dot is the group.
 */
function variable(id: string, fullName: string, more: Partial<VariableDefinition> = {}): VariableDefinition {
  const [group = '', ...name] = fullName.split('.');
  return {id, group, name: name.join('.'), type: 'STRING', onLayout: true, ...more};
}

/** Returns a variable that Five9 sets and the agent cannot change. */
const systemVariable = (id: string, fullName: string): VariableDefinition => variable(id, fullName, {onLayout: false});

/** Returns the metadata of a CRM record. Public code reads the id of the record in its address. */
const metadataOf = (id: string, label: string): {url: string} => ({url: `https://crm.example/${label}/${id}`});

/** Returns a CRM record of a person. */
const personRecord = (id: string, label: string, name: string): CrmObject => ({
  id,
  label,
  type: label,
  name,
  isWho: true,
  isWhat: false,
  metadata: metadataOf(id, label),
});
/** Returns a CRM record of a thing. */
const thingRecord = (id: string, label: string, name: string): CrmObject => ({
  id,
  label,
  type: label,
  name,
  isWho: false,
  isWhat: true,
  metadata: metadataOf(id, label),
});

/**
 * Returns the settings of a small example company, as a new object each time. The settings contain the ids and numbers
 * of the examples in Five9's documentation, so these examples run unchanged.
 */
export const seedTenant = (): Tenant => ({
  id: '421',
  agent: {id: '3001207', login: 'robin@northwind.example', name: 'Robin Ellis'},
  campaigns: [
    {
      id: '300000000000483',
      name: 'Sales',
      number: '9255550100',
      skill: {id: '300000000000021', name: 'Sales'},
      dispositionIds: ['3551', '3552', '3553', '3558', '3560', '3561', '3562', '3570'],
    },
    {
      id: '300000000000484',
      name: 'Support',
      number: '9255550120',
      skill: {id: '300000000000022', name: 'Support'},
      dispositionIds: ['3554', '3555', '3558', '3560', '3561', '3570'],
    },
    {
      id: '300000000000485',
      name: 'Renewals',
      number: '9255550140',
      dispositionIds: ['3552', '3557', '3558', '3559', '3560', '3570'],
    },
  ],
  dispositions: [
    {id: '3551', name: 'Sale made'},
    {id: '3552', name: 'Quote sent'},
    {id: '3553', name: 'Not interested'},
    {id: '3554', name: 'Resolved'},
    {id: '3555', name: 'Escalated'},
    {id: '3557', name: 'Renewed'},
    {id: '3558', name: 'Left Voicemail'},
    {id: '3559', name: 'Busy', type: 'REDIAL', timeout: 600},
    {id: '3560', name: 'Call back later', type: 'REDIAL', allowTimer: true, timeout: 3600},
    {id: '3561', name: 'Wrong number'},
    {id: '3562', name: 'Do not disturb', type: 'DND', allowTimer: true, timeout: 86400},
    {id: '3570', name: 'No Disposition'},
    {id: '3571', name: 'Do Not Call', type: 'DND'},
  ],
  personalDispositionIds: ['3571', '3570'],
  variables: [
    systemVariable('101', 'Call.session_id'),
    systemVariable('102', 'Call.ANI'),
    systemVariable('103', 'Call.DNIS'),
    systemVariable('104', 'Call.number'),
    systemVariable('105', 'Call.campaign_name'),
    systemVariable('121', 'Agent.full_name'),
    systemVariable('211', 'Customer.number1'),
    variable('212', 'Customer.first_name'),
    variable('213', 'Customer.last_name'),
    variable('219', 'Customer.email', {type: 'EMAIL'}),
    variable('641', 'Custom.note'),
    variable('642', 'Custom.priority', {restrictions: [{type: 'Set', value: 'Low,Normal,High'}], value: 'Normal'}),
    variable('643', 'Custom.order.total', {type: 'CURRENCY', restrictions: [{type: 'MinValue', value: '0'}]}),
    variable('644', 'Custom.verified', {type: 'BOOLEAN', value: 'false'}),
    variable('645', 'Custom.callback_on', {type: 'DATE'}),
    variable('646', 'Custom.score', {type: 'NUMBER', onLayout: false}),
  ],
  contacts: [
    {number1: '9250000111', first_name: 'Alice', last_name: 'Abernathy', email: 'alice@umbrella.example'},
    {number1: '9255550161', first_name: 'Jonas', last_name: 'Berg', email: 'jonas@fabrikam.example'},
  ],
  records: [
    {
      numbers: ['9250000111'],
      crmObjects: [
        personRecord('123', 'Contact', 'Alice Abernathy'),
        thingRecord('789', 'Account', 'Umbrella'),
        thingRecord('456', 'Case', 'Broken microwave'),
      ],
    },
    {
      numbers: ['9255550161'],
      crmObjects: [personRecord('124', 'Lead', 'Jonas Berg'), thingRecord('790', 'Account', 'Fabrikam')],
    },
  ],
  dnc: ['9255550199'],
});
