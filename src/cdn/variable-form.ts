export * from '../elements/call-variables/form.js';
