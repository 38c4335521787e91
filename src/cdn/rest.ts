/** Requests to the Five9 REST API, with JSON bodies and typed errors. */
export * from '../rest.js';
