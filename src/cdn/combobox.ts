export * from '../elements/disposition/combobox.js';
