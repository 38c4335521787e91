import {InteractionApiError} from './errors.js';
import {isRecord} from './is-record.js';
import {kindWords, textOf} from './text-of.js';

/**
 * Converts a value of the caller to the form that Five9 documents.
 *
 * @param path Name of the value, for error messages.
 * @throws `TypeError` if the value has a wrong type
 */
type Convert = (value: unknown, path: string) => unknown;

const text: Convert = (value, path) => textOf(value) ?? refuse(path, 'a text or a number', value);

/** Returns a converter that also accepts `null` and a missing value, and keeps them unchanged. */
const optional =
  (convert: Convert): Convert =>
  (value, path) =>
    value === undefined || value === null ? value : convert(value, path);

const textOrNull: Convert = (value, path) =>
  value === null ? null : (textOf(value) ?? refuse(path, 'a text, a number or null', value));

const listOf =
  (convert: Convert): Convert =>
  (value, path) => {
    if (!Array.isArray(value)) return refuse(path, 'a list', value);
    return value.map((entry, index) => convert(entry, `${path}[${index}]`));
  };

/**
 * Returns a converter for an object. Copies the object only if a field changes, and keeps all other fields. Does not
 * check a field that the object does not have, because the adapter knows best which fields it needs.
 */
const objectOf =
  (fields: Readonly<Record<string, Convert>>): Convert =>
  (value, path) => {
    if (!isRecord(value)) return refuse(path, 'an object', value);
    const changes: Record<string, unknown> = {};
    for (const [name, convert] of Object.entries(fields)) {
      if (!(name in value)) continue;
      const before = value[name];
      const after = convert(before, path ? `${path}.${name}` : name);
      if (after !== before) changes[name] = after;
    }
    return Object.keys(changes).length > 0 ? {...value, ...changes} : value;
  };

const CRM_OBJECT = objectOf({id: text, label: optional(text), name: optional(text), type: optional(text)});
const DIAL = objectOf({
  clickToDialNumber: text,
  preselectedCampaignName: optional(text),
  crmObject: optional(CRM_OBJECT),
});
const INTERACTION = {interactionId: text};
const SELECTION = {...INTERACTION, objectId: textOrNull};

/** Converters for the parameters of each method that has parameters. REST requests are sent unchanged. */
const PARAMS = new Map<string, Convert>([
  ['getCav', objectOf(INTERACTION)],
  ['setCav', objectOf({...INTERACTION, cavList: listOf(objectOf({id: text, value: text}))})],
  ['getCrm', objectOf(INTERACTION)],
  ['getDispositions', objectOf(INTERACTION)],
  ['setDisposition', objectOf({...INTERACTION, dispositionId: text, timeout: optional(text)})],
  ['getNameObjects', objectOf(INTERACTION)],
  ['getRelatedToObjects', objectOf(INTERACTION)],
  ['getSearchResults', objectOf(INTERACTION)],
  ['getSelectedNameObject', objectOf(INTERACTION)],
  ['getSelectedRelatedToObject', objectOf(INTERACTION)],
  ['selectNameObject', objectOf(SELECTION)],
  ['selectRelatedToObject', objectOf(SELECTION)],
  ['openInteraction', objectOf(INTERACTION)],
  ['sendDtmf', objectOf({char: text})],
  ['click2dial', objectOf({click2DialData: DIAL})],
  ['suggestedNumbers', objectOf({suggestedNumbers: listOf(DIAL)})],
  ['objectVisited', objectOf({crmObject: CRM_OBJECT})],
]);

/**
 * Returns the parameters of a method as Five9 documents them: ids, numbers to dial, names and values are texts. A
 * number becomes its text. The object of the caller stays unchanged.
 *
 * @throws `Generic` if a value is neither a text nor a number. Then nothing is sent.
 */
export function normalParams(method: string, params: unknown): unknown {
  try {
    // Send a call without parameters, because public code calls `getCav` so.
    if (params === undefined) return params;
    return PARAMS.get(method)?.(params, '') ?? params;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new InteractionApiError('Generic', `${method} was not sent: ${cause.message}`, method, cause);
  }
}

function refuse(path: string, wanted: string, value: unknown): never {
  throw new TypeError(`${path || 'the argument'} must be ${wanted}, and not ${kindWords(value)}.`);
}
