/** The checklist of five9-adapter for an adapter that does not connect. Loaded on demand. */
export * from '../elements/adapter/checklist.js';
