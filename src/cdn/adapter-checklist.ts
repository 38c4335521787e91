/** Texts of five9-adapter for an adapter that does not connect. Loaded when they are needed. */
export * from '../elements/adapter/checklist.js';
