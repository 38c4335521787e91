/** The transport that uses the official Five9 SDK. Loaded if the page has an SDK, or if the settings require an SDK. */
export * from '../transport/crm-sdk/index.js';
