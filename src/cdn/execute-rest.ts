export * from '../transport/execute-rest.js';
