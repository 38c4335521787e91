/** Events of the phone, in words. */

const names = (/** @type {string[]} */ ...lines) =>
  lines.flatMap((line) => line.split(' ').map((name) => `five9-${name}`));

/** Those of the SDK. They happen at the document, and again, not bubbling, at the elements that they concern. */
export const SDK_EVENTS = names(
  'call-started call-accepted call-rejected call-ended call-finished',
  'chat-offered chat-accepted chat-rejected chat-transferred chat-ended chat-finished',
  'email-offered email-accepted email-rejected email-transferred email-finished',
  'object-selected sdk-event',
);

/** Those of the elements, and of the connection. */
export const ELEMENT_EVENTS = names(
  'before-dial dial before-dtmf dtmf before-disposition disposition-set mute-change',
  'before-variables variables-set before-object-select object-select before-object-open object-open',
  'ws-event connection error',
);

export const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** What an error carries is not enumerable. @param {unknown} detail */
export function plain(detail) {
  if (!(detail instanceof Error)) return detail;
  const {errorCode, errorMessage, method} = /** @type {any} */ (detail);
  return {errorCode, errorMessage, method};
}

/** The word or two that say which one it was. @param {any} detail */
export function gist(detail) {
  const {callData, callLogData, crmObject, digits, disposition, errorCode, number, reason, status} = detail ?? {};
  return [
    callData && `${callData.callType} ${callData.number}`,
    callLogData?.dispositionName,
    crmObject?.name,
    number,
    digits,
    disposition?.name,
    status && (reason ? `${status}: ${reason}` : status),
    errorCode,
  ]
    .filter(Boolean)
    .join(' · ');
}
