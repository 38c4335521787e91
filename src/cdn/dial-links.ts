/** The code of five9-dial-links that finds and links numbers. Loaded with the first element. */
export * from '../elements/dial-links/linker.js';
