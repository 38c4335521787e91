export * from './errors.js';
export * from './events.js';
export * from './interaction-api.js';
export type {CallInterceptor, CallOptions, InterceptedCall} from './methods.js';
export {DEFAULT_REQUEST_TIMEOUT} from './open-calls.js';
export type * from './transport.js';
export type * from './types.js';
