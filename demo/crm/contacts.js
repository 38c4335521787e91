/**
 * The records of the CRM. In a real CRM a server sends them. All records are fictitious, and all phone numbers are
 * reserved for fiction. The simulated Five9 has CRM records for Alice's number, and Tom's number is on its do-not-call
 * list.
 */

/**
 * @typedef {object} Contact
 * @property {string} id
 * @property {string} name
 * @property {string} role
 * @property {{id: string, name: string}} account
 * @property {string} tag
 * @property {Phone[]} phones
 * @property {Record<string, string>} details
 * @property {Case[]} cases
 * @property {Activity[]} activities
 *
 * @typedef {{kind: string, number: string, of?: 'account'}} Phone
 * @typedef {{id: string, number: string, subject: string, priority: string}} Case
 * @typedef {{what: string, when: string, text: string}} Activity
 */

/** @type {Contact[]} */
export const contacts = [
  {
    id: '123',
    name: 'Alice Abernathy',
    role: 'Facilities manager',
    account: {id: '789', name: 'Umbrella'},
    tag: 'Customer',
    phones: [
      {kind: 'Mobile', number: '(925) 000-0111'},
      {kind: 'Desk', number: '(925) 555-0112'},
      {kind: 'Switchboard', number: '(925) 555-0110', of: 'account'},
    ],
    details: {
      'E-mail': 'alice@umbrella.example',
      City: 'San Ramon, California',
      'Customer since': 'March 2021',
      Plan: 'Kitchen service, 48 h',
      'Worth a year': '$18,400',
      'Looked after by': 'Robin Ellis',
    },
    cases: [
      {id: '456', number: 'C-2041', subject: 'Broken microwave', priority: 'High'},
      {id: '457', number: 'C-1987', subject: 'Second fridge for the 4th floor', priority: 'Normal'},
    ],
    activities: [
      {what: 'E-mail', when: 'Yesterday', text: 'Sent the price list for built-in microwaves.'},
      {
        what: 'Call · Quote sent',
        when: '12 November',
        text: 'Wants an offer for two more floors before the end of the year. She is best reached at her desk: (925) 555-0112.',
      },
      {what: 'Case', when: '9 November', text: 'C-2041 opened: the microwave sparks, and nothing gets warm.'},
    ],
  },
  {
    id: '124',
    name: 'Jonas Berg',
    role: 'Head of purchasing',
    account: {id: '790', name: 'Fabrikam'},
    tag: 'Lead',
    phones: [
      {kind: 'Mobile', number: '(925) 555-0161'},
      {kind: 'Office', number: '(925) 555-0160', of: 'account'},
    ],
    details: {
      'E-mail': 'jonas@fabrikam.example',
      City: 'Concord, California',
      Source: 'Trade fair, October',
      'Looked after by': 'Robin Ellis',
    },
    cases: [],
    activities: [
      {what: 'Meeting', when: '21 October', text: 'Stopped at our stand. Has forty coffee machines to replace.'},
    ],
  },
  {
    id: '125',
    name: 'Priya Raman',
    role: 'Head of operations',
    account: {id: '791', name: 'Halden Freight'},
    tag: 'Customer',
    phones: [
      {kind: 'Mobile', number: '(206) 555-0134'},
      {kind: 'Dispatch', number: '(206) 555-0130', of: 'account'},
    ],
    details: {
      'E-mail': 'priya@halden.example',
      City: 'Seattle, Washington',
      'Customer since': 'June 2019',
      Plan: 'Fleet kitchens',
      'Worth a year': '$42,900',
      'Looked after by': 'Ines Carvalho',
    },
    cases: [{id: '458', number: 'C-2038', subject: 'Invoice 8812 shows the wrong address', priority: 'Low'}],
    activities: [{what: 'Call · Resolved', when: '3 November', text: 'The ice maker in depot 2 is back in service.'}],
  },
  {
    id: '126',
    name: 'Grace Okafor',
    role: 'Founder',
    account: {id: '792', name: 'Okafor Studio'},
    tag: 'Customer',
    phones: [{kind: 'Mobile', number: '+44 20 7946 0018'}],
    details: {
      'E-mail': 'grace@okafor.example',
      City: 'London',
      'Customer since': 'January 2024',
      Plan: 'Espresso',
      'Worth a year': '£2,100',
      'Looked after by': 'Robin Ellis',
    },
    cases: [],
    activities: [{what: 'E-mail', when: '1 November', text: 'Asks whether the grinder can be rented alone.'}],
  },
  {
    id: '127',
    name: 'Tom Whitfield',
    role: 'Owner',
    account: {id: '793', name: 'Whitfield Diner'},
    tag: 'Do not call',
    phones: [{kind: 'Mobile', number: '(925) 555-0199'}],
    details: {
      'E-mail': 'tom@whitfield.example',
      City: 'Oakland, California',
      'Customer since': 'May 2018',
      Wishes: 'Letters and e-mail only',
      'Looked after by': 'Ines Carvalho',
    },
    cases: [],
    activities: [
      {what: 'Letter', when: '14 August', text: 'Asked us not to call him any more. He is on the do-not-call list.'},
    ],
  },
  {
    id: '128',
    name: 'Layla Haddad',
    role: 'Practice manager',
    account: {id: '794', name: 'Brightwater Dental'},
    tag: 'Customer',
    phones: [
      {kind: 'Direct', number: '(312) 555-0118'},
      {kind: 'Reception', number: '(312) 555-0117', of: 'account'},
    ],
    details: {
      'E-mail': 'layla@brightwater.example',
      City: 'Chicago, Illinois',
      'Customer since': 'September 2022',
      Plan: 'Staff room',
      'Worth a year': '$6,300',
      'Looked after by': 'Robin Ellis',
    },
    cases: [{id: '459', number: 'C-2044', subject: 'Dishwasher leaks', priority: 'High'}],
    activities: [{what: 'Case', when: 'Today', text: 'C-2044 opened from the web form.'}],
  },
  {
    id: '129',
    name: 'Mateo Vargas',
    role: 'Chef',
    account: {id: '795', name: 'Vargas & Hijos'},
    tag: 'Customer',
    phones: [{kind: 'Kitchen', number: '(305) 555-0147'}],
    details: {
      'E-mail': 'mateo@vargas.example',
      City: 'Miami, Florida',
      'Customer since': 'February 2020',
      Plan: 'Kitchen service, 24 h',
      'Worth a year': '$27,500',
      'Looked after by': 'Ines Carvalho',
    },
    cases: [],
    activities: [{what: 'Call · Sale made', when: '28 October', text: 'Took the second combi oven.'}],
  },
  {
    id: '130',
    name: 'Chen Wei',
    role: 'Laboratory manager',
    account: {id: '796', name: 'Meridian Labs'},
    tag: 'Lead',
    phones: [{kind: 'Desk', number: '(415) 555-0172'}],
    details: {'E-mail': 'chen@meridian.example', City: 'San Francisco, California', Source: 'Web form'},
    cases: [],
    activities: [{what: 'Web form', when: '18 November', text: 'Needs cold storage for samples, not for lunch.'}],
  },
  {
    id: '131',
    name: 'Sofia Lindqvist',
    role: 'Office manager',
    account: {id: '797', name: 'Cobalt & Pine'},
    tag: 'Customer',
    phones: [{kind: 'Mobile', number: '(503) 555-0126'}],
    details: {
      'E-mail': 'sofia@cobaltpine.example',
      City: 'Portland, Oregon',
      'Customer since': 'April 2023',
      Plan: 'Espresso',
    },
    cases: [],
    activities: [{what: 'Call · Left Voicemail', when: '6 November', text: 'Reminded her of the descaling.'}],
  },
  {
    id: '132',
    name: 'Amara Diallo',
    role: 'Director',
    account: {id: '798', name: 'Sunrise Childcare'},
    tag: 'Customer',
    phones: [{kind: 'Office', number: '(404) 555-0163', of: 'account'}],
    details: {
      'E-mail': 'amara@sunrise.example',
      City: 'Atlanta, Georgia',
      'Customer since': 'August 2021',
      Plan: 'Staff room',
    },
    cases: [],
    activities: [{what: 'E-mail', when: '30 October', text: 'Confirmed the yearly check for 4 December.'}],
  },
  {
    id: '133',
    name: 'Hannah Brooks',
    role: 'Assistant',
    account: {id: '799', name: 'Kestrel Books'},
    tag: 'Lead',
    phones: [{kind: 'Desk', number: 'ask at reception'}],
    details: {'E-mail': 'hannah@kestrel.example', City: 'Boston, Massachusetts', Source: 'Recommended by Priya Raman'},
    cases: [],
    activities: [
      {what: 'Note', when: '11 November', text: 'Somebody typed words where a number should be. Try to call it.'},
    ],
  },
  {
    id: '134',
    name: 'Yusuf Demir',
    role: 'Technician',
    account: {id: '800', name: 'Harbour Cinema'},
    tag: 'Customer',
    phones: [{kind: 'Mobile', number: '(212) 555-0155'}],
    details: {
      'E-mail': 'yusuf@harbour.example',
      City: 'New York, New York',
      'Customer since': 'December 2022',
      Plan: 'Popcorn',
    },
    cases: [],
    activities: [{what: 'Case', when: '2 November', text: 'C-2033 closed: the popcorn machine pops again.'}],
  },
];

/** @param {string | undefined} id */
export const contactById = (id) => contacts.find((contact) => contact.id === id);

/**
 * Returns the contact of a record: of a contact, an account or a case.
 *
 * @param {unknown} id
 */
export const contactOfRecord = (id) =>
  contacts.find((contact) => [contact, contact.account, ...contact.cases].some((record) => record.id === id));

/**
 * Returns the contact with this phone number. The number may have a country code.
 *
 * @param {string | undefined} number
 */
export function contactByNumber(number = '') {
  const wanted = digits(number).slice(-10);
  return contacts.find(({phones}) => wanted && phones.some((phone) => digits(phone.number).slice(-10) === wanted));
}

/**
 * Returns the contacts whose name, company or phone number contains a text.
 *
 * @param {string} text The search text; an empty text finds all contacts.
 */
export function search(text) {
  const words = text.toLowerCase().trim();
  const number = digits(text);
  return contacts.filter(
    ({name, account, phones}) =>
      `${name} ${account.name}`.toLowerCase().includes(words) ||
      (number.length > 2 && phones.some((phone) => digits(phone.number).includes(number))),
  );
}

/** @param {string} text */
const digits = (text) => text.replace(/\D/g, '');
