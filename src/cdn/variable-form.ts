/** The form of five9-call-variables. Loaded when variables can be edited. */
export * from '../elements/call-variables/form.js';
