import type {RecordAttributes} from '../../shared/parse/crm-record.js';

/**
 * Returns the CRM record of the calls to a number. The nearest element of the page around the number that has
 * `data-five9-record-id` describes the record. Without such an element, `root` describes the record.
 *
 * @param element The element that contains the number. It may be in a shadow root in `root`.
 */
export function recordOf(element: Element, root: Element & RecordAttributes): RecordAttributes {
  const source = elementWithRecord(element, root);
  if (!source) {
    const {recordId, recordType, recordLabel, recordName, recordKind} = root;
    return {recordId, recordType, recordLabel, recordName, recordKind};
  }
  const read = (name: string): string | null => source.getAttribute(`data-five9-record-${name}`);
  return {
    recordId: read('id'),
    recordType: read('type'),
    recordLabel: read('label'),
    recordName: read('name'),
    recordKind: read('kind') as RecordAttributes['recordKind'],
  };
}

function elementWithRecord(element: Element, root: Element): Element | undefined {
  let current: Element | null = element;
  while (current && current !== root) {
    if (current.hasAttribute('data-five9-record-id')) return current;
    const parent: Node | null = current.parentNode;
    current = parent instanceof ShadowRoot ? parent.host : current.parentElement;
  }
  return root.hasAttribute('data-five9-record-id') ? root : undefined;
}
