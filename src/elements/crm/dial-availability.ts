import {DialAvailabilityEvent} from './crm.events.js';

/** Whether the agent can dial, by the request of the adapter. */
const AVAILABLE = new Map([
  ['enableClickToDial', true],
  ['disableClickToDial', false],
]);

/** Returns the event for a request that reports whether the agent can dial; `undefined` for any other request. */
export function availabilityEvent(method: string): DialAvailabilityEvent | undefined {
  const available = AVAILABLE.get(method);
  return available === undefined ? undefined : new DialAvailabilityEvent({available});
}
