/**
 * Rules for the decision whether a field or a text of a recording is personal. Source of the field names:
 * docs/FIVE9.md.
 */

/** Names of fields without personal data. */
export const HARMLESS_FIELD = new RegExp(
  `^(${[
    'id|.*(Id|Ids|_id)',
    'type|.*Type|.*State|state|status|reason|.*Reason|.*Code|kind|group|label|flags|field|format|version',
    '.*[tT]imestamp|timeStamp|timeout',
    'char|method|contentType|content-type|accept',
    '(campaign|skill|disposition)Name|(campaign|skill)_name|preselectedCampaignName|displayName',
    // Names that the programmer of the page chose, and settings of the agent
    'callbackName|methodName|hookName|timezone|lang',
  ].join('|')})$`,
);

/** Names of fields that contain the name of a person, or of a thing that belongs to a person. */
export const NAME_FIELD = /name|agent|owner|customer|contact/i;

/** Names of fields that contain a phone number. */
export const PHONE_FIELD = /^(ani|dnis|number\d*|phone.*|.*phone|.*Number|from|to|mobile|fax|clickToDialNumber)$/i;

/** Names of fields whose texts contain both personal data and other words, for example error messages and addresses. */
export const SENTENCE_FIELD = /^(errorMessage|message|path|url|href|error)$/;

/** Names of lists and methods whose objects have names that the administrator chose. These names are not personal. */
export const NAMED_BY_ADMINISTRATOR = /^(getDispositions|campaigns?|skills?|dispositions?|restrictions?|queues?)$/i;

export const EMAIL_IN_TEXT = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*/g;
export const EMAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*$/;
export const NUMBER_IN_TEXT = /(?<!\w)\+?\d[\d ().-]{5,}\d(?!\w)/g;
export const NUMBER = /^\+?[\d\s().-]*\d[\d\s().-]*$/;
export const DATE = /^\d{4}-\d\d-\d\d/;

/** Texts that are not personal in any field, for example `true` and times. */
export const HARMLESS_TEXT = /^(true|false|null|undefined|\d\d:\d\d(:\d\d)?|)$/i;

type Fields = Record<string, unknown>;

/**
 * Returns whether an object is a call variable or a contact field. The administrator chose the name of such an object,
 * but a person entered its value.
 */
export const isVariable = (object: Fields): boolean =>
  ('value' in object && ('name' in object || 'id' in object)) || 'key' in object;

/** Returns the field name whose rule applies to the value of a variable. Usually, this is the name of the variable. */
export function meaningOf({name, key, group}: Fields): string {
  const word = key ?? name;
  if (typeof word !== 'string') return '';
  // Trust a harmless name only in the group `Call` of Five9, because in other groups, a variable named `status` may
  // contain an address.
  return HARMLESS_FIELD.test(word) && group !== 'Call' ? 'value' : word;
}

/**
 * Returns whether the value of a variable is one of the values that its restriction allows. The administrator wrote
 * these values, so they are not personal.
 */
export function isChoice({value, restrictions}: Fields): boolean {
  if (!Array.isArray(restrictions)) return false;
  return (restrictions as {type?: unknown; value?: unknown}[]).some(
    ({type, value: list}) => type === 'Set' && typeof list === 'string' && list.split(',').includes(String(value)),
  );
}
