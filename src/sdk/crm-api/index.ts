export * from './crm-api.js';
export * from './crm-api.types.js';
