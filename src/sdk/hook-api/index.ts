export * from './hook-api.js';
export * from './hook-api.types.js';
