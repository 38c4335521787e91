export * from './application-api.js';
export * from './application-api.types.js';
