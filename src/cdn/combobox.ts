/** The search field of five9-disposition. Loaded for long lists. */
export * from '../elements/disposition/combobox.js';
