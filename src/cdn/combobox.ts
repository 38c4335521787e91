/** The search field of `five9-disposition`. Loaded when the list of dispositions is long. */
export * from '../elements/disposition/combobox.js';
