export * from '../rest.js';
