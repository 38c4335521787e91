/**
 * Largest number of requests that are sent and not answered yet. All other requests wait in order. The limit is less
 * than 50, because the Five9 SDK drops messages when 50 messages wait.
 */
export const REQUESTS_IN_FLIGHT = 40;

/** Largest number of events that wait for an adapter. The oldest events are dropped first. */
export const WAITING_EVENTS = 100;
