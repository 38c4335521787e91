/** Requests to the Five9 REST API with JSON and errors. */
export * from '../rest.js';
