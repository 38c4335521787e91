/** Rules for scrubbing: which fields and texts are personal. Source of the field names: docs/FIVE9.md. */

/** Fields without personal data. */
export const HARMLESS_FIELD = new RegExp(
  `^(${[
    'id|.*(Id|Ids|_id)',
    'type|.*Type|.*State|state|status|reason|.*Reason|.*Code|kind|group|label|flags|field|format|version',
    '.*[tT]imestamp|timeStamp|timeout',
    'char|method|contentType|content-type|accept',
    '(campaign|skill|disposition)Name|(campaign|skill)_name|preselectedCampaignName|displayName',
  ].join('|')})$`,
);

/** Fields with the name of a person, or of a thing that belongs to a person. */
export const NAME_FIELD = /name|agent|owner|customer|contact/i;

/** Fields with a phone number. */
export const PHONE_FIELD = /^(ani|dnis|number\d*|phone.*|.*phone|.*Number|from|to|mobile|fax|clickToDialNumber)$/i;

/** Fields whose texts are personal only in parts. */
export const SENTENCE_FIELD = /^(errorMessage|message|path|url|href|error)$/;

/** Lists and methods whose objects have names that the administrator chose. */
export const NAMED_BY_ADMINISTRATOR = /^(getDispositions|campaigns?|skills?|dispositions?|restrictions?|queues?)$/i;

export const EMAIL_IN_TEXT = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*/g;
export const EMAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*$/;
export const NUMBER_IN_TEXT = /(?<!\w)\+?\d[\d ().-]{5,}\d(?!\w)/g;
export const NUMBER = /^\+?[\d\s().-]*\d[\d\s().-]*$/;
export const DATE = /^\d{4}-\d\d-\d\d/;

/** Texts that are harmless in every field. */
export const HARMLESS_TEXT = /^(true|false|null|undefined|\d\d:\d\d(:\d\d)?|)$/i;

type Fields = Record<string, unknown>;

/**
 * Returns whether an object is a call variable or a contact field: the administrator chose the name, and a person
 * entered the value.
 */
export const isVariable = (object: Fields): boolean =>
  ('value' in object && ('name' in object || 'id' in object)) || 'key' in object;

/** Returns the field name that describes the value of a variable: usually the variable's name. */
export function meaningOf({name, key, group}: Fields): string {
  const word = key ?? name;
  if (typeof word !== 'string') return '';
  // An administrator may name a variable `status` although its value is an address. Only Five9's own group `Call` is
  // trusted.
  return HARMLESS_FIELD.test(word) && group !== 'Call' ? 'value' : word;
}

/**
 * Returns whether the value of a variable is a choice that the administrator wrote: its restriction lists the value.
 */
export function isChoice({value, restrictions}: Fields): boolean {
  if (!Array.isArray(restrictions)) return false;
  return (restrictions as {type?: unknown; value?: unknown}[]).some(
    ({type, value: list}) => type === 'Set' && typeof list === 'string' && list.split(',').includes(String(value)),
  );
}
