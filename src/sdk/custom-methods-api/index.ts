export * from './custom-methods-api.js';
