import type {RecordAttributes} from '../../shared/parse/crm-record.js';

/**
 * Returns the CRM record of a link. The nearest element around the link describes the record: an element of the page
 * with `data-five9-record-id` and similar attributes, or the `five9-dial-links` element with `record-id` and similar
 * attributes.
 */
export function recordOf(link: Element): RecordAttributes {
  const source = link.closest('[data-five9-record-id],five9-dial-links');
  const read = (name: string): string | null =>
    source?.getAttribute(`data-five9-record-${name}`) ?? source?.getAttribute(`record-${name}`) ?? null;
  return {
    recordId: read('id'),
    recordType: read('type'),
    recordLabel: read('label'),
    recordName: read('name'),
    recordKind: read('kind') as RecordAttributes['recordKind'],
  };
}
