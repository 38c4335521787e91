import type {Tenant} from './tenant.js';

/**
 * A small company to play with. Ids and numbers that Five9's documentation uses in its examples exist here, so that the examples run as they stand.
 * A function, so that each contact centre has a company of its own.
 */
export const seedTenant = (): Tenant => ({
  id: '421',
  agent: {id: '3001207', login: 'robin.ellis@northwind.example', name: 'Robin Ellis'},
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
      dispositionIds: ['3554', '3555', '3556', '3558', '3561', '3570'],
    },
    {
      id: '300000000000485',
      name: 'Renewals',
      number: '9255550140',
      dispositionIds: ['3551', '3557', '3558', '3559', '3560', '3562', '3570'],
    },
  ],
  dispositions: [
    {id: '3551', name: 'Sale made'},
    {id: '3552', name: 'Quote sent'},
    {id: '3553', name: 'Not interested'},
    {id: '3554', name: 'Resolved'},
    {id: '3555', name: 'Escalated'},
    {id: '3556', name: 'Waiting for customer'},
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
    {id: '101', group: 'Call', name: 'session_id', type: 'STRING'},
    {id: '102', group: 'Call', name: 'ANI', type: 'PHONE'},
    {id: '103', group: 'Call', name: 'DNIS', type: 'PHONE'},
    {id: '104', group: 'Call', name: 'number', type: 'PHONE'},
    {id: '105', group: 'Call', name: 'type_name', type: 'STRING'},
    {id: '106', group: 'Call', name: 'campaign_id', type: 'STRING'},
    {id: '107', group: 'Call', name: 'campaign_name', type: 'STRING'},
    {id: '108', group: 'Call', name: 'skill_name', type: 'STRING'},
    {id: '121', group: 'Agent', name: 'user_name', type: 'STRING'},
    {id: '122', group: 'Agent', name: 'full_name', type: 'STRING'},
    {id: '211', group: 'Customer', name: 'number1', type: 'PHONE'},
    {id: '212', group: 'Customer', name: 'first_name', type: 'STRING', onLayout: true},
    {id: '213', group: 'Customer', name: 'last_name', type: 'STRING', onLayout: true},
    {id: '219', group: 'Customer', name: 'email', type: 'EMAIL', onLayout: true},
    {id: '641', group: 'Custom', name: 'note', type: 'STRING', onLayout: true},
    {
      id: '642',
      group: 'Custom',
      name: 'priority',
      type: 'STRING',
      restrictions: [{type: 'Set', value: 'Low,Normal,High'}],
      onLayout: true,
      value: 'Normal',
    },
    {
      id: '643',
      group: 'Custom',
      name: 'order.total',
      type: 'CURRENCY',
      restrictions: [{type: 'MinValue', value: '0'}],
      onLayout: true,
    },
    {id: '644', group: 'Custom', name: 'verified', type: 'BOOLEAN', onLayout: true, value: 'false'},
    {id: '645', group: 'Custom', name: 'callback_on', type: 'DATE', onLayout: true},
    {id: '646', group: 'Custom', name: 'score', type: 'NUMBER'},
  ],
  contacts: [
    {
      number1: '9250000111',
      first_name: 'Alice',
      last_name: 'Abernathy',
      company: 'Umbrella',
      email: 'alice@umbrella.example',
    },
    {
      number1: '9255550161',
      first_name: 'Jonas',
      last_name: 'Berg',
      company: 'Fabrikam',
      email: 'jonas@fabrikam.example',
    },
    {number1: '9255550172', first_name: 'Mei', last_name: 'Tanaka', company: 'Contoso', email: 'mei@contoso.example'},
  ],
  records: [
    {
      crmObject: {id: '123', label: 'Contact', type: 'Contact', name: 'Alice Abernathy', isWho: true, isWhat: false},
      numbers: ['9250000111'],
    },
    {
      crmObject: {id: '789', label: 'Account', type: 'Account', name: 'Umbrella', isWho: false, isWhat: true},
      numbers: ['9250000111'],
    },
    {
      crmObject: {id: '456', label: 'Case', type: 'Case', name: 'Broken microwave', isWho: false, isWhat: true},
      numbers: ['9250000111'],
    },
    {
      crmObject: {id: '124', label: 'Contact', type: 'Contact', name: 'Jonas Berg', isWho: true, isWhat: false},
      numbers: ['9255550161'],
    },
    {
      crmObject: {id: '790', label: 'Account', type: 'Account', name: 'Fabrikam', isWho: false, isWhat: true},
      numbers: ['9255550161'],
    },
    {
      crmObject: {id: '125', label: 'Lead', type: 'Lead', name: 'Mei Tanaka', isWho: true, isWhat: false},
      numbers: ['9255550172'],
    },
  ],
  dnc: ['9255550199'],
});
