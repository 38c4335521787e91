/** Returns the fields of an object; no fields for any other value. */
const fieldsOf = (value: unknown): Record<string, unknown> => Object(value) as Record<string, unknown>;

/**
 * Returns a short text that distinguishes an event from other events of the same name, for example the number of a call
 * or the name of a disposition.
 *
 * @param detail Details of the event, as `plainCopy` returns them.
 */
export function summaryOf(detail: unknown): string {
  const fields = fieldsOf(detail);
  const call = fieldsOf(fields['callData']);
  const chatOrEmail = fieldsOf(fields['chatData'] ?? fields['emailData']);
  const isWsEvent = fields['context'] !== undefined;
  const words = [
    call['callType'],
    call['number'],
    fieldsOf(fields['callLogData'])['dispositionName'],
    chatOrEmail['interactionId'],
    fieldsOf(fields['crmObject'])['name'],
    fields['errorCode'],
    fields['status'],
    fields['reason'],
    fields['number'],
    fields['digits'],
    fieldsOf(fields['disposition'])['name'],
    isWsEvent ? fields['id'] : undefined,
    fieldsOf(fields['context'])['eventReason'],
  ];
  return words.filter(isWord).join(' · ');
}

const isWord = (value: unknown): boolean => typeof value === 'number' || (typeof value === 'string' && value !== '');
