/**
 * How many requests may be unanswered at a time. Further requests wait, in order.
 * The limit is below 50, because the SDK drops messages when fifty wait to be sent.
 */
export const REQUESTS_IN_FLIGHT = 40;

/** How many events wait for an adapter at most. The oldest ones are dropped first. */
export const WAITING_EVENTS = 100;
