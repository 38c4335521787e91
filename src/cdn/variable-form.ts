/** The form of `five9-call-variables`. Loaded when the page contains the first `five9-call-variables`. */
export * from '../elements/call-variables/form.js';
