/** The transport over an official SDK. Loaded by pages that have an SDK. */
export * from '../transport/crm-sdk/index.js';
