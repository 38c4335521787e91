/** Names of the DOM events of this package, and functions that describe an event in the demo. */

const names = (/** @type {string[]} */ ...lines) =>
  lines.flatMap((line) => line.split(' ').map((name) => `five9-${name}`));

/**
 * Events of the SDK. Each event is dispatched at the document, and then, without bubbling, at each element of the
 * event's interaction.
 */
export const SDK_EVENTS = names(
  'call-started call-accepted call-rejected call-ended call-finished',
  'chat-offered chat-accepted chat-rejected chat-transferred chat-ended chat-finished',
  'email-offered email-accepted email-rejected email-transferred email-finished',
  'object-selected sdk-event',
);

/** Events of the elements, of the connection and of the agent's session. */
export const ELEMENT_EVENTS = names(
  'before-dial dial before-dtmf dtmf before-disposition disposition-set mute-change',
  'before-variables variables-set before-object-select object-select before-object-open object-open',
  'ws-event connection error login-state session-initialized adapter-error adapter-unreachable',
  'search screen-pop save-log calls-today chats-today emails-today bring-to-front dial-availability',
  'hook-before-click-to-dial hook-before-suggested-numbers hook-before-make-call hook-before-transfer',
  'hook-before-record hook-before-disposition hook-before-object-visited hook-before-search hook-after-search',
  'hook-before-screen-pop hook-after-screen-pop hook-before-save-log hook-after-save-log',
);

export const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/**
 * Returns the code, the text and the method of an error as a plain object; returns any other detail unchanged.
 *
 * @param {unknown} detail
 */
export function plain(detail) {
  if (!(detail instanceof Error)) return detail;
  const {errorCode, errorMessage, method} = /** @type {any} */ (detail);
  return {errorCode, errorMessage, method};
}

/**
 * Returns a short text about an event, for example the phone number, the name and the status in its detail.
 *
 * @param {any} detail
 */
export function gist(detail) {
  const {callData, callLogData, crmObject, digits, disposition, errorCode, number, reason, status} = detail ?? {};
  const {available, interactionData, interactionLogData, state} = detail ?? {};
  return [
    callData && `${callData.callType} ${callData.number}`,
    !number && interactionData?.number,
    callLogData?.dispositionName ?? interactionLogData?.dispositionName,
    state,
    available !== undefined && (available ? 'available' : 'not available'),
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
