/** The checklist that `five9-adapter` shows if its adapter does not connect. Loaded on demand. */
export * from '../elements/adapter/checklist.js';
