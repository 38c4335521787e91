export * from './errors.js';
export type * from './events.js';
export * from './interaction-api.js';
export type {AnsweringMethods, CallOptions} from './methods.js';
export type * from './transport.js';
export type * from './types.js';
