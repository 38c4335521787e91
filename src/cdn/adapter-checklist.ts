export * from '../elements/adapter/checklist.js';
