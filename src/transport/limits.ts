/**
 * Largest number of unanswered requests. Further requests wait, in order.
 * The limit is below 50, because the SDK drops messages when fifty of them wait.
 */
export const REQUESTS_IN_FLIGHT = 40;

/** Largest number of events that wait for an adapter. The oldest events are dropped first. */
export const WAITING_EVENTS = 100;
