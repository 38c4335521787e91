export * from './custom-components-api.js';
