export * from '../transport/crm-sdk/index.js';
