export * from '../transport/crm-sdk/crm-sdk-transport.js';
